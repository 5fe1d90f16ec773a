package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Training;
import io.revops.forecast.arithmetic.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What stretches or shortens a lifetime, with a curve that goes on after the last time seen: an accelerated failure time model.
 *
 * <p>log T = μ + β · x + σ z, with z of an {@link AftShape}, by maximum likelihood (J. D. Kalbfleisch and R. L. Prentice, The Statistical
 * Analysis of Failure Time Data, 2002, chapter 3). exp(β) is by what factor a unit of the column stretches every quantile. Late entry
 * and weights are allowed for, with robust standard errors where weights are fractional. Strata are not looked at; all causes count
 * as one end.
 *
 * <p>It carries the curve on, and is as right there as its shape is: compare shapes by their log-likelihood, and the curve with
 * {@link KaplanMeier}. All times must be above zero.
 */
public final class AftRegression {
    /** Beyond e^±50 times, or a spread so small or large, there is no top. */
    private static final double LIMIT = 50;

    private final AftShape shape;

    private AftRegression(AftShape shape) {
        this.shape = shape;
    }

    public static AftRegression of(AftShape shape) {
        return new AftRegression(shape);
    }

    /** The model of lifetimes with all their columns; without any it is one curve for all. */
    public Training<AftModel> train(Lifetimes lifetimes) {
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        if (lifetimes.ended() == 0) {
            return Outcomes.nothingEnded(lifetimes);
        }
        Optional<Lifetime> zero =
                lifetimes.rows().stream().filter(r -> r.exit() == 0).findFirst();
        if (zero.isPresent()) {
            return Outcomes.refused(
                    RefusalCode.UNFIT_TIME,
                    "The lifetime (" + zero.get().id() + ") is over at time zero, which has no logarithm.",
                    "count a day that has begun as half a day");
        }
        AftLikelihood likelihood = new AftLikelihood(lifetimes, shape);
        int p = likelihood.columns;
        List<String> constant = IntStream.range(0, p)
                .filter(j -> likelihood.spread[j] == 0)
                .mapToObj(lifetimes.columns()::get)
                .toList();
        if (!constant.isEmpty()) {
            return Outcomes.constant(constant);
        }
        Ascent.Way none = Ascent.up(likelihood::at, likelihood.start(0), LIMIT);
        if (!none.found()) {
            return Outcomes.refused(
                    RefusalCode.NOT_CONVERGED,
                    "The " + shape
                            + " likelihood has no highest point: the times do not differ enough, or too few ended.",
                    "read the Kaplan-Meier curve");
        }
        double[] start = new double[p + 2];
        start[0] = none.last().at[0];
        start[p + 1] = none.last().at[1];
        Optional<Integer> repeated = repeated(likelihood.at(start));
        if (repeated.isPresent()) {
            return Outcomes.refused(
                    RefusalCode.COLLINEAR_COLUMN,
                    "The column (" + lifetimes.columns().get(repeated.get() - 1)
                            + ") says only what the columns before say.",
                    "leave it out");
        }
        Ascent.Way way = Ascent.up(likelihood::at, start, LIMIT);
        List<String> far = far(likelihood, way, lifetimes.columns());
        if (!way.found() || !far.isEmpty()) {
            return Outcomes.refused(
                    RefusalCode.SEPARATING_COLUMN,
                    "The columns " + (far.isEmpty() ? lifetimes.columns() : far)
                            + " tell so well how long a lifetime is that their coefficients grow without end.",
                    "leave them out if they are known only after the end");
        }
        Provenance provenance = Outcomes.provenance("AFT regression, " + shape, lifetimes);
        AftNumbers numbers = numbers(lifetimes, likelihood, none.last(), way.last(), provenance);
        if (!hasErrors(numbers.covariance(), p + 2) || !hasErrors(numbers.robust(), p + 2)) {
            return Outcomes.refused(
                    RefusalCode.NOT_CONVERGED,
                    "The " + shape + " likelihood is flat where it is highest: what the columns " + lifetimes.columns()
                            + " do cannot be told from these lifetimes.",
                    "leave columns out, or read the Kaplan-Meier curve");
        }
        return Outcomes.trained(new AftModel(numbers), provenance, lifetimes, List.of());
    }

    /** Whether every variance is a number above 0; there may be none at all. */
    private static boolean hasErrors(Doubles covariance, int n) {
        return covariance.size() == 0 || IntStream.range(0, n).allMatch(j -> covariance.at(j * n + j) > 0);
    }

    private static Optional<Integer> repeated(Ascent.Point point) {
        int p = point.at.length - 2;
        double[][] columns = new double[p + 1][];
        for (int j = 0; j <= p; j++) {
            columns[j] = Arrays.copyOf(point.information[j], p + 1);
        }
        var singular = Cholesky.of(columns, Cholesky.TOLERANCE).singular();
        return singular.isPresent() && singular.getAsInt() > 0 ? Optional.of(singular.getAsInt()) : Optional.empty();
    }

    /** Columns whose effect over their range is beyond 8 σ and, at a top, known only to ± 70 σ: the likelihood is flat there. */
    private static List<String> far(AftLikelihood likelihood, Ascent.Way way, List<String> names) {
        Ascent.Point last = way.last();
        int n = last.at.length;
        double scale = StrictMath.exp(last.at[n - 1]);
        double[][] inverse = way.found() ? Cholesky.of(last.information, 0).symmetricInverse() : new double[n][n];
        return IntStream.range(1, n - 1)
                .filter(j -> Math.abs(last.at[j]) * likelihood.range[j - 1] > 8 * scale)
                .filter(j -> !way.found() || StrictMath.sqrt(inverse[j][j]) * likelihood.range[j - 1] > 70 * scale)
                .mapToObj(j -> names.get(j - 1))
                .toList();
    }

    private AftNumbers numbers(
            Lifetimes lifetimes, AftLikelihood likelihood, Ascent.Point none, Ascent.Point top, Provenance provenance) {
        int p = likelihood.columns;
        int n = p + 2;
        double[][] inverse = Cholesky.of(top.information, 0).symmetricInverse();
        double[][] raw = new double[n][n];
        raw[0][0] = 1;
        raw[n - 1][n - 1] = 1;
        double intercept = top.at[0];
        List<AftColumn> columns = new ArrayList<>();
        for (int j = 1; j <= p; j++) {
            double slope = top.at[j] / likelihood.spread[j - 1];
            intercept -= slope * likelihood.mean[j - 1];
            raw[j][j] = 1 / likelihood.spread[j - 1];
            raw[0][j] = -likelihood.mean[j - 1] / likelihood.spread[j - 1];
            columns.add(new AftColumn(lifetimes.columns().get(j - 1), slope));
        }
        Doubles robust = Doubles.of();
        if (lifetimes.hasFractionalWeights()) {
            double[][] meat = new double[n][n];
            for (int i = 0; i < likelihood.rows; i++) {
                double[] residual = likelihood.residual(i, top.at);
                double w = likelihood.weight(i) * likelihood.weight(i);
                for (int j = 0; j < n; j++) {
                    for (int k = 0; k < n; k++) {
                        meat[j][k] += w * residual[j] * residual[k];
                    }
                }
            }
            robust = Matrices.flat(Matrices.between(raw, Matrices.sandwich(inverse, meat)));
        }
        return new AftNumbers(
                AftNumbers.VERSION,
                lifetimes.scale(),
                shape,
                intercept,
                columns,
                StrictMath.exp(top.at[n - 1]),
                Matrices.flat(Matrices.between(raw, inverse)),
                robust,
                top.value,
                none.value,
                lifetimes.size(),
                lifetimes.ended(),
                provenance);
    }
}
