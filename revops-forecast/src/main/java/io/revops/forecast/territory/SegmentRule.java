package io.revops.forecast.territory;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * How the accounts of a segment are looked after. Every {@code with} gives a changed copy.
 *
 * <p>A dedicated segment is served only by reps of that one segment: enterprise accounts by people who have nothing else. A dense one
 * is served on short ways: its travel counts {@value #DENSE} times, so that many small accounts lie close together. Both may say how
 * many accounts of the segment a rep has.
 */
public final class SegmentRule {
    /** How many times travel in a dense segment counts. */
    public static final int DENSE = 3;

    private final String segment;
    private final boolean dedicated;
    private final int travel;
    private final int atLeast;
    private final int atMost;

    private SegmentRule(String segment, boolean dedicated, int travel, int atLeast, int atMost) {
        this.segment = Objects.requireNonNull(segment, "segment");
        this.dedicated = dedicated;
        this.travel = travel;
        this.atLeast = atLeast;
        this.atMost = atMost;
    }

    /** Only for reps whose one segment this is. */
    public static SegmentRule dedicated(String segment) {
        return new SegmentRule(segment, true, 1, 0, Integer.MAX_VALUE);
    }

    /** On short ways. */
    public static SegmentRule dense(String segment) {
        return new SegmentRule(segment, false, DENSE, 0, Integer.MAX_VALUE);
    }

    /** With the fewest accounts of the segment that each rep has who names it among the own. */
    public SegmentRule withAtLeast(int accounts) {
        return new SegmentRule(segment, dedicated, travel, accounts, atMost);
    }

    /** With the most accounts of the segment that a rep has. */
    public SegmentRule withAtMost(int accounts) {
        return new SegmentRule(segment, dedicated, travel, atLeast, accounts);
    }

    public String segment() {
        return segment;
    }

    /** Whether only reps of this one segment serve it. */
    public boolean isDedicated() {
        return dedicated;
    }

    int travel() {
        return travel;
    }

    /** The fewest accounts; 0 unless given. */
    public int atLeast() {
        return atLeast;
    }

    /** The most accounts; empty for no limit. */
    public OptionalInt atMost() {
        return atMost == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(atMost);
    }

    @Override
    public String toString() {
        return segment + (dedicated ? " dedicated" : " dense");
    }
}
