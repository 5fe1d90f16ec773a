package io.revops.metric.engagement;

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
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.util.Optional;

/**
 * How many people used the product on the last day of a span, or on one of the last seven or thirty: DAU, WAU and MAU.
 *
 * <p>Days are calendar days in the reporting zone. The seven and the thirty roll: they end with the span, and may begin before
 * it. A user is one that the source names, within one account; where only accounts are named, take {@link ActiveAccounts}.
 */
public final class ActiveUsers implements Metric<Long> {
    private final UsageWindow window;
    private final MetricDefinition definition;

    private ActiveUsers(UsageWindow window) {
        this.window = window;
        definition = MetricDefinition.of(
                        "usage.users." + window.word(),
                        window.title() + " active users",
                        "users with a use on " + window + " of the span, each once",
                        Unit.USERS)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no use of a user was known by the close: undefined",
                        "users are known, and nobody used it: 0",
                        "days are calendar days in the reporting zone, and may begin before the span",
                        "a use without a user does not count, and how many there are is in the evidence",
                        "a user of two accounts is two",
                        "a row that counts zero is no use",
                        "the view has no book: undefined")
                .reference("DAU, WAU and MAU, distinct users over " + window.days() + " rolling days")
                .build();
    }

    /** On the last day. */
    public static ActiveUsers daily() {
        return new ActiveUsers(UsageWindow.DAILY);
    }

    /** In the last seven days. */
    public static ActiveUsers weekly() {
        return new ActiveUsers(UsageWindow.WEEKLY);
    }

    /** In the last thirty days. */
    public static ActiveUsers monthly() {
        return new ActiveUsers(UsageWindow.MONTHLY);
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
        return Uses.namesUsers(view)
                ? Optional.empty()
                : Optional.of(Evidence.undefined(
                        UndefinedCode.NO_USERS,
                        "No use of a named user is known by " + Uses.lastDay(view)
                                + ". Maybe count accounts: ActiveAccounts."));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines =
                Evidence.counting().parts(Part.USERS, Part.USES_WITHOUT_USER).named(AccountLines.names(view));
        Uses.during(view, window.of(view.span()))
                .forEach((account, uses) -> lines.line(account, cut.segment(view, account, end))
                        .units(Part.USERS, uses.users().size())
                        .units(Part.USES_WITHOUT_USER, uses.withoutUser()));
        return lines.build();
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.USERS));
    }
}
