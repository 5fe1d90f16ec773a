package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What deals bring when they are won: of a deal with an amount that amount times what won deals brought of theirs, of one without
 * the mean of the won deals of its segment; both shrunk, the ratio to 1 and the mean to that of all.
 */
final class DealValues {
    private static final double PRIOR_DEALS = 10;

    /** Of each segment so many won deals, the latest, are what an amount is drawn from. */
    static final int KEPT = 400;

    private final DealTable table;
    private final double[] sum;
    private final int[] count;
    private final Map<AmountSource, Double> brought = new EnumMap<>(AmountSource.class);
    private final Map<AmountSource, Double> asked = new EnumMap<>(AmountSource.class);
    private final List<List<Double>> amounts = new ArrayList<>();
    private final List<List<Double>> days = new ArrayList<>();

    DealValues(DealTable table) {
        this.table = table;
        sum = new double[table.segments.size() + 1];
        count = new int[sum.length];
        for (int s = 0; s < sum.length; s++) {
            amounts.add(new ArrayList<>());
            days.add(new ArrayList<>());
        }
    }

    void won(int deal, int step) {
        DealStep closing = table.step(deal, step);
        if (closing.amountSource() == AmountSource.NONE) {
            return;
        }
        double amount = closing.amountOrZero();
        int segment = table.segment[deal];
        sum[segment] += amount;
        count[segment]++;
        amounts.get(segment).add(amount);
        days.get(segment).add((double) Math.max(0, table.closedOn[step] - table.opened[deal]));
        int before = step - 1;
        if (before >= table.first[deal]) {
            DealStep open = table.step(deal, before);
            if (open.amountSource() != AmountSource.NONE) {
                brought.merge(open.amountSource(), amount, Double::sum);
                asked.merge(open.amountSource(), open.amountOrZero(), Double::sum);
            }
        }
    }

    int counted() {
        int all = 0;
        for (int n : count) {
            all += n;
        }
        return all;
    }

    private double overall() {
        double all = 0;
        for (double s : sum) {
            all += s;
        }
        return all / Math.max(1, counted());
    }

    double mean(int segment) {
        return (sum[segment] + PRIOR_DEALS * overall()) / (count[segment] + PRIOR_DEALS);
    }

    /** How much won deals brought of what was asked while they were open. */
    double ratio(AmountSource source) {
        double prior = PRIOR_DEALS * overall();
        double base = asked.getOrDefault(source, 0.0) + prior;
        return base == 0 ? 1 : (brought.getOrDefault(source, 0.0) + prior) / base;
    }

    double of(int deal, int step) {
        DealStep state = table.step(deal, step);
        return state.amountSource() == AmountSource.NONE
                ? mean(table.segment[deal])
                : state.amountOrZero() * ratio(state.amountSource());
    }

    /** What the latest won deals of a segment brought; of all, where it has too few. */
    double[] drawn(int segment) {
        return latest(amounts, segment);
    }

    /** How many days after each of these had been opened it was won. */
    double[] after(int segment) {
        return latest(days, segment);
    }

    private static double[] latest(List<List<Double>> of, int segment) {
        List<Double> from = of.get(segment);
        if (from.size() < PRIOR_DEALS) {
            from = new ArrayList<>();
            for (List<Double> each : of) {
                from.addAll(each.subList(Math.max(0, each.size() - KEPT), each.size()));
            }
        }
        return from.subList(Math.max(0, from.size() - KEPT), from.size()).stream()
                .mapToDouble(a -> a)
                .toArray();
    }
}
