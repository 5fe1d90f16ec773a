package io.revops.forecast.churn;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Propensity;
import io.revops.forecast.RenewalPropensity;
import io.revops.forecast.learn.DataSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Renewals by the hazards of churn: one is as likely as the account is to be there after the period of the renewal, given that it was there after that
 * of the renewal before it, S(to) / S(from). What is further off than the hazards see is left to others, and so is an account without features.
 */
public final class HazardRenewals implements RenewalPropensity {
    private final Map<String, ChurnCurve> curves = new HashMap<>();
    private final Map<String, LocalDate> agreed = new HashMap<>();
    private final LocalDate asOf;
    private final RenewalPropensity others;
    private final ToDoubleFunction<DueRenewal> termDays;

    private HazardRenewals(LocalDate asOf, RenewalPropensity others, ToDoubleFunction<DueRenewal> termDays) {
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.others = Objects.requireNonNull(others, "others");
        this.termDays = Objects.requireNonNull(termDays, "termDays");
    }

    /**
     * Of accounts as of a day, which are the groups of the rows.
     *
     * @param beyond what says how likely the other renewals are, such as base rates
     * @param termDays how long the term is that ends with a renewal
     */
    public static HazardRenewals of(
            HazardModel model,
            DataSet today,
            LocalDate asOf,
            RenewalPropensity beyond,
            ToDoubleFunction<DueRenewal> termDays) {
        HazardRenewals renewals = new HazardRenewals(asOf, beyond, termDays);
        List<ChurnCurve> all = model.curves(today);
        for (int i = 0; i < all.size(); i++) {
            renewals.curves.putIfAbsent(today.group(i), all.get(i));
        }
        return renewals;
    }

    /** Of the accounts of a table of features; one that has asked to go renews until the end that was agreed, and then no more. */
    public static HazardRenewals of(
            HazardModel model, FeatureTable today, RenewalPropensity beyond, ToDoubleFunction<DueRenewal> termDays) {
        HazardRenewals renewals = of(model, Tables.staying(today), today.asOf(), beyond, termDays);
        for (FeatureRow row : today.rows()) {
            row.agreedEnd().ifPresent(end -> renewals.agreed.put(row.account().value(), end));
        }
        return renewals;
    }

    @Override
    public Propensity of(DueRenewal renewal) {
        LocalDate end = agreed.get(renewal.account());
        if (end != null) {
            return ChurnRenewals.agreed(renewal, end);
        }
        ChurnCurve curve = curves.get(renewal.account());
        if (curve == null) {
            return others.of(renewal);
        }
        int to = FollowUps.period(curve.scale(), asOf, renewal.day());
        LocalDate before = renewal.day().minusDays(Math.max(1, Math.round(termDays.applyAsDouble(renewal))));
        int from = before.isAfter(asOf) ? FollowUps.period(curve.scale(), asOf, before) : 0;
        if (to > curve.periods() || !(curve.at(from) > 0)) {
            return others.of(renewal);
        }
        double stays = curve.at(to) / curve.at(from);
        return new Propensity(
                stays, 0, "its churn risk up to " + renewal.day() + " is " + Told.percent(1 - curve.at(to)));
    }
}
