package io.revops.ledger;

/** What a subscription is worth whose collection was given up. */
public enum Unpaid implements PolicyOption {
    /** Nothing, until it is paid again: unpaid is churn. */
    EXCLUDE("does not count");

    private final String says;

    Unpaid(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "unpaid";
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public String code() {
        return name();
    }
}
