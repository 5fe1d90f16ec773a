package io.revops.ledger;

/**
 * How long changes of one account count as one movement, if movements are events: the first opens a window, which never goes
 * past the end of a month, and dates them all.
 *
 * @param minutes 0 for none: only what happens at the same instant is one movement
 */
public record Grouping(int minutes) implements PolicyOption {
    public static final Grouping NONE = new Grouping(0);

    public Grouping {
        OptionCodes.atLeast(0, minutes, "A grouping window", "minutes");
    }

    public static Grouping minutes(int minutes) {
        return new Grouping(minutes);
    }

    @Override
    public String option() {
        return "grouping";
    }

    @Override
    public String says() {
        return minutes == 0 ? "none" : "changes within " + minutes + " minutes are one movement";
    }

    @Override
    public String code() {
        return Integer.toString(minutes);
    }
}
