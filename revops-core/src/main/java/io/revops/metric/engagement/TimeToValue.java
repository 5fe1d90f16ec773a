package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.MedianWait;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Months;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many days it takes from the start of an account's first contract until the product is worth something to half of the
 * accounts: until the first use of what the host names.
 *
 * <p>The median counts the accounts that have not got there: each has waited from its start to the close, and says so until
 * then ({@link MedianWait}). A median of those alone that got there would be too short, the more so the younger the accounts
 * are. An account that left without value never gets there, and goes on counting as one that did not.
 */
public final class TimeToValue implements Metric<MedianWait> {
    private final Milestone value;
    private final String title;
    private final @Nullable Months trailing;
    private final MetricDefinition definition;

    private TimeToValue(Milestone value, String id, String title, @Nullable Months trailing) {
        this.value = value;
        this.trailing = trailing;
        String began = trailing == null ? "in the span" : "in the " + trailing + " up to the close";
        this.title = title;
        definition = MetricDefinition.of(
                        id,
                        trailing == null ? title : title + " of the last " + trailing,
                        "median of days from the start of the first contract to " + value.name()
                                + ", over the accounts whose first contract began " + began
                                + "; who is not there yet waits until the close",
                        Unit.DAYS)
                .better(Better.DOWN)
                .adds(Adds.NONE, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no account's first contract began: undefined",
                        "fewer than half are known to have got there: undefined, with how many did",
                        "nobody at all was seen to use it by the close: undefined, as its source may not have been read",
                        "who has not got there counts with the days up to the close (Kaplan-Meier); who left without value never "
                                + "does",
                        "used before the contract began, in a trial say: 0 days",
                        "the first contract is the subscription that begins first, with its trial if it has one",
                        "nothing after the close is seen; a span that ends after the last day that was read makes waits too long",
                        "the view has no book: undefined")
                .reference(
                        "Time to value; median with censoring: Kaplan and Meier 1958, interval: Brookmeyer and Crowley 1982")
                .build();
    }

    /** To the first use of one of some features, each by its meter. */
    public static TimeToValue of(String... features) {
        return new TimeToValue(Milestone.use(0, features), "usage.time-to-value", "Time to value", null);
    }

    /** To the first use of anything, until somebody says what the product is worth having for. */
    public static TimeToValue ofFirstUse() {
        return new TimeToValue(Milestone.firstUse(0), "usage.time-to-first-use", "Time to first use", null);
    }

    /** Over the accounts that began in so many months up to the close, instead of in the span: for a series month by month. */
    public TimeToValue trailing(Months months) {
        return new TimeToValue(value, definition.id(), title, months);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).or(() -> value.unseen(view)).orElseGet(() -> lines(view, cut));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        ZoneId zone = view.policy().zone();
        Instant end = view.span().end(zone);
        LocalDate lastDay = Uses.lastDay(view);
        LocalDate to = view.span().to();
        Span began = trailing == null ? view.span() : Span.of(to.minusMonths(trailing.count()), to);
        Evidence.Builder lines = Evidence.counting()
                .parts(Part.REACHED, Part.STILL_WAITING, Part.DAYS_WAITED)
                .named(AccountLines.names(view));
        for (Map.Entry<AccountId, LocalDate> started :
                ContractStarts.during(view, began).entrySet()) {
            AccountId account = started.getKey();
            Optional<LocalDate> reached = value.done(view.book(), account, started.getValue(), lastDay, zone);
            lines.line(account, cut.segment(view, account, end))
                    .units(Part.REACHED, reached.isPresent() ? 1 : 0)
                    .units(Part.STILL_WAITING, reached.isPresent() ? 0 : 1)
                    .units(Part.DAYS_WAITED, ChronoUnit.DAYS.between(started.getValue(), reached.orElse(lastDay)));
        }
        return lines.build();
    }

    @Override
    public Reading<MedianWait> conclude(Evidence evidence) {
        if (evidence.size() == 0) {
            return Reading.undefined(
                    UndefinedCode.NONE_BEGAN,
                    "No account's first contract began, so nobody's way to value can be told. Maybe a longer span.");
        }
        return Waits.median(evidence, Part.DAYS_WAITED, 1, "accounts are known to have got there");
    }
}
