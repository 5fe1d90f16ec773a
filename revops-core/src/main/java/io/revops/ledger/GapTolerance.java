package io.revops.ledger;

/**
 * How long an account may be without any subscription and still count as if it had gone on: a renewal that was signed a few
 * days late is then neither churn nor a return. As known before the return, the account has churned all the same.
 *
 * @param days calendar days in the reporting zone, 0 for none
 */
public record GapTolerance(int days) implements PolicyOption {
    public static final GapTolerance NONE = new GapTolerance(0);

    public GapTolerance {
        OptionCodes.atLeast(0, days, "A gap tolerance", "days");
    }

    public static GapTolerance days(int days) {
        return new GapTolerance(days);
    }

    @Override
    public String option() {
        return "gap tolerance";
    }

    @Override
    public String says() {
        return days == 0 ? "none" : "a gap of " + days + " days at most is filled";
    }

    @Override
    public String code() {
        return Integer.toString(days);
    }
}
