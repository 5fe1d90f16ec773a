package io.revops.sample;

import io.revops.sample.CrmRep.Reporting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one deal, day by day, until it is closed or the company's time is over.
 *
 * <p>It closes on the day on which the hazards that it has lived through add up to a waiting time drawn at its beginning; the day's
 * hazard of winning then stands against that of losing. That is the same as to throw a die on every day, and far faster.
 */
final class CrmLife {
    private static final Stage[] STAGES = Stage.values();
    private static final int LAST_OPEN = CrmProgress.OPEN_STAGES - 1;
    private static final long OFFICE_OPENS = 9 * 3600L;
    private static final int DAYS_LEFT = 14;

    private final CrmWorld world;
    private final CrmDays days;
    private final CrmMarket market;
    private final Reporting reports;
    private final Draw draw;
    private final long agreed;
    private final List<CrmStep> steps = new ArrayList<>();

    private int stage;
    private long amount;
    private double error;
    private int expected;
    private boolean reopened;

    CrmLife(CrmWorld world, CrmDays days, CrmMarket market, Reporting reports, Draw draw) {
        this.world = world;
        this.days = days;
        this.market = market;
        this.reports = reports;
        this.draw = draw;
        agreed = StrictMath.max(
                1, StrictMath.round(market.medianAmount() * StrictMath.exp(market.amountSpread() * draw.normal())));
        error = world.team().estimateSpread() * draw.normal();
    }

    long agreed() {
        return agreed;
    }

    List<CrmStep> steps() {
        return steps;
    }

    /** Opened and won on one day, in the last open stage. */
    CrmLife wonAtOnce(int day) {
        stage = LAST_OPEN;
        expected = day;
        estimate();
        write(day);
        close(day, Stage.CLOSED_WON);
        return this;
    }

    /** Opened on a day, and worked on from the next. */
    CrmLife from(int created) {
        expect(created);
        estimate();
        write(created);
        int begin = created;
        while (begin >= 0) {
            begin = work(created, begin);
        }
        return this;
    }

    /** Until it is closed; the day on which it is opened again, or −1 if it is not. */
    private int work(int created, int begin) {
        CrmProgress progress = world.progress();
        double waiting = draw.exponential();
        int move = begin + 1 + wait(progress.movesPerDay());
        int look = expected + 1;
        for (int day = begin + 1; day < days.count(); day++) {
            double winning = market.winPerDay() * days.win(day, day - created, stage);
            double losing = market.losePerDay() * days.lose(day - created, stage);
            waiting -= winning + losing;
            if (waiting <= 0) {
                boolean won = draw.chance(winning / (winning + losing));
                close(day, won ? Stage.CLOSED_WON : Stage.CLOSED_LOST);
                return won ? -1 : reopen(day);
            }
            boolean changed = false;
            if (day == move) {
                changed = move();
                move = day + 1 + wait(progress.movesPerDay());
            }
            if (day == look) {
                if (draw.chance(world.dates().left())) {
                    look = day + DAYS_LEFT;
                } else {
                    push(day);
                    look = expected + 1;
                    changed = true;
                }
            }
            if (changed) {
                write(day);
            }
        }
        return -1;
    }

    /** So many days on which a hazard does not strike. */
    private int wait(double hazard) {
        return hazard == 0 ? days.count() : (int) StrictMath.min(days.count(), draw.exponential() / hazard);
    }

    private boolean move() {
        double lot = draw.uniform();
        CrmProgress progress = world.progress();
        int by = lot < progress.backward() ? -1 : lot < progress.backward() + progress.skips() ? 2 : 1;
        int next = StrictMath.max(0, StrictMath.min(LAST_OPEN, stage + by));
        if (next == stage) {
            return false;
        }
        stage = next;
        error /= 2;
        estimate();
        return true;
    }

    private int reopen(int closed) {
        if (reopened || !draw.chance(world.progress().reopened())) {
            return -1;
        }
        reopened = true;
        int day = closed + draw.between(7, 60);
        stage = draw.between(1, LAST_OPEN - 1);
        if (day >= days.count()) {
            return -1;
        }
        expect(day);
        write(day);
        return day;
    }

    private void expect(int day) {
        CrmCloseDates dates = world.dates();
        expected = day
                + (int) StrictMath.max(
                        1, StrictMath.round(dates.median() * StrictMath.exp(dates.spread() * draw.normal())));
        if (draw.chance(dates.quarterEnds())) {
            LocalDate date = days.date(expected);
            int first = (date.getMonthValue() - 1) / 3 * 3 + 1;
            LocalDate next = date.withDayOfMonth(1).withMonth(first).plusMonths(3);
            expected = days.of(next) - 1;
        }
    }

    private void push(int day) {
        while (expected <= day) {
            expected += draw.between(world.dates().pushDays() / 2, world.dates().pushDays() * 3 / 2);
        }
    }

    private void estimate() {
        double factor = switch (reports) {
            case HONESTLY -> 1;
            case TOO_LOW -> 1 - world.team().sandbag();
            case TOO_HIGH -> 1 + world.team().inflate();
        };
        amount = StrictMath.max(1, StrictMath.round(agreed * factor * StrictMath.exp(error)));
    }

    private void close(int day, Stage outcome) {
        expected = day;
        if (outcome == Stage.CLOSED_WON) {
            amount = agreed;
        }
        write(day, outcome.label(), outcome == Stage.CLOSED_WON ? "Closed" : "Omitted");
    }

    private void write(int day) {
        int shift = switch (reports) {
            case HONESTLY -> 0;
            case TOO_LOW -> -1;
            case TOO_HIGH -> 1;
        };
        int seen = stage + shift;
        write(
                day,
                STAGES[stage].label(),
                seen >= LAST_OPEN ? "Commit" : seen == LAST_OPEN - 1 ? "BestCase" : "Pipeline");
    }

    private void write(int day, String label, String category) {
        LocalDate date = days.date(day);
        Instant at = Instant.ofEpochSecond(date.toEpochDay() * 86_400 + OFFICE_OPENS + 60L * steps.size());
        steps.add(new CrmStep(at, label, amount, days.date(expected), category));
    }
}
