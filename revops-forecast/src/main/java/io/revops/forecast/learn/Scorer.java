package io.revops.forecast.learn;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that says how likely the event is for a row: one of our models, or a host's own (XGBoost, ONNX, a web service), which
 * implements {@link #features} and {@link #probability} and is then measured, compared and calibrated like any other.
 *
 * <p>An implementation is immutable and may be asked by several threads at once.
 */
public interface Scorer {
    /** What it is called in tables. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The columns that it reads, in the order in which it takes them. */
    List<String> features();

    /** The edition of the features that it was made for, see {@link DataSet#version}. */
    default String version() {
        return "1";
    }

    /**
     * How likely the event is, from 0 to 1.
     *
     * @param values in the order of the features; {@code NaN} where one is missing
     */
    double probability(double... values);

    /** How likely the event is for each row of a table that {@link #fitting fits}. */
    default double[] probabilities(DataSet data) {
        DataSet rows = fitting(data);
        double[] probabilities = new double[rows.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probability(rows.values(i));
        }
        return probabilities;
    }

    /**
     * The same data with the columns in the order in which they are read.
     *
     * @throws IllegalArgumentException if a column is missing, or is not known, or the features are of another edition
     */
    default DataSet fitting(DataSet data) {
        if (!data.version().equals(version())) {
            throw new IllegalArgumentException("The features are of version " + data.version()
                    + ", and the model (" + name() + ") reads version " + version()
                    + ". Maybe build them with the schema of the model, or train again.");
        }
        Set<String> missing = new TreeSet<>(features());
        missing.removeAll(data.names());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The data have no column " + missing + ", and the model (" + name()
                    + ") reads it. Maybe add it with NaN where nothing is known.");
        }
        Set<String> unknown = new TreeSet<>(data.names());
        unknown.removeAll(features());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The model (" + name() + ") does not know the feature " + unknown
                    + ". Maybe take only the columns it reads: data.only(model.features()).");
        }
        return data.names().equals(features()) ? data : data.only(features());
    }
}
