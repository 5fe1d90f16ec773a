package io.revops.metric.bookings;

import io.revops.ledger.RevenueView;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import java.util.Optional;

/** Bookings by the year of the contract, so that a long term does not look like a large customer. */
public final class MultiYearBookings implements Metric<ContractYears> {
    private static final MetricDefinition DEFINITION = BookedAmount.define(
                    "bookings.years",
                    "Bookings by contract year",
                    "year 1 + year 2 + year 3 + later years + one-time, of the contracts signed")
            .reference("Multi-year contracts split out, as boards ask for them")
            .build();

    /** The metric; it has no options. */
    public MultiYearBookings() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return BookingLines.gather(view, cut);
    }

    @Override
    public Reading<ContractYears> conclude(Evidence evidence) {
        Optional<Reading<ContractYears>> missing = BookingLines.<ContractYears>notSplit(evidence)
                .or(() -> BookingLines.withoutTerm(evidence))
                .or(() -> BookingLines.evergreen(evidence));
        return missing.orElseGet(() -> Reading.known(new ContractYears(
                evidence.total(Part.YEAR_1),
                evidence.total(Part.YEAR_2),
                evidence.total(Part.YEAR_3),
                evidence.total(Part.LATER_YEARS),
                evidence.total(Part.BOOKED_ONE_TIME))));
    }
}
