package io.revops.ledger;

/** Which discounts reduce what a subscription is worth. */
public enum DiscountRule implements PolicyOption {
    /** None: a subscription is worth its price. */
    NONE("none counts"),
    /** Those that last until somebody removes them. */
    FOREVER_ONLY("only one that lasts forever counts"),
    /** Those that reduce more than one bill: repeating ones and those that last forever. */
    RECURRING_ONLY("one that reduces a single bill does not count"),
    /** Every one, as long as it lasts. */
    ALL_ACTIVE("every active one counts");

    private final String says;

    DiscountRule(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "discount";
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
