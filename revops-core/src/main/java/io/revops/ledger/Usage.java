package io.revops.ledger;

import java.util.Objects;

/**
 * Whether usage that is measured counts, and how much of it. What was used is the quantity of the usage events of a
 * subscription at the price of its metered item; what was committed is the quantity of that item.
 *
 * @param rule what counts
 * @param months of {@link Rule#TRAILING_AVG} over how many months the mean is taken, else 0
 */
public record Usage(Rule rule, int months) implements PolicyOption {
    /** How much of usage counts. */
    public enum Rule {
        /** Nothing. */
        EXCLUDE,
        /** What was agreed beforehand. */
        COMMITTED,
        /** What was used in a month, from its first instant on. */
        ACTUAL,
        /** The mean of the last months, this one included. */
        TRAILING_AVG
    }

    public static final Usage EXCLUDE = new Usage(Rule.EXCLUDE, 0);
    public static final Usage COMMITTED = new Usage(Rule.COMMITTED, 0);
    public static final Usage ACTUAL = new Usage(Rule.ACTUAL, 0);

    public Usage {
        Objects.requireNonNull(rule, "rule");
        OptionCodes.daysOf(rule, rule == Rule.TRAILING_AVG, months);
    }

    /** The mean of what was used in this month and those before it, as far as there are any, at most so many. */
    public static Usage trailingAverage(int months) {
        return new Usage(Rule.TRAILING_AVG, months);
    }

    @Override
    public String option() {
        return "usage";
    }

    @Override
    public String says() {
        return switch (rule) {
            case EXCLUDE -> "does not count";
            case COMMITTED -> "what was committed counts";
            case ACTUAL -> "what was used in the month counts";
            case TRAILING_AVG -> "the mean of " + months + " months counts";
        };
    }

    @Override
    public String code() {
        return months > 0 ? rule + " " + months : rule.name();
    }
}
