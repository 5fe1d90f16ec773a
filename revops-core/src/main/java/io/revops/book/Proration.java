package io.revops.book;

/** Whether an invoice line bills a part of a period. */
public enum Proration {
    WHOLE_PERIOD,
    PRORATED
}
