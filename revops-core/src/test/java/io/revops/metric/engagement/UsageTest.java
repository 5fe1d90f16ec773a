package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.ACTIVE_DAYS;
import static io.revops.catalog.Metrics.DAILY_ACTIVE_ACCOUNTS;
import static io.revops.catalog.Metrics.DAILY_ACTIVE_USERS;
import static io.revops.catalog.Metrics.FEATURE_ADOPTION;
import static io.revops.catalog.Metrics.FEATURE_BREADTH;
import static io.revops.catalog.Metrics.FEATURE_DEPTH;
import static io.revops.catalog.Metrics.MONTHLY_ACTIVE_ACCOUNTS;
import static io.revops.catalog.Metrics.MONTHLY_ACTIVE_USERS;
import static io.revops.catalog.Metrics.STICKINESS;
import static io.revops.catalog.Metrics.USERS_BY_DEPTH;
import static io.revops.catalog.Metrics.WEEKLY_ACTIVE_ACCOUNTS;
import static io.revops.catalog.Metrics.WEEKLY_ACTIVE_USERS;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A month of use, counted by hand. */
class UsageTest {
    /** Of 30 June: the last day, the last seven from the 24th, the last thirty from the 1st. */
    private static RevenueView june() {
        return new EngagementBook()
                .begins("a", "pro", "2025-01-01")
                .begins("b", "basic", "2025-01-01")
                .begins("idle", "pro", "2025-01-01")
                .uses("a", "ann", "logins", "2025-06-30", "2025-06-30T09:00:00Z", "2025-06-24")
                .uses("a", "ann", "reports", "2025-06-24")
                .uses("a", "ann", "exports", "2025-06-02")
                .uses("a", "bob", "logins", "2025-06-23")
                .uses("a", "cyd", "logins", "2025-06-01")
                .uses("a", "dot", "logins", "2025-05-31")
                .uses("b", "ann", "logins", "2025-06-25")
                .uses("b", "", "reports", "2025-06-30")
                .uses("c", "eve", "logins", "2025-06-10")
                .uses("a", "fay", "logins", "2025-07-01")
                .usesZero("a", "gus", "logins", "2025-06-30")
                .during("2025-06");
    }

    @Test
    void activeUsersAreDistinctOverDaysThatEndWithTheSpan() {
        assertThat(DAILY_ACTIVE_USERS.measure(june()).orElseThrow()).as("ann").isEqualTo(1);
        assertThat(WEEKLY_ACTIVE_USERS.measure(june()).orElseThrow())
                .as("ann of a, ann of b")
                .isEqualTo(2);
        assertThat(MONTHLY_ACTIVE_USERS.measure(june()).orElseThrow())
                .as("ann, bob and cyd of a, ann of b, eve")
                .isEqualTo(5);
        assertThat(DAILY_ACTIVE_USERS.measure(june()).evidence().total(Part.USES_WITHOUT_USER))
                .isEqualTo(1);
        assertThat(MONTHLY_ACTIVE_USERS.measure(june())).hasToString("Monthly active users, 2025-06: 5");
    }

    @Test
    void windowMayBeginBeforeTheSpan() {
        RevenueView lastDay = june().during(Span.parse("2025-06-29/2025-07-01"));
        assertThat(MONTHLY_ACTIVE_USERS.measure(lastDay).reading())
                .isEqualTo(MONTHLY_ACTIVE_USERS.measure(june()).reading());
    }

    @Test
    void activeAccountsNeedNoUser() {
        assertThat(DAILY_ACTIVE_ACCOUNTS.measure(june()).orElseThrow())
                .as("a, b")
                .isEqualTo(2);
        assertThat(WEEKLY_ACTIVE_ACCOUNTS.measure(june()).orElseThrow()).isEqualTo(2);
        assertThat(MONTHLY_ACTIVE_ACCOUNTS.measure(june()).orElseThrow())
                .as("and c")
                .isEqualTo(3);
    }

    @Test
    void nobodyIsZeroOnlyWhereUseIsKnown() {
        RevenueView august = june().during(Span.month(2025, 8));
        assertThat(DAILY_ACTIVE_USERS.measure(august).orElseThrow()).isZero();
        assertThat(DAILY_ACTIVE_ACCOUNTS.measure(august).orElseThrow()).isZero();
        RevenueView before = june().during(Span.month(2025, 4));
        assertThat(code(MONTHLY_ACTIVE_USERS.measure(before))).isEqualTo(UndefinedCode.NO_USERS);
        assertThat(code(MONTHLY_ACTIVE_ACCOUNTS.measure(before))).isEqualTo(UndefinedCode.NO_USE);
        var unnamed = MONTHLY_ACTIVE_USERS.measure(
                new EngagementBook().uses("a", "", "logins", "2025-06-30").during("2025-06"));
        assertThat(((Undefined<?>) unnamed.reading()).text()).contains("Maybe count accounts");
    }

