package io.revops.load.stripe;

import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a row of snapshots of one subscription into dated entries. */
final class Replay {
    /** Names what stands at the beginning of what is known. */
    private static final String START = "start";

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final ItemTrack items;
    private final DiscountTrack discounts;
    private final SpellTrack spells = new SpellTrack();
    private final EndTrack ends = new EndTrack(problems);
    private final Instant start;
    private Snapshot now;

    private Replay(Catalog catalog, Snapshot first) {
        items = new ItemTrack(catalog, problems);
        discounts = new DiscountTrack(catalog, problems);
        start = first.start();
        now = first;
    }

    /** Begins with the subscription as it was created. */
    static Replay created(Catalog catalog, SubscriptionEvent event) {
        Replay replay = new Replay(catalog, event.after());
        Step step = new Step(event.id(), event.after().start(), event.created(), event.created());
        replay.begin(event.after(), step, step);
        return replay;
    }

    /**
     * Begins with the earliest state that is known, taken as unchanged since the start. What cannot have been so from the start
     * (a bill that is late, a pause) is dated at the period that was billed last.
     */
    static Replay since(Catalog catalog, Snapshot first) {
        Replay replay = new Replay(catalog, first);
        @Nullable Instant billed = first.bill().from();
        @Nullable Instant trialEnd = first.trial().end();
        Instant at = first.status().equals("paused") && trialEnd != null
                ? trialEnd
                : billed != null ? billed : first.start();
        Instant states = at.isBefore(first.start()) ? first.start() : at;
        replay.begin(first, new Step(START, first.start(), states, null), new Step(START, states, states, null));
        return replay;
    }

    private void begin(Snapshot first, Step changes, Step states) {
        items.next(first, changes);
        discounts.next(first, changes);
        spells.next(first, states);
        ends.next(first, states);
    }

    /** Goes on to the next snapshot; returns the fields in which it differs. */
    List<String> next(Snapshot snapshot, Step step) {
        List<String> changed = new ArrayList<>();
        if (items.next(snapshot, step)) {
            changed.add("items");
        }
        if (discounts.next(snapshot, step)) {
            changed.add("discounts");
        }
        changed.addAll(spells.next(snapshot, step));
        changed.addAll(ends.next(snapshot, step));
        now = snapshot;
        return changed;
    }

    /** What could not be read as it should, each once. */
    Set<Problem> problems() {
        return problems;
    }

    Subscription subscription(Source place) {
        Subscription.Builder builder = Subscription.builder(new SubscriptionId(now.id()), now.account())
                .start(Moment.of(start))
                .items(items.changes())
                .discounts(discounts.discounts())
                .spells(spells.spells())
                .cancellations(ends.cancellations())
                .endings(ends.endings())
                .source(place);
        now.metadata().forEach(builder::attribute);
        return builder.build();
    }
}
