package io.revops.metric.bookings;

import io.revops.ledger.RevenueView;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.Optional;

/** What the contracts signed in a span bring per year: in their first year, on average, or when they end. */
public final class BookedRunRate implements Metric<RunRate> {
    private final MetricDefinition definition;
    private final Part<RunRate> part;

    private BookedRunRate(MetricDefinition definition, Part<RunRate> part) {
        this.definition = definition;
        this.part = part;
    }

    /** ARR booked: what recurs in the first year of each contract, per year where its term is shorter. */
    public static BookedRunRate arr() {
        return new BookedRunRate(
                define(
                                "bookings.arr",
                                "ARR booked",
                                "recurring in the first year per year, of the contracts signed; steps of a ramp are later "
                                        + "expansion")
                        .reference("Clean ARR: independent of the length of a term, of when and of how it is collected")
                        .build(),
                Part.BOOKED_ARR);
    }

    /** Annual contract value, average: what recurs over the whole term, over its years. */
    public static BookedRunRate averageYear() {
        return new BookedRunRate(
                define(
                                "bookings.acv",
                                "ACV booked, average year",
                                "recurring over the whole term / years of the term, of the contracts signed")
                        .reference("Annual contract value as Zuora counts it")
                        .build(),
                Part.AVERAGE_YEAR);
    }

    /** What recurs per year when the terms end. */
    public static BookedRunRate exitArr() {
        return new BookedRunRate(
                define(
                                "bookings.arr.exit",
                                "Exit ARR booked",
                                "recurring per year at the end of the term, of the contracts signed")
                        .reference("The last step of a ramp")
                        .build(),
                Part.EXIT_ARR);
    }

    private static MetricDefinition.Builder define(String id, String title, String formula) {
        return BookedAmount.define(id, title, formula, Unit.MONEY_PER_YEAR);
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
    public Reading<RunRate> conclude(Evidence evidence) {
        Optional<Reading<RunRate>> missing =
                BookingLines.<RunRate>notSplit(evidence).or(() -> BookingLines.withoutTerm(evidence));
        if (!part.equals(Part.BOOKED_ARR)) {
            missing = missing.or(() -> BookingLines.evergreen(evidence));
        }
        return missing.orElseGet(() -> Reading.known(evidence.total(part)));
    }
}
