package io.revops.forecast.learn;

import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Logistic regression by penalised maximum likelihood.
 *
 * <p>Columns are standardised inside (missing values at the mean, see {@link LogisticTerm}), the {@link Ridge} holds their
 * coefficients, not the intercept, and Newton's method with step-halving finds the maximum. Coefficients and standard errors are
 * told in the columns' own units; with a ridge, the errors are those of the inverse of the penalised information, which are on
 * the safe side. S. le Cessie and J. C. van Houwelingen, Applied Statistics 41, 1992, 191–201.
 *
 * <ul>
 *   <li>Without a ridge, a column (or a few together) that tells the outcomes apart, be it of some rows only, has no largest
 *       likelihood: it is named, and the regression is done with a ridge of 1.
 *   <li>A constant column, or without a ridge one that is a sum of multiples of earlier ones, gets 0 and no standard error.
 *   <li>Fewer than {@value #LEAST_ROWS} rows, or {@value #LEAST_OF_EACH} of either outcome, are refused.
 * </ul>
 *
 * Do not use it where what matters is a combination or a threshold: the log-odds are a straight line in each column.
 */
public final class LogisticRegression implements Learner<LogisticModel> {
    static final int LEAST_ROWS = 20;
    static final int LEAST_OF_EACH = 5;

    /** A coefficient a deviation that tells more than rounding. */
    private static final double FAR = 1;

    private final Ridge ridge;

    private LogisticRegression(Ridge ridge) {
        this.ridge = ridge;
    }

    /** With a ridge of 1. */
    public static LogisticRegression standard() {
        return new LogisticRegression(Ridge.of(1));
    }

    /** The same held by another ridge. */
    public LogisticRegression with(Ridge option) {
        return new LogisticRegression(option);
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public Training<LogisticModel> learn(DataSet data) {
        Optional<Refused<LogisticModel>> refusal =
                Grounds.against(data, LEAST_ROWS, LEAST_OF_EACH, "the base rate for everybody: BaseRate.standard()");
        if (refusal.isPresent()) {
            return refusal.get();
        }
        DataSet rows = CanonicalOrder.of(data);
        Standardised design = Standardised.of(rows);
        List<String> reasons = new ArrayList<>();
        Ridge used = ridge;
        Irls.Fit fit = fit(rows, design, used);
        if (used.lambda() == 0 && !fit.converged()) {
            reasons.add("The outcomes are told apart without a fault by " + guilty(rows, design, fit)
                    + ", so that no coefficient has the largest likelihood; a ridge of 1 holds them. Maybe leave the column"
                    + " out if it is only known when the outcome is.");
            used = Ridge.of(1);
            fit = fit(rows, design, used);
        }
        List<String> away = used.lambda() == 0 ? runAway(rows, design, fit) : List.of();
        if (!away.isEmpty()) {
            reasons.add("Some rows all have the same outcome, and are told from the others by " + away
                    + ", so that no coefficient has the largest likelihood; a ridge of 1 holds them. Maybe more rows, or leave"
                    + " the column out.");
            used = Ridge.of(1);
            fit = fit(rows, design, used);
        }
        if (!fit.converged()) {
            throw new IllegalStateException("The regression of " + rows + " with a ridge of " + used.lambda()
                    + " did not converge. Maybe a larger ridge.");
        }
        LogisticModel model = model(rows, design, fit, used);
        for (int c = 0; c < design.columns().size(); c++) {
            if (fit.aliased()[c + 1]) {
                reasons.add("The column (" + name(rows, design, c)
                        + ") is a sum of multiples of earlier ones and was left out.");
            }
        }
        String method = "logistic regression, ridge " + used.lambda();
        return new Trained<>(model, Grounds.provenance(method, data), reasons);
    }

    private static Irls.Fit fit(DataSet rows, Standardised design, Ridge ridge) {
        double[] penalties = new double[design.columns().size() + 1];
        for (int j = 1; j < penalties.length; j++) {
            penalties[j] = ridge.lambda();
        }
        return Irls.fit(design.rows(), rows.rawLabels(), rows.rawWeights(), penalties);
    }

    /**
     * The columns whose coefficients grew until nothing was left to tell them by: not sums of others, whose coefficients never leave 0.
     * It is what a rare column does of whose rows none, or every one, had the event.
     */
    private static List<String> runAway(DataSet rows, Standardised design, Irls.Fit fit) {
        List<String> names = new ArrayList<>();
        for (int j = 1; j < fit.beta().length; j++) {
            if (fit.aliased()[j] && Math.abs(fit.beta()[j]) > FAR) {
                names.add(name(rows, design, j - 1));
            }
        }
        return names;
    }

    /** The columns whose coefficients still grew. */
    private static List<String> guilty(DataSet rows, Standardised design, Irls.Fit fit) {
        double most = 0;
        for (int j = 1; j < fit.beta().length; j++) {
            most = Math.max(most, Math.abs(fit.beta()[j]));
        }
        List<String> names = new ArrayList<>();
        for (int j = 1; j < fit.beta().length; j++) {
            if (Math.abs(fit.beta()[j]) >= most / 4) {
                names.add(name(rows, design, j - 1));
            }
        }
        return names;
    }

    private static String name(DataSet rows, Standardised design, int column) {
        Standardised.Column c = design.columns().get(column);
        return rows.features().get(c.place()).name() + (c.tellsMissing() ? " (missing)" : "");
    }

    private static LogisticModel model(DataSet rows, Standardised design, Irls.Fit fit, Ridge ridge) {
        int k = rows.features().size();
        double[] means = new double[k];
        double[] coefficients = new double[k];
        double[] shares = new double[k];
        double[] missing = new double[k];
        OptionalDouble[] errors = new OptionalDouble[k];
        java.util.Arrays.fill(errors, OptionalDouble.empty());
        double[] atZero = new double[fit.beta().length];
        atZero[0] = 1;
        double[][] covariance = fit.covariance();
        boolean anyAliased = false;
        for (int c = 0; c < design.columns().size(); c++) {
            Standardised.Column column = design.columns().get(c);
            int f = column.place();
            double beta = fit.beta()[c + 1] / column.deviation();
            atZero[c + 1] = -column.mean() / column.deviation();
            anyAliased |= fit.aliased()[c + 1];
            if (column.tellsMissing()) {
                shares[f] = column.mean();
                missing[f] = beta;
            } else {
                means[f] = column.mean();
                coefficients[f] = beta;
                errors[f] = fit.aliased()[c + 1]
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(StrictMath.sqrt(covariance[c + 1][c + 1]) / column.deviation());
            }
        }
        List<LogisticTerm> terms = new ArrayList<>();
        for (int f = 0; f < k; f++) {
            terms.add(new LogisticTerm(
                    rows.features().get(f), means[f], coefficients[f], errors[f], shares[f], missing[f]));
        }
        OptionalDouble error =
                anyAliased ? OptionalDouble.empty() : OptionalDouble.of(StrictMath.sqrt(quadratic(covariance, atZero)));
        return new LogisticModel(rows.version(), fit.beta()[0], terms, error, ridge.lambda(), fit.logLikelihood());
    }

    private static double quadratic(double[][] matrix, double... vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }

    /** {@code logistic regression, ridge 1.0}. */
    @Override
    public String toString() {
        return "logistic regression, ridge " + ridge.lambda();
    }
}
