package io.revops.sample;

import io.revops.sample.Deal.Bin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The deals of an account that is no customer: lost ones, and one in seven still open. */
final class ProspectDeals {
    private static final double SEAT_YEAR = 540;

    private final Account account;
    private final Window window;
    private final Draw draw;
    private final DealPath path;

    ProspectDeals(Account account, Window window, Draw draw) {
        this.account = account;
        this.window = window;
        this.draw = draw;
        path = new DealPath(draw);
    }

    List<Deal> all() {
        List<Deal> deals = new ArrayList<>();
        long days = window.end().toEpochDay() - window.start().toEpochDay();
        int lost = 1 + draw.weighted(0.3, 0.4, 0.3);
        for (int i = 0; i < lost; i++) {
            double when = StrictMath.sqrt(draw.uniform()) * (days - 1);
            Instant closed = Times.officeHours(window.start().plusDays((long) when), draw);
            double cycle = StrictMath.max(3, draw.around(account.segment().salesDays() * 1.3, 0.5));
            deals.add(deal(i, path.closed(Times.plusDays(closed, -cycle), closed, Stage.CLOSED_LOST, amount())));
        }
        if (draw.chance(0.16)) {
            Instant touched = Times.plusDays(window.endInstant(), -draw.between(1.0, 28.0));
            Instant created = Times.plusDays(touched, -draw.between(3.0, 120.0));
            LocalDate expected = window.end().plusDays(draw.between(4, 175));
            deals.add(deal(lost, path.open(created, touched, amount(), expected)));
        }
        return deals;
    }

    private long amount() {
        return StrictMath.round(
                account.segment().seats(draw) * SEAT_YEAR / account.currency().inDollars());
    }

    private Deal deal(int index, List<Deal.Entry> history) {
        String name = Names.root(account.number()) + " - New Business "
                + Times.date(history.get(0).at()).getYear();
        Bin bin = draw.chance(0.006) ? Bin.DELETED : Bin.KEPT;
        return new Deal(account, index, Deal.Type.NEW_BUSINESS, name, draw.pick(CustomerDeals.SOURCES), history, bin);
    }
}
