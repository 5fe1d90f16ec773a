package io.revops.forecast.plan;

import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The linear program of hiring, in full rep-months: minimise cost · n so that A n ≥ need, 0 ≤ n ≤ most; and its best whole
 * numbers by branch and bound. Every number of A is at least 0, so rounding a solution up gives another one, and a row can be
 * met exactly if the most hires meet it.
 */
final class HiringProgram {
    private static final double CLOSE = 1e-9;

    private final double[] cost;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> needs = new ArrayList<>();
    private final List<Span> unreached = new ArrayList<>();
    private final OptionalInt most;

    /** Whole hires, and whether none are cheaper. */
    record Whole(List<Double> hires, boolean proven) {
        static Whole of(double[] hires, boolean proven) {
            return new Whole(Arrays.stream(hires).boxed().toList(), proven);
        }
    }

    private HiringProgram(double[] cost, OptionalInt most) {
        this.cost = cost;
        this.most = most;
    }

    static HiringProgram of(
            CapacityModel team, CapacityGap gap, HiringGoal goal, List<HiringCost> costs, OptionalInt most) {
        HiringProgram program =
                new HiringProgram(costs.stream().mapToDouble(HiringCost::cost).toArray(), most);
        double unit = team.productivity().amount().doubleValue() * team.attainment();
        double[] sum = new double[costs.size()];
        double missing = 0;
        for (int m = 1; m <= gap.months().size(); m++) {
            double[] row = new double[costs.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = unit == 0 ? 0 : team.ofHire(costs.get(i).month(), m) / unit;
                sum[i] += row[i];
            }
            double need = gap.months().get(m - 1).gap() / (unit == 0 ? 1 : unit);
            missing += need;
            boolean last = m == gap.months().size();
            Span month = gap.months().get(m - 1).month();
            switch (goal) {
                case EVERY_MONTH -> program.need(row, need, month);
                case CUMULATIVE -> program.need(sum.clone(), missing, month);
                case YEAR -> {
                    if (last) {
                        program.need(sum.clone(), missing, month);
                    }
                }
            }
        }
        return program;
    }

    private void need(double[] row, double need, Span month) {
        if (need <= CLOSE) {
            return;
        }
        double reach = 0;
        for (double one : row) {
            if (one > CLOSE) {
                reach += most.isPresent() ? one * most.getAsInt() : Double.POSITIVE_INFINITY;
            }
        }
        if (reach < need) {
            unreached.add(month);
        }
        if (reach > CLOSE) {
            rows.add(row);
            needs.add(Math.min(need, reach));
        }
    }

    /** The periods whose need no hire, or not enough of them, can meet. */
    List<Span> unreached() {
        return List.copyOf(unreached);
    }

    /** The cheapest hires in parts of a person. */
    double[] exact() {
        double[] none = new double[cost.length];
        if (rows.isEmpty()) {
            return none;
        }
        double[] high = new double[cost.length];
        Arrays.fill(high, most.isPresent() ? most.getAsInt() : Double.POSITIVE_INFINITY);
        double[] solved = solve(none, high);
        if (solved == null) {
            throw new IllegalStateException("The hires of " + cost.length
                    + " months cannot be found. Maybe the targets are out of all proportion to the productivity.");
        }
        return solved;
    }

    /** The cheapest hires in whole people. */
    Whole whole(int steps) {
        double[] none = new double[cost.length];
        if (rows.isEmpty()) {
            return Whole.of(none, true);
        }
        double[] best = up(exact());
        double[] high = new double[cost.length];
        Arrays.fill(high, most.isPresent() ? most.getAsInt() : Double.POSITIVE_INFINITY);
        Deque<double[][]> open = new ArrayDeque<>();
        open.push(new double[][] {none, high});
        int left = steps;
        double step = step();
        while (!open.isEmpty() && left-- > 0) {
            double[][] box = open.pop();
            double[] relaxed = solve(box[0], box[1]);
            if (relaxed == null
                    || of(relaxed) > of(best) - Math.max(CLOSE * Math.max(1, of(best)), step * (1 - 1e-6))) {
                continue;
            }
            double[] rounded = up(relaxed);
            if (of(rounded) < of(best) - CLOSE * Math.max(1, of(best))) {
                best = rounded;
            }
            int at = mostBroken(relaxed);
            if (at >= 0) {
                double[] lower = box[1].clone();
                double[] upper = box[0].clone();
                lower[at] = Math.floor(relaxed[at]);
                upper[at] = Math.ceil(relaxed[at]);
                open.push(new double[][] {box[0], lower});
                open.push(new double[][] {upper, box[1]});
            }
        }
        return Whole.of(best, open.isEmpty());
    }

    /** By how much whole people can at least be cheaper than others: what divides all costs, where those are whole; else 0. */
    private double step() {
        BigInteger divisor = BigInteger.ZERO;
        for (double each : cost) {
            if (each != Math.rint(each)) {
                return 0;
            }
            divisor = divisor.gcd(new BigDecimal(each).toBigInteger());
        }
        return divisor.doubleValue();
    }

    private static double[] up(double[] parts) {
        return Arrays.stream(parts).map(p -> Math.ceil(p - 1e-7) + 0.0).toArray();
    }

    private static int mostBroken(double[] parts) {
        int at = -1;
        double widest = 1e-7;
        for (int i = 0; i < parts.length; i++) {
            double broken = Math.abs(parts[i] - Math.rint(parts[i]));
            if (broken > widest) {
                widest = broken;
                at = i;
            }
        }
        return at;
    }

    private double of(double[] hires) {
        double sum = 0;
        for (int i = 0; i < hires.length; i++) {
            sum += cost[i] * hires[i];
        }
        return sum;
    }

    /** Each row by its largest number, each cost by the largest: all of one size. */
    private double @Nullable [] solve(double[] low, double[] high) {
        List<double[]> lines = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            double largest = Arrays.stream(rows.get(r)).max().orElse(1);
            lines.add(Arrays.stream(rows.get(r)).map(x -> x / largest).toArray());
            least.add(needs.get(r) / largest);
        }
        for (int i = 0; i < cost.length; i++) {
            if (low[i] > 0) {
                lines.add(unit(i, 1));
                least.add(low[i]);
            }
            if (!Double.isInfinite(high[i])) {
                lines.add(unit(i, -1));
                least.add(-high[i]);
            }
        }
        double dearest = Arrays.stream(cost).max().orElse(1);
        return DualSimplex.minimise(Arrays.stream(cost).map(c -> c / dearest).toArray(), lines, least);
    }

    private double[] unit(int at, double value) {
        double[] unit = new double[cost.length];
        unit[at] = value;
        return unit;
    }
}
