package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.Training;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share that still runs after each time, from lifetimes of which some have not ended.
 *
 * <p>S(t) = Π (1 − dᵢ / nᵢ) over times tᵢ ≤ t, with dᵢ ended of nᵢ at risk. Its variance is Greenwood's, S² · Σ dᵢ / (nᵢ (nᵢ − dᵢ)),
 * where weights are whole (copies of a row); with fractional weights (shares of a sample) it is that of the infinitesimal jackknife.
 * Rows that enter late count from then on. It assumes that who is last seen would have gone on like the others; where lifetimes end for
 * several causes, take {@link AalenJohansen} for the probability of one of them. Without any end the curve stays at 1.
 *
 * <p>E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53, 1958, 457–481.
 */
public final class KaplanMeier {
    private KaplanMeier() {}

    /** The curve of all lifetimes together, whatever their strata and causes. */
    public static Training<SurvivalCurve> of(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        Provenance provenance = Outcomes.provenance("Kaplan-Meier", lifetimes);
        List<String> reasons =
                lifetimes.ended() == 0 ? List.of("Nothing ended: the curve stays at 1.") : List.<String>of();
        return Outcomes.trained(curve(lifetimes, provenance), provenance, lifetimes, reasons);
    }

    /** The curve of each stratum. */
    public static SortedMap<String, SurvivalCurve> byStratum(Lifetimes lifetimes) {
        SortedMap<String, SurvivalCurve> curves = new TreeMap<>();
        lifetimes
                .byStratum()
                .forEach((name, group) -> curves.put(name, curve(group, Outcomes.provenance("Kaplan-Meier", group))));
        return curves;
    }

    private static SurvivalCurve curve(Lifetimes lifetimes, Provenance provenance) {
        RiskTable table = new RiskTable(lifetimes);
        int m = table.times.length;
        double[] survival = new double[m];
        double[] errors = new double[m];
        double[] gain = new double[m];
        double[] drift = new double[m];
        double s = 1;
        for (int t = 0; t < m; t++) {
            double left = table.atRisk[t] - table.ended[t];
            if (left > 0) {
                s *= left / table.atRisk[t];
                gain[t] = 1 / left;
                drift[t] = table.ended[t] / (table.atRisk[t] * left);
            } else if (table.ended[t] > 0) {
                s = 0;
            }
            survival[t] = s;
        }
        boolean robust = lifetimes.hasFractionalWeights();
        double[] variances = robust ? table.jackknife(gain, drift) : sums(drift);
        for (int t = 0; t < m; t++) {
            errors[t] = survival[t] * StrictMath.sqrt(variances[t]);
        }
        return new SurvivalCurve(
                SurvivalCurve.VERSION,
                lifetimes.scale(),
                Doubles.of(table.times),
                Doubles.of(table.atRisk),
                Doubles.of(table.ended),
                Doubles.of(table.censored),
                Doubles.of(survival),
                Doubles.of(errors),
                robust ? Errors.ROBUST : Errors.MODEL,
                provenance);
    }

    static double[] sums(double[] terms) {
        double[] sums = terms.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
