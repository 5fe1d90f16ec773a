package io.revops.forecast.churn;

import static io.revops.forecast.churn.FeatureUnit.COUNT;
import static io.revops.forecast.churn.FeatureUnit.DAYS;
import static io.revops.forecast.churn.FeatureUnit.LOG_COUNT;
import static io.revops.forecast.churn.FeatureUnit.RATIO;
import static io.revops.forecast.churn.FeatureUnit.SHARE;

import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How much, how lately, how broadly and by how many an account uses the product, and where that is going. */
final class UsageFeatures {
    private static final int WEEKS = 12;

    private UsageFeatures() {}

    /** Of everything that is measured. */
    static List<ChurnFeature> all() {
        List<ChurnFeature> features = new ArrayList<>(of("usage", "uses", AccountAsOf::usage));
        features.add(
                ChurnFeature.of("meters_30d", COUNT, (w, a) -> a.usage().in(w).meters())
                        .told("{} part(s) of the product used in the last 30 days"));
        features.add(ChurnFeature.of(
                        "meters_share_30d",
                        SHARE,
                        (w, a) -> a.usage().in(w).meters() / above0(a.usage().meters()))
                .told("{} of the parts of the product that it ever used were used in the last 30 days"));
        features.add(ChurnFeature.of(
                        "users_30d",
                        LOG_COUNT,
                        (w, a) -> StrictMath.log1p(a.usage().in(w).users()))
                .told("{} user(s) in the last 30 days"));
        features.add(ChurnFeature.of("users_ratio_30d", RATIO, (w, a) -> ratio(w, a, a.usage(), UsageSeen::users))
                .told(Phrase.change("users", "the previous 30 days")));
        features.add(ChurnFeature.of(
                        "seats_used_30d", SHARE, (w, a) -> a.usage().in(w).users() / a.seats())
                .told("{} of the seats used in the last 30 days"));
        features.add(ChurnFeature.of(
                        "top_user_share_30d", SHARE, (w, a) -> a.usage().in(w).topUserShare())
                .told("{} of the uses in the last 30 days by one user"));
        return features;
    }

    /**
     * Level, trend and recency of some uses.
     *
     * @param prefix of the names
     * @param words what is counted, for a reader
     */
    static List<ChurnFeature> of(String prefix, String words, Function<AccountAsOf, UsageSeen> usage) {
        List<ChurnFeature> features = new ArrayList<>();
        for (int days : new int[] {7, 30, 90}) {
            features.add(ChurnFeature.of(
                            prefix + "_" + days + "d",
                            LOG_COUNT,
                            (w, a) -> StrictMath.log1p(usage.apply(a).in(w).events()))
                    .over(days)
                    .told(words + " in the last " + days + " days: {}"));
        }
        features.add(ChurnFeature.of(
                        prefix + "_per_seat_30d",
                        RATIO,
                        (w, a) -> usage.apply(a).in(w).events() / a.seats())
                .told(words + " a seat in the last 30 days: {}"));
        for (int days : new int[] {7, 30, 90}) {
            features.add(ChurnFeature.of(
                            prefix + "_ratio_" + days + "d",
                            RATIO,
                            (w, a) -> ratio(w, a, usage.apply(a), UsageSeen::events))
                    .over(days)
                    .told(Phrase.change(words, "the previous " + days + " days")));
        }
        features.add(ChurnFeature.of(prefix + "_slope_12w", RATIO, (w, a) -> slope(w, a, usage.apply(a)))
                .over(7 * WEEKS)
                .told(Phrase.trend(words)));
        features.add(ChurnFeature.of(
                        prefix + "_recency",
                        DAYS,
                        (w, a) -> usage.apply(a).lastDay().map(a::daysSince).orElse(Double.NaN))
                .told("{} day(s) since the last of the " + words));
        features.add(ChurnFeature.of(
                        prefix + "_active_days_30d",
                        COUNT,
                        (w, a) -> usage.apply(a).in(w).activeDays())
                .told(words + " on {} of the last 30 days"));
        return features;
    }

    /** Now to the same number of days before; NaN where there was nothing before, or the account was not there all that time. */
    private static double ratio(Span window, AccountAsOf account, UsageSeen usage, ToDoubleFunction<UsageSeen> number) {
        Span before = Span.of(window.from().minusDays(window.days()), window.from());
        return before.from().isBefore(account.begin())
                ? Double.NaN
                : number.applyAsDouble(usage.in(window)) / above0(number.applyAsDouble(usage.in(before)));
    }

    /** The least-squares slope of the uses a week, divided by their mean; NaN without uses, or if the account is younger. */
    private static double slope(Span window, AccountAsOf account, UsageSeen usage) {
        if (window.from().isBefore(account.begin())) {
            return Double.NaN;
        }
        double middle = (WEEKS - 1) / 2.0;
        double sum = 0;
        double rise = 0;
        double run = 0;
        for (int week = 0; week < WEEKS; week++) {
            LocalDate from = window.from().plusDays(7L * week);
            double uses = usage.in(Span.of(from, from.plusDays(7))).events();
            sum += uses;
            rise += (week - middle) * uses;
            run += (week - middle) * (week - middle);
        }
        return rise / run / above0(sum / WEEKS);
    }

    /** The number; NaN if it is 0, so that nothing is divided by it. */
    static double above0(double number) {
        return number > 0 ? number : Double.NaN;
    }
}
