package io.revops.ledger;

/** What counts as one movement of an account. */
public enum Basis implements PolicyOption {
    /** The difference between the two ends of a period: who came and went inside it was not there. */
    NET("net, one movement a period"),
    /** Every instant at which the account's value changes. */
    EVENT("event, one movement an instant");

    private final String says;

    Basis(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "basis";
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
