package io.revops.forecast.plan;

import io.revops.ledger.RevenueView;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How evenly a period was sold: months of 20, 30 and 50 stand at 20, 50 and 100 %, and lie 16.7 % from even, since that much
 * would have had to be sold in another month.
 *
 * @param months what was sold in each part of the period, at least one, in one currency, none below 0
 */
public record Linearity(List<Money> months) {
    public Linearity {
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("There is no month. Maybe the three of a quarter.");
        }
        for (Money month : months) {
            if (month.signum() < 0) {
                throw new IllegalArgumentException(
                        "A month sold " + month + ", below 0. Maybe wins alone, without what was lost.");
            }
        }
    }

    public static Linearity of(Money... months) {
        return new Linearity(List.of(months));
    }

    /**
     * Of the deals that were won in each month of a view's span, at the exchange rates of the day before it.
     *
     * @return undefined without a book, or where amounts cannot be told in one currency
     */
    public static Reading<Linearity> of(RevenueView view) {
        return BookWins.byMonth(view);
    }

    /** All that was sold. */
    public Money total() {
        return months.stream().reduce(Money::plus).orElseThrow();
    }

    /** What was sold up to the end of each month, as a share of all. */
    public Reading<List<Ratio>> cumulative() {
        if (total().isZero()) {
            return none();
        }
        List<Ratio> shares = new ArrayList<>();
        Money sum = Money.zero(total().currency());
        for (Money month : months) {
            sum = sum.plus(month);
            shares.add(Ratio.of(sum, total()));
        }
        return Reading.known(List.copyOf(shares));
    }

    /** The share that would have had to be sold in another month for all to be equal: ½ Σ |share − 1/n|. */
    public Reading<Ratio> fromEven() {
        return from(Collections.nCopies(months.size(), 1.0));
    }

    /**
     * The same from a season: ½ Σ |share − weight / Σ weights|.
     *
     * @param weights one for each month, from 0 up, not all 0
     */
    public Reading<Ratio> from(List<Double> weights) {
        if (weights.size() != months.size()) {
            throw new IllegalArgumentException(
                    "There are " + weights.size() + " weights for " + months.size() + " months. Maybe one for each.");
        }
        if (total().isZero()) {
            return none();
        }
        BigDecimal whole = weights.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal distance = BigDecimal.ZERO;
        for (int m = 0; m < months.size(); m++) {
            BigDecimal share = months.get(m).amount().divide(total().amount(), MathContext.DECIMAL128);
            BigDecimal even = BigDecimal.valueOf(weights.get(m)).divide(whole, MathContext.DECIMAL128);
            distance = distance.add(share.subtract(even).abs());
        }
        return Reading.known(new Ratio(
                distance.divide(BigDecimal.valueOf(2), MathContext.DECIMAL128).doubleValue()));
    }

    private static <V> Reading<V> none() {
        return Reading.undefined(UndefinedCode.NONE_CLOSED, "Nothing was sold, so no month has a share of it.");
    }
}
