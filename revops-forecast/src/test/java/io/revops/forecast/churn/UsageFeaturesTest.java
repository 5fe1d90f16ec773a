package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.DAY;
import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.row;
import static io.revops.forecast.churn.SmallBook.usesOn;
import static io.revops.forecast.churn.SmallBook.value;
import static io.revops.forecast.churn.SmallBook.view;
import static io.revops.forecast.churn.SmallBook.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Fact;
import io.revops.book.UsageEvent;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand: acme has 10 seats since 1 January 2025 and is looked at on 30 June. */
class UsageFeaturesTest {
    private static List<Fact> acmeUsing(int... daysBefore) {
        return with(usesOn(daysBefore), acme());
    }

    @Test
    void levelCountsTheDaysOfItsWindowTheAsOfDateIncluded() {
        List<Fact> facts = acmeUsing(0, 6, 7, 29, 30, 89, 90);
        assertThat(value("usage_7d", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("usage_30d", facts)).hasValue(StrictMath.log1p(4));
        assertThat(value("usage_90d", facts)).hasValue(StrictMath.log1p(6));
        assertThat(row("usage_30d", facts).told()).containsExactly("uses in the last 30 days: 4");
    }

    @Test
    void seatsMakeALargeAccountComparable() {
        assertThat(value("usage_per_seat_30d", acmeUsing(0, 1, 2, 3, 40))).hasValue(4 / 10.0);
        assertThat(row("usage_per_seat_30d", acmeUsing(0, 1, 2, 3)).told())
                .containsExactly("uses a seat in the last 30 days: 0.4");
    }

    @Test
    void ratioComparesWithTheSameNumberOfDaysBefore() {
        List<Fact> facts = acmeUsing(0, 29, 30, 31, 32, 33, 59);
        assertThat(value("usage_ratio_30d", facts)).hasValue(2 / 5.0);
        assertThat(row("usage_ratio_30d", facts).told()).containsExactly("uses down 60 % against the previous 30 days");
        assertThat(value("usage_ratio_7d", acmeUsing(0, 1, 7))).hasValue(2.0);
        assertThat(row("usage_ratio_7d", acmeUsing(0, 1, 7)).told())
                .containsExactly("uses up 100 % against the previous 7 days");
        assertThat(row("usage_ratio_7d", acmeUsing(1, 7)).told()).containsExactly("uses as in the previous 7 days");
    }

    @Test
    void ratioIsMissingWithoutUsesBeforeOrWithoutTheTimeBefore() {
        assertThat(value("usage_ratio_30d", acmeUsing(0, 1))).isEmpty();
        assertThat(value("usage_ratio_30d", acmeUsing(70))).isEmpty(); // 0 / 0
        // a customer of 59 days cannot have used it for 60; one of 60 can
        assertThat(value("usage_ratio_30d", since(58, 0, 40))).isEmpty();
        assertThat(value("usage_ratio_30d", since(59, 0, 40))).hasValue(1.0);
    }

    private static List<Fact> since(int daysBefore, int... uses) {
        return with(
                usesOn(uses),
                SmallBook.subscription("acme", DAY.minusDays(daysBefore).toString())
                        .build());
    }

    @Test
    void slopeIsTheLeastSquaresLineOfTwelveWeeks() {
        // one use in the first week, two in the second ... twelve in the last: a line of 1 a week with a mean of 6.5
        List<Integer> days = new ArrayList<>();
        for (int week = 1; week <= 12; week++) {
            for (int i = 0; i < week; i++) {
                days.add(7 * (12 - week) + 3);
            }
        }
        List<Fact> facts = acmeUsing(days.stream().mapToInt(Integer::intValue).toArray());
        assertThat(value("usage_slope_12w", facts).orElseThrow()).isCloseTo(1 / 6.5, within(1e-15));
        assertThat(row("usage_slope_12w", facts).told()).containsExactly("uses rising by 15 % of their mean a week");
        assertThat(value("usage_slope_12w", acmeUsing(100))).isEmpty();
        assertThat(value("usage_slope_12w", since(82, 1, 2))).isEmpty();
        assertThat(value("usage_slope_12w", since(83, 1, 2))).isPresent();
    }

    @Test
    void recencyIsInDaysSinceTheLastUse() {
        assertThat(value("usage_recency", acmeUsing(0, 9))).hasValue(0.0);
        assertThat(value("usage_recency", acmeUsing(11, 9))).hasValue(9.0);
        assertThat(value("usage_recency", acme())).isEmpty();
    }

    @Test
    void activeDaysCountADayOnce() {
        assertThat(value("usage_active_days_30d", acmeUsing(0, 0, 0, 5, 29, 30)))
                .hasValue(3.0);
    }

    private static UsageEvent used(String id, int daysBefore, String meter, String user) {
        return UsageEvent.builder(id, "acme", Moment.of(DAY.minusDays(daysBefore)), meter)
                .user(user)
                .build();
    }

    @Test
    void breadthCountsMetersAndUsersOnce() {
        List<Fact> facts = List.of(
                acme(),
                used("1", 0, "logins", "ann"),
                used("2", 1, "logins", "bob"),
                used("3", 2, "exports", "ann"),
                used("4", 2, "exports", "ann"),
                used("5", 40, "reports", "cid"),
                used("6", 45, "logins", "ann"),
                used("7", 50, "alerts", "dan"),
                used("8", 59, "alerts", "eve"));
        assertThat(value("meters_30d", facts)).hasValue(2.0);
        assertThat(value("meters_share_30d", facts)).hasValue(2 / 4.0);
        assertThat(value("users_30d", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("users_ratio_30d", facts)).hasValue(2 / 4.0);
        assertThat(value("seats_used_30d", facts)).hasValue(2 / 10.0);
        assertThat(row("seats_used_30d", facts).told()).containsExactly("20 % of the seats used in the last 30 days");
        assertThat(value("top_user_share_30d", facts)).hasValue(3 / 4.0);
    }

    @Test
    void usersAreMissingWhereNoUseNamesThem() {
        assertThat(value("users_30d", acmeUsing(0, 1))).isEmpty();
        assertThat(value("seats_used_30d", acmeUsing(0, 1))).isEmpty();
        assertThat(value("top_user_share_30d", acmeUsing(0, 1))).isEmpty();
    }

    @Test
    void anAccountWithoutAnyUseIsUnknownUnlessUseIsMeasuredSinceBefore() {
        assertThat(value("usage_30d", acme())).isEmpty();
        FeatureReader reader =
                ChurnFeatures.standard().only("usage_30d", "usage_90d").from(view(acme()));
        FeatureRow row = reader.measuredSince(DAY.minusDays(40)).asOf(DAY).of("acme");
        assertThat(row.value("usage_30d")).hasValue(0.0);
        assertThat(row.value("usage_90d")).isEmpty();
        assertThat(row.missing()).containsExactly("usage_90d");
        assertThat(row.told()).containsExactly("uses in the last 30 days: 0");
        assertThat(row.tell("usage_90d")).isEqualTo("usage 90d is not known");
    }

    @Test
    void oneMeterHasTheSameFeaturesUnderItsName() {
        FeatureSet set = ChurnFeatures.standard().and(ChurnFeatures.usageOf("API calls"));
        List<Fact> facts = List.of(
                acme(),
                used("1", 0, "API calls", "ann"),
                used("2", 35, "API calls", "ann"),
                used("3", 36, "API calls", "ann"),
                used("4", 3, "logins", "ann"));
        FeatureRow row = set.asOf(view(facts), DAY).of("acme");
        assertThat(row.value("api_calls_30d")).hasValue(StrictMath.log1p(1));
        assertThat(row.tell("api_calls_ratio_30d")).isEqualTo("API calls down 50 % against the previous 30 days");
        assertThat(row.value("api_calls_recency")).hasValue(0.0);
    }

    @Test
    void aHostsOwnFeatureIsOneLine() {
        FeatureSet set = ChurnFeatures.standard()
                .and(ChurnFeature.of(
                        "exports_30d",
                        FeatureUnit.COUNT,
                        (window, account) -> account.usage("exports").in(window).events()));
        FeatureRow row = set.asOf(view(acme(), used("1", 2, "exports", "ann"), used("2", 31, "exports", "ann")), DAY)
                .of("acme");
        assertThat(row.value("exports_30d")).hasValue(1.0);
        assertThat(row.tell("exports_30d")).isEqualTo("exports 30d: 1");
    }

    @Test
    void quantitiesAddUpAndOneThatIsNotSaidIsOne() {
        UsageEvent five = UsageEvent.builder("1", "acme", Moment.of(DAY), "gigabytes")
                .quantity(new BigDecimal("5.25"))
                .build();
        FeatureSet set = FeatureSet.of(
                "own",
                "1",
                ChurnFeature.of(
                        "total", FeatureUnit.COUNT, (w, a) -> a.usage().in(w).total()));
        assertThat(set.asOf(view(acme(), five, used("2", 1, "gigabytes", "ann")), DAY)
                        .of("acme")
                        .value("total"))
                .hasValue(6.25);
    }

    @Test
    void aSecondRecordingOfAUseReplacesTheFirstFromThenOn() {
        UsageEvent first = UsageEvent.builder("1", "acme", Moment.of(DAY.minusDays(20)), "logins")
                .recorded(SmallBook.at("2025-06-10").instant(java.time.ZoneOffset.UTC))
                .build();
        UsageEvent moved = UsageEvent.builder("1", "acme", Moment.of(DAY.minusDays(60)), "logins")
                .recorded(SmallBook.at("2025-06-20").instant(java.time.ZoneOffset.UTC))
                .build();
        FeatureSet set = ChurnFeatures.standard().only("usage_recency");
        assertThat(recency(set, LocalDate.of(2025, 6, 15), first, moved)).isEqualTo(5.0);
        assertThat(recency(set, DAY, first, moved)).isEqualTo(60.0);
    }

    private static double recency(FeatureSet set, LocalDate day, UsageEvent... uses) {
        return set.asOf(view(with(List.of(uses), acme())), day)
                .of("acme")
                .value("usage_recency")
                .orElseThrow();
    }
}
