package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from deals day by day: the days they were open and what became of them, what they brought, how many were opened. Up
 * to a day it knows nothing of later days, so that one walk serves every origin of a backtest.
 *
 * <p>It begins on the day of the first closing: deals that closed before are not in the data, and those that were open then are
 * followed from that day on (left truncation).
 */
final class Learning {
    private static final int FEWEST_DAYS_OF_MONTH = 91;
    private static final int FEWEST_DAYS_OF_QUARTER = 182;
    private static final int FEWEST_DAYS_OF_YEAR = 730;
    private static final double PRIOR_DEALS = 20;

    final DealTable table;
    final HazardLevels levels;
    final int from;
    final Creation creation;
    final DealValues values;
    private final HazardCells[] cells;
    private final int[] active;
    private int actives;
    private int next;
    private int done;
    private final Booked booked;
    private final int[] stageWon;
    private final int[] stageClosed;
    private int won;
    private int lost;
    /** Of those that had a category while they were open. */
    private int calledWon;

    private int calledLost;
    private @Nullable TimeModel fitted;

    Learning(DealTable table) {
        this.table = table;
        from = table.firstClosing();
        levels = new HazardLevels(
                table.segments.size(),
                table.stages.size(),
                table.hasCategories ? HazardLevels.categories() : 1,
                from - 1,
                table.asOf + 800);
        boolean landmarks = table.hasStages || table.hasCloseDates || table.hasAmounts || table.hasCategories;
        cells = new HazardCells[landmarks ? 1 + TimeModel.BEFORE.length : 1];
        Arrays.setAll(cells, i -> new HazardCells(levels));
        active = new int[table.size()];
        creation = new Creation(table, from);
        values = new DealValues(table);
        booked = new Booked(table, from);
        stageWon = new int[table.stages.size() + 2];
        stageClosed = new int[stageWon.length];
        done = from - 1;
    }

    int won() {
        return won;
    }

    int lost() {
        return lost;
    }

    /** Goes on to the end of a day. */
    void learnTo(int day) {
        for (int t = done + 1; t <= day; t++) {
            learn(t);
        }
        done = Math.max(done, day);
    }

    private void learn(int t) {
        while (next < table.size() && table.day[table.first[next]] <= t) {
            active[actives++] = next++;
        }
        int calendar = levels.calendar(t);
        int kept = 0;
        for (int a = 0; a < actives; a++) {
            int deal = active[a];
            int now = table.stepAt(deal, t);
            boolean moved = table.day[now] == t;
            int before = moved ? table.stepAt(deal, t - 1) : now;
            if (moved) {
                booked.move(deal, before, now);
            }
            boolean first = table.day[table.first[deal]] == t;
            if (first || (before >= 0 && table.outcome[before] == Outcome.OPEN)) {
                Outcome outcome = table.outcome[now];
                int on = outcome == Outcome.OPEN ? t : takenBack(deal, now, t);
                count(deal, on, on == t ? calendar : levels.calendar(on), outcome);
                if (outcome != Outcome.OPEN) {
                    close(deal, now, outcome);
                }
            }
            boolean over = now == table.first[deal + 1] - 1 && table.outcome[now] != Outcome.OPEN;
            if (!over) {
                active[kept++] = deal;
            }
        }
        actives = kept;
    }

    private void close(int deal, int now, Outcome outcome) {
        boolean[] been = new boolean[stageClosed.length];
        boolean called = false;
        for (int s = table.first[deal]; s < now; s++) {
            been[table.stage[s]] |= table.outcome[s] == Outcome.OPEN;
            called |= table.outcome[s] == Outcome.OPEN && table.category[s] > 0;
        }
        for (int g = 0; g < been.length; g++) {
            stageClosed[g] += been[g] ? 1 : 0;
            stageWon[g] += been[g] && outcome == Outcome.WON ? 1 : 0;
        }
        if (outcome == Outcome.WON) {
            won++;
            calledWon += called ? 1 : 0;
            values.won(deal, now);
        } else {
            lost++;
            calledLost += called ? 1 : 0;
        }
    }

    /** The day on which a deal closed that is seen to be closed today; the days from then on were not open, though they were counted. */
    private int takenBack(int deal, int now, int t) {
        int first = Math.max(from, table.day[table.first[deal]]);
        int on = Math.min(t, Math.max(first, table.closedOn[now]));
        for (int day = on; day < t; day++) {
            int before = table.stepAt(deal, day);
            int previous = table.stepAt(deal, day - 1);
            boolean counted =
                    table.outcome[before] == Outcome.OPEN && (previous < 0 || table.outcome[previous] == Outcome.OPEN);
            if (counted) {
                walkCells(deal, day, levels.calendar(day), HazardCells::notOpen);
            }
        }
        return on;
    }

    private interface Counting {
        void count(HazardCells cells, int key);
    }

    private void count(int deal, int t, int calendar, Outcome outcome) {
        walkCells(deal, t, calendar, (of, key) -> count(of, key, outcome));
    }

