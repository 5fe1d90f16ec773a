package io.revops.ledger;

import java.util.Optional;

/** The clause of the policy, or the plain fact, that made a state what it is. */
public enum Clause {
    /** An item begins, or its quantity, price or product changes. */
    ITEM_CHANGED("an item of the subscription changed", "source: the state of subscriptions, per account"),
    /** The subscription has begun. */
    STARTED("the subscription started", "interval: a year is 12 months, 52 weeks or 365 days"),
    DISCOUNT_STARTED("a discount began", "discount: every active one counts"),
    DISCOUNT_ENDED("a discount ended", ""),
    TRIAL_ENDED("the trial ended, and trials do not count", "trial: the one a subscription begins with does not count"),
    UNPAID("it is unpaid, and unpaid does not count", "past due: counts until unpaid or ended"),
    PAID_AGAIN("it is no longer unpaid", ""),
    ENDED("it ended in billing", "churn timing: when it ends in billing"),
    USAGE_EXCLUDED("it is measured usage, and usage does not count", "usage: does not count"),
    ONE_TIME_EXCLUDED("it is paid once, and does not recur", "one-time charges and tax: do not count"),
    PAUSE_KEPT("it is paused, and pauses count", "pause: counts"),
    FREE_CHURNED("the account pays nothing, and free is not active", "free account: not active"),
    REACTIVATED("the account paid before", "reactivation: any return"),
    CLOSING_RATE("the exchange rate moved", "exchange rates: closing rate, with a row for its effect");

    private final String text;
    private final String convention;

    Clause(String text, String convention) {
        this.text = text;
        this.convention = convention;
    }

    /** What it says of a state. */
    public String text() {
        return text;
    }

    /** The convention of the policy that it stands for, as {@code name: value}; empty if it is a plain fact. */
    public Optional<String> convention() {
        return convention.isEmpty() ? Optional.empty() : Optional.of(convention);
    }
}
