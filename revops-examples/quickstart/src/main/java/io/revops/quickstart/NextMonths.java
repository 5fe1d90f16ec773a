package io.revops.quickstart;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.NEW_MRR;

import io.revops.forecast.History;
import io.revops.forecast.Horizons;
import io.revops.forecast.report.ForecastSection;
import io.revops.forecast.series.StraightLine;
import io.revops.ledger.RevenueView;
import io.revops.report.Section;
import io.revops.time.Span;
import java.util.List;

/** The next three months of MRR, new MRR and customers, or why the months before do not carry a forecast. */
final class NextMonths {
    /** How many months are learnt from unless somebody says otherwise. */
    static final int MONTHS = 24;

    private NextMonths() {}

    /** From the months before the end of a view's span, however long the span is. */
    static Section of(RevenueView view) {
        Span span = view.span();
        return of(History.of(view.during(Span.of(span.to().minusMonths(MONTHS), span.to()))));
    }

    static Section of(History history) {
        return ForecastSection.of(
                Horizons.months(3),
                List.of(
                        StraightLine.ofLevel(MRR).better().train(history),
                        StraightLine.ofFlow(NEW_MRR).better().train(history),
                        StraightLine.ofLevel(ACTIVE_CUSTOMERS).better().train(history)));
    }
}
