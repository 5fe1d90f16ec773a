package io.revops.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The steps of one unit in one period, split by the segments that its items are in; without segments there is one. */
final class UnitShares {
    private static final class Part {
        private long value;
        private boolean active;
        private long next;
        private long nextNative;
        private boolean kept;
        private boolean alive;
    }

    private final PolicyWalk.Worth worth;
    private final Map<String, PolicyWalk.Share> shares;
    private final UnitHistory history;
    private final Map<String, Part> parts = new TreeMap<>();
    private boolean active;

    /**
     * @param shares what all units of the account are together, by segment; this one is added to it
     */
    UnitShares(PolicyWalk.Worth worth, Map<String, PolicyWalk.Share> shares, UnitHistory history) {
        this.worth = worth;
        this.shares = shares;
        this.history = history;
    }

    /** What the unit opens with: at the rate of the opening and, for what follows, at that of the close. */
    void open(UnitHistory.Look look, long at, LocalDate open, LocalDate close) {
        spread(look, at, open);
        parts.forEach((segment, part) -> {
            PolicyWalk.Share share = share(segment);
            share.opening = Math.addExact(share.opening, part.next);
            part.value = part.next;
            part.active = active(look, part);
            if (part.active) {
                share.activeAtOpening++;
            }
        });
        spread(look, at, close);
        parts.forEach((segment, part) -> {
            long difference = Math.subtractExact(part.next, part.value);
            Classifier.kind(true, part.active, part.active, difference, Classifier.Cause.RATE)
                    .ifPresent(kind -> share(segment).moves.add(kind, difference));
            part.value = part.next;
        });
        active = look.active;
    }

    /** What the unit begins with inside a period, at the rate of its close. */
    void begin(UnitHistory.Look look, long at, LocalDate close) {
        spread(look, at, close);
        parts.forEach((segment, part) -> {
            part.value = part.next;
            part.active = active(look, part);
        });
        active = look.active;
    }

    /** Counts the unit at an opening, and nothing else. */
    void count(UnitHistory.Look look, long at, LocalDate boundary) {
        spread(look, at, boundary);
        parts.forEach((segment, part) -> {
            if (active(look, part)) {
                share(segment).activeAtOpening++;
            }
        });
    }

    /**
     * A part of an active unit is active too if something of it is worth more than 0 or is kept since it was; and, of a unit that
     * is active at nothing, whatever keeps it. That depends on nothing but what is there now, so that a period opens as the one
     * before it closed.
     */
    private boolean active(UnitHistory.Look look, Part part) {
        return worth.segments() == null
                ? look.active
                : part.nextNative > 0 || (look.active && part.kept && (part.alive || isAtNothing(look)));
    }

    void step(UnitHistory.Look look, long at, boolean paid, LocalDate close) {
        spread(look, at, close);
        boolean was = active;
        active = look.active;
        parts.forEach((segment, part) -> {
            boolean is = active(look, part);
            boolean elsewhere = worth.segments() != null && (part.active ? look.active : was);
            long difference = Math.subtractExact(part.next, part.value);
            Classifier.kind(
                            paid,
                            part.active,
                            is,
                            difference,
                            elsewhere && part.active != is ? Classifier.Cause.SEGMENT : Classifier.Cause.OWN)
                    .ifPresent(kind -> share(segment).moves.add(kind, difference));
            part.value = part.next;
            part.active = is;
        });
    }

    /** Where the unit is in the end. */
    void close() {
        parts.forEach((segment, part) -> {
            PolicyWalk.Share share = share(segment);
            share.closing = Math.addExact(share.closing, part.value);
            if (part.active) {
                share.activeAtClosing++;
            }
        });
    }

    private void spread(UnitHistory.Look look, long at, LocalDate boundary) {
        for (Part part : parts.values()) {
            part.next = 0;
            part.nextNative = 0;
            part.kept = false;
            part.alive = false;
        }
        if (look.active && worth.segments() == null) {
            parts.computeIfAbsent("", s -> new Part());
        }
        for (int i = 0; i < look.natives.length; i++) {
            boolean keeps = history.keeps(look.standing[i]);
            if (look.natives[i] != 0 || keeps) {
                Part part = parts.computeIfAbsent(worth.segment(i, at), s -> new Part());
                part.next = Math.addExact(part.next, worth.of(look.natives[i], i, boundary));
                part.nextNative = Math.addExact(part.nextNative, look.natives[i]);
                part.kept |= keeps;
                part.alive |= keeps && look.alive[i];
            }
        }
    }

    private static boolean isAtNothing(UnitHistory.Look look) {
        return UnitHistory.sum(look.natives) == 0;
    }

    private PolicyWalk.Share share(String segment) {
        return shares.computeIfAbsent(segment, s -> new PolicyWalk.Share());
    }
}
