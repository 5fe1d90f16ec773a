package io.revops.ledger;

/** What counts as one movement of an account. */
public enum Basis {
    /** The difference between the two ends of a period: who came and went inside it was not there. */
    NET,
    /** Every instant at which the account's value changes. */
    EVENT
}
