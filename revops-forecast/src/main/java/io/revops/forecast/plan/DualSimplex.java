package io.revops.forecast.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Solves small linear programs of one kind: minimise cost · x so that every row · x ≥ its need, x ≥ 0, where no cost is below
 * 0.
 *
 * <p>Nothing bought is then the cheapest of all, and only not enough: the dual simplex method mends one row after the other
 * at the least cost and needs no first phase (C. E. Lemke, Naval Research Logistics Quarterly 1, 1954, 36–47). Dense, for a
 * dozen unknowns.
 */
final class DualSimplex {
    private static final double CLOSE = 1e-10;
    private static final int MOST_STEPS = 10_000;
    private static final int GREEDY_STEPS = 1_000;

    /** One line for each row, its need last; below them the costs. Basic = −need + Σ entry × nonbasic. */
    private final double[][] table;

    private final int[] basic;
    private final int[] nonbasic;

    private DualSimplex(double[] cost, List<double[]> rows, List<Double> needs) {
        int n = cost.length;
        int m = rows.size();
        table = new double[m + 1][n + 1];
        basic = new int[m];
        nonbasic = new int[n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(rows.get(i), 0, table[i], 0, n);
            table[i][n] = -needs.get(i);
            basic[i] = n + i;
        }
        System.arraycopy(cost, 0, table[m], 0, n);
        for (int j = 0; j < n; j++) {
            nonbasic[j] = j;
        }
    }

    /** The cheapest x; null if the rows contradict each other. */
    static double @Nullable [] minimise(double[] cost, List<double[]> rows, List<Double> needs) {
        DualSimplex simplex = new DualSimplex(cost, rows, needs);
        for (int step = 0; step < MOST_STEPS; step++) {
            int row = simplex.shortRow(step < GREEDY_STEPS);
            if (row < 0) {
                return simplex.solution();
            }
            int column = simplex.cheapest(row);
            if (column < 0) {
                return null;
            }
            simplex.exchange(row, column);
        }
        throw new IllegalStateException("A program of " + cost.length + " unknowns took more than " + MOST_STEPS
                + " steps. Maybe its figures are out of all proportion to each other.");
    }

    /** The row that is shortest, or the first that is short, which cannot go in circles; -1 if none is. */
    private int shortRow(boolean greedy) {
        int last = nonbasic.length;
        int row = -1;
        for (int i = 0; i < basic.length; i++) {
            if (table[i][last] < -CLOSE) {
                boolean first = row < 0 || (greedy ? table[i][last] < table[row][last] : basic[i] < basic[row]);
                row = first ? i : row;
            }
        }
        return row;
    }

    /** What mends a row at the least cost, of equal ones the first unknown; -1 if nothing does. */
    private int cheapest(int row) {
        double[] cost = table[basic.length];
        int column = -1;
        for (int j = 0; j < nonbasic.length; j++) {
            if (table[row][j] > CLOSE) {
                double price = cost[j] * (column < 0 ? 1 : table[row][column]);
                double least = column < 0 ? 0 : cost[column] * table[row][j];
                boolean better = column < 0 || price < least || (price == least && nonbasic[j] < nonbasic[column]);
                column = better ? j : column;
            }
        }
        return column;
    }

    private void exchange(int row, int column) {
        double[] line = table[row];
        double pivot = line[column];
        for (int j = 0; j < line.length; j++) {
            line[j] = j == column ? 1 / pivot : -line[j] / pivot;
        }
        for (int i = 0; i < table.length; i++) {
            double factor = table[i][column];
            if (i != row && factor != 0) {
                for (int j = 0; j < line.length; j++) {
                    table[i][j] = (j == column ? 0 : table[i][j]) + factor * line[j];
                }
            }
        }
        int out = basic[row];
        basic[row] = nonbasic[column];
        nonbasic[column] = out;
    }

    private double[] solution() {
        double[] x = new double[nonbasic.length];
        for (int i = 0; i < basic.length; i++) {
            if (basic[i] < x.length) {
                x[basic[i]] = Math.max(0, table[i][nonbasic.length]);
            }
        }
        return x;
    }
}
