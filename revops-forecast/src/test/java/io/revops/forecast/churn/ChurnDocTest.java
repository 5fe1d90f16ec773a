package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Page;
import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of docs/churn-worked.md, typed in order after the startup script; and docs/churn.md, which quotes what it shows. */
class ChurnDocTest {
    private static final Page METHOD = Page.of("churn.md");
    private static final Page WORKED = Page.of("churn-worked.md");
    private static final List<String> IMPORTS = List.of(
            "io.revops.forecast.*",
            "io.revops.forecast.churn.*",
            "io.revops.forecast.learn.*",
            "io.revops.forecast.survival.*",
            "java.util.*");

    @Test
    void workedCaseIsWhatTheCodeShows() {
        try (Typed shell = Typed.afterStartup()) {
            IMPORTS.forEach(name -> shell.type("import " + name + ";"));
            shell.type("var book = RevenueBook.merge(Links.byMetadata(\"crm_account_id\"),"
                    + " StripeExport.read(stripe).orElseThrow(), SalesforceExport.read(crm).orElseThrow(),"
                    + " NativeForm.read(finance).orElseThrow());");
            shell.type("var view = RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of(\"USD\")),"
                    + " Span.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)));");
            assertThat(WORKED.isWhatItsCodeShows(shell)).hasSize(8);
        }
    }

    @Test
    void methodQuotesTheWorkedCase() {
        assertThat(METHOD.quoted()).hasSize(3).isSubsetOf(WORKED.quoted());
    }

    @Test
    void methodFitsOnTwoPages() {
        assertThat(METHOD.words()).isLessThanOrEqualTo(1_150);
    }
}
