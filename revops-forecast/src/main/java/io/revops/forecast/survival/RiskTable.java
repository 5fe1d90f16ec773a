package io.revops.forecast.survival;

import java.util.Arrays;
import java.util.List;

/**
 * Who was under watch, who ended and who was last seen at each time, counted by weight.
 *
 * <p>At risk at t is who entered before t and was not over before t; who is last seen at t ends after whoever ends at t.
 */
final class RiskTable {
    final List<Lifetime> rows;
    final List<String> causes;
    /** The row that leaves i-th, by exit; rows of the same time in the order of their ids. */
    final int[] leaving;

    final double[] times;
    final double[] atRisk;
    final double[] ended;
    final double[] censored;
    /** By cause and time. */
    final double[][] endedBy;

    RiskTable(Lifetimes lifetimes) {
        rows = lifetimes.rows();
        causes = List.copyOf(lifetimes.causes());
        leaving = order(true);
        times = Doubles.distinct(rows.stream().mapToDouble(Lifetime::exit).toArray());
        atRisk = new double[times.length];
        ended = new double[times.length];
        censored = new double[times.length];
        endedBy = new double[causes.size()][times.length];
        int k = 0;
        for (int i : leaving) {
            Lifetime row = rows.get(i);
            while (times[k] < row.exit()) {
                k++;
            }
            if (row.cause().isPresent()) {
                ended[k] += row.weight();
                endedBy[causes.indexOf(row.cause().get())][k] += row.weight();
            } else {
                censored[k] += row.weight();
            }
        }
        int[] entering = order(false);
        int next = entering.length - 1;
        double later = 0;
        double notYet = 0;
        for (int t = times.length - 1; t >= 0; t--) {
            later += ended[t] + censored[t];
            while (next >= 0 && isLate(rows.get(entering[next]), times[t])) {
                notYet += rows.get(entering[next]).weight();
                next--;
            }
            atRisk[t] = later - notYet;
        }
    }

    private int[] order(boolean byExit) {
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> byExit
                        ? Double.compare(rows.get(a).exit(), rows.get(b).exit())
                        : Double.compare(rows.get(a).entry(), rows.get(b).entry()));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Whether a row was not yet under watch at a time. */
    static boolean isLate(Lifetime row, double time) {
        return row.entry() > 0 && row.entry() >= time;
    }

    /** How many times there are before a time at which a row enters: what happened then, it did not see. */
    int seenBefore(Lifetime row) {
        return row.entry() == 0 ? 0 : Doubles.upTo(times, row.entry());
    }

    /**
     * The variance of Σ over times up to each t of a statistic whose change with a row's weight is {@code gain} at the row's own
     * end and −{@code drift} at each time it was at risk (infinitesimal jackknife): Σ (w · u)².
     */
    double[] jackknife(double[] gain, double[] drift) {
        int m = times.length;
        double[] sums = new double[m + 1];
        for (int t = 0; t < m; t++) {
            sums[t + 1] = sums[t] + drift[t];
        }
        double[] one = new double[m + 1];
        double[] first = new double[m + 1];
        double[] second = new double[m + 1];
        for (Lifetime row : rows) {
            int from = seenBefore(row);
            double w = row.weight() * row.weight();
            double start = sums[from];
            one[from] += w;
            first[from] += w * start;
            second[from] += w * start * start;
        }
        double[] variances = new double[m];
        double n0 = 0;
        double n1 = 0;
        double n2 = 0;
        double gone = 0;
        int next = 0;
        for (int t = 0; t < m; t++) {
            n0 += one[t];
            n1 += first[t];
            n2 += second[t];
            double now = sums[t + 1];
            while (next < leaving.length && rows.get(leaving[next]).exit() == times[t]) {
                Lifetime row = rows.get(leaving[next]);
                double start = sums[seenBefore(row)];
                double w = row.weight() * row.weight();
                double u = (row.cause().isPresent() ? gain[t] : 0) - (now - start);
                gone += w * u * u;
                n0 -= w;
                n1 -= w * start;
                n2 -= w * start * start;
                next++;
            }
            variances[t] = gone + Math.max(0, now * now * n0 - 2 * now * n1 + n2);
        }
        return variances;
    }
}
