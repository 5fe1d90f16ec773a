package io.revops.metric;

/** Why a number does not exist. */
public enum UndefinedCode {
    /** There is nothing in any currency, and none was set. */
    NO_CURRENCY,
    /** There are several currencies, and no way to convert them. */
    MIXED_CURRENCY,
    /** There are exchange rates, but not the one that is needed. */
    MISSING_RATE,
    /** Nothing recurred at the opening, so nothing could be retained. */
    OPENING_ZERO,
    /** No account was active. */
    NO_ACCOUNTS,
    /** Nothing was lost. */
    NO_LOSSES,
    /** No deal was closed. */
    NONE_CLOSED,
    /** Nobody had a quota. */
    NO_QUOTA,
    /** A quota covers other days than the span. */
    PARTIAL_QUOTA,
    /** The view has a ledger and no book. */
    NO_BOOK,
    /** What happened is zero, and an error is no share of nothing. */
    ACTUAL_ZERO,
    /** There are too few cases to tell. */
    TOO_FEW_CASES
}
