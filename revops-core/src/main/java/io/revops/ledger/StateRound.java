package io.revops.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Rounds what the items of a subscription are worth, once: each to a micro-unit per year, or the subscription's month. */
final class StateRound {
    private static final BigInteger MONTHS = BigInteger.valueOf(12);
    private static final int FOUR = 4;
    private static final int MICRO_DIGITS = 6;

    private final StateRounding rounding;
    private final Map<String, Fraction> worth;
    private final Function<String, Currency> currency;

    /**
     * @param worth per year, by item
     */
    StateRound(StateRounding rounding, Map<String, Fraction> worth, Function<String, Currency> currency) {
        this.rounding = rounding;
        this.worth = worth;
        this.currency = currency;
    }

    Map<String, Long> micros() {
        Map<String, Long> micros = new TreeMap<>();
        if (rounding == StateRounding.NONE) {
            worth.forEach((name, value) -> micros.put(name, value.micros()));
            return micros;
        }
        Map<Currency, List<String>> together = new LinkedHashMap<>();
        worth.keySet()
                .forEach(name -> together.computeIfAbsent(currency.apply(name), c -> new ArrayList<>())
                        .add(name));
        together.forEach((in, names) -> share(in, names, micros));
        return micros;
    }

    private record Part(String name, BigInteger whole, BigDecimal rest) {}

    private void share(Currency in, List<String> names, Map<String, Long> into) {
        int digits = rounding == StateRounding.FOUR_DIGITS ? FOUR : Math.max(in.getDefaultFractionDigits(), 0);
        BigInteger scale = BigInteger.TEN.pow(digits);
        Fraction sum = Fraction.ZERO;
        List<Part> parts = new ArrayList<>();
        BigInteger given = BigInteger.ZERO;
        for (String name : names) {
            Fraction units = java.util.Objects.requireNonNull(worth.get(name)).times(scale, MONTHS);
            sum = sum.plus(units);
            BigInteger[] split = units.numerator().divideAndRemainder(units.denominator());
            BigInteger whole = split[1].signum() < 0 ? split[0].subtract(BigInteger.ONE) : split[0];
            BigInteger over = units.numerator().subtract(whole.multiply(units.denominator()));
            BigDecimal rest =
                    new BigDecimal(over).divide(new BigDecimal(units.denominator()), 30, RoundingMode.HALF_EVEN);
            parts.add(new Part(name, whole, rest));
            given = given.add(whole);
        }
        RoundingMode mode = rounding == StateRounding.FLOOR ? RoundingMode.FLOOR : RoundingMode.HALF_UP;
        BigInteger total = new BigDecimal(sum.numerator())
                .divide(new BigDecimal(sum.denominator()), 0, mode)
                .toBigIntegerExact();
        int left = total.subtract(given).intValueExact();
        parts.sort(Comparator.comparing(Part::rest).reversed().thenComparing(Part::name));
        BigInteger micros = BigInteger.TEN.pow(MICRO_DIGITS - digits).multiply(MONTHS);
        for (Part part : parts) {
            BigInteger units = left-- > 0 ? part.whole().add(BigInteger.ONE) : part.whole();
            into.put(part.name(), units.multiply(micros).longValueExact());
        }
    }
}
