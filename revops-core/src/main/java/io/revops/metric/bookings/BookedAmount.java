package io.revops.metric.bookings;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.util.List;
import java.util.Optional;

/** An amount that buyers committed to in a span: in total, what recurs of it, what is paid once, or what the first year brings. */
public final class BookedAmount implements Metric<Money> {
    private enum Needs {
        ENDS,
        LINES,
        TERMS
    }

    private final MetricDefinition definition;
    private final List<Part<Money>> parts;
    private final List<Needs> needs;

    private BookedAmount(MetricDefinition definition, List<Part<Money>> parts, List<Needs> needs) {
        this.definition = definition;
        this.parts = parts;
        this.needs = needs;
    }

    /** Total contract value: what recurs over the whole term, and what is paid once. */
    public static BookedAmount total() {
        return new BookedAmount(
                define(
                                "bookings.tcv",
                                "Bookings, TCV",
                                "recurring over the whole term + one-time, of the contracts signed")
                        .reference("Total contract value as Zuora counts it: none for an evergreen")
                        .build(),
                List.of(Part.BOOKED_RECURRING, Part.BOOKED_ONE_TIME, Part.BOOKED_NOT_SPLIT),
                List.of(Needs.ENDS));
    }

    /** What recurs, over the whole term. */
    public static BookedAmount recurring() {
        return new BookedAmount(
                define(
                                "bookings.recurring",
                                "Recurring bookings",
                                "recurring over the whole term, of the contracts signed")
                        .reference("Bookings split into recurring and one-time, as boards ask for them")
                        .build(),
                List.of(Part.BOOKED_RECURRING),
                List.of(Needs.LINES, Needs.ENDS));
    }

    /** What is paid once. */
    public static BookedAmount oneTime() {
        return new BookedAmount(
                define(
                                "bookings.one-time",
                                "One-time bookings",
                                "one-time, of the contracts signed: set-up, services, hardware")
                        .reference("Never part of ARR")
                        .build(),
                List.of(Part.BOOKED_ONE_TIME),
                List.of(Needs.LINES));
    }

    /** Annual contract value, first year. */
    public static BookedAmount firstYear() {
        return new BookedAmount(
                define(
                                "bookings.acv.first-year",
                                "ACV booked, first year",
                                "recurring in the first twelve months, of the contracts signed")
                        .reference("The first-year variant of ACV: of a ramp its first step")
                        .build(),
                List.of(Part.YEAR_1),
                List.of(Needs.LINES, Needs.TERMS, Needs.ENDS));
    }

    static MetricDefinition.Builder define(String id, String title, String formula) {
        return define(id, title, formula, Unit.MONEY);
    }

    static MetricDefinition.Builder define(String id, String title, String formula, Unit unit) {
        return MetricDefinition.of(id, title, formula, unit)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("reporting zone", "exchange rates")
                .edges(
                        "nothing was signed: 0",
                        "a deal counts on the day on which it was won, a subscription on the day on which it was signed; one "
                                + "that a deal led to is booked once",
                        "a contract without an end has no total; a deal without lines cannot be split: undefined",
                        "later changes, cancellations, invoices and payments move nothing; a renewal that nobody signs is none",
                        "usage is no commitment and is left out",
                        "amounts are converted at the rate of the day of signature");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return BookingLines.gather(view, cut);
    }

    @Override
    public Reading<Money> conclude(Evidence evidence) {
        for (Needs need : needs) {
            Optional<Reading<Money>> missing = switch (need) {
                case ENDS -> BookingLines.evergreen(evidence);
                case LINES -> BookingLines.notSplit(evidence);
                case TERMS -> BookingLines.withoutTerm(evidence);
            };
            if (missing.isPresent()) {
                return missing.get();
            }
        }
        return Reading.known(
                parts.stream().map(evidence::total).reduce(Money::plus).orElseThrow());
    }
}
