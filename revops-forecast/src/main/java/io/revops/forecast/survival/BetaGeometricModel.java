package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The retention of contracts, carried on, as plain numbers.
 *
 * @param version of this list of components
 * @param scale the unit of a period
 * @param alpha of the beta distribution over accounts: the higher, the more leave
 * @param beta the higher, the fewer leave
 * @param power c, with which an account's own risk changes with age: 1 is not at all, below 1 it falls
 * @param covariance of log α, log β and, if it was fitted, log c, row by row
 * @param logLikelihood of the table
 * @param periods how many were seen
 * @param provenance where it comes from
 */
public record BetaGeometricModel(
        int version,
        TimeScale scale,
        double alpha,
        double beta,
        double power,
        Doubles covariance,
        double logLikelihood,
        int periods,
        Provenance provenance)
        implements LifetimeCurve {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    /** A quantile later than this many periods is not reached as far as anybody can see. */
    private static final int FARTHEST = 1 << 30;

    public BetaGeometricModel {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(provenance, "provenance");
        Checks.version(version, VERSION);
        Checks.finite("the model", alpha, beta, power, logLikelihood);
        int n = covariance.size();
        if (!(alpha > 0 && beta > 0 && power > 0) || (n != 4 && n != 9) || !covariance.isFinite() || periods < 1) {
            throw new IllegalArgumentException("There is no retention with alpha " + alpha + ", beta " + beta
                    + ", power " + power + " and " + n + " covariances. Maybe the file was cut.");
        }
    }

    private BetaCurve curve() {
        return new BetaCurve(alpha, beta, power, covariance.size() == 9 ? 3 : 2);
    }

    /** α, with its standard error. */
    public Estimate alphaEstimate() {
        return raw(0, alpha);
    }

    /** β, with its standard error. */
    public Estimate betaEstimate() {
        return raw(1, beta);
    }

    /** c, with its standard error; empty if it was not fitted. */
    public Optional<Estimate> powerEstimate() {
        return covariance.size() == 9 ? Optional.of(raw(2, power)) : Optional.empty();
    }

    private Estimate raw(int j, double value) {
        int n = covariance.size() == 9 ? 3 : 2;
        return new Estimate(value, value * StrictMath.sqrt(covariance.at(j * n + j)));
    }

    /** S(t): the share that outlasts a number of periods. */
    public double survival(int periods) {
        return StrictMath.exp(curve().log(whole(periods)));
    }

    /** Of those that were there at the start of a period, counted from 1, the share that stays: S(t) / S(t − 1). */
    public double retention(int period) {
        return StrictMath.exp(curve().log(whole(period)) - curve().log(whole(period - 1)));
    }

    private static int whole(int periods) {
        if (periods < 0 || periods > FARTHEST) {
            throw new IllegalArgumentException("There are no " + periods + " periods. Maybe 0 or more.");
        }
        return periods;
    }

    /** An interval around S(t), for what is not known of the parameters; empty before the first period. */
    public Optional<Interval> interval(int periods, double level, ConfidenceBand band) {
        BetaCurve.Derived d = curve().at(whole(periods));
        double s = StrictMath.exp(d.value);
        if (!(s > 0 && s < 1)) {
            return Optional.empty();
        }
        int n = d.slope.length;
        double variance = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                variance += d.slope[j] * d.slope[k] * covariance.at(j * n + k);
            }
        }
        return Optional.of(band.around(s, s * StrictMath.sqrt(Math.max(0, variance)), level));
    }

    /** S of the whole periods in a time: contracts end only with a period. */
    @Override
    public double at(double time) {
        Shares.time(time);
        return survival((int) Math.min(FARTHEST, Math.floor(time)));
    }

    /** The first period after which a share has ended; empty if that is more than a thousand million periods away. */
    @Override
    public OptionalDouble quantile(double ended) {
        Shares.share(ended);
        double target = StrictMath.log1p(-ended);
        BetaCurve curve = curve();
        int high = 1;
        while (curve.log(high) > target) {
            if (high == FARTHEST) {
                return OptionalDouble.empty();
            }
            high *= 2;
        }
        int low = high / 2;
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (curve.log(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    @Override
    public double mean(double horizon) {
        Shares.time(horizon);
        double area = 0;
        BetaCurve curve = curve();
        int whole = (int) Math.min(FARTHEST, Math.floor(horizon));
        for (int t = 0; t < whole; t++) {
            area += StrictMath.exp(curve.log(t));
        }
        return area + StrictMath.exp(curve.log(whole)) * (horizon - whole);
    }

    /**
     * What a new account that pays 1 at the start of each period is worth: Σ S(t) / (1 + d)^t from t = 0 on, the discounted expected
     * lifetime (DEL). Times the margin of a payment it is the lifetime value.
     */
    public double discountedLifetime(DiscountRate discount) {
        return 1 + discountedRemaining(discount, 0) / (1 + discount.rate());
    }

    /**
     * What an account that has renewed a number of times, and is about to decide again, is still worth if it pays 1 at each renewal to
     * come: Σ S(t) / S(n) / (1 + d)^(t − n − 1) from t = n + 1 on, the discounted expected residual lifetime (DERL) of P. S. Fader and B.
     * G. S. Hardie, Marketing Science 29, 2010, 85–93. The first payment is due now and is not discounted. One over the churn rate would
     * value a loyal old account like an average new one.
     *
     * @param renewals made so far, from 0 on
     */
    public double discountedRemaining(DiscountRate discount, int renewals) {
        BetaCurve curve = curve();
        double from = curve.log(whole(renewals));
        double later = 1 / (1 + discount.rate());
        double worth = 1;
        double sum = 0;
        for (int t = renewals + 1; t < FARTHEST; t++) {
            double still = StrictMath.exp(curve.log(t) - from);
            sum += still * worth;
            worth *= later;
            if (still * worth / (1 - later) <= 1e-15 * sum) {
                break;
            }
        }
        return sum;
    }

    /** {@code shifted beta-geometric, alpha 0.704, beta 1.182, 7 years seen}. */
    @Override
    public String toString() {
        return (covariance.size() == 9 ? "beta-discrete-Weibull, power " + power + ", " : "shifted beta-geometric, ")
                + "alpha " + alpha + ", beta " + beta + ", " + periods + " " + scale + " seen";
    }
}
