package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The probability to have ended by each time for each of several causes, of which only the first to come happens.
 *
 * <p>F_c(t) = Σ S(tᵢ−) · d_cᵢ / nᵢ over times tᵢ ≤ t: the causes add up to 1 − S. One minus the Kaplan-Meier curve of a cause that takes
 * the others for censored overstates it, often two or three times: it asks what would happen if nobody could end for another reason.
 * The variance is that of the infinitesimal jackknife, Σ wᵢ (∂F/∂wᵢ)², or Σ (wᵢ ∂F/∂wᵢ)² with fractional weights.
 *
 * <p>O. O. Aalen and S. Johansen, Scandinavian Journal of Statistics 5, 1978, 141–150.
 */
public final class AalenJohansen {
    private AalenJohansen() {}

    /** The incidence of each cause, of all lifetimes together. */
    public static Training<CumulativeIncidence> of(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        if (lifetimes.ended() == 0) {
            return Outcomes.nothingEnded(lifetimes);
        }
        RiskTable table = new RiskTable(lifetimes);
        int m = table.times.length;
        double[] survival = new double[m + 1];
        double[] logDrift = new double[m + 1];
        survival[0] = 1;
        for (int t = 0; t < m; t++) {
            double left = table.atRisk[t] - table.ended[t];
            boolean nobody = table.ended[t] > 0 && left <= 0;
            survival[t + 1] = nobody ? 0 : survival[t] * (table.atRisk[t] > 0 ? left / table.atRisk[t] : 1);
            logDrift[t + 1] = logDrift[t] + (left > 0 ? table.ended[t] / (table.atRisk[t] * left) : 0);
        }
        boolean robust = lifetimes.hasFractionalWeights();
        List<CauseIncidence> causes = new ArrayList<>();
        for (int c = 0; c < table.causes.size(); c++) {
            double[] share = new double[m + 1];
            double[] slide = new double[m + 1];
            for (int t = 0; t < m; t++) {
                double rise = table.ended[t] > 0 ? survival[t] * table.endedBy[c][t] / table.atRisk[t] : 0;
                share[t + 1] = share[t] + rise;
                slide[t + 1] = slide[t] + (rise > 0 ? rise * (logDrift[t] - 1 / table.atRisk[t]) : 0);
            }
            causes.add(new CauseIncidence(
                    table.causes.get(c),
                    tail(share),
                    Doubles.of(errors(table, c, survival, logDrift, share, slide, robust))));
        }
        Provenance provenance = Outcomes.provenance("Aalen-Johansen", lifetimes);
        CumulativeIncidence curves = new CumulativeIncidence(
                CumulativeIncidence.VERSION,
                lifetimes.scale(),
                Doubles.of(table.times),
                Doubles.of(table.atRisk),
                tail(survival),
                causes,
                provenance);
        return Outcomes.trained(curves, provenance, lifetimes, List.of());
    }

    private static Doubles tail(double[] values) {
        return Doubles.of(Arrays.copyOfRange(values, 1, values.length));
    }

    /**
     * Each row's influence on F(t) is linear in two known curves. While it is at risk it is G(t) − G(e) − A(e) (F(t) − F(e)), with A the
     * sum of d/(n(n−d)) before, G the sum of (A − 1/n) dF and e its entry; after its end, p + q (F(t) − F(end)). So sums of squares need
     * one pass.
     */
    private static double[] errors(
            RiskTable table,
            int cause,
            double[] survival,
            double[] drift,
            double[] share,
            double[] slide,
            boolean robust) {
        int m = table.times.length;
        Squares watched = new Squares();
        Squares gone = new Squares();
        Squares[] entering = new Squares[m + 1];
        for (Lifetime row : table.rows) {
            int e = table.seenBefore(row);
            if (entering[e] == null) {
                entering[e] = new Squares();
            }
            entering[e].add(weight(row, robust), drift[e] * share[e] - slide[e], -drift[e]);
        }
        double[] errors = new double[m];
        int next = 0;
        for (int t = 0; t < m; t++) {
            if (entering[t] != null) {
                watched.add(entering[t]);
            }
            while (next < table.leaving.length
                    && table.rows.get(table.leaving[next]).exit() == table.times[t]) {
                Lifetime row = table.rows.get(table.leaving[next++]);
                int e = table.seenBefore(row);
                double w = weight(row, robust);
                double start = drift[e] * share[e] - slide[e];
                watched.add(-w, start, -drift[e]);
                boolean itself = row.cause().isPresent();
                boolean thus = itself && row.cause().get().equals(table.causes.get(cause));
                double p = start + slide[t + 1] - drift[e] * share[t + 1] + (thus ? survival[t] / table.atRisk[t] : 0);
                double left = table.atRisk[t] - table.ended[t];
                double q = 0;
                if (left > 0) {
                    q = drift[t + 1] - drift[e] - (itself ? 1 / left : 0);
                }
                gone.add(w, p - q * share[t + 1], q);
            }
            errors[t] = StrictMath.sqrt(gone.sum(0, share[t + 1]) + watched.sum(slide[t + 1], share[t + 1]));
        }
        return errors;
    }

    private static double weight(Lifetime row, boolean robust) {
        return robust ? row.weight() * row.weight() : row.weight();
    }

    /** Σ w (a + b x)² for any x, and for all a shifted alike. */
    private static final class Squares {
        private double w;
        private double wa;
        private double wb;
        private double waa;
        private double wab;
        private double wbb;

        void add(double weight, double a, double b) {
            w += weight;
            wa += weight * a;
            wb += weight * b;
            waa += weight * a * a;
            wab += weight * a * b;
            wbb += weight * b * b;
        }

        void add(Squares other) {
            w += other.w;
            wa += other.wa;
            wb += other.wb;
            waa += other.waa;
            wab += other.wab;
            wbb += other.wbb;
        }

        double sum(double shift, double x) {
            double sum = waa + 2 * x * wab + x * x * wbb + 2 * shift * (wa + x * wb) + shift * shift * w;
            return Math.max(0, sum);
        }
    }
}
