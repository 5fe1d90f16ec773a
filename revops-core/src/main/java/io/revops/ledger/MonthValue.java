package io.revops.ledger;

/** Which value a month has, if movements are net. */
public enum MonthValue implements PolicyOption {
    /** The one at its end. */
    CLOSE("at its close"),
    /** Its mean over the time of the month; active is who was active at some time in it. */
    AVERAGE("the mean over its time"),
    /** The one just after the changes at its first instant. */
    START("at its start");

    private final String says;

    MonthValue(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "month value";
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
