package io.revops.load.stripe;

import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Trials, pauses, past-due and unpaid stretches, as snapshots open and close them. */
final class SpellTrack {
    private final List<Spell> spells = new ArrayList<>();
    private @Nullable Spell byStatus;
    private @Nullable Spell byCollection;
    private Snapshot.@Nullable Trial trial;

    List<Spell> spells() {
        return spells;
    }

    /** Returns the fields that changed. */
    List<String> next(Snapshot snapshot, Step step) {
        List<String> changed = new ArrayList<>();
        if (trial(snapshot, step)) {
            changed.add("trial_end");
        }
        if (status(snapshot, step)) {
            changed.add("status");
        }
        if (collection(snapshot, step)) {
            changed.add("pause_collection");
        }
        return changed;
    }

    private boolean trial(Snapshot snapshot, Step step) {
        Snapshot.Trial written = snapshot.trial();
        if (written.end() == null || written.equals(trial)) {
            return false;
        }
        trial = written;
        Instant start = written.start() != null ? written.start() : snapshot.start();
        put(Spell.builder("trial/" + start.getEpochSecond(), SpellKind.TRIAL, Moment.of(start))
                .end(Moment.of(written.end()))
                .recorded(step.recorded())
                .build());
        return true;
    }

    private boolean status(Snapshot snapshot, Step step) {
        @Nullable
        SpellKind kind = switch (snapshot.status()) {
            case "past_due" -> SpellKind.PAST_DUE;
            case "unpaid" -> SpellKind.UNPAID;
            case "paused" -> trial == null ? SpellKind.PAUSED : SpellKind.TRIAL;
            default -> null;
        };
        if (kind == (byStatus == null ? null : byStatus.kind())) {
            return false;
        }
        close(byStatus, step);
        if (kind == SpellKind.TRIAL) {
            byStatus = put(stillInTrial(step));
        } else {
            byStatus = kind == null ? null : put(open(kind, kind.name(), step).build());
        }
        return true;
    }

    /** Paused by status: the trial ended, nothing can be charged, and no bill is written until there is a way to pay. */
    private Spell stillInTrial(Step step) {
        Moment from = step.moment();
        if (trial != null && trial.end() != null && !trial.end().isAfter(from.instant(ZoneOffset.UTC))) {
            from = Moment.of(trial.end());
        }
        return Spell.builder("paused/" + step.id(), SpellKind.TRIAL, from)
                .recorded(step.recorded())
                .build();
    }

    private boolean collection(Snapshot snapshot, Step step) {
        Snapshot.Pause pause = snapshot.pause();
        @Nullable Spell open = byCollection;
        if (!pause.on()) {
            close(open, step);
            byCollection = null;
            return open != null;
        }
        @Nullable Moment resumes = pause.resumes() == null ? null : Moment.of(pause.resumes());
        Spell.Builder next = open == null
                ? open(SpellKind.PAUSED, "pause_collection", step)
                : open.toBuilder().recorded(step.recorded());
        Spell written = next.end(resumes).build();
        if (open != null && open.end().equals(written.end())) {
            return false;
        }
        byCollection = put(written);
        return true;
    }

    private static Spell.Builder open(SpellKind kind, String name, Step step) {
        return Spell.builder(name.toLowerCase(Locale.ROOT) + "/" + step.id(), kind, step.moment())
                .recorded(step.recorded());
    }

    private void close(@Nullable Spell open, Step step) {
        if (open != null) {
            put(open.toBuilder().end(step.moment()).recorded(step.recorded()).build());
        }
    }

    private Spell put(Spell spell) {
        Step.put(spells, spell);
        return spell;
    }
}
