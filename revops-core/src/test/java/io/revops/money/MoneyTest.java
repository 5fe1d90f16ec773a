package io.revops.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency BHD = Currency.getInstance("BHD");
    private static final Currency GOLD = Currency.getInstance("XAU");

    @ParameterizedTest
    @CsvSource({
        "10, USD, USD 10.00",
        "10.0, USD, USD 10.00",
        "10.000, USD, USD 10.00",
        "10.5, USD, USD 10.50",
        "0.125, USD, USD 0.125",
        "1e3, USD, USD 1000.00",
        "-0.00, USD, USD 0.00",
        "1000, JPY, JPY 1000",
        "0.5, JPY, JPY 0.5",
        "1.5, BHD, BHD 1.500",
        "3, XAU, XAU 3"
    })
    void anAmountHasAtLeastItsCurrencysDigitsAndNoZerosBeyond(String amount, String code, String shown) {
        assertThat(Money.of(amount, code)).hasToString(shown);
    }

    @Test
    void amountsThatAreWrittenDifferentlyAreEqual() {
        assertThat(Money.of("10", "USD"))
                .isEqualTo(Money.of("10.000", "usd"))
                .isEqualTo(Money.of(10, "USD"))
                .isEqualTo(Money.of(new BigDecimal("1E+1"), USD))
                .isEqualTo(Money.of(BigDecimal.TEN, "USD"))
                .isEqualTo(Money.ofMinor(new BigDecimal("1000"), USD))
                .hasSameHashCodeAs(Money.of("10.0", "USD"));
        assertThat(Money.of(0, "USD")).isEqualTo(Money.zero(USD)).isEqualTo(Money.of("0e-5", "USD"));
    }

    @Test
    void amountsOfOtherCurrenciesOrSizesDiffer() {
        assertThat(Money.of(10, "USD"))
                .isNotEqualTo(Money.of(10, "EUR"))
                .isNotEqualTo(Money.of("10.01", "USD"))
                .isNotEqualTo("USD 10.00");
        assertThat(Money.of(10, "USD").hashCode())
                .isNotEqualTo(Money.of(10, "EUR").hashCode());
    }

    @Test
    void minorUnitsAreCountedInTheCurrencysOwnDigits() {
        assertThat(Money.ofMinor(new BigDecimal("1999"), USD)).hasToString("USD 19.99");
        assertThat(Money.ofMinor(new BigDecimal("1999"), JPY)).hasToString("JPY 1999");
        assertThat(Money.ofMinor(new BigDecimal("1999"), BHD)).hasToString("BHD 1.999");
        assertThat(Money.ofMinor(new BigDecimal("1999"), GOLD)).hasToString("XAU 1999");
        assertThat(Money.ofMinor(new BigDecimal("0.5"), USD)).hasToString("USD 0.005");
    }

    @Test
    void arithmeticIsExact() {
        Money price = Money.of("19.99", "USD");
        assertThat(price.plus(Money.of("0.01", "USD"))).isEqualTo(Money.of(20, "USD"));
        assertThat(price.minus(Money.of("20.005", "USD"))).isEqualTo(Money.of("-0.015", "USD"));
        assertThat(price.times(3)).isEqualTo(Money.of("59.97", "USD"));
        assertThat(price.times(new BigDecimal("0.125"))).isEqualTo(Money.of("2.49875", "USD"));
        assertThat(price.negated()).isEqualTo(Money.of("-19.99", "USD"));
        assertThat(price.amount()).isEqualTo(new BigDecimal("19.99"));
        assertThat(price.currency()).isEqualTo(USD);
    }

    @Test
    void signsAreToldApart() {
        assertThat(Money.of("0.01", "USD").signum()).isEqualTo(1);
        assertThat(Money.of("-0.01", "USD").signum()).isEqualTo(-1);
        assertThat(Money.zero(USD).signum()).isZero();
        assertThat(Money.zero(USD).isZero()).isTrue();
        assertThat(Money.of("0.001", "USD").isZero()).isFalse();
    }

    @Test
    void currenciesAreNeverAdded() {
        Money dollars = Money.of(10, "USD");
        Money euros = Money.of(10, "EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(euros))
                .withMessage("Cannot add USD and EUR. Maybe convert one of them with ExchangeRates first.");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(euros));
    }

    @Test
    void roundingGoesToTheCurrencysOwnDigits() {
        assertThat(Money.of("2.345", "USD").rounded(RoundingMode.HALF_EVEN)).isEqualTo(Money.of("2.34", "USD"));
        assertThat(Money.of("2.345", "USD").rounded(RoundingMode.HALF_UP)).isEqualTo(Money.of("2.35", "USD"));
        assertThat(Money.of("2.5", "JPY").rounded(RoundingMode.HALF_UP)).isEqualTo(Money.of(3, "JPY"));
        assertThat(Money.of("2.5", "XAU").rounded(RoundingMode.DOWN)).isEqualTo(Money.of(2, "XAU"));
    }

    @Test
    void orderIsByCurrencyThenAmount() {
        assertThat(Money.of(1, "USD")).isGreaterThan(Money.of(100, "EUR"));
        assertThat(Money.of(1, "USD")).isLessThan(Money.of("1.01", "USD"));
        assertThat(Money.of(1, "USD")).isEqualByComparingTo(Money.of("1.00", "USD"));
    }

    @Test
    void textIsReadBack() {
        assertThat(Money.parse("USD 19.99")).isEqualTo(Money.of("19.99", "USD"));
        assertThat(Money.parse("  jpy   -3 ")).isEqualTo(Money.of(-3, "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "USD", "19.99", "USD 1 2", "USD19.99"})
    void textThatIsNotACodeAndANumberIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.parse(text))
                .withMessage(
                        "There is no amount of money in (" + text + "). Maybe write a code and a number: USD 19.99.");
    }

    @Test
    void anUnknownCurrencyIsRefused() {
        assertThat(Money.currency(" try ")).isEqualTo(Currency.getInstance("TRY"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.currency("US"))
                .withMessage("There is no currency (US). Maybe an ISO 4217 code such as USD, EUR or JPY.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.currency("x".repeat(41)))
                .withMessageContaining("(" + "x".repeat(40) + "...)");
    }

    @Test
    void aCurrencyIsReadTheSameWhereIHasNoDotAbove() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Money.currency("inr")).isEqualTo(Currency.getInstance("INR"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,000.00", "$5", "1 000", "NaN", "0x10", "1e99999999999"})
    void aNumberWithOtherMarksIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.decimal(text))
                .withMessage("There is no number in (" + text + "). Maybe write it as 1234.56, without other marks.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e100000000",
                "-1e100000000",
                "1e-100000000",
                "0e100000000",
                "1e38",
                "1e-19",
                "1.0000000000000000001",
                "123456789012345678901234567890123456789",
                "12345678901234567890123456789012345678e1",
                "1234567890123456789012345678901234567.89"
            })
    void anAmountBeyondTheLimitsIsRefusedBeforeAnyArithmetic(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.decimal(text))
                .withMessage("An amount has more than 38 digits or 18 after the point. Maybe round it first.");
        BigDecimal value = new BigDecimal(text);
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(value, USD));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExchangeRate(java.time.LocalDate.EPOCH, USD, JPY, value));
    }

    @ParameterizedTest
    @CsvSource({
        "1e37, USD 10000000000000000000000000000000000000.00",
        "99999999999999999999999999999999999999, USD 99999999999999999999999999999999999999.00",
        "0.000000000000000001, USD 0.000000000000000001",
        "1.0000000000000000000000000000000000, USD 1.00",
        "0e-30, USD 0.00",
        "12345678901234567890.123456789012345678, USD 12345678901234567890.123456789012345678"
    })
    void anAmountAtTheLimitsIsKept(String text, String shown) {
        assertThat(Money.of(text, "USD")).hasToString(shown);
    }

    @Test
    void anOverlongTextIsNoNumber() {
        assertThat(Money.decimal("1." + "0".repeat(74))).isEqualByComparingTo("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.decimal("1." + "0".repeat(75)))
                .withMessageStartingWith("There is no number in (1." + "0".repeat(38) + "...)");
    }

    @Test
    void aProductBeyondTheLimitsIsRefused() {
        Money much = Money.of("1e37", "USD");
        assertThatIllegalArgumentException().isThrownBy(() -> much.times(10));
        assertThatIllegalArgumentException().isThrownBy(() -> much.times(new BigDecimal("1e100000000")));
    }

    @Test
    void whatIsLeftGoesToTheLargestRemaindersThenToTheFirst() {
        assertThat(Money.of("100.00", "USD").allocate(1, 1, 1))
                .containsExactly(Money.of("33.34", "USD"), Money.of("33.33", "USD"), Money.of("33.33", "USD"));
        assertThat(Money.of("20.00", "USD").allocateEvenly(3))
                .containsExactly(Money.of("6.67", "USD"), Money.of("6.67", "USD"), Money.of("6.66", "USD"));
        // 10 in proportion 1 : 2 : 3 is 1.666..., 3.333..., 5: the first has the largest remainder
        assertThat(Money.of(10, "JPY").allocate(1, 2, 3))
                .containsExactly(Money.of(2, "JPY"), Money.of(3, "JPY"), Money.of(5, "JPY"));
        assertThat(Money.of(10, "JPY").allocate(3, 2, 1))
                .containsExactly(Money.of(5, "JPY"), Money.of(3, "JPY"), Money.of(2, "JPY"));
        assertThat(Money.of("0.01", "USD").allocate(0, 1, 0))
                .containsExactly(Money.zero(USD), Money.of("0.01", "USD"), Money.zero(USD));
    }

    @Test
    void aLossIsSplitLikeAGain() {
        assertThat(Money.of("-0.05", "USD").allocateEvenly(2))
                .containsExactly(Money.of("-0.03", "USD"), Money.of("-0.02", "USD"));
    }

    @Test
    void aFractionOfAMinorUnitGoesToTheFirstPart() {
        assertThat(Money.of("1.005", "USD").allocateEvenly(2))
                .containsExactly(Money.of("0.505", "USD"), Money.of("0.50", "USD"));
        assertThat(Money.of("-0.001", "USD").allocate(0, 1))
                .containsExactly(Money.of("-0.001", "USD"), Money.zero(USD));
    }

    @Test
    void weightsMayBeAsLargeAsTheyCome() {
        assertThat(Money.of(3, "JPY").allocate(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .containsOnly(Money.of(1, "JPY"));
    }

    @Test
    void aSplitNeedsAWeightAboveZero() {
        Money money = Money.of(1, "USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money.allocate(1, -1))
                .withMessage("A weight is negative (-1). Maybe use weights from 0 up.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money.allocate(0, 0))
                .withMessage("There is no weight above 0. Maybe use 1 for equal parts.");
        assertThatIllegalArgumentException().isThrownBy(money::allocate);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money.allocateEvenly(0))
                .withMessage("Cannot split into (0) parts. Maybe 1 or more.");
    }

    @Test
    void thePartsOfASplitCannotBeChanged() {
        assertThat(Money.of(1, "USD").allocateEvenly(1)).isUnmodifiable();
    }

    @Test
    void nothingIsMadeOfNull() {
        assertThatNullPointerException().isThrownBy(() -> Money.of((BigDecimal) null, USD));
        assertThatNullPointerException().isThrownBy(() -> Money.of(BigDecimal.ONE, (Currency) null));
    }
}
