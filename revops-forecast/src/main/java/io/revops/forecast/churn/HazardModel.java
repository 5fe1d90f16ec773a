package io.revops.forecast.churn;

import io.revops.forecast.Provenance;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.survival.Doubles;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hazards of churn of the periods ahead, as plain numbers.
 *
 * @param version of this list of components
 * @param scale the unit of a period
 * @param periods how many it looks ahead
 * @param edition the edition of the features, see {@link DataSet#version}
 * @param columns the features, in the order in which they are read
 * @param renewals which columns tell when a renewal is due
 * @param causes in alphabetical order
 * @param provenance where it comes from
 */
public record HazardModel(
        int version,
        TimeScale scale,
        int periods,
        String edition,
        List<Feature> columns,
        Optional<RenewalAhead> renewals,
        List<HazardCause> causes,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public HazardModel {
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(renewals, "renewals");
        Objects.requireNonNull(provenance, "provenance");
        columns = List.copyOf(columns);
        causes = List.copyOf(causes);
        if (version != VERSION || causes.isEmpty()) {
            throw new IllegalArgumentException("The hazards are of version " + version + " with " + causes.size()
                    + " causes, and this library reads version " + VERSION
                    + ". Maybe use the library that wrote them.");
        }
        List<String> read = new ArrayList<>(columns.stream().map(Feature::name).toList());
        for (Feature f : new PeriodColumns(read, scale, periods, renewals).features()) {
            read.add(f.name());
        }
        for (HazardCause cause : causes) {
            if (!cause.model().features().equals(read)) {
                throw new IllegalArgumentException("The hazard of (" + cause.name() + ") reads "
                        + cause.model().features() + " and not " + read + ". Maybe the file was changed.");
            }
        }
    }

    /** The names of the features, in the order in which they are read. */
    public List<String> features() {
        return columns.stream().map(Feature::name).toList();
    }

    /**
     * The same data with the columns in the order in which they are read.
     *
     * @throws IllegalArgumentException if a column is missing, or is not known, or the features are of another edition
     */
    public DataSet fitting(DataSet data) {
        return new Reads(features(), edition).fitting(data);
    }

    /**
     * When to expect the end of an account, and for which cause; {@code NaN} where a value is missing. Without an as-of date the periods in
     * which renewals are due are those of months of the same length: a day or two near the end of a month may be of the next one.
     */
    public ChurnCurve curve(double... values) {
        return curve(Optional.empty(), values);
    }

    /** The same of an account as of a day, whose renewals are due by the calendar. */
    public ChurnCurve curve(LocalDate asOf, double... values) {
        return curve(Optional.of(asOf), values);
    }

    ChurnCurve curve(Optional<LocalDate> asOf, double... values) {
        return curve(values, asOf, causes.stream().map(HazardCause::model).toList());
    }

    /** The curve of each row of a table that {@link #fitting fits}. */
    public List<ChurnCurve> curves(DataSet data) {
        DataSet rows = fitting(data);
        List<ChurnCurve> curves = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            curves.add(curve(rows.date(i).or(rows::asOf), rows.values(i)));
        }
        return curves;
    }

    /** The curve of each account, in the order of the table; that of one that has asked to go is as if it had not. */
    public List<ChurnCurve> curves(FeatureTable today) {
        return curves(Tables.of(today));
    }

    private ChurnCurve curve(double[] values, Optional<LocalDate> asOf, List<LogisticModel> models) {
        double[] survival = new double[periods];
        double[][] incidence = new double[models.size()][periods];
        PeriodColumns ahead = ahead();
        double s = 1;
        double[] before = new double[models.size()];
        for (int k = 1; k <= periods; k++) {
            double[] hazards = hazards(ahead.with(values, k, asOf), models);
            double left = 0;
            for (int c = 0; c < hazards.length; c++) {
                double ends = s * hazards[c];
                before[c] += ends;
                incidence[c][k - 1] = before[c];
                left += ends;
            }
            s = Math.max(0, s - left);
            survival[k - 1] = s;
        }
        TreeMap<String, Doubles> byCause = new TreeMap<>();
        for (int c = 0; c < incidence.length; c++) {
            byCause.put(causes.get(c).name(), Doubles.of(incidence[c]));
        }
        return new ChurnCurve(scale, Doubles.of(survival), byCause);
    }

    PeriodColumns ahead() {
        return new PeriodColumns(features(), scale, periods, renewals);
    }

    /** e^η_c / (1 + Σ e^η), of a row that says its period. */
    static double[] hazards(double[] row, List<LogisticModel> models) {
        double[] eta = new double[models.size()];
        double most = 0;
        for (int c = 0; c < eta.length; c++) {
            eta[c] = models.get(c).logOdds(row);
            most = Math.max(most, eta[c]);
        }
        double all = StrictMath.exp(-most);
        for (int c = 0; c < eta.length; c++) {
            eta[c] = StrictMath.exp(eta[c] - most);
            all += eta[c];
        }
        for (int c = 0; c < eta.length; c++) {
            eta[c] /= all;
        }
        return eta;
    }

    /** {@code hazards of [involuntary, voluntary] over 12 months, 14 features}. */
    @Override
    public String toString() {
        return "hazards of " + causes.stream().map(HazardCause::name).toList() + " over " + periods + " " + scale + ", "
                + columns.size() + " features";
    }
}
