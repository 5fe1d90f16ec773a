package io.revops.sample;

import io.revops.sample.Catalog.Edition;
import io.revops.sample.Life.Farewell;
import io.revops.sample.Life.Line;
import io.revops.sample.Subscription.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The life of an account that plays no role: it begins some day, grows more often than it shrinks, and each billing period may
 * be its last. At most one thing happens in a month.
 */
final class ChanceLife {
    static final LocalDate NEW_LIST = LocalDate.of(2024, 7, 1);
    /** Bookings of each calendar month relative to an average one: quarters end strongly, summers are slow. */
    private static final double[] SEASON = {0.8, 0.9, 1.25, 0.85, 0.95, 1.3, 0.7, 0.65, 1.25, 0.95, 1.0, 1.5};

    private static final List<Product> PLANS = List.of(Product.TEAM, Product.BUSINESS, Product.ENTERPRISE);

    private static final List<Farewell> FAREWELLS = List.of(
            Farewell.requested("too_expensive", "Too \"pricey\" for us,\nmaybe again next year"),
            Farewell.requested("missing_features", null),
            Farewell.requested("switched_service", "Gruppenweite Lösung gewählt"),
            Farewell.requested("unused", null),
            Farewell.requested("customer_service", null),
            Farewell.requested("other", "Budget cut"),
            Farewell.requested(null, null));

    private final Account account;
    private final Catalog catalog;
    private final Window window;
    private final Draw draw;

    ChanceLife(Account account, Catalog catalog, Window window, Draw draw) {
        this.account = account;
        this.catalog = catalog;
        this.window = window;
        this.draw = draw;
    }

    List<Life> live() {
        Instant start = firstDay();
        Life first = new Life(account.number(), 0, start, window);
        int months = interval();
        Product plan = plan();
        boolean trial = months == 1 && draw.chance(0.3);
        Line seats = new Line(catalog.price(plan, account.currency(), months, edition(start)), seats(start));
        boolean silent = account.number() % 10 == 7;
        if (silent) {
            first.loggedAs(Life.Log.NOTHING);
        }
        if (account.number() % 25 == 19) {
            first.exportedAs(Life.Layout.BEFORE_2025);
        }
        begin(first, seats, trial && !silent, start);
        boolean left = silent ? liveSilently(first) : liveEventfully(first, trial ? 14 : 0);
        if (left && draw.chance(0.2)) {
            Instant back = Times.officeHours(
                    Times.plusDays(
                            first.changes().get(first.changes().size() - 1).at(), draw.between(45, 240)),
                    draw);
            Life second = new Life(account.number(), 1, back, window);
            second.begin(new Line(catalog.price(plan, account.currency(), months, edition(back)), seats.quantity()));
            return second.hasBegun() ? List.of(first, second) : List.of(first);
        }
        return List.of(first);
    }

    private void begin(Life life, Line seats, boolean trial, Instant start) {
        if (trial) {
            life.beginWithTrial(14, seats);
            Instant end = Times.plusDays(start, 14);
            if (draw.chance(0.25)) {
                life.endAtOnce(end, draw.pick(FAREWELLS));
            } else {
                life.status(end, Status.ACTIVE);
            }
        } else if (account.segment() == Segment.SMB || draw.chance(0.45)) {
            life.begin(seats);
        } else if (draw.chance(0.5)) {
            life.begin(seats, insights(seats, start));
        } else {
            Line support = new Line(
                    catalog.price(
                            Product.SUPPORT, account.currency(), seats.price().months(), edition(start)),
                    1);
            life.begin(seats, insights(seats, start), support);
        }
    }

    /** Nothing changes but, perhaps, that it ends: with no events there would be no way to know of anything else. */
    private boolean liveSilently(Life life) {
        if (!life.hasBegun()) {
            return false;
        }
        int months = life.now().months();
        for (long period = 1; window.knows(Times.plusMonths(life.start(), period * months)); period++) {
            if (draw.chance(account.segment().churnAtPeriodEnd(months))) {
                life.endAtOnce(Times.plusMonths(life.start(), period * months), draw.pick(FAREWELLS));
                return true;
            }
        }
        return false;
    }

    private boolean liveEventfully(Life life, int daysBefore) {
        if (!life.isRunning()) {
            return false;
        }
        Instant anchor = Times.plusDays(life.start(), daysBefore);
        int months = life.now().months();
        for (int k = 0; life.isRunning() && window.knows(Times.plusMonths(anchor, k)); k++) {
            Instant month = Times.plusMonths(anchor, k);
            Instant next = Times.plusMonths(anchor, k + 1L);
            if (k > 0 && k % months == 0) {
                renew(life, month);
            }
            boolean lastOfPeriod = (k + 1) % months == 0;
            if (lastOfPeriod && draw.chance(account.segment().churnAtPeriodEnd(months))) {
                leave(life, month, next);
            } else {
                live(life, month);
            }
        }
        return life.hasBegun() && !life.isRunning();
    }

