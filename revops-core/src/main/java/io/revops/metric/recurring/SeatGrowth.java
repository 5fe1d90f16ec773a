package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemLines.Ends;
import io.revops.metric.ItemTerms;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** How many seats the accounts of a span's opening have at its close for each that they had: 110 % is one more in ten. */
public final class SeatGrowth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "seats.growth",
                    "Seat growth",
                    "seats / seats at opening, of the accounts active at the opening",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("reporting zone", "free account", "churn timing")
            .edges(
                    "no seat at the opening: undefined",
                    "seats are the quantities of items that are worth something; of a flat price there are none",
                    "an account that left has 0 seats at the close; one that came later is left out",
                    "a segment holds the accounts that were in it at the opening",
                    "the view has no book: undefined")
            .reference("Seats at the end over seats at the start, on the cohort of the opening")
            .build();

    /** The metric; it has no options. */
    public SeatGrowth() {}

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
        Valuation counting = Valuation.counting();
        Instant start = view.span().start(view.policy().zone());
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = ItemLines.begin(view, counting).parts(Part.SEATS_AT_OPENING, Part.SEATS);
        ItemLines.walk(view, counting, (account, ends) -> {
            if (ends.stream().noneMatch(Ends::activeAtOpening)) {
                return;
            }
            for (Ends each : ends) {
                lines.line(each.item(), ItemLines.segment(cut, view, account, each.item(), start))
                        .set(Part.SEATS_AT_OPENING, seats(view, each, each.activeAtOpening(), start))
                        .set(Part.SEATS, seats(view, each, each.active(), end));
            }
        });
        return lines.build();
    }

    private static BigDecimal seats(RevenueView view, Ends item, boolean active, Instant before) {
        ZoneId zone = view.policy().zone();
        return active ? ItemTerms.of(view.book(), item.item(), before, zone).seats() : BigDecimal.ZERO;
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        BigDecimal opening = evidence.total(Part.SEATS_AT_OPENING);
        if (opening.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.OPENING_ZERO,
                    "No seat was sold at the opening, so none could be added. Maybe a span that begins later.");
        }
        return Reading.known(Ratio.of(evidence.total(Part.SEATS), opening));
    }
}
