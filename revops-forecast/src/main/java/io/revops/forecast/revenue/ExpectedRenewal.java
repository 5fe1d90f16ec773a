package io.revops.forecast.revenue;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Propensity;
import io.revops.metric.recurring.RenewalCalendar.Renewal;
import java.util.Objects;

/**
 * A renewal to come, and how likely it is.
 *
 * @param renewal as the calendar has it
 * @param asked as the propensity was asked
 * @param propensity 0 where it is known to end
 */
public record ExpectedRenewal(Renewal renewal, DueRenewal asked, Propensity propensity) {
    public ExpectedRenewal {
        Objects.requireNonNull(renewal, "renewal");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(propensity, "propensity");
    }

    /** What of it is expected to be renewed, a year. */
    public double expected() {
        return propensity.probability() * asked.due();
    }

    /** What of it is expected to be lost, a year: what is at stake. */
    public double atStake() {
        return asked.due() - expected();
    }

    /** Names it among the renewals of a simulation. */
    String id() {
        return asked.subscription() + "@" + asked.day();
    }

    /** {@code 2025-06-01 Acme USD 1,200.00 a year, renews by itself, notice by 2025-05-02: 83 %, 9 of 12 renewals succeeded}. */
    @Override
    public String toString() {
        return renewal + ": " + StrictMath.round(propensity.probability() * 100) + " %, " + propensity.because();
    }
}
