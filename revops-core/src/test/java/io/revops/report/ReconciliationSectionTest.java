package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.json.ReportJson;
import io.revops.ledger.Reactivation;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.StateRounding;
import io.revops.money.Money;
import io.revops.reconcile.Fit;
import io.revops.reconcile.Reconciliation;
import io.revops.report.chart.Chart;
import io.revops.report.page.HtmlReport;
import io.revops.report.page.MarkdownReport;
import io.revops.time.Span;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The four accounts of {@link SmallBook}: Birch is worth 166 2/3 a month, which is 166.66 cut off to cents. */
class ReconciliationSectionTest {
    private static final RevenuePolicy STANDARD = RevenuePolicy.standard();

    private static Section cut() {
        return ReconciliationSection.of(Reconciliation.between(
                        STANDARD,
                        STANDARD.with(StateRounding.FLOOR, Reactivation.NEVER),
                        SmallBook.builder().build(),
                        Span.parse("2025-01-01/2025-03-01"))
                .named("exact", "cut"));
    }

    @Test
    void everyTableTiesAsPrinted() {
        Section section = cut();
        assertThat(section.id()).isEqualTo("reconciliation");
        assertThat(section.title()).isEqualTo("Reconciliation of exact and cut");
        assertThat(section.tables()).extracting(Table::id).containsExactly("rules", "months", "accounts", "figures");
        assertThat(SmallBook.printed(section.tables().get(0)))
                .containsExactly(
                        "rounding | NONE | FLOOR | -0.01",
                        "reactivation | ANY | NEVER | 0.00",
                        "difference |  |  | -0.01");
        assertThat(SmallBook.printed(section.tables().get(1)))
                .containsExactly("2025-01 | 306.67 | -0.01 | 306.66", "2025-02 | 436.67 | -0.01 | 436.66");
        assertThat(SmallBook.exact(section.tables().get(1), 0)).containsExactly(null, "3680", "-0.08", "3679.92");
        assertThat(SmallBook.printed(section.tables().get(2))).containsExactly("B | 166.67 | -0.01 | 166.66");
        assertThat(SmallBook.printed(section.tables().get(3)))
                .containsExactly(
                        "MRR at the close | 436.67 | -0.01 | 0.00 | 436.66",
                        "MRR at the opening | 266.67 | -0.01 | 0.00 | 266.66",
                        "new MRR | 80.00 | 0.00 | 40.00 | 120.00",
                        "reactivation MRR | 40.00 | 0.00 | -40.00 | 0.00",
                        "expansion MRR | 50.00 | 0.00 | 0.00 | 50.00",
                        "contraction MRR | 0.00 | 0.00 | 0.00 | 0.00",
                        "churn MRR | 0.00 | 0.00 | 0.00 | 0.00",
                        "FX MRR | 0.00 | 0.00 | 0.00 | 0.00");
        assertThat(section.charts()).extracting(Chart::id).containsExactly("rules", "months");
        assertThat(section.text().get(0))
                .isEqualTo("MRR at the close, 2025-02: USD 436.67 a month under exact, 436.66 under cut: "
                        + "a difference of -0.01.");
    }

    @Test
    void equalPoliciesAreSaidToBeTheSame() {
        Section section = ReconciliationSection.of(
                Reconciliation.between(STANDARD, STANDARD, SmallBook.builder().build(), SmallBook.SPAN));
        assertThat(section.tables()).isEmpty();
        assertThat(section.text()).contains("The two policies are the same.");
    }

    @Test
    void aFitShowsTheFiguresAndWhatExplainsThem() {
        Fit fit = Reconciliation.with(
                Map.of(
                        YearMonth.of(2025, 1), Money.of("306.67", "USD"),
                        YearMonth.of(2025, 2), Money.of("436.67", "USD"),
                        YearMonth.of(2025, 3), Money.of("250.00", "USD")),
                SmallBook.builder().build());
        Section section = FitSection.of(fit);
        Table months = section.tables().stream()
                .filter(t -> t.id().equals("months"))
                .findFirst()
                .orElseThrow();
        assertThat(SmallBook.printed(months))
                .containsExactly(
                        "2025-01 | 306.67 | 306.67 | 0.00",
                        "2025-02 | 436.67 | 436.67 | 0.00",
                        "2025-03 | 250.00 | 240.00 | 10.00");
        assertThat(section.text().get(0)).contains("comes nearest, and leaves USD 10.0");
    }

    @Test
    void bothShowInEveryKindOfReport() {
        Fit fit = Reconciliation.with(
                Map.of(YearMonth.of(2025, 3), Money.of(240, "USD")),
                SmallBook.builder().build());
        Report report = new Report("Why", SmallBook.SPAN, java.util.List.of(cut(), FitSection.of(fit)));
        assertThat(report.text()).contains("rounding").contains("Your own figures");
        assertThat(HtmlReport.text(report)).contains("rounding").contains("Your own figures");
        assertThat(MarkdownReport.text(report)).contains("rounding").contains("Your own figures");
        assertThat(ReportJson.text(report)).contains("rounding").contains("Your own figures");
    }
}
