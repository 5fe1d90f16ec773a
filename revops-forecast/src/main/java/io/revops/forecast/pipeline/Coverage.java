package io.revops.forecast.pipeline;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How much open pipeline there is for what is left of a quota.
 *
 * <p>In the middle of a period the pipeline is held against what is left (open / (quota − closed)), not against the whole quota.
 * What is needed is one over the win rate: at 25 % won, four times what is left. All three are in one currency.
 *
 * @param quota what is asked for
 * @param closed what has been won of it
 * @param open what is open and expected to close in its period
 */
public record Coverage(Money quota, Money closed, Money open) {
    public Coverage {
        OneCurrency.of(quota, closed, open);
        if (quota.signum() < 0 || closed.signum() < 0 || open.signum() < 0) {
            throw new IllegalArgumentException("A quota of " + quota + ", " + closed + " closed and " + open
                    + " open do not go together. Maybe none of them is below zero.");
        }
    }

    /** A quota, what has been won of it, and what is open. */
    public static Coverage of(Money quota, Money closed, Money open) {
        return new Coverage(quota, closed, open);
    }

    /** A quota of which nothing has been won yet. */
    public static Coverage of(Money quota, Money open) {
        return new Coverage(quota, Money.zero(quota.currency()), open);
    }

    /** What is left of the quota, never below zero. */
    public Money remaining() {
        Money left = quota.minus(closed);
        return left.signum() < 0 ? Money.zero(quota.currency()) : left;
    }

    /** Whether nothing is left of a quota. */
    public boolean isMet() {
        return quota.signum() > 0 && remaining().isZero();
    }

    /** Open / quota; undefined without a quota. */
    public Reading<Ratio> ofQuota() {
        return quota.isZero() ? noQuota() : Reading.known(Ratio.of(open, quota));
    }

    /** Open / what is left; undefined without a quota, and once it is met. */
    public Reading<Ratio> ofRemaining() {
        if (quota.isZero()) {
            return noQuota();
        }
        return remaining().isZero()
                ? Reading.undefined(
                        UndefinedCode.NO_QUOTA,
                        "The quota is met: " + closed + " of " + quota
                                + " is won, so nothing is left to cover. Maybe look at the next period.")
                : Reading.known(Ratio.of(open, remaining()));
    }

    /** How many times what is left has to be open: 1 / win rate; undefined where nothing is won. */
    public static Reading<Ratio> required(double winRate) {
        return winRate(winRate) == 0 ? neverWon() : Reading.known(new Ratio(1 / winRate));
    }

    /** What has to be open for what is left: left / win rate, to the minor unit, upwards. */
    public Reading<Money> needed(double winRate) {
        if (remaining().isZero()) {
            return Reading.known(remaining());
        }
        if (winRate(winRate) == 0) {
            return neverWon();
        }
        BigDecimal exact = remaining().amount().divide(BigDecimal.valueOf(winRate), MathContext.DECIMAL128);
        int digits = Math.max(0, quota.currency().getDefaultFractionDigits());
        return Reading.known(Money.of(exact.setScale(digits, RoundingMode.CEILING), quota.currency()));
    }

    /** What has to be opened beside what is open; zero if there is enough. */
    public Reading<Money> gap(double winRate) {
        return needed(winRate)
                .value()
                .<Reading<Money>>map(
                        n -> Reading.known(n.minus(open).signum() < 0 ? Money.zero(quota.currency()) : n.minus(open)))
                .orElseGet(Coverage::neverWon);
    }

    private static double winRate(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A win rate is " + share + ". Maybe a share between 0 and 1.");
        }
        return share;
    }

    private static <V> Reading<V> neverWon() {
        return Reading.undefined(
                UndefinedCode.NONE_CLOSED,
                "The win rate is zero, so no pipeline is enough. Maybe the win rate of a longer span.");
    }

    private static <V> Reading<V> noQuota() {
        return Reading.undefined(
                UndefinedCode.NO_QUOTA, "There is no quota, so there is nothing to cover. Maybe load quotas.csv.");
    }

    /** {@code USD 350,000.00 open for USD 350,000.00 of USD 500,000.00}. */
    @Override
    public String toString() {
        return Unit.MONEY.print(open) + " open for " + Unit.MONEY.print(remaining()) + " of " + Unit.MONEY.print(quota);
    }
}
