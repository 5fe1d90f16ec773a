package io.revops.catalog;

import io.revops.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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
            Metrics.LOGO_RETENTION,
            Metrics.REVENUE_CHURN,
            Metrics.GROSS_MRR_CHURN,
            Metrics.NET_MRR_CHURN,
            Metrics.MONTHLY_REVENUE_CHURN,
            Metrics.ANNUALISED_REVENUE_CHURN,
            Metrics.RENEWAL_RATE,
            Metrics.RENEWAL_RATE_BY_COUNT,
            Metrics.CHURN_BY_REASON,
            Metrics.VOLUNTARY_CHURNED_MRR,
            Metrics.INVOLUNTARY_CHURNED_MRR,
            Metrics.CHURNED_MRR_OF_UNKNOWN_CAUSE,
            Metrics.VOLUNTARY_CHURN,
            Metrics.INVOLUNTARY_CHURN,
            Metrics.CHURN_OF_UNKNOWN_CAUSE,
            Metrics.REVENUE_CHURN_VARIABILITY,
            Metrics.LOGO_CHURN_VARIABILITY,
            Metrics.CONTRACTED_ARR,
            Metrics.LIVE_ARR,
            Metrics.NOT_LIVE_ARR,
            Metrics.CONTRACTED_ARR_GAP,
            Metrics.SHARE_LIVE,
            Metrics.NOT_LIVE_AT_RISK,
            Metrics.COMMITTED_MRR,
            Metrics.AVAILABLE_TO_RENEW,
            Metrics.GROSS_MRR,
            Metrics.DISCOUNTED_MRR,
            Metrics.TRIAL_MRR,
            Metrics.PAST_DUE_MRR,
            Metrics.TRIAL_STARTS,
            Metrics.TRIAL_CONVERSION,
            Metrics.EXPANSION_BY_CAUSE,
            Metrics.PRICE_MRR,
            Metrics.VOLUME_MRR,
            Metrics.MIX_MRR,
            Metrics.CROSS_SELL_MRR,
            Metrics.SWITCHED_MRR,
            Metrics.MINOR_EXPANSION_MRR,
            Metrics.MAJOR_EXPANSION_MRR,
            Metrics.UPSELL_RATE,
            Metrics.UPSELL_RATE_BY_VALUE,
            Metrics.CROSS_SELL_RATE,
            Metrics.CROSS_SELL_RATE_BY_VALUE,
            Metrics.SEAT_GROWTH,
            Metrics.TIER_MIGRATION,
            Metrics.NET_EXPANSION,
            Metrics.NET_EXPANSION_RATE,
            Metrics.ARR_GROWTH,
            Metrics.CMGR,
            Metrics.NEW_SHARE,
            Metrics.TOP_SHARE,
            Metrics.CONCENTRATION,
            Metrics.ARPU,
            Metrics.ARPS,
            Metrics.AVERAGE_SALE_PRICE,
            Metrics.BOOKINGS_TCV,
            Metrics.RECURRING_BOOKINGS,
            Metrics.ONE_TIME_BOOKINGS,
            Metrics.ARR_BOOKED,
            Metrics.ACV_BOOKED,
            Metrics.ACV_BOOKED_FIRST_YEAR,
            Metrics.EXIT_ARR_BOOKED,
            Metrics.MULTI_YEAR_BOOKINGS,
            Metrics.RPO,
            Metrics.CURRENT_RPO,
            Metrics.RPO_STRAIGHT_LINE,
            Metrics.CURRENT_RPO_STRAIGHT_LINE,
            Metrics.NET_PROMOTER_SCORE,
            Metrics.SATISFACTION,
            Metrics.STICKINESS,
            Metrics.TIME_TO_VALUE,
            Metrics.ONBOARDING_COMPLETION,
            Metrics.ONBOARDED_IN_TIME,
            Metrics.FEATURE_ADOPTION,
            Metrics.ACTIVE_DAYS,
            Metrics.DAILY_ACTIVE_USERS,
            Metrics.WEEKLY_ACTIVE_USERS,
            Metrics.MONTHLY_ACTIVE_USERS,
            Metrics.DAILY_ACTIVE_ACCOUNTS,
            Metrics.WEEKLY_ACTIVE_ACCOUNTS,
            Metrics.MONTHLY_ACTIVE_ACCOUNTS,
            Metrics.FEATURE_DEPTH,
            Metrics.FEATURE_BREADTH,
            Metrics.USERS_BY_DEPTH,
            Metrics.TICKETS_OPENED,
            Metrics.TICKETS_PER_CUSTOMER,
            Metrics.TICKET_BACKLOG,
            Metrics.TIME_TO_RESOLUTION,
            Metrics.TIME_TO_FIRST_REPLY,
            Metrics.TICKET_REOPEN_RATE,
            Metrics.TICKET_ESCALATION_RATE,
            Metrics.FEEDBACK_BY_THEME,
            Metrics.CLOSED_LOOP_RATE));

    /** If more are as near as that, none of them was meant more than another. */
    private static final int MOST_NEAR = 8;

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
        Metric<?> metric = byId.get(Objects.requireNonNull(id, "id"));
        if (metric == null) {
            List<String> near = near(id);
            throw new IllegalArgumentException("There is no metric (" + id + "). Maybe "
                    + (near.isEmpty() ? "" : String.join(", ", near) + "; it is ") + "one of " + byId.keySet() + ".");
        }
        return metric;
    }

    /** The ids of the metrics whose title has these initials, or has most of these words in it or in its id. */
    private List<String> near(String asked) {
        String text = asked.toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 1)
                .toList();
        List<String> initials = new ArrayList<>();
        List<String> nearest = new ArrayList<>();
        long most = 1;
        for (Map.Entry<String, Metric<?>> entry : byId.entrySet()) {
            String id = entry.getKey();
            String title = entry.getValue().definition().title().toLowerCase(Locale.ROOT);
            if (initials(title).equals(text)) {
                initials.add(id);
            }
            long hits = words.stream()
                    .filter(word -> title.contains(word) || id.contains(word))
                    .count();
            if (hits > most) {
                nearest.clear();
                most = hits;
            }
            if (hits == most) {
                nearest.add(id);
            }
        }
        List<String> near = initials.isEmpty() ? nearest : initials;
        return near.size() <= MOST_NEAR ? near : List.of();
    }

    private static String initials(String title) {
        StringBuilder first = new StringBuilder();
        for (String word : title.split("[^\\p{L}\\p{N}]+", -1)) {
            first.append(word, 0, Math.min(1, word.length()));
        }
        return first.toString();
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
