package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.ledger.ChurnTiming;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.SourceBasis;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Span SPAN = Span.quarter(2024, 3);

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.inOneCurrency();
    }

    @Provide
    static Arbitrary<PolicyPreset> presets() {
        return Arbitraries.of(PolicyPreset.all());
    }

    /** Figures from February to June of {@link WorkedExampleTest}. */
    private static Map<YearMonth, Money> closes(int... amounts) {
        Map<YearMonth, Money> closes = new TreeMap<>();
        for (int i = 0; i < amounts.length; i++) {
            closes.put(YearMonth.of(2025, 2 + i), Money.of(amounts[i], "USD"));
        }
        return closes;
    }

    @Test
    void aPresetThatShowsTheFiguresIsFound() {
        Fit fit = Reconciliation.with(closes(50, 100, 0, 100, 100), WorkedExampleTest.book());
        assertThat(fit.isExact()).isTrue();
        assertThat(fit.preset().id()).isEqualTo("chartmogul");
        assertThat(fit.changes()).isEmpty();
        assertThat(fit.byMonth().values()).allMatch(RunRate::isZero);
        assertThat(fit.headline())
                .isEqualTo("MRR at the close, 2025-02-01/2025-07-01: ChartMogul explains every figure exactly.");
    }

    /** Half in February and nothing in April as billed, and gone in June as requested: no preset does all three. */
    @Test
    void anOptionIsChangedWhereNoPresetShowsTheFigures() {
        Fit fit = Reconciliation.with(closes(50, 100, 0, 100, 0), WorkedExampleTest.book());
        assertThat(fit.isExact()).isTrue();
        assertThat(fit.preset().id()).isEqualTo("chartmogul");
        assertThat(fit.changes()).extracting(Fit.Change::option).containsExactly(ChurnTiming.CANCEL_REQUEST);
        assertThat(fit.changes().get(0).explained()).hasToString("USD 100.00/month");
        assertThat(fit.policy().source()).isEqualTo(SourceBasis.INVOICE_LINE);
        assertThat(fit.asNear()).isNotEmpty();
        assertThat(fit.notes().get(0)).contains("maxio with source INVOICE_LINE");
        assertThat(fit.notes().get(1)).contains("discount FOREVER_ONLY (source INVOICE_LINE)");
        assertThat(List.copyOf(fit.presets().values())).isSorted();
    }

    @Test
    void whatNoPolicyExplainsIsTheResidue() {
        Fit fit = Reconciliation.with(closes(50, 107, 0, 100, 100), WorkedExampleTest.book());
        assertThat(fit.isExact()).isFalse();
        assertThat(fit.unexplained()).hasToString("USD 7.00/month");
        assertThat(fit.byMonth().get(YearMonth.of(2025, 3))).hasToString("USD 7.00/month");
        assertThat(fit.byAccount()).isEmpty();
        assertThat(fit.text()).contains("comes nearest, and leaves USD 7.00/month in sum unexplained.");
    }

    @Test
    void figuresByAccountLeaveTheirResidueByAccount() {
        AccountId alder = new AccountId("alder");
        AccountId ghost = new AccountId("ghost");
        OwnFigures own = OwnFigures.byAccount(
                Figure.CLOSING,
                Map.of(
                        alder, closes(50, 100, 0, 100, 100),
                        ghost, Map.of(YearMonth.of(2025, 4), Money.of(30, "USD"))));
        Fit fit = Reconciliation.with(own, WorkedExampleTest.book());
        assertThat(fit.preset().id()).isEqualTo("chartmogul");
        assertThat(fit.byAccount()).hasSize(1);
        Fit.Cell cell = fit.byAccount().keySet().iterator().next();
        assertThat(cell.account()).contains(ghost);
        assertThat(cell.month()).isEqualTo(YearMonth.of(2025, 4));
        assertThat(fit.text()).contains("ghost, 2025-04  30.00");
        assertThat(fit.byMonth().get(YearMonth.of(2025, 4))).hasToString("USD 30.00/month");
    }

    @Test
    void aMonthWithoutAFigureIsNotCompared() {
        Map<YearMonth, Money> some = closes(50, 100, 0, 100, 100);
        some.remove(YearMonth.of(2025, 4));
        Fit fit = Reconciliation.with(some, WorkedExampleTest.book());
        assertThat(fit.byMonth()).doesNotContainKey(YearMonth.of(2025, 4)).hasSize(4);
        assertThat(fit.isExact()).isTrue();
    }

    @Test
    void whatIsKnownOfTheOtherToolIsKept() {
        Fit fit = Reconciliation.with(
                closes(50, 100, 0, 100, 0),
                WorkedExampleTest.book(),
                ChurnTiming.BILLING_END,
                ReportingZone.of("America/New_York"));
        assertThat(fit.policy().churnTiming()).isEqualTo(ChurnTiming.BILLING_END);
        assertThat(fit.policy().zone()).hasToString("America/New_York");
    }

    @Test
    void aPresetThatRefusesWhatIsKnownIsLeftOutAndNamed() {
        Fit fit = Reconciliation.with(
                closes(100, 100, 100, 100, 0), WorkedExampleTest.book(), SourceBasis.SUBSCRIPTION_STATE);
        assertThat(fit.presets()).doesNotContainKey(PolicyPreset.of("recurly")).containsKey(PolicyPreset.of("stripe"));
        assertThat(fit.notes()).anySatisfy(note -> assertThat(note).contains("recurly"));
    }

    @Test
    void figuresThatCannotBeComparedAreRefused() {
        RevenueBook book = WorkedExampleTest.book();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.with(Map.of(), book))
                .withMessageContaining(". Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnFigures.of(
                        Figure.CLOSING,
                        Map.of(
                                YearMonth.of(2025, 1), Money.of(1, "USD"),
                                YearMonth.of(2025, 2), Money.of(1, "EUR"))))
                .withMessageContaining(". Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.with(closes(1), book, ReportingCurrency.of("EUR")))
                .withMessageContaining(". Maybe ");
        assertThatIllegalStateException()
                .isThrownBy(() -> Reconciliation.with(Map.of(YearMonth.of(2025, 2), Money.of(1, "EUR")), book))
                .withMessageStartingWith("Under no preset can the figures be told: ");
    }

    /** Else a company whose tool is among the presets would be told of a rule that it does not have. */
    @Property(tries = 20)
    void theFiguresOfAPresetAreExplainedExactly(
            @ForAll("books") RevenueBook book, @ForAll("presets") PolicyPreset preset) {
        Decomposition shown = Reconciliation.between(
                        preset.policy().with(ReportingCurrency.of("USD")),
                        preset.policy().with(ReportingCurrency.of("USD")),
                        book,
                        SPAN,
                        List.of(Figure.CLOSING))
                .headline();
        Map<YearMonth, Money> figures = new HashMap<>();
        shown.months()
                .forEach(month -> figures.put(
                        YearMonth.from(month.from()),
                        shown.first(month).perMonth(12, java.math.RoundingMode.HALF_EVEN)));
        Fit fit = Reconciliation.with(figures, book);
        assertThat(fit.isExact()).isTrue();
        assertThat(fit.changes()).isEmpty();
    }
}
