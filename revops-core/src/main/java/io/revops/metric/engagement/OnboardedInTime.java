package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The share of new accounts that had reached every milestone of a plan within so many days, with its interval. */
public final class OnboardedInTime implements Metric<Proportion> {
    private final OnboardingPlan plan;
    private final int days;
    private final MetricDefinition definition;

    private OnboardedInTime(OnboardingPlan plan, int days) {
        if (days < 0) {
            throw new IllegalArgumentException(
                    "Nobody is onboarded within " + days + " days. Maybe " + plan.dueDays() + ".");
        }
        this.plan = plan;
        this.days = days;
        definition = MetricDefinition.of(
                        "onboarding.in-time",
                        "Onboarded within " + days + " days",
                        "in time / (in time + not in time), of the accounts whose day " + days
                                + " was in the span; in time: every milestone reached by then ("
                                + String.join(
                                        ", ",
                                        plan.milestones().stream()
                                                .map(Milestone::name)
                                                .toList()) + ")",
                        Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no account's day " + days + " was in the span: undefined",
                        "an account that is not yet " + days
                                + " days old at the close is not yet due, for good or for bad, and counted as such",
                        "day 0 is the first day of the first contract; day " + days + " is the last that is in time",
                        "an account that left before is not in time, unless it was there already",
                        "what was done before the contract began, in a trial say, was done on its first day",
                        "nobody at all is known to have reached one of them: undefined, as its source may not have been read",
                        "the view has no book: undefined")
                .reference("Onboarded over old enough, by the day on which it is due; interval: Wilson 1927")
                .build();
    }

    /** Within the days in which the plan's last milestone is due. */
    public static OnboardedInTime of(OnboardingPlan plan) {
        return new OnboardedInTime(plan, plan.dueDays());
    }

    /** Within so many days, whenever each milestone is due. */
    public static OnboardedInTime within(int days, OnboardingPlan plan) {
        return new OnboardedInTime(plan, days);
    }

    /** By {@link OnboardingPlan#STANDARD}. */
    public static OnboardedInTime standard() {
        return of(OnboardingPlan.STANDARD);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).or(() -> plan.unseen(view)).orElseGet(() -> lines(view, cut));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = Evidence.counting()
                .parts(Part.IN_TIME, Part.NOT_IN_TIME, Part.NOT_YET_DUE)
                .named(AccountLines.names(view));
        for (Map.Entry<AccountId, LocalDate> started :
                ContractStarts.byClose(view).entrySet()) {
            AccountId account = started.getKey();
            LocalDate due = started.getValue().plusDays(days);
            if (!due.isBefore(view.span().from())) {
                lines.line(account, cut.segment(view, account, end))
                        .units(
                                due.isBefore(view.span().to())
                                        ? atDue(view, account, started.getValue(), due)
                                        : Part.NOT_YET_DUE,
                                1);
            }
        }
        return lines.build();
    }

    private Part<Long> atDue(RevenueView view, AccountId account, LocalDate start, LocalDate due) {
        ZoneId zone = view.policy().zone();
        return plan.milestones().stream()
                        .allMatch(milestone -> milestone
                                .done(view.book(), account, start, due, zone)
                                .isPresent())
                ? Part.IN_TIME
                : Part.NOT_IN_TIME;
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        long inTime = evidence.total(Part.IN_TIME);
        long due = inTime + evidence.total(Part.NOT_IN_TIME);
        return due == 0
                ? Reading.undefined(
                        UndefinedCode.NOTHING_DUE,
                        "No account's day " + days + " was in the span ("
                                + evidence.total(Part.NOT_YET_DUE)
                                + " are not so old yet), so there is no share. Maybe a longer span.")
                : Reading.known(new Proportion(inTime, due));
    }
}
