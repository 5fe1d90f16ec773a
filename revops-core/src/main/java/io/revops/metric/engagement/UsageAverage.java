package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.time.Instant;
import java.util.function.ToLongFunction;

/**
 * An average over who used something in a span: what is added up, and over how many, by account.
 *
 * @param sum what is added up
 * @param of what an account adds to it
 * @param over whom it is divided by
 * @param count how many of them an account has; one that has none is left out
 */
record UsageAverage(
        Part<Long> sum, ToLongFunction<Uses.OfAccount> of, Part<Long> over, ToLongFunction<Uses.OfAccount> count) {
    /** Over the accounts that used something. */
    static UsageAverage ofAccounts(Part<Long> sum, ToLongFunction<Uses.Use> of) {
        return new UsageAverage(sum, uses -> of.applyAsLong(uses.all()), Part.ACCOUNTS, uses -> 1);
    }

    Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> lines(view, cut));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = Evidence.counting().parts(sum, over).named(AccountLines.names(view));
        Uses.during(view, view.span()).forEach((account, uses) -> {
            long counted = count.applyAsLong(uses);
            if (counted > 0) {
                lines.line(account, cut.segment(view, account, end))
                        .units(sum, of.applyAsLong(uses))
                        .units(over, counted);
            }
        });
        return lines.build();
    }

    Reading<Ratio> conclude(Evidence evidence) {
        return conclude(
                evidence,
                UndefinedCode.NO_USE,
                "Nobody used it in the span, so there is no average. Maybe a longer span, or merge the book with usage events.");
    }

    Reading<Ratio> conclude(Evidence evidence, UndefinedCode code, String none) {
        long counted = evidence.total(over);
        return counted == 0 ? Reading.undefined(code, none) : Reading.known(Ratio.of(evidence.total(sum), counted));
    }
}
