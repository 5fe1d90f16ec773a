package io.revops.forecast.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Dimension;
import io.revops.forecast.DueRenewal;
import io.revops.forecast.History;
import io.revops.forecast.Nature;
import io.revops.forecast.Observed;
import io.revops.forecast.Propensity;
import io.revops.forecast.Quantity;
import io.revops.forecast.Refused;
import io.revops.forecast.Training;
import io.revops.metric.Unit;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often renewals succeed, counted by hand. */
class BaseRatesTest {
    private static RenewalRates rates(TermBook book) {
        return BaseRates.standard()
                .train(book.history("2022-01-01", "2024-01-01"))
                .orElseThrow();
    }

    private static DueRenewal due(String segment, int number) {
        return new DueRenewal("s", "a", segment, number, LocalDate.of(2024, 2, 1), 100);
    }

    @Test
    void aSegmentIsDrawnToAllAndATenureToItsSegment() {
        RenewalRates rates = rates(TermBook.sixty());
        double all = (48 + 0.5) / (60 + 1);
        double small = (30 + 10 * all) / (40 + 10);
        double large = (18 + 10 * all) / (20 + 10);
        assertThat(rates.overall().probability()).isCloseTo(all, within(1e-15));
        assertThat(rates.cell("SMB", Optional.empty()).orElseThrow().probability())
                .isCloseTo(small, within(1e-15));
        Propensity first = rates.of(due("Enterprise", 1));
        assertThat(first.probability()).isCloseTo((18 + 10 * large) / (20 + 10), within(1e-15));
        assertThat(first.cases()).isEqualTo(20);
        assertThat(first.because()).isEqualTo("18 of 20 first renewals of Enterprise succeeded");
        assertThat(rates.of(due("SMB", 2)).probability()).isCloseTo(small, within(1e-15));
        assertThat(rates.of(due("Public sector", 1)).probability()).isCloseTo(all, within(1e-15));
        assertThat(rates.uplift()).isZero();
        assertThat(rates)
                .hasToString("Renewals, as of 2023-12-31\n  48 of 60 renewals\n  18 of 20 renewals of Enterprise\n"
                        + "  18 of 20 first renewals of Enterprise\n  30 of 40 renewals of SMB\n"
                        + "  30 of 40 first renewals of SMB");
    }

    @Test
    void anotherDimensionAndShrinkageCanBeChosen() {
        History history = TermBook.sixty().history("2022-01-01", "2024-01-01");
        RenewalRates rates = BaseRates.standard()
                .by(Dimension.REGION)
                .with(RenewalShrinkage.of(1))
                .train(history)
                .orElseThrow();
        assertThat(rates.cells()).hasSize(3);
        assertThat(rates.cells().get(1).probability()).isCloseTo((48 + 48.5 / 61) / 61, within(1e-15));
        assertThat(rates.provenance().method()).isEqualTo("renewals by region, shrinkage 1.0");
        assertThatThrownBy(() -> BaseRates.standard().by(Dimension.STAGE))
                .hasMessageContaining("Maybe one of accounts");
        assertThatThrownBy(() -> RenewalShrinkage.of(0)).hasMessageContaining("Maybe 10");
    }

    /** At the end of June, a renewal in August whose end was written down in May is not asked about. */
    @Test
    void whatWasKnownToEndTwoMonthsBeforeIsNoCase() {
        TermBook book = TermBook.sixty()
                .pays("warned/1", "2022-08-10", 500)
                .term("warned/1", 12)
                .ends("warned/1", "2023-08-10", "2023-05-20")
                .pays("late/1", "2022-08-10", 500)
                .term("late/1", 12)
                .ends("late/1", "2023-08-10", "2023-07-02");
        RenewalRates rates = rates(book);
        assertThat(rates.overall().due()).isEqualTo(61);
        assertThat(rates.overall().renewed()).isEqualTo(48);
    }

    /** A rise from 1,000 to 1,300, and 48 renewals of 36,000 + 216,000 as they were. */
    @Test
    void aContractThatTakesThePlaceOfOneIsARenewalAndItsRiseIsUplift() {
        TermBook book = TermBook.sixty()
                .pays("new-paper/1", "2022-05-20", 1000)
                .term("new-paper/1", 12)
                .ends("new-paper/1", "2023-05-20", "2023-05-20")
                .pays("new-paper/2", "2023-05-20", 1300)
                .term("new-paper/2", 12);
        RenewalRates rates = rates(book);
        assertThat(rates.overall().renewed()).isEqualTo(49);
        double before = 30 * 1200 + 18 * 12_000 + 1000;
        assertThat(rates.uplift()).isCloseTo(300 / before, within(1e-12));
    }

    /** A book that goes on for another year gives the same rates as of the same day, bit for bit. */
    @Test
    void whatHappensLaterChangesNothing() {
        TermBook more = TermBook.sixty()
                .pays("next/1", "2024-03-01", 99)
                .ends("account-101/1", "2024-06-15", "2024-06-01")
                .ends("account-104/1", "2023-12-31", "2024-01-02");
        History longer = more.history("2022-01-01", "2025-01-01").asOf(LocalDate.of(2023, 12, 31));
        Training<RenewalRates> then = BaseRates.standard().train(longer);
        assertThat(then.orElseThrow()).isEqualTo(rates(TermBook.sixty()));
    }

    @Test
    void fewerThanThirtyRenewalsAreRefusedWithTheirNumber() {
        TermBook few = TermBook.start();
        for (int i = 0; i < 29; i++) {
            few.pays("a" + i + "/1", "2022-03-15", 100).term("a" + i + "/1", 12);
        }
        Training<RenewalRates> training = BaseRates.standard().train(few.history("2022-01-01", "2024-01-01"));
        Refused<RenewalRates> refused = (Refused<RenewalRates>) training;
        assertThat(refused.need()).contains(new Refused.Need("renewals", 30, 29));
        assertThat(refused.fallback()).contains("renewal rate by count");
        few.pays("a29/1", "2022-03-15", 100).term("a29/1", 12);
        RateCell overall = BaseRates.standard()
                .train(few.history("2022-01-01", "2024-01-01"))
                .orElseThrow()
                .overall();
        assertThat(overall.probability()).isCloseTo(30.5 / 31, within(1e-15));
    }

    @Test
    void withoutTermsOrABookItIsRefused() {
        TermBook monthly = TermBook.start().pays("a/1", "2022-01-01", 100);
        assertThat(BaseRates.standard()
                        .train(monthly.history("2022-01-01", "2024-01-01"))
                        .toString())
                .contains("There are 0 renewals", "give subscriptions their terms");
        assertThat(BaseRates.standard().train(TermBook.start().history("2022-01-01", "2024-01-01")))
                .isInstanceOf(Refused.class);
        Quantity arr = new Quantity("arr", "ARR", Unit.MONEY_PER_YEAR, "USD", Nature.LEVEL);
        History numbers = History.of(Observed.ofMonths(arr, LocalDate.of(2025, 1, 1), 1, 2, 3));
        assertThat(BaseRates.standard().train(numbers)).isInstanceOf(Refused.class);
    }
}
