package io.revops.ledger;

/** How the monthly value of a subscription is rounded; what is rounded is shared among its items, the largest remainders first, then by item. */
public enum StateRounding implements PolicyOption {
    /** Not at all. */
    NONE("none"),
    /** To four digits, halves up. */
    FOUR_DIGITS("each subscription's month to four digits, halves up"),
    /** To the smallest unit of the currency, halves up. */
    CENTS("each subscription's month to cents, halves up"),
    /** To the smallest unit of the currency, down. */
    FLOOR("each subscription's month to cents, down");

    private final String says;

    StateRounding(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "rounding";
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
