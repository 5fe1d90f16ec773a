package io.revops.load.salesforce;

import io.revops.load.salesforce.DealEvent.Field;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The states that a deal went through, in order, one for each instant.
 *
 * @param steps at least one
 * @param shown whether the first state is known to be the deal's from its creation on, and not only taken to be
 */
record DealHistory(List<Step> steps, boolean shown) {
    /** How a deal stood, as far as it is written, from a moment on. */
    record Step(Moment at, String entry, DealState state) {
        Instant instant() {
            return at.instant(ZoneOffset.UTC);
        }
    }

    private static final Comparator<DealEvent> ORDER = Comparator.comparing(
                    (DealEvent e) -> e.at().instant(ZoneOffset.UTC))
            .thenComparing(DealEvent::entry);

    /** A deal of which nothing but its row is known. */
    static DealHistory ofRow(OpportunityRow now) {
        return new DealHistory(List.of(new Step(now.created(), "created", now.state())), false);
    }

    /** From versions of its row. */
    static DealHistory ofVersions(OpportunityRow now, List<Step> versions) {
        return inOrder(now, versions, true);
    }

    /** From what happened to it, as either table of its history says. */
    static DealHistory ofEvents(OpportunityRow now, List<DealEvent> events) {
        List<DealEvent> sorted = new ArrayList<>(events);
        sorted.sort(ORDER);
        List<DealEvent> rows =
                sorted.stream().filter(e -> e.field() == Field.EVERYTHING).toList();
        return rows.isEmpty() ? ofFields(now, sorted) : ofRows(now, rows, sorted);
    }

    private static DealHistory ofRows(OpportunityRow now, List<DealEvent> rows, List<DealEvent> all) {
        List<DealEvent> owners =
                all.stream().filter(e -> e.field() == Field.OWNER).toList();
        DealState opening = DealState.NONE.with(
                owners.isEmpty()
                        ? now.state().owner()
                        : before(now, owners.get(0)).owner());
        List<Step> steps = new ArrayList<>();
        for (DealEvent row : rows) {
            steps.add(after(now, row));
        }
        Step first = steps.get(0);
        steps.set(0, new Step(first.at(), first.entry(), first.state().over(opening)));
        for (DealEvent owner : owners) {
            steps.add(after(now, owner));
        }
        return inOrder(now, steps, true);
    }

    /**
     * Before its first change a field had the old value of that change, and without a change the value it has now; but
     * probability and category, which follow the stage, have it only from the last change of stage on.
     */
    private static DealHistory ofFields(OpportunityRow now, List<DealEvent> events) {
        Set<Field> changed = events.stream().map(DealEvent::field).collect(Collectors.toSet());
        boolean staged = changed.contains(Field.STAGE);
        List<DealEvent> used = events.stream()
                .filter(e -> e.field() != Field.OTHER)
                .filter(e -> staged || (e.field() != Field.PROBABILITY && e.field() != Field.CATEGORY))
                .toList();
        DealState current = now.state();
        DealState opening = staged ? current.terms() : current;
        int lastStage = -1;
        List<Step> steps = new ArrayList<>();
        for (DealEvent event : used) {
            if (event.field() == Field.STAGE) {
                lastStage = steps.size();
            }
            steps.add(after(now, event));
        }
        for (int i = used.size() - 1; i >= 0; i--) {
            opening = before(now, used.get(i)).over(without(opening, used.get(i).field()));
        }
        if (lastStage >= 0) {
            Step last = steps.get(lastStage);
            DealState follows = new DealState(
                    null,
                    null,
                    null,
                    changed.contains(Field.PROBABILITY) ? null : current.probability(),
                    changed.contains(Field.CATEGORY) ? null : current.category(),
                    null,
                    null);
            steps.set(lastStage, new Step(last.at(), last.entry(), last.state().over(follows)));
        }
        Moment begins = now.created();
        if (!steps.isEmpty() && steps.get(0).at().isBefore(begins, ZoneOffset.UTC)) {
            begins = steps.get(0).at();
        }
        steps.add(0, new Step(begins, "created", opening));
        return inOrder(now, steps, staged);
    }

    private static DealState without(DealState state, Field field) {
        return new DealState(
                field == Field.STAGE ? null : state.stage(),
                field == Field.AMOUNT ? null : state.amount(),
                field == Field.CLOSE_DATE ? null : state.closeDate(),
                field == Field.PROBABILITY ? null : state.probability(),
                field == Field.CATEGORY ? null : state.category(),
                field == Field.OWNER ? null : state.owner(),
                state.outcome());
    }

    private static Step after(OpportunityRow now, DealEvent event) {
        return new Step(event.at(), event.entry(), event.after().in(now.currency()));
    }

    private static DealState before(OpportunityRow now, DealEvent event) {
        return event.before().in(now.currency());
    }

    /** In order of time; of what happened at one instant, only what came of it. */
    private static DealHistory inOrder(OpportunityRow now, List<Step> steps, boolean known) {
        TreeMap<Instant, Step> byInstant = new TreeMap<>();
        for (Step step : steps) {
            byInstant.merge(
                    step.instant(),
                    step,
                    (a, b) -> new Step(a.at(), b.entry(), b.state().over(a.state())));
        }
        List<Step> ordered = List.copyOf(byInstant.values());
        boolean fromCreation = !ordered.get(0).instant().isAfter(now.created().instant(ZoneOffset.UTC));
        return new DealHistory(ordered, known && fromCreation);
    }
}
