package io.revops.ledger;

/** At which of the dates around an end a subscription stops to count. A term that ends and was not cancelled ends then in any case. */
public enum ChurnTiming implements PolicyOption {
    /** When the end was asked for; a request that is withdrawn brings it back. */
    CANCEL_REQUEST("when the end is requested"),
    /** When it ends in billing: at the end of the period if that was agreed, at once if not. */
    BILLING_END("when it ends in billing"),
    /** When the time is over that was paid for. */
    SERVICE_END("when what was paid for is over"),
    /** At the first renewal date on which it did not renew. */
    NON_RENEWAL("at the first renewal that did not happen");

    private final String says;

    ChurnTiming(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "churn timing";
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
