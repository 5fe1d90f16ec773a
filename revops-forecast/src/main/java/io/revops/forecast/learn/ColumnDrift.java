package io.revops.forecast.learn;

import io.revops.forecast.arithmetic.Tails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether the values of a column, or scores, are spread as they were when the model was made.
 *
 * <p>The population stability index is Σ (now − then) · ln(now / then) over the shares of the bins, missing values being a bin; half a
 * row is added to each bin so that an empty one has a logarithm. If nothing moved, it is about (1/n + 1/m) · χ² with one degree of
 * freedom less than there are bins (B. Yurdakul, Statistical properties of population stability index, Western Michigan University,
 * 2018): what is large depends on the number of rows, and 0.1 and 0.25 are limits that somebody once chose. The Kolmogorov-Smirnov
 * distance is that at the edges of the bins, which is at most the one between all values.
 *
 * @param name of the column
 * @param then rows when the model was made, by bin, missing last
 * @param now rows now, likewise
 * @param missingThen the share of rows without a value
 * @param missingNow the same now
 * @param psi the index
 * @param ks the largest distance of the two distribution functions at the edges, of rows with a value
 * @param pValue how often chance alone gives as large an index
 */
public record ColumnDrift(
        String name,
        List<Long> then,
        List<Long> now,
        double missingThen,
        double missingNow,
        double psi,
        double ks,
        double pValue) {
    /** From here on, custom speaks of a moderate shift. */
    public static final double MODERATE = 0.1;

    /** From here on, custom speaks of a large one. */
    public static final double LARGE = 0.25;

    public ColumnDrift {
        Objects.requireNonNull(name, "name");
        then = List.copyOf(then);
        now = List.copyOf(now);
    }

    /** Of a column's bins and the values it has now. */
    public static ColumnDrift of(FrozenBins then, double... values) {
        if (then.rows() == 0 || values.length == 0) {
            throw new IllegalArgumentException("There were " + then.rows() + " rows of (" + then.name() + ") and are "
                    + values.length + " now. Maybe compare at least one with one.");
        }
        FrozenBins now = then.recount(values);
        List<Long> before = withMissing(then);
        List<Long> after = withMissing(now);
        double n = then.rows();
        double m = now.rows();
        int bins = 0;
        for (int b = 0; b < before.size(); b++) {
            bins += before.get(b) + after.get(b) > 0 ? 1 : 0;
        }
        double psi = 0;
        for (int b = 0; b < before.size(); b++) {
            if (before.get(b) + after.get(b) > 0) {
                double p = (before.get(b) + 0.5) / (n + 0.5 * bins);
                double q = (after.get(b) + 0.5) / (m + 0.5 * bins);
                psi += (q - p) * (StrictMath.log(q) - StrictMath.log(p));
            }
        }
        double pValue = bins < 2 ? 1 : Tails.aboveChiSquared(psi / (1 / n + 1 / m), bins - 1);
        return new ColumnDrift(
                then.name(), before, after, then.missing() / n, now.missing() / m, psi, distance(then, now), pValue);
    }

    private static List<Long> withMissing(FrozenBins bins) {
        List<Long> counts = new ArrayList<>(bins.counts());
        counts.add(bins.missing());
        return counts;
    }

    private static double distance(FrozenBins then, FrozenBins now) {
        double n = then.rows() - (double) then.missing();
        double m = now.rows() - (double) now.missing();
        double most = 0;
        double below = 0;
        double belowNow = 0;
        for (int b = 0; b < then.edges().size() && n > 0 && m > 0; b++) {
            below += then.counts().get(b) / n;
            belowNow += now.counts().get(b) / m;
            most = Math.max(most, Math.abs(below - belowNow));
        }
        return most;
    }

    /** Rows when the model was made. */
    public long rowsThen() {
        return then.stream().mapToLong(c -> c).sum();
    }

    /** Rows now. */
    public long rowsNow() {
        return now.stream().mapToLong(c -> c).sum();
    }

    /** Bins that have a row, then or now. */
    public int bins() {
        int bins = 0;
        for (int b = 0; b < then.size(); b++) {
            bins += then.get(b) + now.get(b) > 0 ? 1 : 0;
        }
        return bins;
    }

    /** What the index exceeds with a probability of {@code level} though nothing moved, for so many rows; 0 with one bin. */
    public double psiLimit(double level) {
        if (bins() < 2) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (Tails.aboveChiSquared(high, bins() - 1) > level) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (Tails.aboveChiSquared(middle, bins() - 1) > level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * (1.0 / rowsThen() + 1.0 / rowsNow());
    }

    /** What the distance exceeds with a probability of at most {@code level} though nothing moved: √(−½ ln(level/2) · (1/n + 1/m)). */
    public double ksLimit(double level) {
        double n = rowsThen() - (double) then.get(then.size() - 1);
        double m = rowsNow() - (double) now.get(now.size() - 1);
        return n > 0 && m > 0 ? Math.min(1, StrictMath.sqrt(-0.5 * StrictMath.log(level / 2) * (1 / n + 1 / m))) : 1;
    }

    /** {@code usage: PSI 0.31 of 1200 rows against 7043 (by chance up to 0.017), KS 0.22}. */
    @Override
    public String toString() {
        return name + ": PSI " + Rounded.of(psi, 3) + " of " + rowsNow() + " rows against " + rowsThen()
                + " (by chance up to " + Rounded.of(psiLimit(0.05), 3) + "), KS " + Rounded.of(ks, 3);
    }
}
