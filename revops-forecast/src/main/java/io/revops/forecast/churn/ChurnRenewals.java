package io.revops.forecast.churn;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Propensity;
import io.revops.forecast.RenewalPropensity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Renewals by a churn model: a renewal within its horizon is as likely as the account is to stay, one beyond it is left to others.
 *
 * <p>Of a term that is shorter than the horizon there are several renewals in it, and each takes its part of the risk: (1 − p)^(term /
 * horizon), so that all of them together are 1 − p. An account that was not scored, too, is left to others; one that has
 * asked to go renews until the end that was agreed, and then no more.
 */
public final class ChurnRenewals implements RenewalPropensity {
    private final Map<String, RiskScore> scores = new HashMap<>();
    private final int horizonDays;
    private final LocalDate asOf;
    private final RenewalPropensity others;
    private final ToDoubleFunction<DueRenewal> termDays;

    private ChurnRenewals(
            RiskScores scores, LocalDate asOf, RenewalPropensity others, ToDoubleFunction<DueRenewal> termDays) {
        scores.scores().forEach(s -> this.scores.putIfAbsent(s.account(), s));
        this.horizonDays = scores.horizonDays();
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.others = Objects.requireNonNull(others, "others");
        this.termDays = Objects.requireNonNull(termDays, "termDays");
    }

    /**
     * Of scores as of a day.
     *
     * @param beyond what says how likely the other renewals are, such as base rates
     * @param termDays how long the term is that ends with a renewal
     */
    public static ChurnRenewals of(
            RiskScores scores, LocalDate asOf, RenewalPropensity beyond, ToDoubleFunction<DueRenewal> termDays) {
        return new ChurnRenewals(scores, asOf, beyond, termDays);
    }

    @Override
    public Propensity of(DueRenewal renewal) {
        RiskScore score = scores.get(renewal.account());
        if (score != null && score.agreedEnd().isPresent()) {
            return agreed(renewal, score.agreedEnd().get());
        }
        boolean isNear = !renewal.day().isAfter(asOf.plusDays(horizonDays));
        if (score == null || !score.isScored() || !isNear) {
            return others.of(renewal);
        }
        double stays = 1 - score.probability().orElseThrow();
        double part = Math.min(1, termDays.applyAsDouble(renewal) / horizonDays);
        if (!(part > 0)) {
            throw new IllegalArgumentException("The term that ends on " + renewal.day() + " has "
                    + termDays.applyAsDouble(renewal) + " days. Maybe 365 for a year.");
        }
        return new Propensity(
                part == 1 ? stays : StrictMath.pow(stays, part),
                0,
                "its churn risk within " + horizonDays + " days is " + Told.percent(1 - stays));
    }

    static Propensity agreed(DueRenewal renewal, LocalDate end) {
        return new Propensity(renewal.day().isBefore(end) ? 1 : 0, 0, "it has asked to go and ends on " + end);
    }
}
