package io.revops.forecast.pipeline;

import java.util.List;

/**
 * The hazards of winning and of losing as they were learnt by a day, for each distance into the future: a deal that is seen today
 * is followed with today's stage, close date and amount, and how much these tell about a day that far ahead is what was learnt.
 *
 * <p>Reference: H. C. van Houwelingen, Dynamic prediction by landmarking in event history analysis, Scandinavian Journal of
 * Statistics 34, 2007.
 *
 * @param win for deals without a state first, then for each distance
 * @param loss in the same order
 */
record TimeModel(List<Hazard> win, List<Hazard> loss) {
    /** The last day ahead of each distance; the one after them has no end. */
    static final int[] AHEAD = {7, 30, 60};

    /** For each distance, how many days before a day the deal is looked at when the hazards of the day are learnt. */
    static final int[] BEFORE = {4, 18, 45, 75};

    /** Eventually: after so many days a deal that is open is as good as lost. */
    private static final int LONGEST = 1095;

    TimeModel {
        win = List.copyOf(win);
        loss = List.copyOf(loss);
    }

    private int ahead(int days) {
        if (win.size() == 1) {
            return 0;
        }
        int distance = 0;
        while (distance < AHEAD.length && days > AHEAD[distance]) {
            distance++;
        }
        return 1 + distance;
    }

    /** What becomes of a deal that is open at the end of a day. */
    static final class Open {
        final int opened;
        final int segment;
        final int stage;
        final int closeDate;
        final int amount;
        final int category;

        Open(int opened, int segment, int stage, int closeDate, int amount, int category) {
            this.opened = opened;
            this.segment = segment;
            this.stage = stage;
            this.closeDate = closeDate;
            this.amount = amount;
            this.category = category;
        }
    }

    /** The probability that it is won on one of the days from, to excluded; both after the day. */
    double won(HazardLevels levels, Open deal, int day, int from, int to) {
        CompetingHazards hazards = CompetingHazards.start();
        double before = 0;
        for (int t = day + 1; t < to; t++) {
            if (t == from) {
                before = hazards.won();
            }
            step(levels, deal, day, t, hazards);
        }
        return hazards.won() - before;
    }

    /** What becomes of it in the end. */
    Fate fate(HazardLevels levels, Open deal, int day) {
        CompetingHazards hazards = CompetingHazards.start();
        double closed = 0;
        int half = -1;
        double[] wonBy = new double[LONGEST];
        for (int k = 1; k <= LONGEST; k++) {
            step(levels, deal, day, day + k, hazards);
            wonBy[k - 1] = hazards.won();
            closed = 1 - hazards.open();
            if (closed > 0.9999) {
                for (int rest = k; rest < LONGEST; rest++) {
                    wonBy[rest] = hazards.won();
                }
                break;
            }
        }
        for (int k = 0; k < LONGEST && half < 0; k++) {
            if (wonBy[k] >= hazards.won() / 2 && hazards.won() > 0) {
                half = k + 1;
            }
        }
        return new Fate(hazards.won(), half);
    }

    /** The probability to be won ever, and after how many days half of that has come; −1 if it is never won. */
    record Fate(double won, int days) {}

    private void step(HazardLevels levels, Open deal, int day, int t, CompetingHazards hazards) {
        int model = ahead(t - day);
        int age = HazardLevels.age(t - deal.opened);
        int calendar = levels.calendar(t);
        int toClose = model == 0 ? 0 : HazardLevels.toClose(deal.closeDate, t);
        int stage = model == 0 ? 0 : deal.stage;
        int amount = model == 0 ? 0 : deal.amount;
        int category = model == 0 ? 0 : deal.category;
        hazards.step(
                win.get(model).at(age, deal.segment, stage, toClose, amount, category, calendar),
                loss.get(model).at(age, deal.segment, stage, toClose, amount, category, calendar),
                1);
    }

    /** The probabilities that a deal that is opened on each day (after a day) is won on one of the days from, to excluded. */
    double[] wonIfOpened(HazardLevels levels, int segment, int day, int from, int to) {
        double[] won = new double[to - day - 1];
        for (int u = day + 1; u < to; u++) {
            CompetingHazards hazards = CompetingHazards.start();
            double before = 0;
            for (int t = u; t < to; t++) {
                if (t == Math.max(from, u)) {
                    before = hazards.won();
                }
                int age = HazardLevels.age(t - u);
                int calendar = levels.calendar(t);
                hazards.step(
                        win.get(0).at(age, segment, 0, 0, 0, 0, calendar),
                        loss.get(0).at(age, segment, 0, 0, 0, 0, calendar),
                        1);
            }
            won[u - day - 1] = hazards.won() - before;
        }
        return won;
    }
}
