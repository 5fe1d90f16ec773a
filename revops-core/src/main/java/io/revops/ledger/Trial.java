package io.revops.ledger;

/** Whether a time without payment at the beginning of a subscription is worth something. */
public enum Trial implements PolicyOption {
    /** The trial that a subscription begins with is worth nothing; free time of a subscription that was paid before is no trial. */
    EXCLUDE("the one a subscription begins with does not count"),
    /** Every trial is worth nothing, also one given to a subscription that was paid before. */
    EXCLUDE_EVERY("none counts, whenever it is given"),
    /** A trial is worth what will be paid after it. */
    COUNT_FROM_START("counts from its first day");

    private final String says;

    Trial(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "trial";
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
