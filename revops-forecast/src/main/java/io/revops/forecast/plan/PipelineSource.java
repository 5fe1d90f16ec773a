package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.Objects;

/**
 * Where pipeline comes from, and what becomes of it.
 *
 * @param name marketing, outbound, partners
 * @param share of the new business that comes from it, 0 to 1
 * @param winRate the share of its pipeline that is won, above 0, at most 1
 * @param cycleMonths from the opportunity to the win, whole months
 * @param averageDeal what one opportunity is worth
 * @param funnel the stages before an opportunity
 */
public record PipelineSource(
        String name, double share, double winRate, int cycleMonths, Money averageDeal, Funnel funnel) {
    public PipelineSource {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(funnel, "funnel");
        if (!(share >= 0 && share <= 1)) {
            throw fault(name, "share", "The share of (" + name + ") is " + share + ". Maybe 0 to 1.");
        }
        if (!(winRate > 0 && winRate <= 1)) {
            throw fault(
                    name,
                    "winRate",
                    "Of the pipeline of (" + name + ") a share of " + winRate
                            + " is won. Maybe above 0 and at most 1: 0.25 for 25 %.");
        }
        if (cycleMonths < 0) {
            throw fault(
                    name, "cycleMonths", "A deal of (" + name + ") takes " + cycleMonths + " months. Maybe 0 or more.");
        }
        if (averageDeal.signum() <= 0) {
            throw fault(
                    name, "averageDeal", "A deal of (" + name + ") is worth " + averageDeal + ". Maybe more than 0.");
        }
    }

    /** A source without a funnel. */
    public static PipelineSource of(String name, double share, double winRate, int cycleMonths, Money averageDeal) {
        return new PipelineSource(name, share, winRate, cycleMonths, averageDeal, Funnel.NONE);
    }

    /** The same with the stages before an opportunity. */
    public PipelineSource with(Funnel option) {
        return new PipelineSource(name, share, winRate, cycleMonths, averageDeal, option);
    }

    /** How many times the quota the pipeline must be: 1 / win rate, and no fixed 3. */
    public double coverageNeeded() {
        return 1 / winRate;
    }

    /** {@code marketing: 60.0 % of the wins, win rate 25.0 %, 3 months, a deal of USD 20,000.00}. */
    @Override
    public String toString() {
        return name + ": " + PlanExplanation.percent(share) + " of the wins, win rate "
                + PlanExplanation.percent(winRate) + ", " + cycleMonths + " months, a deal of "
                + Cents.print(averageDeal);
    }

    private static InvalidPlanException fault(String name, String field, String text) {
        return InvalidPlanException.of(PlanFaultCode.OUT_OF_RANGE, name, field, text);
    }
}
