package io.revops.ledger;

/** What is followed: what becomes active, moves and churns as one. */
public enum Grain implements PolicyOption {
    /** An account together with all accounts below it. */
    PARENT("the parent account"),
    /** An account with all its subscriptions. */
    ACCOUNT("account"),
    /** Each subscription for itself. */
    SUBSCRIPTION("subscription"),
    /** Each item of a subscription for itself. */
    ITEM("item of a subscription");

    private final String says;

    Grain(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "grain";
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
