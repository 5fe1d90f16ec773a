package io.revops.sample;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is true of a company whose accounts come, use what they pay for, and leave: every number that {@link ChurnCompany} draws from,
 * so that what a method learns from its rows can be held against it.
 *
 * <p>Time goes in periods of 30 days, so that a window of 30 days that ends with a period holds exactly that period, and what happens
 * in the 30 days after it is exactly what {@link ChurnTruth} says.
 *
 * @param start the first day
 * @param accounts how many there are in all
 * @param periods how many periods are told
 * @param joining an account begins with one of the first so many periods, each as likely
 * @param truth why they leave
 */
public record ChurnWorld(LocalDate start, int accounts, int periods, int joining, ChurnTruth truth) {
    /** Days in a period. */
    public static final int DAYS = 30;

    private static final int MOST_PERIODS = 120;
    private static final int MOST_ACCOUNTS = 1_000_000;

    public ChurnWorld {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(truth, "truth");
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "There are " + accounts + " accounts. Maybe 400, and at most " + MOST_ACCOUNTS + ".");
        }
        if (periods < 1 || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "There are " + periods + " periods. Maybe 24, and at most " + MOST_PERIODS + ".");
        }
        if (joining < 1 || joining > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "Accounts begin in " + joining + " periods. Maybe 12, and at most " + MOST_PERIODS + ".");
        }
    }

    /** 400 accounts over 24 periods from January 2024, which begin within the first twelve. */
    public static ChurnWorld standard() {
        return new ChurnWorld(LocalDate.of(2024, 1, 1), 400, 24, 12, ChurnTruth.standard());
    }

    /** The same company, in which nothing that is seen has to do with who leaves. */
    public static ChurnWorld uninformative() {
        return standard().with(ChurnTruth.nothing());
    }

    public ChurnWorld with(ChurnTruth option) {
        return new ChurnWorld(start, accounts, periods, joining, option);
    }

    public ChurnWorld withAccounts(int option) {
        return new ChurnWorld(start, option, periods, joining, truth);
    }

    public ChurnWorld withPeriods(int option) {
        return new ChurnWorld(start, accounts, option, joining, truth);
    }

    /** The first day of a period, counted from 0. */
    public LocalDate first(int period) {
        return start.plusDays((long) DAYS * period);
    }

    /** The last day of a period, counted from 0: as of it, what is seen is what the chances of the next 30 days hang on. */
    public LocalDate last(int period) {
        return first(period + 1).minusDays(1);
    }

    /** The day after the last. */
    public LocalDate end() {
        return first(periods);
    }

    /** One company of this world; the same seed gives the same rows, on every machine. */
    public ChurnCompany company(long seed) {
        return ChurnCompany.of(this, seed);
    }
}
