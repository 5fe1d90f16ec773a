package io.revops.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An account of a simulated company, and what became of it.
 *
 * @param number counted from 0
 * @param segment SMB, Mid-Market or Enterprise
 * @param seats how many it pays for, at a price for each
 * @param periods from its first to its last
 * @param left when and why it left, known or not by the end of the world; empty if it is still there
 */
public record ChurnAccount(int number, String segment, int seats, List<ChurnPeriod> periods, Optional<Left> left) {
    /** What a seat costs a month, in dollars. */
    public static final int SEAT_PRICE = 30;

    public ChurnAccount {
        periods = List.copyOf(periods);
    }

    /**
     * An end.
     *
     * @param on the first day on which it pays nothing any more
     * @param cause why
     */
    public record Left(LocalDate on, Cause cause) {}

    /** Why an account left. */
    public enum Cause {
        /** By its own will. */
        VOLUNTARY,
        /** Its payments failed. */
        INVOLUNTARY
    }

    /** As it is written. */
    public String id() {
        return "acc-" + (number + 1);
    }

    String name() {
        return Names.root(number % 190_000) + " " + (number + 1);
    }
}
