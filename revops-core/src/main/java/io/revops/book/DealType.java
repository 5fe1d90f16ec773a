package io.revops.book;

/** What a deal would bring. */
public enum DealType {
    /** A new customer. */
    NEW,
    /** More from a customer. */
    EXPANSION,
    /** What a customer has, for another term. */
    RENEWAL
}
