package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.Training;
import java.util.List;

/**
 * How much risk has added up by each time.
 *
 * <p>H(t) = Σ dᵢ / nᵢ over times tᵢ ≤ t, with variance Σ dᵢ / nᵢ² (O. O. Aalen, Annals of Statistics 6, 1978, 701–726), or that of the
 * infinitesimal jackknife with fractional weights. Its slope is the hazard: a straight line is a constant one.
 */
public final class NelsonAalen {
    private NelsonAalen() {}

    /** The cumulative hazard of all lifetimes together. */
    public static Training<HazardCurve> of(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        RiskTable table = new RiskTable(lifetimes);
        int m = table.times.length;
        double[] rises = new double[m];
        double[] gain = new double[m];
        double[] drift = new double[m];
        for (int t = 0; t < m; t++) {
            double n = table.atRisk[t];
            if (n > 0) {
                rises[t] = table.ended[t] / n;
                gain[t] = 1 / n;
                drift[t] = table.ended[t] / (n * n);
            }
        }
        boolean robust = lifetimes.hasFractionalWeights();
        double[] errors = robust ? table.jackknife(gain, drift) : KaplanMeier.sums(drift);
        for (int t = 0; t < m; t++) {
            errors[t] = StrictMath.sqrt(errors[t]);
        }
        Provenance provenance = Outcomes.provenance("Nelson-Aalen", lifetimes);
        HazardCurve curve = new HazardCurve(
                HazardCurve.VERSION,
                lifetimes.scale(),
                Doubles.of(table.times),
                Doubles.of(KaplanMeier.sums(rises)),
                Doubles.of(errors),
                robust ? Errors.ROBUST : Errors.MODEL,
                provenance);
        return Outcomes.trained(curve, provenance, lifetimes, List.of());
    }
}
