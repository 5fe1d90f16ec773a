package io.revops.forecast.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a {@link DataSet} row by row.
 *
 * <pre>{@code
 * DataSet data = DataSet.of("logins", "tickets")
 *         .row("acme", 1, 4, Double.NaN).on(LocalDate.of(2025, 3, 31))
 *         .row("bolt", 0, 31, 2).on(LocalDate.of(2025, 3, 31))
 *         .build();
 * }</pre>
 *
 * A row whose label is missing is left out and counted; an infinite value is taken as missing and counted.
 */
public final class DataSetBuilder {
    private final List<Feature> features;
    private final Set<String> names = new HashSet<>();
    private final long[] infinite;
    private double[][] columns;
    private double[] labels = new double[16];
    private double[] weights = new double[16];
    private final List<String> ids = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private long[] days = new long[16];
    private long[] outcomes = new long[16];
    private final Map<String, long[]> filled = new HashMap<>();
    private final List<Finding> given = new ArrayList<>();
    private int size;
    private boolean lastKept;
    private long unlabelled;
    private String version = "1";
    private long asOf = DataSet.NEVER;

    DataSetBuilder(List<Feature> features) {
        this.features = List.copyOf(features);
        for (Feature feature : this.features) {
            if (!names.add(feature.name())) {
                throw new IllegalArgumentException(
                        "Two columns are named (" + feature.name() + "). Maybe rename one of them.");
            }
        }
        infinite = new long[features.size()];
        columns = new double[features.size()][16];
    }

    /** Which edition of the features this is: {@code 1} unless said. */
    public DataSetBuilder version(String name) {
        version = name;
        return this;
    }

    /** The day as of which the table is: the latest of the rows' unless said. */
    public DataSetBuilder asOf(LocalDate day) {
        asOf = day.toEpochDay();
        return this;
    }

    /**
     * Adds a row.
     *
     * @param label 1 if the event happened and 0 if not, or a number to be predicted; {@code NaN} if it is not known
     * @param values in the order of the columns; {@code NaN} where one is missing
     */
    public DataSetBuilder row(String id, double label, double... values) {
        if (values.length != features.size()) {
            throw new IllegalArgumentException("The row (" + id + ") has " + values.length + " values for "
                    + features.size() + " columns. Maybe NaN where one is missing.");
        }
        lastKept = Double.isFinite(label);
        if (!lastKept) {
            unlabelled++;
            return this;
        }
        if (size == labels.length) {
            grow();
        }
        for (int f = 0; f < values.length; f++) {
            boolean isInfinite = Double.isInfinite(values[f]);
            infinite[f] += isInfinite ? 1 : 0;
            columns[f][size] = isInfinite ? Double.NaN : values[f] + 0.0; // minus zero is zero
        }
        labels[size] = label;
        weights[size] = 1;
        ids.add(id);
        groups.add(id);
        days[size] = DataSet.NEVER;
        outcomes[size] = DataSet.NEVER;
        size++;
        return this;
    }

    /** Counts the last row as so many. */
    public DataSetBuilder weighing(double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A row weighs " + weight + ". Maybe a weight above 0, or leave the row out.");
        }
        if (keptLast()) {
            weights[size - 1] = weight;
        }
        return this;
    }

    /** What the last row belongs to: rows of one group are never on both sides of a grouped fold. */
    public DataSetBuilder in(String group) {
        if (keptLast()) {
            groups.set(size - 1, group);
        }
        return this;
    }

    /** The day as of which the last row is. */
    public DataSetBuilder on(LocalDate day) {
        if (keptLast()) {
            days[size - 1] = day.toEpochDay();
        }
        return this;
    }

    /** The day on which the last row's outcome was known. */
    public DataSetBuilder outcomeOn(LocalDate day) {
        if (keptLast()) {
            outcomes[size - 1] = day.toEpochDay();
        }
        return this;
    }

    /** The day on which a value of the last row was written: if that is when the outcome was known, it gives it away. */
    public DataSetBuilder filledOn(String column, LocalDate day) {
        if (!names.contains(column)) {
            throw new IllegalArgumentException("There is no column (" + column + "). Maybe one of "
                    + features.stream().map(Feature::name).toList() + ".");
        }
        if (keptLast()) {
            filled.computeIfAbsent(column, c -> never(labels.length))[size - 1] = day.toEpochDay();
        }
        return this;
    }

    /** Passes on what was found while the rows were read. */
    DataSetBuilder found(List<Finding> findings) {
        given.addAll(findings);
        return this;
    }

    /** The rows so far. */
    public DataSet build() {
        double[][] cut = new double[columns.length][];
        Arrays.setAll(cut, f -> Arrays.copyOf(columns[f], size));
        long latest = asOf;
        for (int i = 0; asOf == DataSet.NEVER && i < size; i++) {
            latest = Math.max(latest, days[i]);
        }
        Map<String, long[]> written = new HashMap<>();
        filled.forEach((column, each) -> written.put(column, Arrays.copyOf(each, size)));
        RowMarks marks = new RowMarks(
                ids.toArray(String[]::new),
                groups.toArray(String[]::new),
                Arrays.copyOf(days, size),
                Arrays.copyOf(outcomes, size),
                written,
                latest);
        return new DataSet(
                version, features, cut, Arrays.copyOf(labels, size), Arrays.copyOf(weights, size), marks, found());
    }

    private List<Finding> found() {
        List<Finding> found = new ArrayList<>(given);
        if (unlabelled > 0) {
            found.add(new Finding(
                    FindingCode.NO_LABEL,
                    "",
                    unlabelled,
                    unlabelled + " rows have no label and were left out. Maybe their outcome is not known yet."));
        }
        for (int f = 0; f < infinite.length; f++) {
            if (infinite[f] > 0) {
                String name = features.get(f).name();
                found.add(new Finding(
                        FindingCode.NOT_FINITE,
                        name,
                        infinite[f],
                        "The column (" + name + ") is infinite in " + infinite[f]
                                + " rows, which are taken as missing. Maybe a division by zero."));
            }
        }
        return found;
    }

    private boolean keptLast() {
        if (size == 0 && unlabelled == 0) {
            throw new IllegalStateException("There is no row yet. Maybe add the row first.");
        }
        return lastKept;
    }

    private void grow() {
        int more = labels.length * 2;
        for (int f = 0; f < columns.length; f++) {
            columns[f] = Arrays.copyOf(columns[f], more);
        }
        labels = Arrays.copyOf(labels, more);
        weights = Arrays.copyOf(weights, more);
        days = Arrays.copyOf(days, more);
        outcomes = Arrays.copyOf(outcomes, more);
        filled.replaceAll((column, old) -> {
            long[] longer = never(more);
            System.arraycopy(old, 0, longer, 0, old.length);
            return longer;
        });
    }

    private static long[] never(int size) {
        long[] days = new long[size];
        Arrays.fill(days, DataSet.NEVER);
        return days;
    }
}
