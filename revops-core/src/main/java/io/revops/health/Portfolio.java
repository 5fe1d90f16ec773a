package io.revops.health;

import io.revops.metric.Reading;
import io.revops.money.RunRate;
import java.time.LocalDate;
import java.util.List;

/**
 * The customers that one person looks after.
 *
 * @param owner who
 * @param scores how they are, by account
 * @param mix how many are in each band
 * @param renewals those with a renewal within the window, the nearest first
 * @param openTickets how many tickets are open at them
 */
public record Portfolio(
        String owner, List<HealthScore> scores, HealthMix mix, List<Renewal> renewals, int openTickets) {
    /**
     * A renewal that is near.
     *
     * @param health how the customer is
     * @param day the first day of the next term, if there is one
     */
    public record Renewal(HealthScore health, LocalDate day) {
        /** {@code 2025-08-01 Acme 35.0 RED}. */
        @Override
        public String toString() {
            return day + " " + health.headline();
        }
    }

    public Portfolio {
        scores = List.copyOf(scores);
        renewals = List.copyOf(renewals);
    }

    /** How many customers there are. */
    public int customers() {
        return scores.size();
    }

    /** What they are worth a year. */
    public Reading<RunRate> arr() {
        return RunRates.sum(scores.stream().map(HealthScore::arr).toList());
    }

    /** What those with a near renewal are worth a year. */
    public Reading<RunRate> renewing() {
        return RunRates.sum(renewals.stream().map(r -> r.health().arr()).toList());
    }
}
