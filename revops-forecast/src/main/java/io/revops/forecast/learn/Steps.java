package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/** Rows from the highest score down, those of one score together. */
final class Steps {
    private Steps() {}

    /**
     * All rows that score at least so much.
     *
     * @param score the lowest of them
     * @param rows how many
     * @param events how many of them had the event
     * @param moreRows how many have this score itself
     * @param moreEvents how many of those had the event
     */
    record Step(double score, int rows, int events, int moreRows, int moreEvents) {}

    static List<Step> of(double[] labels, double[] scores) {
        int[] order = Order.descending(scores);
        List<Step> steps = new ArrayList<>();
        int events = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int more = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                more += labels[order[to]] == 1 ? 1 : 0;
                to++;
            }
            events += more;
            steps.add(new Step(scores[order[from]], to, events, to - from, more));
            from = to;
        }
        return steps;
    }
}
