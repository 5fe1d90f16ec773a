package io.revops.catalog;

import io.revops.metric.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every metric of the library, found by its id. */
public final class MetricCatalog {
    private static final MetricCatalog STANDARD = of(List.of(
            Metrics.MRR,
            Metrics.ARR,
            Metrics.MRR_MOVEMENTS,
            Metrics.MRR_CHANGE,
            Metrics.NEW_MRR,
            Metrics.EXPANSION_MRR,
            Metrics.CONTRACTION_MRR,
            Metrics.CHURNED_MRR,
            Metrics.REACTIVATION_MRR,
            Metrics.NET_REVENUE_RETENTION,
            Metrics.GROSS_REVENUE_RETENTION,
            Metrics.NET_REVENUE_RETENTION_FLOW,
            Metrics.GROSS_REVENUE_RETENTION_FLOW,
            Metrics.LOGO_CHURN,
            Metrics.ARPA,
            Metrics.ACTIVE_CUSTOMERS,
            Metrics.LOST_CUSTOMERS,
            Metrics.QUICK_RATIO,
            Metrics.WIN_RATE,
            Metrics.OPEN_PIPELINE,
            Metrics.QUOTA_COVERAGE,
            Metrics.BOOKINGS_TCV,
            Metrics.RECURRING_BOOKINGS,
            Metrics.ONE_TIME_BOOKINGS,
            Metrics.ARR_BOOKED,
            Metrics.ACV_BOOKED,
            Metrics.ACV_BOOKED_FIRST_YEAR,
            Metrics.EXIT_ARR_BOOKED,
            Metrics.MULTI_YEAR_BOOKINGS));

    private final Map<String, Metric<?>> byId;

    private MetricCatalog(Map<String, Metric<?>> byId) {
        this.byId = byId;
    }

    /** The metrics of {@link Metrics}. */
    public static MetricCatalog standard() {
        return STANDARD;
    }

    /** A catalogue of a host's own metrics, or of some. */
    public static MetricCatalog of(List<? extends Metric<?>> metrics) {
        Map<String, Metric<?>> byId = new LinkedHashMap<>();
        for (Metric<?> metric : metrics) {
            if (byId.putIfAbsent(metric.definition().id(), metric) != null) {
                throw new IllegalArgumentException("Two metrics have the id ("
                        + metric.definition().id() + "). Maybe prefix one of them with your company's name.");
            }
        }
        return new MetricCatalog(byId);
    }

    /** All of them, in the order in which a reader meets them. */
    public List<Metric<?>> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The metric of an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Metric<?> find(String id) {
        Metric<?> metric = byId.get(id);
        if (metric == null) {
            throw new IllegalArgumentException("There is no metric (" + id + "). Maybe one of " + byId.keySet() + ".");
        }
        return metric;
    }

    /** How many there are, and a line for each. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("MetricCatalog: ").append(byId.size()).append(" metrics");
        byId.values().forEach(m -> text.append("\n  ").append(m.definition()));
        return text.toString();
    }
}
