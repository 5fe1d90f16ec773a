package io.revops.sample;

import io.revops.sample.Deal.Bin;
import io.revops.sample.Life.Change;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The deals of an account that became a customer: won ones follow from its subscriptions, lost ones are what else was tried. */
final class CustomerDeals {
    static final List<String> SOURCES = List.of("Inbound", "Outbound", "Partner", "Event", "Referral");
    private static final double WORTH_A_DEAL = 1_500;

    private final Account account;
    private final List<Life> lives;
    private final Window window;
    private final Draw draw;
    private final DealPath path;
    private final List<Deal> deals = new ArrayList<>();

    CustomerDeals(Account account, List<Life> lives, Window window, Draw draw) {
        this.account = account;
        this.lives = lives;
        this.window = window;
        this.draw = draw;
        path = new DealPath(draw);
    }

    List<Deal> all() {
        if (account.link() == Account.Link.NOTHING) {
            return List.of();
        }
        for (Life life : lives) {
            newBusiness(life);
            expansions(life);
            renewals(life);
        }
        if (!lives.isEmpty()) {
            lostAttempts(lives.get(0));
            openExpansion(lives.get(lives.size() - 1));
        }
        return deals;
    }

    /** Small accounts often serve themselves; a trial that converts is signed at its end. */
    private void newBusiness(Life life) {
        Subscription first = life.changes().get(0).after();
        Instant live = first.trial() == null ? life.start() : first.trial().end();
        long amount = yearly(first, live);
        boolean selfService = account.segment() == Segment.SMB && draw.chance(0.25);
        boolean neverPaid = first.trial() != null
                && life.changes().size() > 1
                && life.changes().get(1).after().status() == Subscription.Status.CANCELED;
        if (amount == 0 || selfService || !window.knows(live)) {
            return;
        }
        if (draw.chance(0.42)) {
            lost(Deal.Type.NEW_BUSINESS, Times.plusDays(live, -draw.between(150, 400)), amount);
        }
        Instant closed = Times.officeHours(Times.plusDays(live, -draw.between(0, 12)), draw);
        closed = closed.isAfter(live) ? live.minusSeconds(60) : closed;
        if (neverPaid) {
            lost(Deal.Type.NEW_BUSINESS, live, amount);
        } else {
            won(Deal.Type.NEW_BUSINESS, closed, amount);
        }
    }

    private void expansions(Life life) {
        for (Change change : life.changes()) {
            if (change.before() == null || change.after().status() != Subscription.Status.ACTIVE) {
                continue;
            }
            long more = yearly(change.after(), change.at()) - yearly(change.before(), change.at());
            boolean priceRise = change.at().equals(Life.periodStart(change.after(), change.at()));
            if (more * account.currency().inDollars() > WORTH_A_DEAL && !priceRise && draw.chance(0.6)) {
                won(Deal.Type.EXPANSION, Times.plusDays(change.at(), -draw.between(0.02, 4.0)), more);
            }
        }
    }

    /** Contracts of a year and more of the larger accounts are renewed by hand. */
    private void renewals(Life life) {
        int months = life.now().months();
        if (months < 12 || account.segment() == Segment.SMB) {
            return;
        }
        Instant anchor = life.now().anchor();
        for (long k = 1; ; k++) {
            Instant due = Times.plusMonths(anchor, k * months);
            Instant ended = life.now().cancellation().endedAt();
            if (ended != null && !due.isBefore(ended)) {
                lost(
                        Deal.Type.RENEWAL,
                        Times.plusDays(ended, -3),
                        yearly(life.changes().get(life.changes().size() - 2).after(), ended));
                return;
            }
            if (!window.knows(due)) {
                openRenewal(life, due);
                return;
            }
            won(Deal.Type.RENEWAL, Times.plusDays(due, -draw.between(1, 20)), yearly(at(life, due), due));
        }
    }

    private void openRenewal(Life life, Instant due) {
        if (due.isBefore(Times.plusDays(window.endInstant(), 180))) {
            Instant created = Times.plusDays(due, -190 - draw.between(0, 20));
            open(Deal.Type.RENEWAL, created, yearly(life.now(), due), Times.date(due));
        }
    }

    private void lostAttempts(Life life) {
        Instant from = life.start();
        double years = (window.endInstant().getEpochSecond() - from.getEpochSecond()) / (365.25 * 86_400);
        int attempts = draw.weighted(0.45, 0.35, 0.2) + (int) (years * draw.between(0.0, 0.8));
        for (int i = 0; i < attempts; i++) {
            Instant closed = Times.officeHours(Times.plusDays(from, draw.between(60.0, years * 365.25)), draw);
            long amount = StrictMath.round(yearly(life.changes().get(0).after(), closed) * draw.between(0.15, 0.6));
            if (window.knows(closed) && closed.isAfter(Times.plusDays(from, 59)) && amount > 0) {
                lost(Deal.Type.EXPANSION, closed, amount);
            }
        }
    }

    private void openExpansion(Life life) {
        long now = yearly(life.now(), window.endInstant());
        if (life.isRunning() && now > 0 && draw.chance(0.13)) {
            Instant created = Times.officeHours(Times.plusDays(window.endInstant(), -draw.between(5, 90)), draw);
            LocalDate expected = window.end().plusDays(draw.between(4, 170));
            open(Deal.Type.EXPANSION, created, StrictMath.round(now * draw.between(0.1, 0.5)), expected);
        }
    }

    private void won(Deal.Type type, Instant closed, long amount) {
        closed(type, closed, Stage.CLOSED_WON, amount);
    }

    private void lost(Deal.Type type, Instant closed, long amount) {
        closed(type, closed, Stage.CLOSED_LOST, amount);
    }

    private void closed(Deal.Type type, Instant closed, Stage outcome, long amount) {
        double cycle = draw.around(account.segment().salesDays() * (type == Deal.Type.NEW_BUSINESS ? 1 : 0.6), 0.4);
        Instant created = Times.plusDays(closed, -StrictMath.max(2, cycle));
        if (window.knows(closed)) {
            add(type, path.closed(created, closed, outcome, StrictMath.max(1, amount)));
        }
    }

    private void open(Deal.Type type, Instant created, long amount, LocalDate expected) {
        Instant touched = Times.plusDays(window.endInstant(), -draw.between(1.0, 28.0));
        Instant from = created.isBefore(Times.plusDays(touched, -2)) ? created : Times.plusDays(touched, -2.5);
        add(type, path.open(from, touched, StrictMath.max(1, amount), expected));
    }

    private void add(Deal.Type type, List<Deal.Entry> history) {
        String name = Names.root(account.number()) + " - " + type.label() + " "
                + Times.date(history.get(0).at()).getYear();
        Bin bin = draw.chance(0.006) ? Bin.DELETED : Bin.KEPT;
        deals.add(new Deal(account, deals.size(), type, name, draw.pick(SOURCES), history, bin));
    }

    private static Subscription at(Life life, Instant instant) {
        Subscription found = life.changes().get(0).after();
        for (Change change : life.changes()) {
            if (!change.at().isAfter(instant)) {
                found = change.after();
            }
        }
        return found;
    }

    private static long yearly(Subscription subscription, Instant at) {
        BigDecimal perYear = subscription.withDiscount(null).perYear(at);
        return perYear.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
