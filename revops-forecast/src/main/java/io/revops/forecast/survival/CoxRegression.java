package io.revops.forecast.survival;

import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Ridge;
import io.revops.forecast.Training;
import io.revops.forecast.arithmetic.Cholesky;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What raises or lowers the risk to end, whatever the risk is over time: Cox's proportional hazards.
 *
 * <p>The hazard of a row is h₀(t) · exp(β · (x − mean)), with a baseline h₀ for each stratum that is not modelled. The coefficients make the
 * partial likelihood highest: at each end, how likely was it this row of all those at risk (D. R. Cox, Journal of the Royal Statistical
 * Society B 34, 1972, 187–220). Newton's method runs on standardised columns and halves a step that does not rise. Late entry, whole
 * weights (copies) and fractional ones (with robust standard errors: D. Y. Lin and L. J. Wei, JASA 84, 1989, 1074–1078) are allowed for.
 *
 * <p>It assumes that a column multiplies the hazard by the same factor at any age; {@link ProportionalHazardsTest} tells where it does not.
 * All causes count as one end: for the hazard of one of them take {@link Lifetimes#endingBy}. Not for a column that is known only after
 * the end. A column that is constant, repeats others or separates who ends first is refused by name; {@link Ridge} is the way to keep
 * it, if that is wanted.
 */
public final class CoxRegression {
    private final Ties ties;
    private final Ridge ridge;

    private CoxRegression(Ties ties, Ridge ridge) {
        this.ties = ties;
        this.ridge = ridge;
    }

    /** Efron's ties, no ridge. */
    public static CoxRegression standard() {
        return new CoxRegression(Ties.EFRON, Ridge.none());
    }

    public CoxRegression with(Ties other) {
        return new CoxRegression(other, ridge);
    }

    public CoxRegression with(Ridge other) {
        return new CoxRegression(ties, other);
    }

    /**
     * The model of lifetimes with all their columns.
     *
     * @throws IllegalArgumentException if they have no column
     */
    public Training<CoxModel> train(Lifetimes lifetimes) {
        List<String> names = lifetimes.columns();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no column to explain the ends with. Maybe Lifetimes with columns(...), or KaplanMeier.");
        }
        if (lifetimes.size() == 0) {
            return Outcomes.noLifetimes(lifetimes);
        }
        if (lifetimes.ended() == 0) {
            return Outcomes.nothingEnded(lifetimes);
        }
        RiskSets sets = new RiskSets(lifetimes, ties);
        List<Integer> constant = IntStream.range(0, names.size())
                .filter(j -> sets.spread[j] == 0)
                .boxed()
                .toList();
        if (!constant.isEmpty() && ridge.lambda() == 0) {
            return Outcomes.constant(named(names, constant));
        }
        PartialLikelihood zero = PartialLikelihood.at(sets, new double[names.size()], ridge.lambda());
        CoxFit fit = CoxFit.of(sets, zero, ridge.lambda());
        if (fit.highest().isEmpty()) {
            return refused(fit, names);
        }
        String method = "Cox regression, " + ties + " ties" + (ridge.lambda() == 0 ? "" : ", ridge " + ridge.lambda());
        Provenance provenance = Outcomes.provenance(method, lifetimes);
        List<String> reasons = constant.isEmpty()
                ? List.of()
                : List.of("Constant and without effect: " + named(names, constant) + ".");
        CoxModel model =
                new CoxModel(numbers(lifetimes, sets, zero, fit.highest().get(), provenance));
        return Outcomes.trained(model, provenance, lifetimes, reasons);
    }

    private static List<String> named(List<String> names, List<Integer> which) {
        return which.stream().map(names::get).toList();
    }

    private static Training<CoxModel> refused(CoxFit fit, List<String> names) {
        List<String> guilty = named(names, fit.guilty);
        return switch (fit.end) {
            case SEPARATED ->
                Outcomes.refused(
                        RefusalCode.SEPARATING_COLUMN,
                        "The columns " + guilty
                                + " tell so well who ends first that their coefficients grow without end.",
                        "leave them out if they are known only after the end, or fit with Ridge.of(1)");
            case COLLINEAR ->
                Outcomes.refused(
                        RefusalCode.COLLINEAR_COLUMN,
                        "The columns " + guilty
                                + " say, among those at risk together, only what the columns before or the strata say.",
                        "leave them out, or fit with Ridge.of(1)");
            default ->
                Outcomes.refused(
                        RefusalCode.NOT_CONVERGED,
                        "The likelihood has no highest point that could be found"
                                + (guilty.isEmpty() ? "." : "; " + guilty + " went farthest."),
                        "fit with Ridge.of(1)");
        };
    }

    private CoxNumbers numbers(
            Lifetimes lifetimes,
            RiskSets sets,
            PartialLikelihood zero,
            PartialLikelihood highest,
            Provenance provenance) {
        int p = sets.columns;
        double[][] inverse =
                Cholesky.of(highest.information, Cholesky.TOLERANCE).symmetricInverse();
        List<CoxSteps> steps = CoxSteps.of(sets, highest.risk);
        List<CoxBaseline> baselines = new ArrayList<>();
        for (int s = 0; s < steps.size(); s++) {
            baselines.add(steps.get(s).baseline(sets.strata.get(s), sets.exit[sets.begin[s]], sets.spread));
        }
        List<CoxColumn> columns = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double slope = sets.spread[j] > 0 ? highest.beta[j] / sets.spread[j] : 0;
            columns.add(new CoxColumn(lifetimes.columns().get(j), sets.mean[j], slope));
        }
        return new CoxNumbers(
                CoxNumbers.VERSION,
                lifetimes.scale(),
                ties,
                ridge.lambda(),
                columns,
                unstandardised(inverse, sets.spread),
                lifetimes.hasFractionalWeights()
                        ? unstandardised(sandwich(sets, highest, steps, inverse), sets.spread)
                        : Doubles.of(),
                highest.unpenalised(ridge.lambda()),
                zero.log,
                Cholesky.of(zero.information, Cholesky.TOLERANCE).quadratic(zero.slope),
                sets.rows,
                lifetimes.ended(),
                Concordance.of(sets, sets.scores(highest.beta)),
                baselines,
                provenance);
    }

    private static double[][] sandwich(
            RiskSets sets, PartialLikelihood highest, List<CoxSteps> steps, double[][] inverse) {
        int p = sets.columns;
        double[][] meat = new double[p][p];
        double[] residual = new double[p];
        for (int s = 0; s < steps.size(); s++) {
            for (int i = sets.begin[s]; i < sets.begin[s + 1]; i++) {
                steps.get(s).residual(sets, i, highest.risk[i], residual);
                double w = sets.weight[i] * sets.weight[i];
                for (int j = 0; j < p; j++) {
                    for (int k = 0; k < p; k++) {
                        meat[j][k] += w * residual[j] * residual[k];
                    }
                }
            }
        }
        return Matrices.sandwich(inverse, meat);
    }

    private static Doubles unstandardised(double[][] covariance, double[] spread) {
        int p = spread.length;
        double[] raw = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                double both = spread[j] * spread[k];
                raw[j * p + k] = both > 0 ? covariance[j][k] / both : 0;
            }
        }
        return Doubles.of(raw);
    }
}
