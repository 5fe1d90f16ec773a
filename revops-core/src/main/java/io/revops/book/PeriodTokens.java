package io.revops.book;

import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of subscription periods on its way from a file into {@link PeriodRows}: ids as stretches of UTF-8 bytes, numbers as
 * numbers. Filled again for each row, so that a row costs no object; for a reader that takes a file apart itself.
 */
public final class PeriodTokens {
    byte[] text = new byte[0];
    int subscriptionStart;
    int subscriptionEnd;
    int accountStart;
    int accountEnd;
    int planStart;
    int planEnd;
    int start;
    int end;
    long monthly;

    @Nullable
    Currency currency;

    long quantity = 1;
    int nth = -1;

    /** No row yet. */
    public PeriodTokens() {}

    /** The bytes that all stretches of the row are in. */
    public PeriodTokens in(byte[] bytes) {
        text = bytes;
        planStart = 0;
        planEnd = 0;
        quantity = 1;
        end = PeriodRows.OPEN;
        nth = -1;
        return this;
    }

    /** Where the subscription's id is: without blanks around it, not empty, at most 500 bytes. */
    public PeriodTokens subscription(int from, int to) {
        subscriptionStart = from;
        subscriptionEnd = to;
        return this;
    }

    public PeriodTokens account(int from, int to) {
        accountStart = from;
        accountEnd = to;
        return this;
    }

    public PeriodTokens plan(int from, int to) {
        planStart = from;
        planEnd = to;
        return this;
    }

    /** The first day, counted from 1970-01-01. */
    public PeriodTokens start(int epochDay) {
        start = epochDay;
        return this;
    }

    /** The day after the last, after the first; {@link PeriodRows#OPEN} if it has not come. */
    public PeriodTokens end(int epochDay) {
        end = epochDay;
        return this;
    }

    /** What a month costs, in millionths of the currency unit. */
    public PeriodTokens monthly(long micros, Currency in) {
        monthly = micros;
        currency = Objects.requireNonNull(in, "in");
        return this;
    }

    /** How many, above 0. */
    public PeriodTokens quantity(long many) {
        quantity = many;
        return this;
    }

    /** That the row is the nth, from 0, of those that the builder was told to expect. */
    public PeriodTokens expected(int asNth) {
        nth = asNth;
        return this;
    }
}
