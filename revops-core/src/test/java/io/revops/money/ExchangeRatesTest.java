package io.revops.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency CHF = Currency.getInstance("CHF");
    private static final LocalDate JAN_31 = LocalDate.of(2025, 1, 31);
    private static final LocalDate FEB_28 = LocalDate.of(2025, 2, 28);

    private static final ExchangeRate JAN = ExchangeRate.of(JAN_31, "EUR", "USD", "1.10");
    private static final ExchangeRate FEB = ExchangeRate.of(FEB_28, "EUR", "USD", "1.20");
    private static final ExchangeRates RATES = ExchangeRates.of(List.of(FEB, JAN));

    private static long micros(ExchangeRates rates, Currency from, Currency to, LocalDate on, long micros) {
        return rates.conversion(from, to, on).orElseThrow().apply(micros);
    }

    @Test
    void theRateOfADayIsTheLastOnOrBeforeIt() {
        assertThat(RATES.conversion(EUR, USD, JAN_31.minusDays(1))).isEmpty();
        assertThat(micros(RATES, EUR, USD, JAN_31, 100)).isEqualTo(110);
        assertThat(micros(RATES, EUR, USD, FEB_28.minusDays(1), 100)).isEqualTo(110);
        assertThat(micros(RATES, EUR, USD, FEB_28, 100)).isEqualTo(120);
        assertThat(micros(RATES, EUR, USD, FEB_28.plusYears(10), 100)).isEqualTo(120);
    }

    @Test
    void theInverseIsExact() {
        assertThat(micros(RATES, USD, EUR, JAN_31, 110)).isEqualTo(100);
        // 100 / 1.2 = 83.33
        assertThat(micros(RATES, USD, EUR, FEB_28, 100)).isEqualTo(83);
        assertThat(RATES.conversion(USD, EUR, JAN_31.minusDays(1))).isEmpty();
        assertThat(RATES.conversion(USD, EUR, FEB_28).orElseThrow().apply(Money.of(100, "USD")))
                .isEqualTo(Money.of("83.333333", "EUR"));
    }

    @Test
    void whatIsQuotedGoesBeforeItsInverse() {
        ExchangeRates both = RATES.plus(ExchangeRates.of(List.of(ExchangeRate.of(JAN_31, "USD", "EUR", "0.5"))));
        assertThat(micros(both, EUR, USD, FEB_28, 100)).isEqualTo(120);
        assertThat(micros(both, USD, EUR, FEB_28, 100)).isEqualTo(50);
    }

    @Test
    void aPairThatIsNotQuotedGoesThroughOneCurrency() {
        ExchangeRates rates = RATES.plus(ExchangeRates.of(
                List.of(ExchangeRate.of(JAN_31, "GBP", "USD", "1.25"), ExchangeRate.of(JAN_31, "USD", "JPY", "150"))));
        // EUR 1 = USD 1.10 = GBP 0.88 = JPY 165
        assertThat(micros(rates, EUR, GBP, JAN_31, 100)).isEqualTo(88);
        assertThat(micros(rates, GBP, EUR, JAN_31, 88)).isEqualTo(100);
        assertThat(micros(rates, EUR, JPY, JAN_31, 1)).isEqualTo(165);
        assertThat(rates.conversion(EUR, GBP, JAN_31.minusDays(1))).isEmpty();
        assertThat(rates.conversion(EUR, CHF, JAN_31)).isEmpty();
        assertThat(rates.conversion(CHF, EUR, JAN_31)).isEmpty();
    }

    @Test
    void aCrossRateIsAFractionUntilItIsApplied() {
        // a third, then three: rounding in between would lose a micro-unit
        ExchangeRates rates = ExchangeRates.of(
                List.of(ExchangeRate.of(JAN_31, "USD", "EUR", "3"), ExchangeRate.of(JAN_31, "USD", "GBP", "3")));
        assertThat(micros(rates, EUR, GBP, JAN_31, 1)).isEqualTo(1);
        assertThat(rates.conversion(EUR, GBP, JAN_31).orElseThrow().isIdentity())
                .isTrue();
    }

    @Test
    void ofSeveralWaysTheOneThroughTheFirstCodeIsTaken() {
        ExchangeRates rates = ExchangeRates.of(List.of(
                ExchangeRate.of(JAN_31, "GBP", "USD", "2"), ExchangeRate.of(JAN_31, "USD", "JPY", "100"),
                ExchangeRate.of(JAN_31, "GBP", "CHF", "1"), ExchangeRate.of(JAN_31, "CHF", "JPY", "150")));
        assertThat(micros(rates, GBP, JPY, JAN_31, 1)).isEqualTo(150);
    }

    @Test
    void aCrossRateNeedsBothHalvesByThatDay() {
        ExchangeRates rates = ExchangeRates.of(List.of(JAN, ExchangeRate.of(FEB_28, "GBP", "USD", "1.25")));
        assertThat(rates.conversion(EUR, GBP, FEB_28.minusDays(1))).isEmpty();
        assertThat(micros(rates, EUR, GBP, FEB_28, 100)).isEqualTo(88);
    }

    @Test
    void aCurrencyIsConvertedToItselfWithoutRates() {
        Conversion none = ExchangeRates.none().conversion(USD, USD, JAN_31).orElseThrow();
        assertThat(none.isIdentity()).isTrue();
        assertThat(none.apply(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(none.apply(Money.of(5, "EUR"))).isEqualTo(Money.of(5, "EUR"));
        assertThat(ExchangeRates.none().conversion(USD, EUR, JAN_31)).isEmpty();
    }

    @Test
    void ofTwoRatesOnADayTheGreaterHoldsInAnyOrder() {
        ExchangeRate other = ExchangeRate.of(JAN_31, "EUR", "USD", "1.15");
        assertThat(micros(ExchangeRates.of(List.of(JAN, other)), EUR, USD, JAN_31, 100))
                .isEqualTo(115);
        assertThat(micros(ExchangeRates.of(List.of(other, JAN)), EUR, USD, JAN_31, 100))
                .isEqualTo(115);
        assertThat(ExchangeRates.of(List.of(JAN, other))).isEqualTo(ExchangeRates.of(List.of(other, JAN)));
    }

    @Test
    void theSameRateTwiceCountsOnce() {
        assertThat(ExchangeRates.of(List.of(FEB, JAN, ExchangeRate.of(JAN_31, "EUR", "USD", "1.1000"))))
                .isEqualTo(RATES)
                .hasSameHashCodeAs(RATES);
        assertThat(RATES.plus(RATES)).isEqualTo(RATES);
        assertThat(RATES.all()).containsExactly(JAN, FEB);
    }

    @Test
    void ratesAreInTheOrderOfDateBaseAndQuote() {
        ExchangeRate gbp = ExchangeRate.of(JAN_31, "GBP", "USD", "1.25");
        ExchangeRate eurChf = ExchangeRate.of(JAN_31, "EUR", "CHF", "0.95");
        assertThat(ExchangeRates.of(List.of(FEB, gbp, JAN, eurChf)).all()).containsExactly(eurChf, JAN, gbp, FEB);
    }

    @Test
    void laterRatesAreLeftOut() {
        assertThat(RATES.upTo(JAN_31.minusDays(1))).isEqualTo(ExchangeRates.none());
        assertThat(RATES.upTo(JAN_31).all()).containsExactly(JAN);
        assertThat(RATES.upTo(FEB_28.minusDays(1)).all()).containsExactly(JAN);
        assertThat(RATES.upTo(FEB_28))
                .isEqualTo(RATES)
                .isNotEqualTo(RATES.upTo(JAN_31))
                .isNotEqualTo("rates");
    }

    @Test
    void ratesTellWhatTheyAre() {
        assertThat(ExchangeRates.none()).hasToString("no exchange rates");
        assertThat(ExchangeRates.none().isEmpty()).isTrue();
        assertThat(ExchangeRates.of(List.of())).isSameAs(ExchangeRates.none());
        assertThat(RATES.isEmpty()).isFalse();
        assertThat(RATES).hasToString("2 exchange rates of [EUR, USD], 2025-01-31 to 2025-02-28");
    }

    @Test
    void aRateIsAboveZeroAndBetweenTwoCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeRate.of(JAN_31, "EUR", "USD", "0"))
                .withMessage(
                        "The rate of EUR on 2025-01-31 is 0. Maybe a number above 0, in units of USD for one EUR.");
        assertThatIllegalArgumentException().isThrownBy(() -> ExchangeRate.of(JAN_31, "EUR", "USD", "-1.1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeRate.of(JAN_31, "EUR", "EUR", "1"))
                .withMessage("A rate is from EUR to itself. Maybe one of the two columns is wrong.");
        assertThatNullPointerException().isThrownBy(() -> new ExchangeRate(null, EUR, USD, BigDecimal.ONE));
    }

    @Test
    void aRateOf1KeepsTheAmountAndChangesTheCurrency() {
        Conversion par = Conversion.of(new BigDecimal("1.0"), USD);
        assertThat(par.isIdentity()).isTrue();
        assertThat(par.apply(7)).isEqualTo(7);
        assertThat(par.apply(Money.of(5, "EUR"))).isEqualTo(Money.of(5, "USD"));
        assertThat(par.apply(Money.of(5, "USD"))).isEqualTo(Money.of(5, "USD"));
    }

    @Test
    void aConversionRoundsHalfEvenOnce() {
        Conversion half = Conversion.of(new BigDecimal("0.5"), USD);
        assertThat(half.apply(1)).isEqualTo(0);
        assertThat(half.apply(3)).isEqualTo(2);
        assertThat(half.apply(5)).isEqualTo(2);
        assertThat(half.apply(-1)).isEqualTo(0);
        assertThat(half.apply(-3)).isEqualTo(-2);
        assertThat(half.apply(-5)).isEqualTo(-2);
        assertThat(half.apply(0)).isZero();
        assertThat(Conversion.of(new BigDecimal("0.51"), USD).apply(1)).isEqualTo(1);
        assertThat(Conversion.of(new BigDecimal("0.49"), USD).apply(1)).isEqualTo(0);
        // half a micro-unit times a million is exactly half a dollar: nothing is rounded before
        assertThat(Conversion.of(new BigDecimal("1000000"), USD).apply(Money.of("0.0000005", "EUR")))
                .isEqualTo(Money.of("0.50", "USD"));
    }

    @Test
    void aRateInRoundHundredsIsRead() {
        assertThat(ExchangeRate.of(JAN_31, "USD", "JPY", "1500").rate().scale()).isEqualTo(-2);
        assertThat(micros(
                        ExchangeRates.of(List.of(ExchangeRate.of(JAN_31, "USD", "JPY", "1500"))), USD, JPY, JAN_31, 2))
                .isEqualTo(3000);
    }

    @Test
    void aResultThatDoesNotFitIsAnError() {
        Conversion twice = Conversion.of(new BigDecimal("2"), USD);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> twice.apply(Long.MAX_VALUE));
    }
}
