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
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.util.Optional;

/** On what share of the days of a span its users used the product: daily over monthly active users, if the span is a month. */
public final class Stickiness implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.stickiness",
                    "Stickiness",
                    "user-days with use / (users * days), of those who used it in the span",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody is known to have used it: undefined",
                    "a use without a user does not count",
                    "a user of two accounts is two",
                    "several uses on a day, of any meter, are one user-day",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Average daily active users over the active users of the span")
            .build();

    /** The metric; it has no options. */
    public Stickiness() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Optional<Evidence> none = ItemLines.noBook(view);
        if (none.isPresent()) {
            return none.get();
        }
        Evidence.Builder lines = Evidence.counting()
                .parts(Part.USERS, Part.USER_DAYS, Part.POSSIBLE_USER_DAYS)
                .named(AccountLines.names(view));
        Instant end = view.span().end(view.policy().zone());
        Uses.during(view, view.span()).forEach((account, uses) -> {
            if (!uses.users().isEmpty()) {
                lines.line(account, cut.segment(view, account, end))
                        .units(Part.USERS, uses.users().size())
                        .units(
                                Part.USER_DAYS,
                                uses.users().values().stream()
                                        .mapToLong(Uses.Use::days)
                                        .sum())
                        .units(
                                Part.POSSIBLE_USER_DAYS,
                                uses.users().size() * view.span().days());
            }
        });
        return lines.build();
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long possible = evidence.total(Part.POSSIBLE_USER_DAYS);
        if (possible == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_USERS,
                    "Nobody is known to have used it in the span, so there is no share. Maybe usage without users was read.");
        }
        return Reading.known(Ratio.of(evidence.total(Part.USER_DAYS), possible));
    }
}
