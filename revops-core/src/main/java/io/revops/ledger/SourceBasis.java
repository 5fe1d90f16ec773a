package io.revops.ledger;

/** From which facts it follows what a subscription is worth. */
public enum SourceBasis implements PolicyOption {
    /** From the subscription: its items, quantities, prices and discounts. */
    SUBSCRIPTION_STATE("the state of subscriptions"),
    /** From the lines of its bills, each spread over the time it pays for; one that no bill names counts as it says itself. */
    INVOICE_LINE("the lines of invoices"),
    /** From the list prices of the products in it; an item whose product has none counts at its own price. */
    CATALOG("the list prices of the catalogue");

    private final String says;

    SourceBasis(String says) {
        this.says = says;
    }

    @Override
    public String option() {
        return "source";
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
