package io.revops.ledger;

import java.util.Objects;

/**
 * What a subscription is worth while a bill is late and collection goes on.
 *
 * @param rule when it stops to count
 * @param days of {@link Rule#AUTO_CHURN} how many calendar days in the reporting zone it still counts, else 0
 */
public record PastDue(Rule rule, int days) implements PolicyOption {
    /** When a late bill makes a subscription stop to count. */
    public enum Rule {
        /** Not before it is unpaid or ends. */
        INCLUDE_UNTIL_TERMINAL,
        /** After a number of days. */
        AUTO_CHURN,
        /** At once, until it is paid. */
        EXCLUDE
    }

    public static final PastDue INCLUDE_UNTIL_TERMINAL = new PastDue(Rule.INCLUDE_UNTIL_TERMINAL, 0);
    public static final PastDue EXCLUDE = new PastDue(Rule.EXCLUDE, 0);

    public PastDue {
        Objects.requireNonNull(rule, "rule");
        OptionCodes.daysOf(rule, rule == Rule.AUTO_CHURN, days);
    }

    /** It counts for so many days, and then no more until it is paid. */
    public static PastDue autoChurn(int days) {
        return new PastDue(Rule.AUTO_CHURN, days);
    }

    @Override
    public String option() {
        return "past due";
    }

    @Override
    public String says() {
        return switch (rule) {
            case INCLUDE_UNTIL_TERMINAL -> "counts until unpaid or ended";
            case AUTO_CHURN -> "churns after " + days + " days";
            case EXCLUDE -> "does not count";
        };
    }

    @Override
    public String code() {
        return rule == Rule.AUTO_CHURN ? rule + " " + days : rule.name();
    }
}
