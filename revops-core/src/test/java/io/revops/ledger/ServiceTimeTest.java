package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was billed for a stretch of time, per year: months where it is whole months, else weeks, else days. */
class ServiceTimeTest {
    private static final StateRules EXACT = StateRules.of(RevenuePolicy.standard());
    private static final StateRules OWN =
            StateRules.of(RevenuePolicy.standard().with(WeekFactor.FOUR, DayFactor.THIRTY));

    private static long perYear(String from, String to, boolean part, BillingInterval interval, StateRules rules) {
        return ServiceTime.perYear(
                        Fraction.of(BigDecimal.valueOf(420)),
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        part,
                        interval,
                        rules)
                .micros();
    }

    /** 420 for 1 month, 2 months, 1, 2 and 4 weeks, 5 and 10 days; with 52 weeks and 365 days a year, and with 48 and 360. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-15, 2025-02-15, 5040, 5040",
        "2025-01-31, 2025-02-28, 5040, 5040",
        "2025-01-15, 2025-03-15, 2520, 2520",
        "2025-01-15, 2025-01-22, 21840, 20160",
        "2025-01-15, 2025-01-29, 10920, 10080",
        "2025-01-15, 2025-02-12, 5460, 5040",
        "2025-01-15, 2025-01-20, 30660, 30240",
        "2025-01-15, 2025-01-25, 15330, 15120"
    })
    void aWholeStretchIsMonthsOrWeeksOrDays(String from, String to, long exact, long own) {
        assertThat(perYear(from, to, false, BillingInterval.MONTHLY, EXACT)).isEqualTo(exact * 1_000_000);
        assertThat(perYear(from, to, false, BillingInterval.MONTHLY, OWN)).isEqualTo(own * 1_000_000);
    }

    /** Ten days of a month of 31 that ends with them; as billed, the part is taken for the whole. */
    @Test
    void aPartSaysWhatTheWholePeriodWouldCost() {
        assertThat(perYear("2025-01-22", "2025-02-01", true, BillingInterval.MONTHLY, EXACT))
                .isEqualTo(420L * 31 / 10 * 12 * 1_000_000);
        assertThat(perYear(
                        "2025-01-22",
                        "2025-02-01",
                        true,
                        BillingInterval.MONTHLY,
                        StateRules.of(
                                RevenuePolicy.standard().with(SourceBasis.INVOICE_LINE, ProratedLines.AS_BILLED))))
                .isEqualTo(5040L * 1_000_000);
        assertThat(perYear("2025-01-01", "2025-02-01", true, BillingInterval.MONTHLY, EXACT))
                .isEqualTo(5040L * 1_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-15, 2025-02-15, 1",
        "2025-01-31, 2025-02-28, 1",
        "2025-02-28, 2025-03-31, 1",
        "2025-02-28, 2025-03-28, 1",
        "2024-02-29, 2025-02-28, 12",
        "2025-01-15, 2025-02-14, 0",
        "2025-01-15, 2025-01-15, 0",
        "2025-03-15, 2025-02-15, 0",
        "2025-01-30, 2025-02-28, 1",
        "2025-02-27, 2025-03-31, 0"
    })
    void monthsAreWholeFromDayToDayAndFromEndToEnd(String from, String to, int months) {
        assertThat(ServiceTime.months(LocalDate.parse(from), LocalDate.parse(to)))
                .isEqualTo(months);
    }

    /** Otherwise a ledger would go without the facts that a policy asks for, or wait for a book that it does not need. */
    @Test
    void whatElseIsReadFollowsFromThePolicy() {
        RevenuePolicy standard = RevenuePolicy.standard();
        assertThat(StateRules.of(standard).readsOtherFacts()).isFalse();
        assertThat(StateRules.of(standard).readsBook()).isFalse();
        assertThat(StateRules.of(standard.with(Grain.PARENT)).readsBook()).isTrue();
        assertThat(StateRules.of(standard.with(Grain.PARENT)).readsOtherFacts()).isFalse();
        for (PolicyOption option : new PolicyOption[] {
            SourceBasis.INVOICE_LINE, SourceBasis.CATALOG, Refund.CREDIT_REDUCES, Usage.ACTUAL, Usage.trailingAverage(2)
        }) {
            assertThat(StateRules.of(standard.with(option)).readsOtherFacts())
                    .as(option.says())
                    .isTrue();
            assertThat(StateRules.of(standard.with(option)).readsBook())
                    .as(option.says())
                    .isTrue();
        }
        assertThat(StateRules.unbilled(standard.with(SourceBasis.INVOICE_LINE)).source)
                .isEqualTo(SourceBasis.SUBSCRIPTION_STATE);
        assertThat(StateRules.unbilled(standard.with(SourceBasis.CATALOG)).source)
                .isEqualTo(SourceBasis.CATALOG);
        for (PolicyOption keeps : new PolicyOption[] {Pause.ZERO_ACTIVE, FreeAccount.ACTIVE, GapTolerance.days(3)}) {
            assertThat(StateRules.of(standard.with(keeps)).standing).isTrue();
        }
        assertThat(StateRules.of(standard).standing).isFalse();
    }
}
