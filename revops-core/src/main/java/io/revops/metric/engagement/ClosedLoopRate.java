package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.FactId;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
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
import io.revops.time.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** The share of the unhappy answers to surveys after which somebody spoke to the account within so many days. */
public final class ClosedLoopRate implements Metric<Proportion> {
    private static final int STANDARD_DAYS = 14;

    private final int days;
    private final MetricDefinition definition;

    private ClosedLoopRate(int days) {
        if (days < 0) {
            throw new IllegalArgumentException(
                    "Nobody is answered within " + days + " days. Maybe " + STANDARD_DAYS + ".");
        }
        this.days = days;
        definition = MetricDefinition.of(
                        "survey.closed-loop",
                        "Closed loop within " + days + " days",
                        "followed up / (followed up + not followed up), of the unhappy answers whose day " + days
                                + " was in the span: recommendation 0 to 6, satisfaction 1 to 3",
                        Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no unhappy answer fell due in the span: undefined",
                        "followed up: any activity with the account from the answer on, up to day " + days
                                + ", the day of the answer being day 0",
                        "an answer that is not yet " + days
                                + " days old at the close is not yet due, and counted as such",
                        "an answer of no known account does not count, and how many there are is in the evidence",
                        "no activity at all was known by the close: undefined, as its source may not have been read",
                        "the view has no book: undefined")
                .reference("Closing the loop with detractors; interval: Wilson 1927")
                .build();
    }

    /** Within so many days. */
    public static ClosedLoopRate within(int days) {
        return new ClosedLoopRate(days);
    }

    /** Within fourteen days. */
    public static ClosedLoopRate standard() {
        return within(STANDARD_DAYS);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).or(() -> unseen(view)).orElseGet(() -> lines(view, cut));
    }

    private static Optional<Evidence> unseen(RevenueView view) {
        ZoneId zone = view.policy().zone();
        return view.book().all(Activity.class).stream()
                        .anyMatch(activity ->
                                activity.at().date(zone).isBefore(view.span().to()))
                ? Optional.empty()
                : Optional.of(
                        Evidence.undefined(
                                UndefinedCode.NOT_RECORDED,
                                "No activity is known by " + Uses.lastDay(view)
                                        + ", so nobody can tell who was spoken to. Maybe merge the book with activities of the CRM."));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        ZoneId zone = view.policy().zone();
        Evidence.Builder lines = Evidence.counting()
                .parts(Part.FOLLOWED_UP, Part.NOT_FOLLOWED_UP, Part.NOT_YET_DUE, Part.ANSWERS_WITHOUT_ACCOUNT)
                .named(AccountLines.names(view, SurveyAnswer.class));
        for (SurveyAnswer answer : view.book().all(SurveyAnswer.class)) {
            LocalDate day = answer.at().date(zone);
            LocalDate due = day.plusDays(days);
            if (isUnhappy(answer)
                    && day.isBefore(view.span().to())
                    && !due.isBefore(view.span().from())) {
                Optional<AccountId> account = view.book().accountOf(answer);
                FactId subject = account.<FactId>map(Function.identity()).orElse(answer.id());
                lines.line(answer.id(), cut.segment(view, subject, view.span().end(zone)))
                        .units(part(view, answer, account, due), 1);
            }
        }
        return lines.build();
    }

    private static boolean isUnhappy(SurveyAnswer answer) {
        return (answer.kind() == SurveyKind.NPS
                        && NetPromoterScore.sort(answer.score()).equals(Part.DETRACTORS))
                || (answer.kind() == SurveyKind.CSAT
                        && Satisfaction.sort(answer.score()).equals(Part.NOT_SATISFIED));
    }

    private static Part<Long> part(RevenueView view, SurveyAnswer answer, Optional<AccountId> account, LocalDate due) {
        if (account.isEmpty()) {
            return Part.ANSWERS_WITHOUT_ACCOUNT;
        }
        if (!due.isBefore(view.span().to())) {
            return Part.NOT_YET_DUE;
        }
        ZoneId zone = view.policy().zone();
        return view.book().of(account.get(), Activity.class).stream()
                        .map(Activity::at)
                        .anyMatch(at -> !at.date(zone).isAfter(due) && isAfter(at, answer.at(), zone))
                ? Part.FOLLOWED_UP
                : Part.NOT_FOLLOWED_UP;
    }

    /** Where one of them is written as a day, the day decides. */
    private static boolean isAfter(Moment activity, Moment answer, ZoneId zone) {
        return (activity.isDate() || answer.isDate())
                ? !activity.date(zone).isBefore(answer.date(zone))
                : !activity.isBefore(answer, zone);
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        long followed = evidence.total(Part.FOLLOWED_UP);
        long due = followed + evidence.total(Part.NOT_FOLLOWED_UP);
        return due == 0
                ? Reading.undefined(
                        UndefinedCode.NOTHING_DUE,
                        "No unhappy answer's day " + days
                                + " was in the span, so there is no share. Maybe a longer span.")
                : Reading.known(new Proportion(followed, due));
    }
}
