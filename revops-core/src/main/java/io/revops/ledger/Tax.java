package io.revops.ledger;

/** Whether tax on a bill is revenue. Only a bill knows of tax, so it is included from invoice lines alone. */
public enum Tax implements PolicyOption {
    /** It is not. */
    EXCLUDE("does not count"),
    /** It is counted with the line that it was charged on. */
    INCLUDE("counts with the line it is on");

    private final String says;

    Tax(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "tax";
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
