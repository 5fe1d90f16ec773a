package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Cholesky;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the columns of a Cox model keep their effect at every age.
 *
 * <p>A score test of whether a coefficient changes with g(t): with the slope U = Σ g(t) · (x − mean at risk) over the ends (the Schoenfeld
 * residuals), and the information I of the columns and of the columns times g, χ² = Uᵀ (I₂₂ − I₂₁ I₁₁⁻¹ I₁₂)⁻¹ U. P. M. Grambsch and T. M.
 * Therneau, Biometrika 81, 1994, 515–526, in the exact form of R's {@code cox.zph} since survival 3.0.
 *
 * @param columns each column by itself, in the order of the model
 * @param global all of them together; empty if it cannot be told, as where all end at one time
 */
public record ProportionalHazardsTest(List<Column> columns, Optional<ChiSquared> global) {
    public ProportionalHazardsTest {
        columns = List.copyOf(columns);
    }

    /**
     * The test of one column.
     *
     * @param test empty if it cannot be told
     */
    public record Column(String name, Optional<ChiSquared> test) {}

    /** Of a model and the lifetimes that it was trained on, with g = 1 − the Kaplan-Meier curve. */
    public static ProportionalHazardsTest of(CoxModel model, Lifetimes lifetimes) {
        return of(model, lifetimes, AgeScale.KAPLAN_MEIER);
    }

    /**
     * Of a model and the lifetimes that it was trained on.
     *
     * @throws IllegalArgumentException if they have other columns
     */
    public static ProportionalHazardsTest of(CoxModel model, Lifetimes lifetimes, AgeScale age) {
        if (!model.columns().equals(lifetimes.columns()) || lifetimes.ended() == 0) {
            throw new IllegalArgumentException("The model has the columns " + model.columns()
                    + " and the lifetimes " + lifetimes.columns() + ", " + lifetimes.ended()
                    + " ended. Maybe pass those that it was trained on.");
        }
        RiskSets sets = new RiskSets(lifetimes, model.numbers().ties());
        int p = sets.columns;
        double[] beta = new double[p];
        for (int j = 0; j < p; j++) {
            beta[j] = model.numbers().columns().get(j).coefficient() * sets.spread[j];
        }
        double[] risk = sets.scores(beta);
        for (int i = 0; i < risk.length; i++) {
            risk[i] = StrictMath.exp(risk[i]);
        }
        double[] g = age.centred(lifetimes, sets);
        double[] slope = new double[p];
        double[][] plain = new double[p][p];
        double[][] mixed = new double[p][p];
        double[][] square = new double[p][p];
        for (int i = 0; i < sets.rows; i++) {
            for (int j = 0; j < p && sets.ended[i]; j++) {
                slope[j] += sets.weight[i] * g[i] * sets.x[i * p + j];
            }
        }
        sets.walk(risk, (stratum, from, to, part, parts, share, s0, s1, s2) -> {
            double at = g[from];
            for (int j = 0; j < p; j++) {
                double mean = s1[j] / s0;
                slope[j] -= share * at * mean;
                for (int k = 0; k <= j; k++) {
                    double v = share * (s2[j][k] / s0 - mean * s1[k] / s0);
                    plain[j][k] += v;
                    mixed[j][k] += at * v;
                    square[j][k] += at * at * v;
                    if (k < j) {
                        plain[k][j] = plain[j][k];
                        mixed[k][j] = mixed[j][k];
                        square[k][j] = square[j][k];
                    }
                }
            }
        });
        return tested(model.columns(), slope, plain, mixed, square);
    }

    private static ProportionalHazardsTest tested(
            List<String> names, double[] slope, double[][] plain, double[][] mixed, double[][] square) {
        int p = slope.length;
        Cholesky first = Cholesky.of(plain, Cholesky.TOLERANCE);
        List<Column> columns = new ArrayList<>();
        double[][] rest = new double[p][p];
        for (int j = 0; j < p; j++) {
            if (first.singular().isEmpty()) {
                double[] solved = first.solve(mixed[j]);
                for (int k = 0; k < p; k++) {
                    rest[j][k] = square[j][k];
                    for (int l = 0; l < p; l++) {
                        rest[j][k] -= solved[l] * mixed[l][k];
                    }
                }
            }
            boolean told = rest[j][j] > Cholesky.TOLERANCE * square[j][j];
            columns.add(new Column(
                    names.get(j),
                    told ? Optional.of(new ChiSquared(slope[j] * slope[j] / rest[j][j], 1)) : Optional.empty()));
        }
        Cholesky all = Cholesky.of(rest, Cholesky.TOLERANCE);
        return new ProportionalHazardsTest(
                columns,
                all.singular().isPresent() ? Optional.empty() : Optional.of(new ChiSquared(all.quadratic(slope), p)));
    }
}
