package io.revops.metric.engagement;

import static io.revops.catalog.Metrics.ONBOARDED_IN_TIME;
import static io.revops.catalog.Metrics.ONBOARDING_COMPLETION;
import static io.revops.metric.SeatBooks.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Invoice;
import io.revops.ledger.RevenueView;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three accounts on their way, worked by hand. */
class OnboardingTest {
    private static final OnboardingPlan PLAN =
            OnboardingPlan.of(Milestone.activity(7, "kick-off"), Milestone.use(14, "reports", "exports"));

    private static Activity activity(String id, String account, String day, String kind) {
        return Activity.builder(id, Moment.parse(day))
                .account(new AccountId(account))
                .kind(kind)
                .build();
    }

    /** a: both in time, on the very last day; b: kick-off a day late, no use; c began on the 20th: its use is due in July. */
    private static RevenueView june() {
        return new EngagementBook()
                .begins("a", "2025-06-01")
                .begins("b", "2025-06-05")
                .begins("c", "2025-06-20")
                .add(activity("1", "a", "2025-06-08", "Kick-Off "))
                .add(activity("2", "b", "2025-06-13", "kick-off"))
                .add(activity("3", "b", "2025-06-06", "call"))
                .add(activity("4", "c", "2025-06-21", "kick-off"))
                .uses("a", "", "exports", "2025-06-15")
                .uses("b", "", "logins", "2025-06-06")
                .uses("c", "", "reports", "2025-06-22")
                .during("2025-06");
    }

    @Test
    void completionIsCompletedOverDueMilestones() {
        var share = OnboardingCompletion.of(PLAN).measure(june());
        // due: both of a and b, the kick-off of c; completed: both of a, both kick-offs
        assertThat(share.orElseThrow()).isEqualTo(Ratio.of(4, 5));
        assertThat(share.evidence().total(Part.COMPLETED_IN_TIME)).isEqualTo(3);
        assertThat(share.evidence().total(Part.NOT_YET_DUE)).isEqualTo(1);
        assertThat(share).hasToString("Onboarding completion, 2025-06: 80.0 %");
    }

    @Test
    void milestoneBelongsToTheMonthInWhichItIsDue() {
        var july = OnboardingCompletion.of(PLAN).measure(june().during(Span.month(2025, 7)));
        assertThat(july.orElseThrow()).isEqualTo(Ratio.of(1, 1));
        assertThat(july.evidence().lines().map(line -> line.subject().value())).containsExactly("c");
    }

    @Test
    void onboardedInTimeAreThoseOldEnoughWhoReachedAllByTheLastDay() {
        var share = OnboardedInTime.of(PLAN).measure(june());
        assertThat(share.orElseThrow()).isEqualTo(new Proportion(1, 2));
        assertThat(share.evidence().total(Part.NOT_YET_DUE)).isEqualTo(1);
        assertThat(OnboardedInTime.within(13, PLAN).measure(june()).orElseThrow())
                .as("a needs its fourteenth day")
                .isEqualTo(new Proportion(0, 2));
        assertThat(OnboardedInTime.within(10, PLAN).measure(june()).orElseThrow())
                .as("c is old enough on the thirtieth")
                .isEqualTo(new Proportion(1, 3));
        assertThat(OnboardedInTime.within(11, PLAN)
                        .measure(june())
                        .orElseThrow()
                        .cases())
                .isEqualTo(2);
    }

    @Test
    void whereNothingWasDueThereIsNoShare() {
        RevenueView may = june().during(Span.month(2025, 5));
        assertThat(code(OnboardingCompletion.of(OnboardingPlan.of(Milestone.of(
                                "paid",
                                5,
                                (b, a) -> b.of(a, Invoice.class).stream().map(Invoice::issued))))
                        .measure(may)))
                .isEqualTo(UndefinedCode.NOTHING_DUE);
        OnboardingPlan soon = OnboardingPlan.of(Milestone.use(40, "logins", "reports"));
        var inTime = OnboardedInTime.of(soon).measure(june());
        assertThat(code(inTime)).isEqualTo(UndefinedCode.NOTHING_DUE);
        assertThat(((Undefined<?>) inTime.reading()).text()).contains("3 are not so old yet");
    }

    @Test
    void milestoneOfASourceThatWasNotReadIsNoFailureOfTheCustomers() {
        OnboardingPlan live = OnboardingPlan.of(Milestone.live(10));
        assertThat(code(OnboardingCompletion.of(live).measure(june()))).isEqualTo(UndefinedCode.NOT_RECORDED);
        assertThat(code(OnboardedInTime.of(live).measure(june()))).isEqualTo(UndefinedCode.NOT_RECORDED);
        assertThat(code(OnboardingCompletion.of(OnboardingPlan.of(Milestone.activity(3, "kick-off")))
                        .measure(june().during(Span.parse("2025-06-01/2025-06-08")))))
                .as("the first one was on the day after")
                .isEqualTo(UndefinedCode.NOT_RECORDED);
        var training = OnboardingCompletion.of(OnboardingPlan.of(Milestone.activity(3, "training")));
        assertThat(((Undefined<?>) training.measure(june()).reading()).text())
                .startsWith("No activity is known of kind [training] by 2025-06-30.")
                .contains("Maybe");
        assertThat(code(OnboardingCompletion.of(OnboardingPlan.of(Milestone.use(3, "audit")))
                        .measure(june())))
                .isEqualTo(UndefinedCode.NO_USE);
    }

    @Test
    void liveIsWhatTheAccountOrItsSubscriptionSays() {
        RevenueView view = new EngagementBook()
                .begins("a", "2025-06-01")
                .begins("b", "2025-06-01")
                .add(Account.builder("a").liveSince(Moment.of(2025, 6, 11)).build())
                .add(Account.builder("b").liveSince(Moment.of(2025, 6, 12)).build())
                .during("2025-06");
        assertThat(OnboardedInTime.of(OnboardingPlan.of(Milestone.live(10)))
                        .measure(view)
                        .orElseThrow())
                .isEqualTo(new Proportion(1, 2));
    }

    @Test
    void whatWasDoneBeforeTheContractWasDoneOnItsFirstDay() {
        RevenueView view = new EngagementBook()
                .begins("a", "2025-06-01")
                .uses("a", "", "logins", "2025-05-01")
                .during("2025-06");
        assertThat(OnboardedInTime.of(OnboardingPlan.of(Milestone.firstUse(0)))
                        .measure(view)
                        .orElseThrow())
                .isEqualTo(new Proportion(1, 1));
    }

    @Test
    void withoutAPlanItIsFirstUseWithinThirtyDays() {
        // began by 31 May: nobody; in the quarter after, all three fall due
        RevenueView july = june().during(Span.parse("2025-07-01/2025-07-21"));
        assertThat(ONBOARDED_IN_TIME.measure(july).orElseThrow()).isEqualTo(new Proportion(3, 3));
        assertThat(ONBOARDING_COMPLETION.measure(july).orElseThrow()).isEqualTo(Ratio.of(3, 3));
        assertThat(ONBOARDED_IN_TIME.definition().title()).isEqualTo("Onboarded within 30 days");
    }

    @Test
    void planThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new OnboardingPlan(List.of())).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> OnboardingPlan.of(Milestone.live(3), Milestone.live(9)))
                .hasMessageContaining("(live)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Milestone.live(-1)).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Milestone.activity(3)).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> OnboardedInTime.within(-1, PLAN)).hasMessageContaining("Maybe");
        assertThat(PLAN).hasToString("kick-off by day 7, first use of exports or reports by day 14");
    }
}
