package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Dimension;
import io.revops.book.RevenueBook;
import io.revops.forecast.survival.Lifetime;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.NativeForm;
import io.revops.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountLifetimesTest {
    private static final Span YEAR = Span.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));

    @TempDir
    private Path folder;

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }

    private Lifetimes lifetimes() throws IOException {
        write("accounts.csv", "account_id,segment", "a,SMB", "b,Enterprise", "c,SMB", "d,SMB");
        write(
                "subscriptions.csv",
                "subscription_id,account_id,start_date",
                "s1,a,2024-11-01",
                "s2,a,2025-06-01",
                "s3,b,2025-02-01",
                "s4,c,2023-01-01",
                "s5,b,2025-03-01",
                "s6,d,2026-02-01");
        write(
                "subscription_items.csv",
                "subscription_id,effective,quantity,unit_amount,currency,billing_interval",
                "s1,2024-11-01,5,20,USD,month",
                "s2,2025-06-01,5,20,USD,month",
                "s3,2025-02-01,5,20,EUR,month",
                "s4,2023-01-01,5,20,USD,month",
                "s5,2025-03-01,5,20,USD,month",
                "s6,2026-02-01,5,20,USD,month");
        write(
                "subscription_endings.csv",
                "subscription_id,end_date,cause",
                "s1,2025-03-01,involuntary",
                "s3,2025-04-01,voluntary",
                "s4,2024-12-01,voluntary");
        RevenueView view = RevenueView.of(NativeForm.read(folder).orElseThrow(), RevenuePolicy.standard(), YEAR);
        return AccountLifetimes.of(view, TimeScale.MONTH, Dimension.SEGMENT);
    }

    /** Whoever began before the view was seen only from its first day on; whoever had left by then, or comes later, is not there. */
    @Test
    void anAccountThatComesBackBeginsAnotherLifeAndOneThatWasThereBeforeEntersLate() throws IOException {
        Lifetimes lifetimes = lifetimes();
        assertThat(lifetimes.rows())
                .extracting(Lifetime::toString)
                .containsExactly(
                        "a: ended (involuntary) at 4.0, seen from 2.0", "a (2): running at 7.0", "b: running at 11.0");
        assertThat(lifetimes.rows()).extracting(Lifetime::stratum).containsExactly("SMB", "SMB", "Enterprise");
        assertThat(lifetimes.asOf()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    /** One of two subscriptions that ends, in whatever currency, ends no life. */
    @Test
    void aLifeGoesOnWhileAnythingIsPaid() throws IOException {
        assertThat(lifetimes().rows().get(2).cause()).isEmpty();
    }

    @Test
    void aDimensionOfItemsIsNoSegmentOfAccounts() {
        RevenueView view = RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), YEAR);
        assertThatThrownBy(() -> AccountLifetimes.of(view, TimeScale.MONTH, Dimension.PRODUCT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe one of accounts");
    }
}
