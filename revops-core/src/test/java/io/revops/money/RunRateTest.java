package io.revops.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class RunRateTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void aYearlyPlanWithoutAnExactMonthIsKeptExactly() {
        RunRate rate = RunRate.perYear(Money.of(2000, "USD"));
        assertThat(rate.perYear()).isEqualTo(Money.of(2000, "USD"));
        assertThat(rate.perMonth(RoundingMode.HALF_UP)).isEqualTo(Money.of("166.67", "USD"));
        assertThat(rate.perMonth(RoundingMode.DOWN)).isEqualTo(Money.of("166.66", "USD"));
        assertThat(rate.perMonth(4, RoundingMode.HALF_UP)).isEqualTo(Money.of("166.6667", "USD"));
        assertThat(rate.microsPerYear()).isEqualTo(new BigInteger("2000000000"));
        assertThat(rate).hasToString("USD 166.67/month");
    }

    @Test
    void theMonthIsRoundedToTheCurrencysOwnDigits() {
        assertThat(RunRate.perYear(Money.of(18, "JPY"))).hasToString("JPY 2/month");
        assertThat(RunRate.perYear(Money.of(18, "JPY")).perMonth(RoundingMode.DOWN))
                .isEqualTo(Money.of(1, "JPY"));
    }

    @Test
    void whatIsFinerThanAMicroUnitIsRoundedHalfEvenOnce() {
        assertThat(RunRate.perYear(Money.of("0.0000005", "USD")).microsPerYear())
                .isEqualTo(BigInteger.ZERO);
        assertThat(RunRate.perYear(Money.of("0.0000015", "USD")).microsPerYear())
                .isEqualTo(BigInteger.TWO);
        assertThat(RunRate.perYear(Money.of("0.00000051", "USD")).microsPerYear())
                .isEqualTo(BigInteger.ONE);
        // twelve times 0.000000125 is 0.0000015
        assertThat(RunRate.perMonth(Money.of("0.000000125", "USD")).microsPerYear())
                .isEqualTo(BigInteger.TWO);
    }

    @Test
    void monthlyAmountsAreTwelveAYear() {
        assertThat(RunRate.perMonth(Money.of("19.99", "USD")).perYear()).isEqualTo(Money.of("239.88", "USD"));
    }

    @Test
    void microUnitsOfAnySizeAreKept() {
        BigInteger large = BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TEN);
        assertThat(RunRate.ofMicrosPerYear(large, USD).microsPerYear()).isEqualTo(large);
        RunRate most = RunRate.ofMicrosPerYear(Long.MAX_VALUE, USD);
        assertThat(most.plus(most).microsPerYear())
                .isEqualTo(BigInteger.TWO.multiply(BigInteger.valueOf(Long.MAX_VALUE)));
    }

    @Test
    void arithmeticIsExact() {
        RunRate ten = RunRate.perYear(Money.of(10, "USD"));
        RunRate three = RunRate.perYear(Money.of(3, "USD"));
        assertThat(ten.plus(three)).isEqualTo(RunRate.perYear(Money.of(13, "USD")));
        assertThat(three.minus(ten)).isEqualTo(RunRate.perYear(Money.of(-7, "USD")));
        assertThat(ten.negated()).isEqualTo(RunRate.perYear(Money.of(-10, "USD")));
        assertThat(ten.times(-3)).isEqualTo(RunRate.perYear(Money.of(-30, "USD")));
        assertThat(ten.dividedBy(3).microsPerYear()).isEqualTo(BigInteger.valueOf(3_333_333));
        assertThat(RunRate.ofMicrosPerYear(5, USD).dividedBy(2).microsPerYear()).isEqualTo(BigInteger.TWO);
        assertThat(RunRate.ofMicrosPerYear(7, USD).dividedBy(2).microsPerYear()).isEqualTo(BigInteger.valueOf(4));
        assertThat(ten.currency()).isEqualTo(USD);
    }

    @Test
    void aRatioIsTheNearestDouble() {
        RunRate one = RunRate.ofMicrosPerYear(1, USD);
        assertThat(one.ratioTo(RunRate.ofMicrosPerYear(3, USD))).isEqualTo(1d / 3);
        assertThat(one.negated().ratioTo(one)).isEqualTo(-1d);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> one.ratioTo(RunRate.zero(USD)));
    }

    @Test
    void signsAreToldApart() {
        assertThat(RunRate.ofMicrosPerYear(1, USD).signum()).isEqualTo(1);
        assertThat(RunRate.ofMicrosPerYear(-1, USD).signum()).isEqualTo(-1);
        assertThat(RunRate.zero(USD).signum()).isZero();
        assertThat(RunRate.zero(USD).isZero()).isTrue();
        assertThat(RunRate.ofMicrosPerYear(1, USD).isZero()).isFalse();
    }

    @Test
    void orderIsByCurrencyThenValue() {
        RunRate yen = RunRate.ofMicrosPerYear(9, JPY);
        RunRate one = RunRate.ofMicrosPerYear(1, USD);
        assertThat(yen).isLessThan(one);
        assertThat(one).isLessThan(RunRate.ofMicrosPerYear(2, USD));
        assertThat(one).isEqualByComparingTo(RunRate.ofMicrosPerYear(BigInteger.ONE, USD));
    }

    @Test
    void equalMeansTheSameValueInTheSameCurrency() {
        RunRate one = RunRate.ofMicrosPerYear(1_000_000, USD);
        assertThat(one)
                .isEqualTo(RunRate.perYear(Money.of("1.000", "USD")))
                .hasSameHashCodeAs(RunRate.perYear(Money.of(1, "USD")))
                .isNotEqualTo(RunRate.ofMicrosPerYear(1_000_000, JPY))
                .isNotEqualTo(RunRate.ofMicrosPerYear(1_000_001, USD))
                .isNotEqualTo("USD 1.00");
        assertThat(one.hashCode())
                .isNotEqualTo(RunRate.ofMicrosPerYear(1_000_000, JPY).hashCode());
    }

    @Test
    void currenciesAreNeverCombined() {
        RunRate dollars = RunRate.zero(USD);
        RunRate yen = RunRate.zero(JPY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(yen))
                .withMessage("Cannot combine run rates in USD and JPY. Maybe set a reporting currency in the policy.");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(yen));
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.ratioTo(yen));
    }
}
