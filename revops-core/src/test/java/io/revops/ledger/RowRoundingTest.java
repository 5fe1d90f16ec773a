package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.SubscriptionId;
import io.revops.book.SubscriptionPeriod;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A row's month is rounded by its currency or to four digits, and as the month of a subscription with one item is. */
class RowRoundingTest {
    @ParameterizedTest(name = "{0} {1}: {2} {3} {4}")
    @CsvSource({
        "USD, 10.004, 10.004, 10, 10",
        "USD, 10.005, 10.005, 10.01, 10",
        "USD, 10.0149999, 10.015, 10.01, 10.01",
        "USD, 3.33335, 3.3334, 3.33, 3.33",
        "USD, 3.33334999, 3.3333, 3.33, 3.33",
        "USD, 0.004, 0.004, 0, 0",
        "USD, 0.00005, 0.0001, 0, 0",
        "USD, 0.000049, 0, 0, 0",
        "USD, 0, 0, 0, 0",
        "JPY, 1234.5, 1234.5, 1235, 1234",
        "JPY, 1234.49999, 1234.5, 1234, 1234",
        "JPY, 0.49999999, 0.5, 0, 0",
        "BHD, 1.2345, 1.2345, 1.235, 1.234",
        "BHD, 1.23449999, 1.2345, 1.234, 1.234",
        "BHD, 1.2344499999, 1.2344, 1.234, 1.234"
    })
    void eachWayOfRounding(String currency, String monthly, String four, String cents, String floor) {
        assertThat(rounded(StateRounding.FOUR_DIGITS, currency, monthly)).isEqualTo(perYear(four));
        assertThat(rounded(StateRounding.CENTS, currency, monthly)).isEqualTo(perYear(cents));
        assertThat(rounded(StateRounding.FLOOR, currency, monthly)).isEqualTo(perYear(floor));
    }

    @ParameterizedTest
    @EnumSource(StateRounding.class)
    void asASubscriptionWithOneItem(StateRounding rounding) {
        for (String currency : new String[] {"USD", "JPY", "BHD"}) {
            for (int i = 1; i < 120; i++) {
                String monthly = BigDecimal.valueOf(i * 77_919L, 2 + i % 7).toPlainString();
                Map<String, Long> one = new StateRound(
                                rounding,
                                Map.of(
                                        "i",
                                        Fraction.of(new BigDecimal(monthly))
                                                .times(BigInteger.valueOf(12), BigInteger.ONE)),
                                item -> Currency.getInstance(currency))
                        .micros();
                assertThat(rounded(rounding, currency, monthly))
                        .as("%s %s", currency, monthly)
                        .isEqualTo(one.get("i"));
            }
        }
    }

    private static long perYear(String monthly) {
        return new BigDecimal(monthly).movePointRight(6).longValueExact() * 12;
    }

    private static long rounded(StateRounding rounding, String currency, String monthly) {
        PeriodRowsBuilder builder = PeriodRows.builder("rows");
        builder.add(
                1,
                new SubscriptionPeriod(
                        new SubscriptionId("s"),
                        new AccountId("a"),
                        LocalDate.of(2025, 1, 1),
                        Optional.empty(),
                        Money.of(new BigDecimal(monthly), Currency.getInstance(currency)),
                        Optional.empty(),
                        BigDecimal.ONE));
        PeriodRows rows = builder.build();
        return new RowRounding(rounding, rows).of(rows.micros(0), rows.kind(0), 0);
    }
}
