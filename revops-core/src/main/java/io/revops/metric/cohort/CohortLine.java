package io.revops.metric.cohort;

import io.revops.book.AccountId;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What became of one account, or of one segment of it: when it began, and what it was worth at each age. */
final class CohortLine {
    final AccountId account;
    final @Nullable String segment;
    final int cohort;

    /** How many ages the account has reached. */
    final int reached;

    /** What it was worth when it began, in micro-units per year. */
    final long began;

    /** 1 if it was active when it began: of a segment, whether it began there. */
    final int counted;

    private final long[] worth;
    private final BitSet active;

    CohortLine(
            AccountId account,
            @Nullable String segment,
            int cohort,
            int reached,
            long began,
            int counted,
            long[] worth,
            BitSet active) {
        this.account = account;
        this.segment = segment;
        this.cohort = cohort;
        this.reached = reached;
        this.began = began;
        this.counted = counted;
        this.worth = worth;
        this.active = active;
    }

    long worth(int age) {
        return age < worth.length ? worth[age] : 0;
    }

    int active(int age) {
        return active.get(age) ? 1 : 0;
    }

    CohortLine in(String other) {
        return new CohortLine(account, other, cohort, reached, began, counted, worth, active);
    }
}
