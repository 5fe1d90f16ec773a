package io.revops.book;

/** How something is sold. */
public enum ProductKind {
    /** Paid again and again. */
    RECURRING,
    /** Paid once: set-up, services, hardware. */
    ONE_TIME,
    /** Paid by how much is used. */
    USAGE
}
