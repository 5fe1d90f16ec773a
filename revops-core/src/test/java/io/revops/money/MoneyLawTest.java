package io.revops.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyLawTest {
    @Provide
    static Arbitrary<Money> monies() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of("USD", "EUR", "JPY", "BHD", "XAU"))
                .as((unscaled, scale, code) -> Money.of(BigDecimal.valueOf(unscaled, scale), code));
    }

    /** Otherwise a cent would be lost, or made, whenever an invoice is split. */
    @Property
    void thePartsOfASplitAddUp(
            @ForAll("monies") Money money,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 1000) Long> weights) {
        Assume.that(weights.stream().anyMatch(w -> w > 0));
        Money sum = money.allocate(longs(weights)).stream().reduce(Money.zero(money.currency()), Money::plus);
        assertThat(sum).isEqualTo(money);
    }

    /** Otherwise somebody would carry more than a rounding. */
    @Property
    void eachPartIsWithinAMinorUnitOfItsShare(
            @ForAll("monies") Money money,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 1000) Long> weights) {
        Assume.that(weights.stream().anyMatch(w -> w > 0));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(Money.digits(money.currency()));
        Money whole = money.rounded(RoundingMode.DOWN);
        List<Money> parts = whole.allocate(longs(weights));
        BigDecimal total =
                BigDecimal.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal share =
                    whole.amount().multiply(BigDecimal.valueOf(weights.get(i))).divide(total, MathContext.DECIMAL128);
            assertThat(parts.get(i).amount().subtract(share).abs()).isLessThan(unit);
            assertThat(parts.get(i).amount().remainder(unit)).isEqualByComparingTo(BigDecimal.ZERO);
        }
        assertThat(money.allocate(longs(weights)).subList(1, parts.size())).isEqualTo(parts.subList(1, parts.size()));
    }

    /** Otherwise a smaller seat count could carry a larger part. */
    @Property
    void aGreaterWeightNeverGetsLess(
            @ForAll @LongRange(min = 0, max = 100_000) long minor,
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 50) Long> weights) {
        List<Money> parts = Money.ofMinor(BigDecimal.valueOf(minor), Currency.getInstance("USD"))
                .allocate(longs(weights));
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < parts.size(); j++) {
                if (weights.get(i) > weights.get(j)) {
                    assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(j));
                }
            }
        }
    }

    /** Otherwise what is written to a file is not what is read from it. */
    @Property
    void textIsReadBack(@ForAll("monies") Money money) {
        assertThat(Money.parse(money.toString())).isEqualTo(money).isEqualByComparingTo(money);
    }

    /** Otherwise the order in which invoices are added would show in the total. */
    @Property
    void additionIsExactInAnyOrder(
            @ForAll @Size(min = 1, max = 10)
                    List<@LongRange(min = -1_000_000_000L, max = 1_000_000_000L) Long> micros) {
        Currency usd = Currency.getInstance("USD");
        RunRate forwards = RunRate.zero(usd);
        RunRate backwards = RunRate.zero(usd);
        for (int i = 0; i < micros.size(); i++) {
            forwards = forwards.plus(RunRate.ofMicrosPerYear(micros.get(i), usd));
            backwards = backwards.plus(RunRate.ofMicrosPerYear(micros.get(micros.size() - 1 - i), usd));
        }
        assertThat(forwards).isEqualTo(backwards).hasSameHashCodeAs(backwards);
        assertThat(forwards.microsPerYear())
                .isEqualTo(BigInteger.valueOf(
                        micros.stream().mapToLong(Long::longValue).sum()));
    }

    /** MRR and ARR are one thing seen twice: twelve exact months are the year. */
    @Property
    void twelveMonthsAreAYear(@ForAll("monies") Money monthly) {
        assertThat(RunRate.perMonth(monthly)).isEqualTo(RunRate.perYear(monthly.times(12)));
        assertThat(RunRate.perMonth(monthly).perMonth(7, RoundingMode.HALF_EVEN))
                .isEqualTo(monthly);
    }

    /** A converted amount is the nearest micro-unit, and of two the even one. */
    @Property
    void aConversionIsTheNearestMicroUnit(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long micros,
            @ForAll @IntRange(min = 1, max = 100_000) int rate) {
        Conversion conversion = Conversion.of(BigDecimal.valueOf(rate, 3), Currency.getInstance("USD"));
        BigDecimal exact = BigDecimal.valueOf(micros).multiply(BigDecimal.valueOf(rate, 3));
        assertThat(conversion.apply(micros))
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        assertThat(conversion.apply(-micros)).isEqualTo(-conversion.apply(micros));
        assertThat(conversion.apply(Money.of(BigDecimal.valueOf(micros, 6), "EUR")))
                .isEqualTo(Money.of(BigDecimal.valueOf(conversion.apply(micros), 6), "USD"));
    }

    private static long[] longs(List<Long> weights) {
        return weights.stream().flatMapToLong(LongStream::of).toArray();
    }
}
