package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a deal stands at one instant.
 *
 * <p>A deal that was won or lost and opened again is open; {@link #closed()} is when it last took the outcome it has.
 */
public final class OpportunityState {
    private @Nullable String stage;
    private @Nullable Money amount;
    private @Nullable LocalDate closeDate;
    private @Nullable ForecastCategory category;
    private @Nullable BigDecimal probability;
    private @Nullable RepId owner;
    private @Nullable Moment since;
    private @Nullable Moment stageSince;
    private @Nullable Moment closed;
    private Outcome outcome = Outcome.OPEN;

    private OpportunityState() {}

    private OpportunityState(OpportunityState from) {
        stage = from.stage;
        amount = from.amount;
        closeDate = from.closeDate;
        category = from.category;
        probability = from.probability;
        owner = from.owner;
        since = from.since;
        stageSince = from.stageSince;
        closed = from.closed;
        outcome = from.outcome;
    }

    static OpportunityState of(Opportunity deal, Instant before, ZoneId zone) {
        OpportunityState state = new OpportunityState();
        for (OpportunityChange change : inOrder(deal, zone)) {
            if (change.effective().instant(zone).isBefore(before)) {
                state.take(change);
            }
        }
        return state;
    }

    /** One state for each change. */
    static List<OpportunityState> path(Opportunity deal, ZoneId zone) {
        List<OpportunityState> path = new ArrayList<>();
        OpportunityState state = new OpportunityState();
        for (OpportunityChange change : inOrder(deal, zone)) {
            state = new OpportunityState(state);
            state.take(change);
            path.add(state);
        }
        return List.copyOf(path);
    }

    static List<OpportunityChange> inOrder(Opportunity deal, ZoneId zone) {
        List<OpportunityChange> changes = Entries.current(deal.changes());
        if (changes.size() < 2) {
            return changes;
        }
        List<OpportunityChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.<OpportunityChange, Instant>comparing(
                        c -> c.effective().instant(zone))
                .thenComparing(c -> c.recorded().orElse(Instant.MIN))
                .thenComparing(OpportunityChange::id));
        return sorted;
    }

    private void take(OpportunityChange change) {
        since = change.effective();
        if (change.stage().isPresent() && !change.stage().get().equals(stage)) {
            stage = change.stage().get();
            stageSince = change.effective();
        }
        amount = change.amount().orElse(amount);
        closeDate = change.closeDate().orElse(closeDate);
        category = change.category().orElse(category);
        probability = change.probability().orElse(probability);
        owner = change.owner().orElse(owner);
        if (change.outcome().isPresent() && change.outcome().get() != outcome) {
            outcome = change.outcome().get();
            closed = outcome == Outcome.OPEN ? null : change.effective();
        }
    }

    /** Since when it stands like this: when the last change took effect; absent before the first. */
    public Optional<Moment> since() {
        return Optional.ofNullable(since);
    }

    public Optional<String> stage() {
        return Optional.ofNullable(stage);
    }

    /** Since when it is in its stage. */
    public Optional<Moment> stageSince() {
        return Optional.ofNullable(stageSince);
    }

    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    /** The day on which it is expected to close, or did. */
    public Optional<LocalDate> closeDate() {
        return Optional.ofNullable(closeDate);
    }

    public Optional<ForecastCategory> category() {
        return Optional.ofNullable(category);
    }

    /** The probability that the CRM showed, 0 to 100 percent. */
    public Optional<BigDecimal> probability() {
        return Optional.ofNullable(probability);
    }

    public Optional<RepId> owner() {
        return Optional.ofNullable(owner);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** When it was won or lost; absent while it is open. */
    public Optional<Moment> closed() {
        return Optional.ofNullable(closed);
    }

    /** Outcome, stage, amount and close date. */
    @Override
    public String toString() {
        return outcome + ", " + stage + ", " + amount + ", closing " + closeDate;
    }
}
