package io.revops.forecast.churn;

import io.revops.book.ChurnCause;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of accounts as the ledger tells it, in periods from the as-of date. */
final class FollowUps {
    /** A horizon of 365 days in a leap year is a year. */
    private static final double NEARLY = 0.05;

    private FollowUps() {}

    static List<FollowUp> of(ChurnRows rows, TimeScale scale) {
        if (rows.label().gapDays() > 0) {
            throw new IllegalArgumentException("The label has a gap of " + rows.label().gapDays()
                    + " days, and who left in it is no row. Maybe ChurnLabel.within(365), without a gap.");
        }
        List<FollowUp> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate asOf = rows.row(i).asOf();
            ChurnOutcome outcome = rows.outcome(i);
            if (outcome.is(ChurnTarget.CHURN)) {
                LocalDate on = outcome.on().orElseThrow();
                double time = scale.between(asOf, on.minusDays(1));
                all.add(FollowUp.ended(
                        Math.max(1, (int) Math.ceil(time - 1e-9)),
                        outcome.cause().orElse(ChurnCause.VOLUNTARY).name().toLowerCase(Locale.ROOT)));
            } else {
                LocalDate last = rows.label().horizon(asOf).to().minusDays(1);
                all.add(FollowUp.running((int) Math.floor(scale.between(asOf, last) + NEARLY)));
            }
        }
        return all;
    }
}
