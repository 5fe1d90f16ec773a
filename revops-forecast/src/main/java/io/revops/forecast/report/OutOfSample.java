package io.revops.forecast.report;

import io.revops.forecast.learn.Calibration;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Measures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a method said of rows that it had not seen, and what happened. */
public final class OutOfSample {
    private enum Kind {
        PROBABILITY,
        RANKING
    }

    private final String name;
    private final Kind kind;
    private final double[] labels;
    private final double[] said;
    private final List<LocalDate> days;
    private final List<String> notes;

    private OutOfSample(
            String name, Kind kind, double[] labels, double[] said, List<LocalDate> days, List<String> notes) {
        this.name = Objects.requireNonNull(name, "name");
        this.kind = kind;
        this.labels = labels;
        this.said = said;
        this.days = List.copyOf(days);
        this.notes = List.copyOf(notes);
        if (labels.length != said.length || labels.length != days.size()) {
            throw new IllegalArgumentException("There are " + labels.length + " outcomes, " + said.length
                    + " scores and " + days.size() + " days. Maybe one of each for each row.");
        }
    }

    /** What a learner said while rows were left out, and what it was refused; rows have a date. */
    public static OutOfSample of(CrossValidation validated, DataSet data) {
        List<LocalDate> days = Arrays.stream(validated.rows())
                .mapToObj(row -> data.date(row)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The row (" + data.id(row) + ") has no date. Maybe .on(date) when it is added.")))
                .toList();
        List<String> notes = validated.refusals().stream()
                .limit(1)
                .map(r -> validated.name() + " was refused in "
                        + validated.refusals().size() + " folds: " + r.why())
                .toList();
        return new OutOfSample(
                validated.name(), Kind.PROBABILITY, validated.labels(), validated.probabilities(), days, notes);
    }

    /**
     * What something said that is a probability, such as a model of the host's own.
     *
     * @param labels 0 or 1
     * @param said from 0 to 1
     */
    public static OutOfSample of(String name, double[] labels, double[] said, List<LocalDate> days) {
        return new OutOfSample(name, Kind.PROBABILITY, labels.clone(), said.clone(), days, List.of());
    }

    /**
     * What something said that is no probability, such as a scorecard: only its ranking can be measured.
     *
     * @param said higher for those more likely to leave
     */
    public static OutOfSample ranking(String name, double[] labels, double[] said, List<LocalDate> days) {
        return new OutOfSample(name, Kind.RANKING, labels.clone(), said.clone(), days, List.of());
    }

    /** The mean of the log-odds of two methods on the same rows. */
    public OutOfSample meanWith(OutOfSample other, String itsName) {
        if (!Arrays.equals(labels, other.labels) || !days.equals(other.days)) {
            throw new IllegalArgumentException("The rows of " + name + " and " + other.name
                    + " are not the same. Maybe measure both on the same folds.");
        }
        double[] mean = new double[said.length];
        Arrays.setAll(mean, i -> 1 / (1 + StrictMath.exp(-(logOdds(said[i]) + logOdds(other.said[i])) / 2)));
        return new OutOfSample(itsName, Kind.PROBABILITY, labels, mean, days, List.of());
    }

    /**
     * The same after calibration, as that of a model is chosen, each row by a calibrator that was made of the others.
     *
     * @throws IllegalArgumentException if it says no probabilities, or there are not ten rows of either outcome
     */
    public OutOfSample calibrated() {
        if (!isProbability()) {
            throw new IllegalArgumentException(
                    "What " + name + " says is no probability. Maybe calibrate a method that says one.");
        }
        Calibration calibration = Calibration.choose(labels, said);
        List<String> more = new ArrayList<>(notes);
        more.add(name + " is measured after calibration, each row by a calibrator ("
                + calibration.method().name().toLowerCase(Locale.ROOT)
                + ") made of the others; other methods before it.");
        return new OutOfSample(name, kind, labels, calibration.heldOut(labels, said), days, more);
    }

    private static double logOdds(double p) {
        double held = Math.min(1 - 1e-12, Math.max(1e-12, p));
        return StrictMath.log(held) - StrictMath.log1p(-held);
    }

    /** The name of the method. */
    public String name() {
        return name;
    }

    /** Whether what it says are probabilities, which can be right or wrong, and not only a ranking. */
    public boolean isProbability() {
        return kind == Kind.PROBABILITY;
    }

    /** How many rows. */
    public int size() {
        return labels.length;
    }

    /** The days of the rows, in the order of the rows. */
    public List<LocalDate> days() {
        return days;
    }

    List<String> notes() {
        return notes;
    }

    double[] labels() {
        return labels.clone();
    }

    double[] said() {
        return said.clone();
    }

    /** The measures of all rows; empty without rows. Of a ranking only those that compare scores mean anything. */
    Optional<Measures> measures() {
        return measures(IntStream.range(0, labels.length).toArray());
    }

    /** The measures of some rows. */
    Optional<Measures> measures(int... rows) {
        if (rows.length == 0) {
            return Optional.empty();
        }
        double low = Arrays.stream(said).min().orElse(0);
        double width = Arrays.stream(said).max().orElse(1) - low;
        return Optional.of(Measures.of(
                Arrays.stream(rows).mapToDouble(i -> labels[i]).toArray(),
                Arrays.stream(rows)
                        .mapToDouble(i -> isProbability() ? said[i] : width > 0 ? (said[i] - low) / width : 0.5)
                        .toArray()));
    }
}
