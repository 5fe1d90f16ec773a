package io.revops.sample;

import io.revops.sample.Subscription.Status;
import io.revops.sample.Truth.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * When an account stopped being worth anything, as far as it is told; and, of those that are still worth something at the end of the
 * window, when they will, drawn for the time after it: each end of a billing period
 * may be the last, as it may within the window, unless the account plays a role.
 */
final class Fate {
    /** How far after the window is drawn. */
    static final int DAYS_AFTER = 180;

    /** Of those that want to leave, so many do not take it back. */
    private static final double FIRM = 0.88;

    private final List<Leaving> leavings;

    private Fate(List<Leaving> leavings) {
        this.leavings = List.copyOf(leavings);
    }

    /**
     * A day from which an account is worth nothing.
     *
     * @param on the first such day
     * @param cause why: it was not paid for, or anything else
     */
    record Leaving(LocalDate on, Cause cause) {}

    /** Why an account left. */
    enum Cause {
        VOLUNTARY,
        INVOLUNTARY
    }

    static Fate of(Story story, Window window, Draw draw) {
        List<Leaving> leavings = new ArrayList<>();
        TreeSet<Instant> instants = new TreeSet<>();
        story.lives()
                .forEach(
                        life -> Truth.of(life, window).stream().map(State::from).forEach(instants::add));
        boolean was = false;
        for (Instant instant : instants) {
            boolean is = isWorth(story, instant);
            if (was && !is) {
                leavings.add(new Leaving(Times.date(instant), cause(story, instant)));
            }
            was = is;
        }
        if (was) {
            after(story, window, draw, leavings);
        }
        return new Fate(leavings);
    }

    private static boolean isWorth(Story story, Instant at) {
        return story.lives().stream()
                        .map(life -> Truth.worth(life, at))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                > 0;
    }

    private static Cause cause(Story story, Instant at) {
        boolean unpaid = story.lives().stream()
                .flatMap(life -> life.changes().stream())
                .filter(change -> change.at().equals(at))
                .anyMatch(change -> change.after().status() == Status.UNPAID
                        || "payment_failed".equals(change.after().cancellation().reason()));
        return unpaid ? Cause.INVOLUNTARY : Cause.VOLUNTARY;
    }

    private static void after(Story story, Window window, Draw draw, List<Leaving> leavings) {
        Life life = story.lives().get(story.lives().size() - 1);
        if (!life.isRunning()) {
            return;
        }
        Subscription now = life.now();
        Instant cancelAt = now.cancellation().cancelAt();
        Instant last = Times.plusDays(window.endInstant(), DAYS_AFTER);
        int months = now.months();
        Instant end = Life.periodEnd(now, window.endInstant().minusSeconds(1));
        for (int period = 1; end.isBefore(last); period++) {
            boolean leaves = draw.chance(FIRM * story.account().segment().churnAtPeriodEnd(months));
            if (cancelAt == null && leaves && Role.of(story.account().number()) == Role.BY_CHANCE) {
                leavings.add(new Leaving(Times.date(end), Cause.VOLUNTARY));
                return;
            }
            end = Times.plusMonths(Life.periodEnd(now, window.endInstant().minusSeconds(1)), (long) period * months);
        }
        if (cancelAt != null && cancelAt.isBefore(last)) {
            leavings.add(new Leaving(Times.date(cancelAt), Cause.VOLUNTARY));
        }
    }

    List<Leaving> leavings() {
        return leavings;
    }

    /** Whether the account leaves in so many days after the end of a day. */
    boolean leavesWithin(int days, LocalDate day) {
        return leavings.stream().anyMatch(l -> l.on().isAfter(day) && !l.on().isAfter(day.plusDays(days)));
    }

    /** Whether any subscription is in use on a day: active, on trial or not yet given up. */
    static boolean uses(Story story, LocalDate day) {
        Instant noon = day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(12 * 3600);
        for (Life life : story.lives()) {
            Status status = Status.CANCELED;
            for (Life.Change change : life.changes()) {
                if (!change.at().isAfter(noon)) {
                    status = change.after().status();
                }
            }
            if (status == Status.ACTIVE || status == Status.TRIALING || status == Status.PAST_DUE) {
                return true;
            }
        }
        return false;
    }
}
