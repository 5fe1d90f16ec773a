package io.revops.forecast.churn;

import io.revops.book.ChurnCause;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of accounts as the ledger tells it, in periods from the as-of date. */
final class FollowUps {
    /** A period of whose days a horizon lacks a tenth is seen through: 90 days are three months, 365 days a leap year. */
    private static final double NEARLY = 0.1;

    private FollowUps() {}

    /** The period in which an account ended that was gone on a day, from 1; the first begins on the day after the as-of date. */
    static int period(TimeScale scale, LocalDate asOf, LocalDate gone) {
        return Math.max(1, (int) Math.ceil(scale.between(asOf.plusDays(1), gone) - 1e-9));
    }

    static List<FollowUp> of(ChurnRows rows, TimeScale scale) {
        if (rows.label().gapDays() > 0) {
            throw new IllegalArgumentException(
                    "The label has a gap of " + rows.label().gapDays()
                            + " days, and who left in it is no row. Maybe ChurnLabel.within(365), without a gap.");
        }
        List<FollowUp> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate asOf = rows.row(i).asOf();
            ChurnOutcome outcome = rows.outcome(i);
            double seen =
                    scale.between(asOf.plusDays(1), rows.label().horizon(asOf).to());
            int last = (int) Math.floor(seen + NEARLY);
            int period = outcome.is(ChurnTarget.CHURN)
                    ? period(scale, asOf, outcome.on().orElseThrow())
                    : Integer.MAX_VALUE;
            if (period <= last) { // an end in a period that others were not seen through would look like everybody's
                all.add(FollowUp.ended(
                        period,
                        outcome.cause().orElse(ChurnCause.VOLUNTARY).name().toLowerCase(Locale.ROOT)));
            } else {
                all.add(FollowUp.running(last));
            }
        }
        return all;
    }
}
