package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import java.util.Arrays;

/** What was won on each day from a first one on, as it is seen at the end of each. */
final class Booked {
    private final DealTable table;
    private final int from;
    private final double[] byDay;

    Booked(DealTable table, int from) {
        this.table = table;
        this.from = from;
        byDay = new double[Math.max(0, table.asOf - from + 1)];
    }

    /** A deal goes from one step, or from none (−1), to another. */
    void move(int deal, int before, int now) {
        add(deal, before, -1);
        add(deal, now, 1);
    }

    private void add(int deal, int step, int sign) {
        if (step >= 0 && table.outcome[step] == Outcome.WON) {
            if (table.closedOn[step] >= from) {
                byDay[table.closedOn[step] - from] +=
                        sign * table.step(deal, step).amountOrZero();
            }
        }
    }

    double[] byDay(int day) {
        return Arrays.copyOf(byDay, Math.max(0, day - from + 1));
    }

    /** As it is seen at the end of all. */
    static double[] all(DealTable table, int from) {
        Booked booked = new Booked(table, from);
        for (int deal = 0; deal < table.size(); deal++) {
            booked.add(deal, table.first[deal + 1] - 1, 1);
        }
        return booked.byDay;
    }
}