    private void renew(Life life, Instant at) {
        boolean raise = draw.chance(0.6);
        boolean late = draw.chance(0.012);
        if (raise && !Times.date(at).isBefore(NEW_LIST.plusMonths(3))) {
            Subscription now = life.now();
            Subscription risen = now.withItems(now.items().stream()
                    .map(item -> item.withPrice(catalog.risen(item.price())))
                    .toList());
            if (!risen.equals(now)) {
                life.change(at, s -> risen);
            }
        }
        if (late) {
            life.status(at.plusSeconds(3600), Status.PAST_DUE);
            life.status(Times.plusDays(at, draw.between(3, 13)).plusSeconds(draw.between(0, 86_399)), Status.ACTIVE);
        }
    }

    private void leave(Life life, Instant month, Instant end) {
        Instant request = Times.officeHours(Times.plusDays(month, draw.between(16, 26)), draw);
        Farewell why = draw.pick(FAREWELLS);
        switch (draw.weighted(0.55, 0.12, 0.15, 0.1, 0.08)) {
            case 0 -> {
                life.scheduleEnd(request, end, why);
                life.end(end);
            }
            case 1 -> {
                life.scheduleEnd(request, end, why);
                life.withdrawEnd(Times.plusDays(request, 1.3));
            }
            case 2 -> life.endAtOnce(request, why);
            case 3 -> {
                life.status(end.plusSeconds(3600), Status.PAST_DUE);
                life.endAtOnce(Times.plusDays(end, 21), Farewell.PAYMENT_FAILED);
            }
            default -> {
                life.status(end.plusSeconds(3600), Status.PAST_DUE);
                life.status(Times.plusDays(end, 21), Status.UNPAID);
                life.endAtOnce(Times.plusDays(end, 60), Farewell.PAYMENT_FAILED);
            }
        }
    }

    private void live(Life life, Instant month) {
        Instant day = Times.officeHours(Times.plusDays(month, draw.between(16, 25)), draw);
        double size = account.segment() == Segment.SMB ? 0.8 : 1;
        int what = draw.weighted(0.1 * size, 0.015, 0.008, 0.006, 0.002, 0.002, 0.88);
        double share = draw.between(0.06, 0.26);
        long seats = life.now().items().get(0).quantity();
        long step = StrictMath.max(1, StrictMath.round(seats * share));
        switch (what) {
            case 0 -> life.quantity(day, 0, seats + step);
            case 1 -> life.quantity(day, 0, StrictMath.max(1, seats - step));
            case 2 -> {
                if (life.now().items().size() == 1) {
                    life.add(day, insights(new Line(life.now().items().get(0).price(), seats), day));
                }
            }
            case 3 -> plan(life, day, +1);
            case 4 -> plan(life, day, -1);
            case 5 -> life.pause(day, Times.plusMonths(month, 3).minusSeconds(86_400L * 10));
            default -> {}
        }
    }

    private void plan(Life life, Instant at, int step) {
        Price price = life.now().items().get(0).price();
        int place = PLANS.indexOf(price.product()) + step;
        if (place >= 0 && place < PLANS.size()) {
            Product other = PLANS.get(place);
            life.price(at, 0, catalog.price(other, price.currency(), price.months(), edition(at)));
        }
    }

    private Line insights(Line seats, Instant at) {
        Price price = catalog.price(
                Product.INSIGHTS, account.currency(), seats.price().months(), edition(at));
        return new Line(price, seats.quantity());
    }

    /** The company sells to larger accounts as it grows up: the oldest bought half of what the newest buy. */
    private long seats(Instant start) {
        double age = Times.date(start).toEpochDay() - window.earliest().toEpochDay();
        double span = window.end().toEpochDay() - window.earliest().toEpochDay();
        return StrictMath.max(2, StrictMath.round(account.segment().seats(draw) * (0.4 + 0.45 * age / span)));
    }

    private Product plan() {
        return switch (account.segment()) {
            case SMB -> draw.chance(0.6) ? Product.TEAM : Product.BUSINESS;
            case MID_MARKET -> draw.chance(0.25) ? Product.TEAM : Product.BUSINESS;
            case ENTERPRISE -> draw.chance(0.3) ? Product.BUSINESS : Product.ENTERPRISE;
        };
    }

    private int interval() {
        return Catalog.INTERVALS.get(
                switch (account.segment()) {
                    case SMB -> draw.weighted(0.75, 0.08, 0.17, 0, 0);
                    case MID_MARKET -> draw.weighted(0.42, 0.13, 0.4, 0.04, 0.01);
                    case ENTERPRISE -> draw.weighted(0.12, 0.08, 0.6, 0.1, 0.1);
                });
    }

    static Edition edition(Instant at) {
        return Times.date(at).isBefore(NEW_LIST) ? Edition.FIRST : Edition.SECOND;
    }

    /** A fifth of the accounts are older than the window; of the rest a little more begin each month. */
    private Instant firstDay() {
        LocalDate month;
        if (draw.chance(0.17)) {
            month = window.earliest().plusMonths(draw.between(0, Window.MONTHS_BEFORE - 1));
        } else {
            double[] weights = new double[window.months()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = SEASON[window.start().plusMonths(i).getMonthValue() - 1] * (1 + 0.6 * i / weights.length);
            }
            month = window.start().plusMonths(draw.weighted(weights));
        }
        return Times.officeHours(month.plusDays(draw.between(0, month.lengthOfMonth() - 1)), draw);
    }
}
