package io.revops.load.hubspot;

import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the states that a deal went through in order, one for each instant. */
final class DealHistory {
    private final DealRow now;
    private final Stages stages;
    private final TreeMap<Instant, DealChange> changes = new TreeMap<>();
    private final Map<Instant, String> names = new TreeMap<>();
    private List<String> differing = List.of();
    private boolean staged;
    private boolean late;

    /**
     * @param events what happened to the deal, stages from one kind of table only
     */
    DealHistory(DealRow now, List<DealEvent> events, Stages stages) {
        this.now = now;
        this.stages = stages;
        Instant created = instant(now.created());
        DealChange told = DealChange.NONE;
        @Nullable String opening = null;
        List<DealEvent> ordered = new ArrayList<>(events);
        ordered.sort((a, b) -> instant(a.at()).equals(instant(b.at()))
                ? a.key().compareTo(b.key())
                : instant(a.at()).compareTo(instant(b.at())));
        for (DealEvent event : ordered) {
            DealChange change = DealChange.of(event);
            opening = opening == null ? change.stage() : opening;
            told = change.over(told);
            Instant at = instant(event.at()).isBefore(created) ? created : instant(event.at());
            put(at, "history@" + at, change);
            staged |= change.stage() != null;
        }
        DealChange current = DealChange.of(now);
        begin(created, opening, current.unlessIn(told));
        end(current.since(told.over(current.unlessIn(told))));
    }

    /** Whether the stages that it went through are known. */
    boolean isStaged() {
        return staged;
    }

    /** Whether they are known only from some days after it was created. */
    boolean isLate() {
        return late;
    }

    /** The properties in which the row differs from the end of the history. */
    List<String> differing() {
        return differing;
    }

    /**
     * From the creation on: what has no history, as it is now, and the stage as it first is. Probability and category follow
     * the stage, and hold from the last one on; a closed stage without a history holds from the close date on.
     */
    private void begin(Instant created, @Nullable String opening, DealChange unchanged) {
        DealChange terms = new DealChange(
                opening != null ? opening : unchanged.stage(),
                unchanged.amount(),
                unchanged.closes(),
                null,
                null,
                unchanged.owner());
        DealChange standing = new DealChange(null, null, null, unchanged.probability(), unchanged.category(), null);
        Instant stands = created;
        if (staged) {
            List<Instant> entered = changes.entrySet().stream()
                    .filter(e -> e.getValue().stage() != null)
                    .map(Map.Entry::getKey)
                    .toList();
            late = day(entered.get(0)).isAfter(day(created));
            stands = entered.get(entered.size() - 1);
        } else if (now.stage() != null && outcome(now.stage()) != Outcome.OPEN && now.closes() != null) {
            Instant closed = instant(now.closes());
            stands = closed.isBefore(created) ? created : closed;
            names.put(stands, "closed");
            standing = standing.over(new DealChange(now.stage(), null, null, null, null, null));
            terms = new DealChange(null, terms.amount(), terms.closes(), null, null, terms.owner());
        }
        changes.merge(created, terms, DealChange::over);
        changes.merge(stands, standing, DealChange::over);
        names.put(created, "created");
    }

    /** The row holds: what it says differently is dated after the history, or else takes the place of its last change. */
    private void end(DealChange difference) {
        differing = difference.properties();
        if (differing.isEmpty()) {
            return;
        }
        Instant last = changes.lastKey();
        @Nullable Moment at = now.modified();
        if (difference.stage() != null && outcome(difference.stage()) != Outcome.OPEN && now.closes() != null) {
            at = now.closes();
        }
        Instant dated = at != null && instant(at).isAfter(last) ? instant(at) : last;
        put(dated, "current", difference);
    }

    private void put(Instant at, String name, DealChange change) {
        changes.merge(at, change, (earlier, later) -> later.over(earlier));
        names.putIfAbsent(at, name);
    }

    /** The changes, each with what differs from before. */
    List<OpportunityChange> changes() {
        List<OpportunityChange> list = new ArrayList<>();
        DealChange before = DealChange.NONE;
        Outcome was = Outcome.OPEN;
        for (Map.Entry<Instant, DealChange> entry : changes.entrySet()) {
            DealChange after = entry.getValue().over(before);
            DealChange change = after.since(before);
            Outcome is = after.stage() == null ? was : outcome(after.stage());
            boolean first = list.isEmpty();
            if (first || !change.properties().isEmpty() || is != was) {
                list.add(entry(entry.getKey(), change, first || is != was ? is : null));
            }
            before = after;
            was = is;
        }
        return list;
    }

    private OpportunityChange entry(Instant at, DealChange change, @Nullable Outcome outcome) {
        String name = names.getOrDefault(at, "history@" + at);
        Moment when = name.equals("created")
                ? now.created()
                : name.equals("closed") && now.closes() != null ? now.closes() : Moment.of(at);
        OpportunityChange.Builder entry = OpportunityChange.builder(name, when)
                .closeDate(change.closes())
                .category(change.category())
                .owner(change.owner())
                .outcome(outcome)
                .probability(change.probability());
        if (change.stage() != null) {
            Stages.Stage stage = stages.stage(change.stage(), now.pipeline());
            entry.stage(stage.label());
            if (change.probability() == null) {
                entry.probability(stage.probability());
            }
        }
        if (change.amount() != null && now.currency() != null) {
            entry.amount(Money.of(change.amount(), now.currency()));
        }
        return entry.build();
    }

    private Outcome outcome(@Nullable String stage) {
        @Nullable
        Outcome known =
                stage == null ? null : stages.stage(stage, now.pipeline()).outcome();
        if (known != null) {
            return known;
        }
        return stage != null && stage.equals(now.stage()) && now.outcome() != null ? now.outcome() : Outcome.OPEN;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant instant(Moment moment) {
        return moment.instant(ZoneOffset.UTC);
    }
}
