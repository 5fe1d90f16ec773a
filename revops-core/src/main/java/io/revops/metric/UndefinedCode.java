package io.revops.metric;

/** Why a number does not exist. */
public enum UndefinedCode {
    /** There is nothing in any currency, and none was set. */
    NO_CURRENCY,
    /** There are several currencies, and no way to convert them. */
    MIXED_CURRENCY,
    /** There are exchange rates, but not the one that is needed. */
    MISSING_RATE,
    /** Nothing recurred, or no account was active, at the opening: there was nothing to retain, to lose or to grow from. */
    OPENING_ZERO,
    /** No account was active. */
    NO_ACCOUNTS,
    /** Nothing was lost. */
    NO_LOSSES,
    /** Nothing was gained. */
    NO_GAINS,
    /** Nothing recurs at the close, so nothing has a share of it. */
    NOTHING_RECURS,
    /** No seat was sold. */
    NO_SEATS,
    /** No contract came up for renewal. */
    NONE_DUE,
    /** There are too few months to tell how a number varies. */
    TOO_FEW_MONTHS,
    /** No deal was closed. */
    NONE_CLOSED,
    /** Nobody had a quota. */
    NO_QUOTA,
    /** A quota covers other days than the span. */
    PARTIAL_QUOTA,
    /** The view has a ledger and no book. */
    NO_BOOK,
    /** A contract has no end, so it has no total. */
    EVERGREEN,
    /** What recurs has no term. */
    NO_TERM,
    /** A deal has an amount, and nothing says what recurs of it. */
    NOT_SPLIT,
    /** The period is not over yet. */
    INCOMPLETE,
    /** What happened is zero, and an error is no share of nothing. */
    ACTUAL_ZERO,
    /** There are too few cases to tell. */
    TOO_FEW_CASES,
    /** There are too many possible outcomes to tell the probability of each. */
    TOO_MANY_OUTCOMES,
    /** No trial ended. */
    NO_TRIALS,
    /** Too little of a scorecard's weight is known. */
    TOO_FEW_FACTORS,
    /** There is no model to say it. */
    NO_MODEL,
    /** Nobody answered a survey. */
    NO_ANSWERS,
    /** Nobody is known to have used the product. */
    NO_USERS,
    /** No use is known of the product, or of the features that were named. */
    NO_USE,
    /** No account's first contract began. */
    NONE_BEGAN,
    /** Fewer than half have reached it yet, so that nobody knows how long half of them take. */
    HALF_NOT_REACHED,
    /** Nothing was due yet. */
    NOTHING_DUE,
    /** Nothing that could be used was available. */
    NO_FEATURES,
    /** There is no ticket to speak of. */
    NO_TICKETS,
    /** What it takes was not written down by the source. */
    NOT_RECORDED
}
