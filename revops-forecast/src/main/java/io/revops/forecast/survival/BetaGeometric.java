package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.arithmetic.Cholesky;
import java.util.ArrayList;
import java.util.List;

/**
 * How the retention of contracts goes on after the renewals seen so far.
 *
 * <p>At each renewal an account leaves with a probability of its own, the same each time; these probabilities have a beta distribution
 * over accounts. So those who leave easily leave early and retention rises with age, though nobody becomes more loyal: S(t) = B(α, β +
 * t) / B(α, β), the shifted beta-geometric distribution (P. S. Fader and B. G. S. Hardie, How to project customer retention, Journal of
 * Interactive Marketing 21, 2007, 76–90). With {@link Ageing#FITTED} an account's own probability changes as well: S(t) = B(α, β + t^c) /
 * B(α, β), the beta-discrete-Weibull distribution (P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin and T. Steenburgh, Journal of Interactive
 * Marketing 43, 2018, 1–16). Both by maximum likelihood.
 *
 * <p>Not for what can end at any time, nor for cohorts that differ: fit each. Two periods at least, three with ageing.
 */
public final class BetaGeometric {
    /** Beyond e^±12 accounts no longer differ from each other in a way that data could show. */
    private static final double LIMIT = 12;

    private final Ageing ageing;

    private BetaGeometric(Ageing ageing) {
        this.ageing = ageing;
    }

    /** Without ageing. */
    public static BetaGeometric standard() {
        return new BetaGeometric(Ageing.NONE);
    }

    public BetaGeometric with(Ageing other) {
        return new BetaGeometric(other);
    }

    /**
     * The model of lifetimes in whole periods.
     *
     * @throws IllegalArgumentException if a time is not whole, see {@link RetentionTable#of}
     */
    public Training<BetaGeometricModel> train(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        if (lifetimes.ended() == 0) {
            return Outcomes.nothingEnded(lifetimes);
        }
        return train(RetentionTable.of(lifetimes), Outcomes.provenance(method(), lifetimes));
    }

    /** The model of a table; the provenance says where the table comes from. */
    public Training<BetaGeometricModel> train(RetentionTable table, Provenance provenance) {
        int n = ageing == Ageing.NONE ? 2 : 3;
        double lost = table.ended().stream().sum();
        if (lost == 0) {
            return Outcomes.tooFew(
                    RefusalCode.NOTHING_ENDED,
                    "Nothing ended in " + table.periods() + " periods.",
                    "ended lifetimes",
                    1,
                    0,
                    "wait for the first");
        }
        if (table.periods() < n) {
            return Outcomes.tooFew(
                    RefusalCode.HISTORY_TOO_SHORT,
                    "The " + method() + " model has " + n + " parameters and there are " + table.periods()
                            + " periods.",
                    "periods",
                    n,
                    table.periods(),
                    ageing == Ageing.NONE ? "wait for the next renewal" : "fit it without ageing");
        }
        double exposed = 0;
        double watched = 0;
        for (int t = table.periods() - 1; t >= 0; t--) {
            watched += table.ended().at(t) + table.running().at(t);
            exposed += watched;
            watched -= t > 0 ? table.entered().at(t - 1) : 0;
        }
        double rate = Math.min(0.99, Math.max(0.01, lost / Math.max(lost, exposed)));
        double[] start = new double[n];
        start[0] = StrictMath.log(2 * rate);
        start[1] = StrictMath.log(2 * (1 - rate));
        Ascent.Way way = Ascent.up(theta -> likelihood(table, theta), start, LIMIT);
        if (!way.found()) {
            return Outcomes.refused(
                    RefusalCode.NOT_CONVERGED,
                    "The " + method()
                            + " likelihood has no highest point: as far as the table shows, retention does not rise with age.",
                    "take one loss rate for all ages, " + lost / exposed + " a period");
        }
        double[] at = way.last().at;
        BetaGeometricModel model = new BetaGeometricModel(
                BetaGeometricModel.VERSION,
                table.scale(),
                StrictMath.exp(at[0]),
                StrictMath.exp(at[1]),
                n == 3 ? StrictMath.exp(at[2]) : 1,
                Matrices.flat(Cholesky.of(way.last().information, 0).symmetricInverse()),
                way.last().value,
                table.periods(),
                provenance);
        List<String> reasons = new ArrayList<>();
        if (model.alpha() < 1) {
            reasons.add("The mean lifetime has no end (alpha is below 1): take a horizon or a discount.");
        }
        return new Trained<>(model, provenance, reasons);
    }

    private String method() {
        return ageing == Ageing.NONE ? "shifted beta-geometric" : "beta-discrete-Weibull";
    }

    static Ascent.Point likelihood(RetentionTable table, double[] theta) {
        int n = theta.length;
        BetaCurve curve = new BetaCurve(
                StrictMath.exp(theta[0]), StrictMath.exp(theta[1]), n == 3 ? StrictMath.exp(theta[2]) : 1, n);
        double[] slope = new double[n];
        double[][] information = new double[n][n];
        double value = 0;
        BetaCurve.Derived before = curve.at(0);
        for (int t = 0; t < table.periods(); t++) {
            BetaCurve.Derived after = curve.at(t + 1);
            double still = table.running().at(t) - table.entered().at(t);
            value += still * after.value;
            add(after, still, slope, information);
            double ended = table.ended().at(t);
            if (ended > 0) {
                BetaCurve.Derived end = BetaCurve.Derived.logDifference(before, after);
                value += ended * end.value;
                add(end, ended, slope, information);
            }
            before = after;
        }
        return new Ascent.Point(theta, value, slope, information);
    }

    private static void add(BetaCurve.Derived d, double times, double[] slope, double[][] information) {
        for (int j = 0; j < slope.length; j++) {
            slope[j] += times * d.slope[j];
            for (int k = 0; k < slope.length; k++) {
                information[j][k] -= times * d.curve[j][k];
            }
        }
    }
}
