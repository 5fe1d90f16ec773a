package io.revops.forecast.learn;

import io.revops.forecast.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows to learn from: named columns of numbers, a label, a weight, and who each row is about.
 *
 * <p>A value that is missing is {@code NaN} here and is never counted as a number: each method says what it does with it. An
 * infinite value is taken as missing and named by {@link #findings}, which also names what else a statistician would ask about
 * first. Immutable; rows keep the order in which they came.
 */
public final class DataSet {
    /** No date. */
    static final long NEVER = Long.MIN_VALUE;

    private final String version;
    private final List<Feature> features;
    private final Map<String, Integer> places;
    private final double[][] columns;
    private final double[] labels;
    private final double[] weights;
    private final RowMarks marks;
    private final List<Finding> atBuilding;
    private volatile @Nullable String fingerprint;

    DataSet(
            String version,
            List<Feature> features,
            double[][] columns,
            double[] labels,
            double[] weights,
            RowMarks marks,
            List<Finding> atBuilding) {
        this.version = version;
        this.features = List.copyOf(features);
        this.columns = columns;
        this.labels = labels;
        this.weights = weights;
        this.marks = marks;
        this.atBuilding = List.copyOf(atBuilding);
        this.places = new HashMap<>();
        for (int f = 0; f < features.size(); f++) {
            places.put(features.get(f).name(), f);
        }
    }

    /** A data set with columns of these names. */
    public static DataSetBuilder of(String... names) {
        return of(Arrays.stream(names).map(Feature::of).toList());
    }

    /** A data set with these columns. */
    public static DataSetBuilder of(List<Feature> features) {
        return new DataSetBuilder(features);
    }

    /** Which edition of the features this is: a model scores only its own. */
    public String version() {
        return version;
    }

    /** The columns in order. */
    public List<Feature> features() {
        return features;
    }

    /** The names of the columns in order. */
    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    /** How many rows. */
    public int size() {
        return labels.length;
    }

    /** How many rows have a label of 1. */
    public int events() {
        int events = 0;
        for (double label : labels) {
            events += label == 1 ? 1 : 0;
        }
        return events;
    }

    /** Whether every label is 0 or 1. */
    public boolean isBinary() {
        return Arrays.stream(labels).allMatch(y -> y == 0 || y == 1);
    }

    /** One value; {@code NaN} where it is missing. */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /** The values of a row in the order of the columns; {@code NaN} where one is missing. */
    public double[] values(int row) {
        double[] values = new double[columns.length];
        for (int f = 0; f < values.length; f++) {
            values[f] = columns[f][row];
        }
        return values;
    }

    /** The values of a column in the order of the rows; {@code NaN} where one is missing. */
    public double[] column(String name) {
        return columns[place(name)].clone();
    }

    public double label(int row) {
        return labels[row];
    }

    /** The labels in the order of the rows. */
    public double[] labels() {
        return labels.clone();
    }

    public double weight(int row) {
        return weights[row];
    }

    /** The weights in the order of the rows. */
    public double[] weights() {
        return weights.clone();
    }

    public String id(int row) {
        return marks.id(row);
    }

    /** What the row belongs to, such as its account: its id unless said otherwise. */
    public String group(int row) {
        return marks.group(row);
    }

    /** The day as of which the row is. */
    public Optional<LocalDate> date(int row) {
        return RowMarks.day(marks.day(row));
    }

    /** The last day that any row was told to be of; empty for a table without dates. */
    public Optional<LocalDate> asOf() {
        return RowMarks.day(marks.asOf());
    }

    /** What was found, the gravest first. Costs a sort of each column. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(atBuilding);
        all.addAll(DataCheck.of(this));
        return List.copyOf(all);
    }

    /** Only some rows, in the order asked for. */
    public DataSet select(int... rows) {
        double[][] some = new double[columns.length][];
        for (int f = 0; f < some.length; f++) {
            some[f] = pick(columns[f], rows);
        }
        return new DataSet(
                version, features, some, pick(labels, rows), pick(weights, rows), marks.select(rows), List.of());
    }

    /** Only some columns, in the order asked for. */
    public DataSet only(List<String> names) {
        double[][] some = new double[names.size()][];
        List<Feature> kept = new ArrayList<>();
        for (int f = 0; f < some.length; f++) {
            int place = place(names.get(f));
            some[f] = columns[place];
            kept.add(features.get(place));
        }
        return new DataSet(version, kept, some, labels, weights, marks, atBuilding);
    }

    /** The same rows with other labels: a permutation of them shows what chance alone gives. */
    public DataSet withLabels(double... others) {
        if (others.length != size() || !Arrays.stream(others).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("There are " + others.length + " labels for " + size()
                    + " rows, or one is no number. Maybe one finite label for each row.");
        }
        return new DataSet(version, features, columns, others.clone(), weights, marks, atBuilding);
    }

    /** SHA-256 over names, values, labels and weights, in order: data with the same fingerprint are the same. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = print();
            fingerprint = known;
        }
        return known;
    }

    private String print() {
        Fingerprint print = Fingerprint.start().add(version + "\n" + String.join("\n", names()));
        for (double[] column : columns) {
            print.add(column);
        }
        return print.add(labels).add(weights).hex();
    }

    /** The column itself, for reading only. */
    double[] raw(int column) {
        return columns[column];
    }

    /** The labels themselves, for reading only. */
    double[] rawLabels() {
        return labels;
    }

    /** The weights themselves, for reading only. */
    double[] rawWeights() {
        return weights;
    }

    RowMarks marks() {
        return marks;
    }

    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "There is no column (" + name + ") in the data. Maybe one of " + names() + ".");
        }
        return place;
    }

    static double[] pick(double[] values, int... rows) {
        return IntStream.of(rows).mapToDouble(r -> values[r]).toArray();
    }

    /** {@code 7043 rows x 45 features, 1869 events}. */
    @Override
    public String toString() {
        return size() + " rows x " + features.size() + " features, " + events() + " events";
    }
}
