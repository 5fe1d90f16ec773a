package io.revops.ledger;

import java.util.Optional;

/** The clause of the policy, or the plain fact, that made a state what it is. */
public enum Clause {
    /** An item begins, or its quantity, price or product changes. */
    ITEM_CHANGED("an item of the subscription changed", ""),
    /** The subscription has begun. */
    STARTED("the subscription started", ""),
    DISCOUNT_STARTED("a discount began", "discount"),
    DISCOUNT_ENDED("a discount ended", ""),
    TRIAL_STARTED("a trial began, and it does not count", "trial"),
    TRIAL_ENDED("the trial ended, and trials do not count", "trial"),
    UNPAID("it is unpaid, and unpaid does not count", "unpaid"),
    PAID_AGAIN("it is no longer unpaid", ""),
    PAST_DUE("a bill is late, and what is late does not count", "past due"),
    PAST_DUE_TOO_LONG("a bill was late for too long", "past due"),
    PAST_DUE_PAID("the late bill was paid", ""),
    PAUSED("it was paused, and pauses are worth nothing", "pause"),
    RESUMED("it was resumed", ""),
    ENDED("it ended in billing", "churn timing"),
    CANCEL_REQUESTED("its end was requested", "churn timing"),
    CANCEL_WITHDRAWN("the request to end it was withdrawn", "churn timing"),
    SERVICE_ENDED("what was paid for is over", "churn timing"),
    NOT_RENEWED("it did not renew", "churn timing"),
    REFUNDED("it was refunded in full", "refund"),
    PAID_AFTER_REFUND("a later bill was paid after the refund", "refund"),
    CREDITED("a credit reduces it", "refund"),
    CREDIT_ENDED("the time of a credit is over", "refund"),
    INVOICED("a bill for it begins", "source"),
    INVOICE_ENDED("the time of a bill is over", "source"),
    USAGE_MEASURED("another month's usage counts", "usage"),
    GAP_FILLED("it goes on: the gap after it was tolerated", "gap tolerance"),
    RATE_OF_THE_DAY("the rate of the day on which the subscription changed", "exchange rates"),
    REACTIVATED("the account paid before", "reactivation"),
    MERGED_IN("another account that had it was merged into this one", ""),
    MERGED_AWAY("the account was merged into another, which has it now", ""),
    CLOSING_RATE("the exchange rate moved", "exchange rates"),
    POSTED_LATE("it was recorded after its period was closed", "closed periods");

    private final String text;
    private final String option;

    Clause(String text, String option) {
        this.text = text;
        this.option = option;
    }

    /** What it says of a state. */
    public String text() {
        return text;
    }

    /** The convention of the policy that it applies, as {@link PolicyOption#option()}; empty if it is a plain fact. */
    public Optional<String> option() {
        return option.isEmpty() ? Optional.empty() : Optional.of(option);
    }
}
