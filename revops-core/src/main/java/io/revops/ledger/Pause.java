package io.revops.ledger;

/** What a paused subscription is worth. */
public enum Pause implements PolicyOption {
    /** As much as before. */
    KEEP("counts"),
    /** Nothing, but its account stays a customer: a pause contracts, and its end expands. */
    ZERO_ACTIVE("is worth nothing, and the account stays active"),
    /** Nothing: it is gone, and comes back when it is resumed. */
    CHURN("churns, and its end reactivates");

    private final String says;

    Pause(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "pause";
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
