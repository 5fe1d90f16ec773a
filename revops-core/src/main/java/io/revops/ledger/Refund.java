package io.revops.ledger;

/** What a refund does to the revenue of the subscription. */
public enum Refund implements PolicyOption {
    /** Nothing: it is about the past. */
    IGNORE("does not count"),
    /** It ends a subscription that is billed yearly or more rarely, once it is both refunded in full and cancelled. */
    ANNUAL_CANCEL_ONLY("ends what is billed yearly and was cancelled"),
    /** A credit for a stretch of service reduces what is earned in that stretch. */
    CREDIT_REDUCES("a dated credit reduces the time it is for"),
    /** A bill refunded in full ends the subscription, until the service of a later bill that is paid begins. */
    FULL_REFUND_ENDS("in full, it ends the subscription until it is paid again");

    private final String says;

    Refund(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "refund";
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
