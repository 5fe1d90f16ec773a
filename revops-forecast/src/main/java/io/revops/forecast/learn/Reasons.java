package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a row scores as it does: base + Σ contributions = the score, in log-odds (or in the unit of a predicted number).
 *
 * @param base the score of a row of which nothing is known
 * @param parts one for each feature, in their order
 */
public record Reasons(double base, List<Part> parts) {
    public Reasons {
        parts = List.copyOf(parts);
    }

    /**
     * What one feature contributes.
     *
     * @param feature which
     * @param value that of the row; {@code NaN} if it is missing
     * @param contribution above 0 if it raises the score
     */
    public record Part(Feature feature, double value, double contribution) {}

    /** The base and all contributions. */
    public double total() {
        double sum = base;
        for (Part part : parts) {
            sum += part.contribution();
        }
        return sum;
    }

    /** The parts that move the score most, either way; of equal ones the earlier feature. */
    public List<Part> top(int most) {
        return parts.stream()
                .filter(p -> p.contribution() != 0)
                .sorted(Comparator.comparingDouble((Part p) -> -Math.abs(p.contribution())))
                .limit(most)
                .toList();
    }

    /** What each source column contributes: the columns that were made of it together. */
    public Map<String, Double> bySource() {
        Map<String, Double> sums = new LinkedHashMap<>();
        parts.forEach(p -> sums.merge(p.feature().source(), p.contribution(), Double::sum));
        return sums;
    }

    /** What changed from an earlier scoring of the same row by the same model, feature by feature. */
    public Reasons since(Reasons earlier) {
        if (!features().equals(earlier.features())) {
            throw new IllegalArgumentException("The reasons are of other features (" + features() + " and "
                    + earlier.features() + "). Maybe score both days with the same model.");
        }
        List<Part> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part now = parts.get(i);
            changes.add(new Part(
                    now.feature(),
                    now.value(),
                    now.contribution() - earlier.parts.get(i).contribution()));
        }
        return new Reasons(base - earlier.base, changes);
    }

    private List<Feature> features() {
        return parts.stream().map(Part::feature).toList();
    }

    /** The mean of each contribution over many rows, such as those of a segment. */
    public static Reasons mean(List<Reasons> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("There are no rows. Maybe at least one.");
        }
        double base = 0;
        double[] sums = new double[rows.get(0).parts.size()];
        double[] values = new double[sums.length];
        for (Reasons row : rows) {
            base += row.base;
            for (int f = 0; f < sums.length; f++) {
                sums[f] += row.parts.get(f).contribution();
                values[f] += row.parts.get(f).value();
            }
        }
        List<Part> means = new ArrayList<>();
        for (int f = 0; f < sums.length; f++) {
            means.add(new Part(rows.get(0).parts.get(f).feature(), values[f] / rows.size(), sums[f] / rows.size()));
        }
        return new Reasons(base / rows.size(), means);
    }
}
