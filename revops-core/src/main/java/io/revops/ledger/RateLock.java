package io.revops.ledger;

import io.revops.book.ItemId;
import io.revops.money.Conversion;
import io.revops.money.ExchangeRates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Converts the states of a subscription once and for all: at the rate of the day on which its value began, which is the whole
 * subscription's whenever any of its items changes, or at the rate of the day on which it started. A state is rounded again
 * when it is converted, half-even, and not after that.
 */
final class RateLock {
    private final ExchangeRates rates;
    private final Currency to;
    private final StateRules rules;
    private final boolean atStart;
    private final AtomicReference<@Nullable String> missing = new AtomicReference<>();

    RateLock(ExchangeRates rates, Currency to, StateRules rules) {
        this.rates = rates;
        this.to = to;
        this.rules = rules;
        this.atStart = rules.policy.exchangeRates().rule() == FxMethod.Rule.START_LOCKED;
    }

    /** The least of the rates that were needed and are not there, in words. */
    @Nullable
    String missing() {
        return missing.get();
    }

    /** Which of two problems is told, whichever was found earlier. */
    static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    /**
     * The states in the reporting currency.
     *
     * @param states of one subscription, in the order of their instants
     */
    List<SubscriptionStates.State> of(List<SubscriptionStates.State> states) {
        if (states.stream().allMatch(s -> s.currency().equals(to))) {
            return states;
        }
        List<SubscriptionStates.State> locked = new ArrayList<>();
        Map<ItemId, SubscriptionStates.State> now = new TreeMap<>(LedgerBlock.BY_ID);
        Map<ItemId, Long> converted = new TreeMap<>(LedgerBlock.BY_ID);
        LocalDate start = day(states.get(0).at());
        for (int i = 0; i < states.size(); ) {
            Instant at = states.get(i).at();
            boolean moved = false;
            Map<ItemId, SubscriptionStates.State> here = new TreeMap<>(LedgerBlock.BY_ID);
            for (; i < states.size() && states.get(i).at().equals(at); i++) {
                SubscriptionStates.State state = states.get(i);
                SubscriptionStates.State before = now.put(state.item(), state);
                moved |= (before == null ? 0 : before.micros()) != state.micros();
                here.put(state.item(), state);
            }
            LocalDate day = atStart ? start : day(at);
            List<Because> because = here.values().stream()
                    .flatMap(s -> s.because().stream())
                    .distinct()
                    .toList();
            for (SubscriptionStates.State state : now.values()) {
                boolean own = here.containsKey(state.item());
                if (own || (moved && !atStart)) {
                    long before = converted.getOrDefault(state.item(), 0L);
                    long after = !moved ? before : convert(state.micros(), state.currency(), day);
                    converted.put(state.item(), after);
                    if (own || after != before) {
                        locked.add(new SubscriptionStates.State(
                                at,
                                state.item(),
                                to,
                                after,
                                state.standing(),
                                own ? state.because() : revalued(because)));
                    }
                }
            }
        }
        locked.sort(Comparator.comparing(SubscriptionStates.State::at));
        return locked;
    }

    private static List<Because> revalued(List<Because> because) {
        List<Because> all = new ArrayList<>();
        all.add(new Because(Clause.RATE_OF_THE_DAY, null));
        all.addAll(because);
        return List.copyOf(all);
    }

    private long convert(long micros, Currency from, LocalDate day) {
        if (micros == 0 || from.equals(to)) {
            return micros;
        }
        Optional<Conversion> conversion = rates.conversion(from, to, day);
        if (conversion.isEmpty()) {
            missing.accumulateAndGet(Valuation.missing(from, to, day), RateLock::first);
            return 0;
        }
        return conversion.get().apply(micros);
    }

    private LocalDate day(Instant at) {
        return at.atZone(rules.zone).toLocalDate();
    }
}
