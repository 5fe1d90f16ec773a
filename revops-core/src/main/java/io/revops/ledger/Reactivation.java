package io.revops.ledger;

import java.util.Objects;

/**
 * Who that comes back after having paid is a reactivation; everybody else is new.
 *
 * @param rule which returns count
 * @param days of {@link Rule#WITHIN} and {@link Rule#AT_LEAST} the length of the gap in calendar days of the reporting zone,
 *     else 0
 */
public record Reactivation(Rule rule, int days) implements PolicyOption {
    /** Which returns are reactivations. */
    public enum Rule {
        /** Every one. */
        ANY,
        /** Those after at most a number of days. */
        WITHIN,
        /** Those after at least a number of days. */
        AT_LEAST,
        /** None: who comes back is new. */
        NEVER
    }

    public static final Reactivation ANY = new Reactivation(Rule.ANY, 0);
    public static final Reactivation NEVER = new Reactivation(Rule.NEVER, 0);

    public Reactivation {
        Objects.requireNonNull(rule, "rule");
        OptionCodes.daysOf(rule, rule == Rule.WITHIN || rule == Rule.AT_LEAST, days);
    }

    /** A return after at most so many days; after more, it is new. */
    public static Reactivation within(int days) {
        return new Reactivation(Rule.WITHIN, days);
    }

    /** A return after at least so many days; after fewer, it is new. */
    public static Reactivation atLeast(int days) {
        return new Reactivation(Rule.AT_LEAST, days);
    }

    @Override
    public String option() {
        return "reactivation";
    }

    @Override
    public String says() {
        return switch (rule) {
            case ANY -> "any return";
            case WITHIN -> "a return within " + days + " days, later ones are new";
            case AT_LEAST -> "a return after " + days + " days or more, earlier ones are new";
            case NEVER -> "none, every return is new";
        };
    }

    @Override
    public String code() {
        return days > 0 ? rule + " " + days : rule.name();
    }
}