    @Test
    void activeDaysAreTheDaysOfAnAccountOnAverage() {
        // a on the 1st, 2nd, 23rd, 24th and 30th, b on the 25th and 30th, c on the 10th
        var days = ACTIVE_DAYS.measure(june());
        assertThat(days.orElseThrow()).isEqualTo(Ratio.of(5 + 2 + 1, 3));
        assertThat(days).hasToString("Active days, 2025-06: 2.7 days");
        assertThat(code(ACTIVE_DAYS.measure(june().during(Span.month(2025, 9)))))
                .isEqualTo(UndefinedCode.NO_USE);
    }

    @Test
    void stickinessCountsTheSameUserDays() {
        // ann of a on three days, bob, cyd, ann of b, eve on one each
        assertThat(STICKINESS.measure(june()).orElseThrow()).isEqualTo(Ratio.of(3 + 1 + 1 + 1 + 1, 5 * 30));
    }

    @Test
    void adoptionIsActiveOverAvailableFeaturesOfCustomers() {
        var adoption =
                FeatureAdoption.of("logins", "reports", "exports", "audit").measure(june());
        // a uses 3 of 4, b 2, idle 0; c pays nothing
        assertThat(adoption.orElseThrow()).isEqualTo(Ratio.of(3 + 2, 3 * 4));
        assertThat(FEATURE_ADOPTION.measure(june()).orElseThrow())
                .as("of the three that anybody ever used")
                .isEqualTo(Ratio.of(3 + 2, 3 * 3));
        assertThat(FeatureAdoption.of("audit", "logins").measure(june()).orElseThrow())
                .as("what is not available does not count")
                .isEqualTo(Ratio.of(2, 3 * 2));
    }

    @Test
    void whatIsAvailableMayDependOnTheProduct() {
        AvailableFeatures plans = AvailableFeatures.ofProducts(
                Map.of("pro", Set.of("logins", "reports", "exports", "audit"), "other", Set.of("sso")));
        var adoption = FeatureAdoption.of(plans).measure(june());
        assertThat(adoption.orElseThrow())
                .as("b has a product that includes nothing")
                .isEqualTo(Ratio.of(3, 2 * 4));
        assertThat(code(FeatureAdoption.of(AvailableFeatures.ofProducts(Map.of()))
                        .measure(june())))
                .isEqualTo(UndefinedCode.NO_FEATURES);
        assertThat(code(FEATURE_ADOPTION.measure(new EngagementBook()
                        .uses("a", "", "logins", "2025-06-30")
                        .during("2025-06"))))
                .isEqualTo(UndefinedCode.NO_ACCOUNTS);
        assertThat(code(FEATURE_ADOPTION.measure(
                        new EngagementBook().begins("a", "2025-01-01").during("2025-06"))))
                .isEqualTo(UndefinedCode.NO_USE);
        assertThatThrownBy(() -> FeatureAdoption.of()).hasMessageContaining("Maybe");
    }

    @Test
    void depthIsDifferentFeaturesPerUser() {
        // ann of a 3, bob 1, cyd 1, ann of b 1, eve 1
        assertThat(FEATURE_DEPTH.measure(june()).orElseThrow()).isEqualTo(Ratio.of(7, 5));
        assertThat(FEATURE_DEPTH.measure(june())).hasToString("Feature depth, 2025-06: 1.40");
        assertThat(FEATURE_BREADTH.measure(june()).orElseThrow())
                .as("a 3, b 2, c 1")
                .isEqualTo(Ratio.of(6, 3));
        RevenueView later = june().during(Span.month(2025, 9));
        assertThat(code(FEATURE_DEPTH.measure(later))).isEqualTo(UndefinedCode.NO_USERS);
        assertThat(code(FEATURE_BREADTH.measure(later))).isEqualTo(UndefinedCode.NO_USE);
    }

    @Test
    void bandsAreTheHosts() {
        DepthMix mix = DepthByBand.of(DepthBands.of(1, 2, 3)).measure(june()).orElseThrow();
        assertThat(mix.bands()).extracting(DepthMix.Band::name).containsExactly("1", "2", "3 or more");
        assertThat(mix.bands()).extracting(DepthMix.Band::users).containsExactly(4L, 0L, 1L);
        assertThat(mix.of("3 or more").orElseThrow().share()).isEqualTo(Ratio.of(1, 5));
        assertThat(USERS_BY_DEPTH.measure(june()))
                .hasToString(
                        "Users by feature depth, 2025-06: 1: 4 (80.0 %), 2 to 3: 1 (20.0 %), 4 or more: 0 (0.0 %)");
        assertThat(code(USERS_BY_DEPTH.measure(june().during(Span.month(2025, 9)))))
                .isEqualTo(UndefinedCode.NO_USERS);
    }

    @Test
    void bandsThatLeaveSomebodyOutAreRefused() {
        assertThat(DepthBands.of(1, 3, 6)).hasToString("1 to 2, 3 to 5, 6 or more");
        assertThatThrownBy(() -> DepthBands.of(2, 3)).hasMessageContaining("Maybe begin with 1");
        assertThatThrownBy(() -> DepthBands.of(1, 3, 3)).hasMessageContaining("do not rise");
    }
}
