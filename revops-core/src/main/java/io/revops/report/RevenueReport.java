package io.revops.report;

import io.revops.ledger.RevenueView;
import java.util.List;
import java.util.Objects;

/**
 * The main report: a summary, the MRR bridge by month, retention, cohorts, customers, segments, pipeline, bookings, data issues and
 * the policy.
 *
 * <p>Sections have the ids {@code summary}, {@code bridge}, {@code retention}, {@code cohorts}, {@code customers},
 * {@code segments}, {@code pipeline}, {@code bookings}, {@code issues} and {@code policy}. A figure that does not exist is printed as undefined, with its reason
 * under the table.
 */
public final class RevenueReport {
    private RevenueReport() {}

    /** The report of a view over its span. */
    public static Report of(RevenueView view) {
        Objects.requireNonNull(view, "view");
        return new Report(
                "Revenue report",
                view.span(),
                List.of(
                        SummarySection.of(view),
                        BridgeSection.of(view),
                        RetentionSection.of(view),
                        CohortsSection.of(view),
                        CustomersSection.of(view),
                        SegmentsSection.of(view),
                        PipelineSection.of(view),
                        BookingsSection.of(view),
                        IssuesSection.of(view.book()),
                        PolicySection.of(view.policy())),
                Imprints.of(view));
    }
}
