package io.revops.ledger;

/** Whether an account that paid and now pays nothing, while a subscription runs on, is still active. */
public enum FreeAccount implements PolicyOption {
    /** It is: to pay nothing is a contraction. An account that never paid is no customer all the same. */
    ACTIVE("stays active while a subscription runs on"),
    /** It is not: to pay nothing is churn. */
    CHURNED("not active");

    private final String says;

    FreeAccount(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "free account";
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
