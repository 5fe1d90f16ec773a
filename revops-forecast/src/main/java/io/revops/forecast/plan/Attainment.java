package io.revops.forecast.plan;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.util.List;
import java.util.Objects;

/**
 * What somebody sold of a quota.
 *
 * @param rep whose
 * @param team the rep's; empty if there is none
 * @param period the quota's
 * @param quota from 0, in the currency of what was closed
 * @param closed what was won in the period
 */
public record Attainment(String rep, String team, Span period, Money quota, Money closed) {
    public Attainment {
        Objects.requireNonNull(rep, "rep");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(period, "period");
        if (!quota.currency().equals(closed.currency())) {
            throw InvalidPlanException.of(
                    PlanFaultCode.MIXED_CURRENCY,
                    rep,
                    "quota",
                    "The quota of (" + rep + ") is " + quota + " and what is closed " + closed
                            + ". Maybe convert one of them with ExchangeRates first.");
        }
        if (quota.signum() < 0) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    rep,
                    "quota",
                    "The quota of (" + rep + ") is " + quota + ", below 0. Maybe 0, or leave it out.");
        }
    }

    /** closed / quota. */
    public Reading<Ratio> share() {
        return quota.isZero()
                ? Reading.undefined(
                        UndefinedCode.NO_QUOTA,
                        rep + " has no quota in " + period + ", so nothing is a share of it. Maybe a quota above 0, or"
                                + " another span.")
                : Reading.known(Ratio.of(closed, quota));
    }

    /** Whether all of it was sold, or more. */
    public boolean atQuota() {
        return quota.signum() > 0 && closed.compareTo(quota) >= 0;
    }

    /**
     * The same with the quota of the days that somebody was there: quota × days there / days, half-up to the cent.
     *
     * @param away days of leave, of ramp, before the start; a day in two of them counts once
     */
    public Attainment relieved(List<Span> away) {
        return new Attainment(
                rep, team, period, QuotaRelief.of(quota, period, away).relieved(), closed);
    }

    /** {@code Ana, 2026-Q1: USD 80,000.00 of USD 100,000.00, 80.0 %}. */
    @Override
    public String toString() {
        return rep + ", " + period + ": " + Cents.print(closed) + " of " + Cents.print(quota)
                + share().value()
                        .map(s -> ", " + PlanExplanation.percent(s.value()))
                        .orElse("");
    }
}