    private void walkCells(int deal, int t, int calendar, Counting counting) {
        int age = HazardLevels.age(t - table.opened[deal]);
        int segment = table.segment[deal];
        counting.count(cells[0], levels.key(age, segment, 0, 0, 0, 0, calendar));
        for (int k = 1; k < cells.length; k++) {
            int step = table.stepAt(deal, t - TimeModel.BEFORE[k - 1]);
            if (step >= 0 && table.outcome[step] == Outcome.OPEN) {
                int toClose = HazardLevels.toClose(table.closeDate[step], t);
                int key = levels.key(
                        age, segment, table.stage[step], toClose, table.amount[step], table.category[step], calendar);
                counting.count(cells[k], key);
            }
        }
    }

    private static void count(HazardCells cells, int key, Outcome outcome) {
        cells.open(key);
        if (outcome == Outcome.WON) {
            cells.won(key);
        } else if (outcome == Outcome.LOST) {
            cells.lost(key);
        }
    }

    /** The hazards as they are learnt by now. */
    private TimeModel fit() {
        int days = done - from + 1;
        boolean segments = table.segments.size() > 1;
        boolean[] ofAll = {
            true,
            segments,
            false,
            false,
            false,
            days >= FEWEST_DAYS_OF_MONTH,
            days >= FEWEST_DAYS_OF_QUARTER,
            days >= FEWEST_DAYS_OF_YEAR,
            false
        };
        boolean[] ofKnown = {
            false, segments, table.hasStages, table.hasCloseDates, table.hasAmounts, false, false, false, false
        };
        List<Hazard> win = new ArrayList<>();
        List<Hazard> loss = new ArrayList<>();
        for (int k = 0; k < cells.length; k++) {
            boolean[] used = k == 0 ? ofAll : ofKnown;
            TimeModel before = fitted;
            win.add(Hazard.fit(
                    cells[k],
                    cells[k].wins(),
                    used,
                    k == 0 ? null : win.get(0),
                    before == null ? null : before.win().get(k)));
            loss.add(Hazard.fit(
                    cells[k],
                    cells[k].losses(),
                    used,
                    k == 0 ? null : loss.get(0),
                    before == null ? null : before.loss().get(k)));
        }
        TimeModel model = new TimeModel(win, loss);
        fitted = model;
        return model;
    }

    /** The same, where the hazards of winning also depend on the categories that deals were seen to have. */
    private TimeModel withCategories(TimeModel without) {
        boolean[] used = new boolean[HazardLevels.FACTORS];
        used[HazardLevels.Factor.SEGMENT.place()] = table.segments.size() > 1;
        used[HazardLevels.Factor.STAGE.place()] = table.hasStages;
        used[HazardLevels.Factor.CLOSE_DATE.place()] = table.hasCloseDates;
        used[HazardLevels.Factor.AMOUNT.place()] = table.hasAmounts;
        used[HazardLevels.Factor.CATEGORY.place()] = true;
        List<Hazard> win = new ArrayList<>(without.win().subList(0, 1));
        for (int k = 1; k < cells.length; k++) {
            win.add(Hazard.fit(
                    cells[k],
                    cells[k].wins(),
                    used,
                    without.win().get(0),
                    without.win().get(k)));
        }
        return new TimeModel(win, without.loss());
    }

    /** What is known at the end of the last day that was learnt; with hazards if there are enough deals. */
    Snapshot snapshot() {
        boolean enough = won >= PipelineForecast.FEWEST_WON && lost >= PipelineForecast.FEWEST_LOST;
        Snapshot.Fresh fresh = null;
        if (enough) {
            double[] means = new double[table.segments.size() + 1];
            double[][] drawn = new double[means.length][];
            double[][] after = new double[means.length][];
            for (int s = 0; s < means.length; s++) {
                means[s] = values.mean(s);
                drawn[s] = values.drawn(s);
                after[s] = values.after(s);
            }
            fresh = new Snapshot.Fresh(creation.at(done), means, drawn, after);
        }
        TimeModel time = enough ? fit() : null;
        return new Snapshot(
                done,
                from,
                booked.byDay(done),
                open(),
                won,
                lost,
                table.hasStages,
                time,
                time != null
                                && table.hasCategories
                                && calledWon >= PipelineForecast.FEWEST_WON
                                && calledLost >= PipelineForecast.FEWEST_LOST
                        ? withCategories(time)
                        : null,
                enough ? levels : null,
                fresh);
    }

    /** The deals that are open at the end of the last day, by when they were opened. */
    private List<OpenDeal> open() {
        double prior = won + lost == 0 ? 0 : won / (double) (won + lost);
        List<OpenDeal> open = new ArrayList<>();
        for (int a = 0; a < actives; a++) {
            int deal = active[a];
            int at = table.stepAt(deal, done);
            if (table.outcome[at] == Outcome.OPEN) {
                DealStep step = table.step(deal, at);
                DealPath path = table.deals[deal];
                int stage = table.stage[at];
                open.add(new OpenDeal(
                        path.id(),
                        path.name(),
                        path.opened(),
                        table.segment[deal],
                        stage,
                        step.closeDate(),
                        step.category(),
                        step.amountOrZero(),
                        step.amountSource(),
                        values.of(deal, at),
                        (stageWon[stage] + PRIOR_DEALS * prior) / (stageClosed[stage] + PRIOR_DEALS)));
            }
        }
        return open;
    }
}
