package io.revops.metric;

import io.revops.ledger.RevenueView;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One question about a company's revenue.
 *
 * <p>A metric has no state and reads no clock. It gathers evidence from a view, and concludes a reading from evidence by
 * arithmetic alone, so that evidence built by hand gives the same number.
 *
 * @param <V> the type of its answer: a run rate, money, a ratio, a count
 */
public interface Metric<V> {
    MetricDefinition definition();

    /** What the answer rests on, as a whole or by a dimension. */
    Evidence gather(RevenueView view, Cut cut);

    /** The answer, or why there is none. */
    Reading<V> conclude(Evidence evidence);

    /** Gathers and concludes over the view's span. */
    default Measurement<V> measure(RevenueView view) {
        Objects.requireNonNull(view, "view");
        return Measurement.of(this, view, gather(view, Cut.whole()));
    }

    /** One measurement for each period of a cadence in the view's span; where the span ends inside one, that one is short. */
    default Series<V> measureEach(RevenueView view, Cadence cadence) {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(cadence, "cadence");
        List<Measurement<V>> points = new ArrayList<>();
        for (Span period : cadence.cut(view.span())) {
            points.add(measure(view.during(period)));
        }
        return Series.of(definition(), points);
    }

    /** One measurement for each month. */
    default Series<V> measureMonthly(RevenueView view) {
        return measureEach(view, Cadence.MONTH);
    }
}
