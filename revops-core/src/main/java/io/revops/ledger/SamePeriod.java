package io.revops.ledger;

/** What is told of somebody who comes and leaves within one month, by events. Net movements never show it. */
public enum SamePeriod implements PolicyOption {
    /** Both: new and churn. */
    COUNT_BOTH("who comes and leaves within a month is counted twice"),
    /** Nothing: who is active at neither end of the month was not there. */
    IGNORE("who comes and leaves within a month is not counted");

    private final String says;

    SamePeriod(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "same period";
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
