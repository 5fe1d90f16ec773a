package io.revops.ledger;

/** What a line that bills a part of a period says of the whole, if the source is the lines of invoices. */
public enum ProratedLines implements PolicyOption {
    /** As much as the whole period would cost at that price. */
    USE("count as much as their whole period would"),
    /** No more than it bills. */
    AS_BILLED("count as billed"),
    /** Nothing: the next line for a whole period says what holds from its start on. */
    SKIP("are skipped, and the next whole line holds from their start");

    private final String says;

    ProratedLines(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "prorated lines";
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
