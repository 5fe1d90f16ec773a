package io.revops.sample;

import io.revops.sample.Life.Change;
import io.revops.sample.Subscription.Discount;
import io.revops.sample.Subscription.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a subscription was really worth, told by the generator and not read back from the exports: a list of states, each valid
 * from its instant to that of the next.
 *
 * <p>Worth is price × quantity less the discount of that time, per year, in the subscription's currency. Trials, unpaid, paused
 * (status) and ended subscriptions are worth 0, as is usage billed afterwards; past due ones and those whose collection is
 * paused keep their worth.
 */
final class Truth {
    private Truth() {}

    static List<State> of(Life life, Window window) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (Change change : life.changes()) {
            instants.add(change.at());
            Discount discount = change.after().discount();
            if (discount != null && discount.until() != null && window.knows(discount.until())) {
                instants.add(discount.until());
            }
        }
        List<State> states = new ArrayList<>();
        for (Instant instant : instants) {
            State state = new State(instant, worth(life, instant));
            if (states.isEmpty() || states.get(states.size() - 1).perYear().compareTo(state.perYear()) != 0) {
                states.add(state);
            }
        }
        return states;
    }

    static BigDecimal worth(Life life, Instant at) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Change change : life.changes()) {
            if (!change.at().isAfter(at)) {
                Status status = change.after().status();
                boolean counts = status == Status.ACTIVE || status == Status.PAST_DUE;
                worth = counts ? change.after().perYear(at) : BigDecimal.ZERO;
            }
        }
        return worth;
    }

    /** Worth per year, in the subscription's currency, from that instant on. */
    record State(Instant from, BigDecimal perYear) {}
}
