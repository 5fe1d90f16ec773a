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
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** What share of the milestones that new accounts were to reach in a span has been reached by its close. */
public final class OnboardingCompletion implements Metric<Ratio> {
    private final OnboardingPlan plan;
    private final MetricDefinition definition;

    private OnboardingCompletion(OnboardingPlan plan) {
        this.plan = plan;
        definition = MetricDefinition.of(
                        "onboarding.completion",
                        "Onboarding completion",
                        "completed milestones / due milestones, of those that fell due in the span (" + plan + ")",
                        Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no milestone fell due: undefined",
                        "completed: by the close, even if late; those in time are a part of their own",
                        "a milestone that falls due after the close is not due yet, even if it is completed",
                        "an account that left before is still due, and did not complete it",
                        "what was done before the contract began, in a trial say, was done on its first day",
                        "nobody at all is known to have reached one of them: undefined, as its source may not have been read",
                        "the view has no book: undefined")
                .reference("Completed over due milestones, by the day on which they are due")
                .build();
    }

    /** By a plan of the host's own. */
    public static OnboardingCompletion of(OnboardingPlan plan) {
        return new OnboardingCompletion(plan);
    }

    /** By {@link OnboardingPlan#STANDARD}. */
    public static OnboardingCompletion standard() {
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
                .parts(Part.COMPLETED_MILESTONES, Part.COMPLETED_IN_TIME, Part.DUE_MILESTONES, Part.NOT_YET_DUE)
                .named(AccountLines.names(view));
        for (Map.Entry<AccountId, LocalDate> started :
                ContractStarts.byClose(view).entrySet()) {
            Counts counts = new Counts();
            plan.milestones().forEach(milestone -> counts.add(view, started.getKey(), started.getValue(), milestone));
            if (counts.due + counts.notYet > 0) {
                lines.line(started.getKey(), cut.segment(view, started.getKey(), end))
                        .units(Part.COMPLETED_MILESTONES, counts.completed)
                        .units(Part.COMPLETED_IN_TIME, counts.inTime)
                        .units(Part.DUE_MILESTONES, counts.due)
                        .units(Part.NOT_YET_DUE, counts.notYet);
            }
        }
        return lines.build();
    }

    /** The milestones of one account. */
    private static final class Counts {
        private int due;
        private int completed;
        private int inTime;
        private int notYet;

        void add(RevenueView view, AccountId account, LocalDate start, Milestone milestone) {
            LocalDate dueDay = start.plusDays(milestone.dueDays());
            if (!dueDay.isBefore(view.span().to())) {
                notYet++;
            } else if (view.span().contains(dueDay)) {
                ZoneId zone = view.policy().zone();
                Optional<LocalDate> done = milestone.done(view.book(), account, start, Uses.lastDay(view), zone);
                due++;
                completed += done.isPresent() ? 1 : 0;
                inTime += done.filter(day -> !day.isAfter(dueDay)).isPresent() ? 1 : 0;
            }
        }
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long due = evidence.total(Part.DUE_MILESTONES);
        return due == 0
                ? Reading.undefined(
                        UndefinedCode.NOTHING_DUE,
                        "No milestone fell due in the span, so there is no share. Maybe a longer span.")
                : Reading.known(Ratio.of(evidence.total(Part.COMPLETED_MILESTONES), due));
    }
}
