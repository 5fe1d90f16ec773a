package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.ledger.Basis;
import io.revops.ledger.FxMethod;
import io.revops.ledger.Reactivation;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.StateRounding;
import io.revops.load.PeriodsCsv;
import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import io.revops.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that streams rows without a book gets the same parts. */
class RowsTest {
    private static final Span SPAN = Span.parse("2025-01-01/2025-07-01");
    private static final List<ExchangeRate> RATES = List.of(
            ExchangeRate.of(LocalDate.of(2024, 12, 31), "EUR", "USD", "1.1"),
            ExchangeRate.of(LocalDate.of(2025, 2, 28), "EUR", "USD", "1.2"));

    @Test
    void rowsWithoutABookHaveTheSamePartsAsABookOfThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("periods.csv"),
                String.join(
                        "\n",
                        "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency",
                        "s1,acme,2025-01-10,2025-04-01,99.999,a,1,EUR",
                        "s1,acme,2025-04-01,,149.999,b,1,EUR",
                        "s2,birch,2025-01-01,2025-02-01,20,a,1,USD",
                        "s3,birch,2025-04-01,,30,a,1,USD",
                        ""));
        RevenuePolicy first = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        RevenuePolicy second =
                first.with(Basis.EVENT, StateRounding.CENTS, FxMethod.START_LOCKED, Reactivation.within(30));
        RevenueBook.Builder book = PeriodsCsv.reader().read(file).orElseThrow().toBuilder();
        RATES.forEach(book::add);
        Reconciliation ofBook = Reconciliation.between(first, second, book.build(), SPAN);
        Reconciliation ofRows = Reconciliation.between(
                first, second, PeriodsCsv.reader().stream(file).value(), ExchangeRates.of(RATES), SPAN);
        assertThat(ofRows.text()).isEqualTo(ofBook.text());
        assertThat(ofRows.rules()).hasSize(5); // with what comes and goes within a month, which only events show
        assertThat(ofRows.headline().shares())
                .isNotEmpty()
                .containsExactlyElementsOf(ofBook.headline().shares().toList());
    }
}
