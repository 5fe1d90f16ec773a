package io.revops.forecast.churn;

import static io.revops.forecast.churn.FeatureUnit.COUNT;
import static io.revops.forecast.churn.FeatureUnit.DAYS;
import static io.revops.forecast.churn.FeatureUnit.LOG_COUNT;
import static io.revops.forecast.churn.FeatureUnit.LOG_MONEY;
import static io.revops.forecast.churn.FeatureUnit.MONTHS;
import static io.revops.forecast.churn.FeatureUnit.RATIO;
import static io.revops.forecast.churn.FeatureUnit.SHARE;
import static io.revops.forecast.churn.FeatureUnit.YES_NO;

import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;

/** What an account has agreed to and pays, and how that moved. */
final class ContractFeatures {
    private ContractFeatures() {}

    static List<ChurnFeature> all() {
        return List.of(
                ChurnFeature.of(
                                "tenure",
                                DAYS,
                                (w, a) -> a.since().map(a::daysSince).orElse(Double.NaN))
                        .over(1)
                        .told("a customer for {} day(s)"),
                ChurnFeature.of("days_to_renewal", DAYS, (w, a) -> Contracts.daysToRenewal(a))
                        .over(1)
                        .told("renewal in {} day(s)"),
                ChurnFeature.of("term", MONTHS, (w, a) -> Contracts.termMonths(a))
                        .over(1)
                        .told("a term of {} month(s)"),
                ChurnFeature.of("renews_itself", YES_NO, (w, a) -> Contracts.renewsItself(a))
                        .over(1)
                        .told(Phrase.either("renews by itself", "has to be renewed by hand")),
                ChurnFeature.of("discount_share", SHARE, (w, a) -> Contracts.discountShare(a))
                        .over(1)
                        .told(Phrase.of(SHARE, "{} off the list price").orZero("no discount")),
                ChurnFeature.of("subscriptions", COUNT, (w, a) -> a.running().size())
                        .over(1)
                        .told("{} subscription(s)"),
                ChurnFeature.of("items", COUNT, (w, a) -> Contracts.items(a))
                        .over(1)
                        .told("{} item(s) subscribed to"),
                ChurnFeature.of("seats", LOG_COUNT, (w, a) -> StrictMath.log1p(a.seats()))
                        .over(1)
                        .told("{} seat(s)"),
                ChurnFeature.of(
                                "mrr",
                                LOG_MONEY,
                                (w, a) -> StrictMath.log1p(a.worth().monthly()))
                        .over(1)
                        .told("worth {} a month"),
                ChurnFeature.of("mrr_ratio_90d", RATIO, (w, a) -> a.worth().monthly() / atStart(w, a))
                        .over(90)
                        .told(Phrase.change("monthly value", "90 days ago")),
                ChurnFeature.of(
                                "mrr_contraction_90d",
                                SHARE,
                                (w, a) -> a.worth().contraction(w) / atStart(w, a))
                        .over(90)
                        .told(Phrase.of(SHARE, "cut by {} of its value in the last 90 days")
                                .orZero("nothing cut in the last 90 days")),
                ChurnFeature.of("mrr_expansion_90d", SHARE, (w, a) -> a.worth().expansion(w) / atStart(w, a))
                        .over(90)
                        .told(Phrase.of(SHARE, "grown by {} of its value in the last 90 days")
                                .orZero("nothing added in the last 90 days")));
    }

    /** What it was worth a month before the window begins; NaN if nothing. */
    private static double atStart(Span window, AccountAsOf account) {
        LocalDate dayBefore = window.from().minusDays(1);
        return UsageFeatures.above0(account.worth().monthlyOn(dayBefore));
    }
}
