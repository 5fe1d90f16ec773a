package io.revops.ledger;

import io.revops.book.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills short gaps between the subscriptions of an account: what ended before one goes on to the return, so that both happen
 * together. Only time without any subscription is a gap; one that is paused, late, in trial or free is still there.
 */
final class GapFill {
    private GapFill() {}

    /** The states of an account with its gaps of at most so many days filled, in the order of their instants. */
    static List<SubscriptionStates.State> of(List<SubscriptionStates.State> states, StateRules rules, int days) {
        List<SubscriptionStates.State> ordered = new ArrayList<>(states);
        ordered.sort(Comparator.comparing(SubscriptionStates.State::at));
        Set<ItemId> there = new HashSet<>();
        List<SubscriptionStates.State> filled = new ArrayList<>();
        List<SubscriptionStates.State> ends = new ArrayList<>();
        Instant left = Instant.MIN;
        for (int i = 0; i < ordered.size(); ) {
            Instant at = ordered.get(i).at();
            int from = i;
            for (; i < ordered.size() && ordered.get(i).at().equals(at); i++) {
                SubscriptionStates.State state = ordered.get(i);
                if (state.standing() == Standing.GONE) {
                    there.remove(state.item());
                } else {
                    there.add(state.item());
                }
            }
            List<SubscriptionStates.State> here = ordered.subList(from, i);
            if (there.isEmpty()) {
                filled.addAll(ends);
                List<SubscriptionStates.State> last = last(here);
                here.stream().filter(state -> !last.contains(state)).forEach(filled::add);
                ends = last;
                left = at;
            } else {
                if (!ends.isEmpty() && !rules.daysLater(left, days).isBefore(at)) {
                    filled.addAll(together(ends, here, at));
                } else {
                    filled.addAll(ends);
                    filled.addAll(here);
                }
                ends = new ArrayList<>();
            }
        }
        filled.addAll(ends);
        return filled;
    }

    /**
     * The last state of each item at an instant. An item that ends as it comes from another account was there in between: a gap
     * goes on with what it was worth then.
     */
    private static List<SubscriptionStates.State> last(List<SubscriptionStates.State> here) {
        Map<ItemId, SubscriptionStates.State> last = new LinkedHashMap<>();
        here.forEach(state -> last.put(state.item(), state));
        return new ArrayList<>(last.values());
    }

    /** Without what only said how an item stands, once no gap needs it any more. */
    static List<SubscriptionStates.State> withoutStanding(List<SubscriptionStates.State> states) {
        Map<ItemId, Long> now = new HashMap<>();
        List<SubscriptionStates.State> changes = new ArrayList<>();
        for (SubscriptionStates.State state : states) {
            Long before = now.put(state.item(), state.micros());
            if ((before == null ? 0 : before) != state.micros()) {
                changes.add(new SubscriptionStates.State(
                        state.at(), state.item(), state.currency(), state.micros(), state.because()));
            }
        }
        return changes;
    }

    /** What ended goes on until the return; an item that returned itself only takes its new value then. */
    private static List<SubscriptionStates.State> together(
            List<SubscriptionStates.State> ends, List<SubscriptionStates.State> here, Instant at) {
        Map<ItemId, SubscriptionStates.State> all = new HashMap<>();
        for (SubscriptionStates.State end : ends) {
            List<Because> because = new ArrayList<>(end.because());
            because.add(new Because(Clause.GAP_FILLED, null));
            all.put(
                    end.item(),
                    new SubscriptionStates.State(
                            at, end.item(), end.currency(), end.micros(), end.standing(), List.copyOf(because)));
        }
        here.forEach(state -> all.put(state.item(), state));
        List<SubscriptionStates.State> together = new ArrayList<>(all.values());
        together.sort(Comparator.comparing(SubscriptionStates.State::item, LedgerBlock.BY_ID));
        return together;
    }
}
