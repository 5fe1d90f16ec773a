package io.revops.load.salesforce;

import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.load.salesforce.DealHistory.Step;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the states that a deal went through into what changed, up to how it stands now. */
final class DealChanges {
    private final OpportunityRow now;
    private final Stages stages;
    private final TreeMap<Instant, Step> steps = new TreeMap<>();
    private DealState state = DealState.NONE.with(Outcome.OPEN);
    private DealState differing = DealState.NONE;

    private DealChanges(OpportunityRow now, Stages stages) {
        this.now = now;
        this.stages = stages;
    }

    static DealChanges of(OpportunityRow now, DealHistory history, Stages stages) {
        DealChanges changes = new DealChanges(now, stages);
        changes.begin(history);
        history.steps().stream().skip(1).forEach(s -> changes.take(s.at(), s.entry(), s.state()));
        changes.end(history.steps().get(history.steps().size() - 1).at());
        return changes;
    }

    /** What the row says otherwise than the end of its history. */
    DealState differing() {
        return differing;
    }

    List<OpportunityChange> list() {
        return steps.values().stream()
                .map(s -> s.state()
                        .addTo(OpportunityChange.builder(s.entry(), s.at()))
                        .recorded(s.at().isDate() ? null : s.instant())
                        .build())
                .toList();
    }

    private void begin(DealHistory history) {
        Step first = history.steps().get(0);
        DealState opening = stages.decide(first.state());
        if (history.shown()) {
            take(first.at(), first.entry(), opening);
        } else if (opening.isClosed()) {
            take(now.created(), "created", opening.terms());
            take(closing(first, opening), "closed", opening.standing());
        } else {
            take(now.created(), "created", opening);
        }
    }

    /** A deal that was closed before its history begins: on its close date, but not after the history shows it closed. */
    private Moment closing(Step first, DealState opening) {
        Moment closing = opening.closeDate() != null ? Moment.of(opening.closeDate()) : now.created();
        boolean late = first.instant().isAfter(now.created().instant(ZoneOffset.UTC));
        return late && first.at().isBefore(closing, ZoneOffset.UTC) ? first.at() : closing;
    }

    private void take(Moment at, String entry, DealState written) {
        DealState next = stages.decide(written);
        DealState changed = next.since(state);
        state = next.over(state);
        if (!changed.equals(DealState.NONE)) {
            steps.merge(
                    at.instant(ZoneOffset.UTC),
                    new Step(at, entry, changed),
                    (a, b) -> new Step(a.at(), a.entry(), b.state().over(a.state())));
        }
    }

    /** The row holds, with a change after everything that the history shows. */
    private void end(Moment shownUntil) {
        DealState wanted = stages.decide(now.state());
        differing = wanted.since(state);
        if (!differing.equals(DealState.NONE)) {
            Moment lastChange =
                    steps.isEmpty() ? shownUntil : steps.lastEntry().getValue().at();
            take(ending(lastChange.isBefore(shownUntil, ZoneOffset.UTC) ? shownUntil : lastChange), "current", wanted);
        }
    }

    private Moment ending(Moment last) {
        @Nullable
        Moment closed = differing.isClosed() && now.state().closeDate() != null
                ? Moment.of(now.state().closeDate())
                : null;
        if (closed != null && last.isBefore(closed, ZoneOffset.UTC)) {
            return closed;
        }
        return now.modified() != null && last.isBefore(now.modified(), ZoneOffset.UTC) ? now.modified() : last;
    }
}
