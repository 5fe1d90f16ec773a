package io.revops.metric.customer;

import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemTerms;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** What a seat is worth per month, on average, at the close of a span; of a product line, cut by it. */
public final class Arpu implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "arpu", "ARPU", "closing / seats", Unit.MONEY_PER_MONTH)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("every convention")
            .edges(
                    "no seat: undefined",
                    "seats are the quantities of items that are worth something; of a flat price there are none, but its worth counts",
                    "products whose units are no seats: cut by product or product line, and read those that are",
                    "the view has no book: undefined")
            .reference("Average revenue per user: MRR over the seats that are paid for")
            .build();

    /** The metric; it has no options. */
    public Arpu() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        Optional<Evidence> none = ItemLines.noBook(view).or(() -> ItemLines.problem(valuation));
        if (none.isPresent()) {
            return none.get();
        }
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = ItemLines.begin(view, valuation).parts(Part.CLOSING, Part.SEATS);
        ItemLines.walk(
                view,
                valuation,
                (account, ends) -> ends.stream()
                        .filter(e -> e.active() || e.closing() != 0)
                        .forEach(e -> lines.line(e.item(), ItemLines.segment(cut, view, account, e.item(), end))
                                .units(Part.CLOSING, e.closing())
                                .set(
                                        Part.SEATS,
                                        ItemTerms.of(
                                                        view.book(),
                                                        e.item(),
                                                        end,
                                                        view.policy().zone())
                                                .seats())));
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        BigDecimal seats = evidence.total(Part.SEATS);
        if (seats.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.NO_SEATS,
                    "No seat is paid for at the close, so there is no average. Maybe quantities are missing, or prices flat.");
        }
        Money perYear = evidence.total(Part.CLOSING).perYear();
        return Reading.known(RunRate.perYear(
                Money.of(perYear.amount().divide(seats, RunRate.SCALE, RoundingMode.HALF_EVEN), perYear.currency())));
    }
}
