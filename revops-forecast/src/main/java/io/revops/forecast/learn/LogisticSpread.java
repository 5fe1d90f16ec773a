package io.revops.forecast.learn;

import io.revops.forecast.Normals;
import io.revops.forecast.arithmetic.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How sure a logistic regression is of all its coefficients together: others that the same rows could have given are drawn from it.
 *
 * <p>The covariance is A⁻¹ B A⁻¹ with the penalised information A and the outer products B of each group's score added up, so that
 * several rows of one account do not count as several accounts (K.-Y. Liang and S. L. Zeger, Biometrika 73, 1986, 13–22); times
 * G / (G − 1) for G groups.
 *
 * @param places which coefficient each row of the matrix is of, the base first
 * @param covariance row by row, of standardised columns
 */
public record LogisticSpread(List<Place> places, List<Double> covariance) {
    /**
     * One coefficient.
     *
     * @param feature its place among the features; −1 for the base
     * @param isOfMissing whether it is that of the value being missing
     * @param deviation of the column, by which it was divided
     */
    public record Place(int feature, boolean isOfMissing, double deviation) {}

    public LogisticSpread {
        places = List.copyOf(places);
        covariance = List.copyOf(covariance);
        if (covariance.size() != places.size() * places.size()) {
            throw new IllegalArgumentException("There are " + covariance.size() + " covariances of " + places.size()
                    + " coefficients. Maybe the file was cut.");
        }
    }

    /** Of a model and the very rows that it was learnt from. */
    public static LogisticSpread of(LogisticModel model, DataSet learnt) {
        Objects.requireNonNull(model, "model");
        DataSet rows = CanonicalOrder.of(model.fitting(learnt));
        Standardised design = Standardised.of(rows);
        double[] logOdds = model.logOddsOfEach(rows);
        int n = design.columns().size() + 1;
        double[][] information = new double[n][n];
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (int i = 0; i < logOdds.length; i++) {
            double p = LogOdds.probability(logOdds[i]);
            double residual = rows.weight(i) * (rows.label(i) - p);
            double weight = rows.weight(i) * p * (1 - p);
            double[] row = design.rows()[i];
            double[] score = scores.computeIfAbsent(rows.group(i), g -> new double[n]);
            for (int a = 0; a < n; a++) {
                score[a] += residual * row[a];
                for (int b = 0; b <= a; b++) {
                    information[a][b] += weight * row[a] * row[b];
                }
            }
        }
        for (int a = 1; a < n; a++) {
            information[a][a] += model.lambda();
        }
        double[][] inverse = Cholesky.of(information).symmetricInverse();
        double[][] covariance = new double[n][n];
        double groups = scores.size();
        double larger = groups > 1 ? groups / (groups - 1) : 1;
        for (double[] score : scores.values()) {
            double[] moved = new double[n];
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    moved[a] += inverse[a][b] * score[b];
                }
            }
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    covariance[a][b] += larger * moved[a] * moved[b];
                }
            }
        }
        List<Place> places = new ArrayList<>();
        places.add(new Place(-1, false, 1));
        design.columns().forEach(c -> places.add(new Place(c.place(), c.tellsMissing(), c.deviation())));
        return new LogisticSpread(
                places,
                Arrays.stream(covariance)
                        .flatMapToDouble(Arrays::stream)
                        .boxed()
                        .toList());
    }

    /** The standard error of a feature's coefficient in its own unit; 0 for one that was left out. */
    public double standardError(int feature) {
        for (int a = 0; a < places.size(); a++) {
            Place place = places.get(a);
            if (place.feature() == feature && !place.isOfMissing()) {
                return StrictMath.sqrt(covariance.get(a * places.size() + a)) / place.deviation();
            }
        }
        return 0;
    }

    /** Models that the same rows could have given: as many as there are streams asked of it. */
    public Drawer drawer(LogisticModel model) {
        int n = places.size();
        double[][] matrix = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                matrix[a][b] = covariance.get(a * n + b);
            }
        }
        return new Drawer(model, Cholesky.of(matrix));
    }

    /** Draws models. */
    public final class Drawer {
        private final LogisticModel model;
        private final Cholesky root;

        private Drawer(LogisticModel model, Cholesky root) {
            this.model = model;
            this.root = root;
        }

        /** One of them: it takes a number of the stream for each coefficient. */
        public LogisticModel next(RandomGenerator stream) {
            double[] z = new double[places.size()];
            Arrays.setAll(z, i -> Normals.next(stream));
            double[] moves = root.times(z);
            List<LogisticTerm> terms = new ArrayList<>(model.terms());
            for (int a = 1; a < moves.length; a++) {
                Place place = places.get(a);
                LogisticTerm t = terms.get(place.feature());
                double move = moves[a] / place.deviation();
                terms.set(
                        place.feature(),
                        new LogisticTerm(
                                t.feature(),
                                t.mean(),
                                t.coefficient() + (place.isOfMissing() ? 0 : move),
                                t.standardError(),
                                t.missingShare(),
                                t.missingCoefficient() + (place.isOfMissing() ? move : 0)));
            }
            return new LogisticModel(
                    model.version(),
                    model.base() + moves[0],
                    terms,
                    model.interceptError(),
                    model.lambda(),
                    model.logLikelihood());
        }
    }
}
