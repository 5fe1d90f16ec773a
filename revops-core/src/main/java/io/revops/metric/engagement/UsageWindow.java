package io.revops.metric.engagement;

import io.revops.time.Span;

/** How far back a user or an account counts as active, from the close of a span. */
enum UsageWindow {
    DAILY("Daily", 1),
    WEEKLY("Weekly", 7),
    MONTHLY("Monthly", 30);

    private final String title;
    private final int days;

    UsageWindow(String title, int days) {
        this.title = title;
        this.days = days;
    }

    int days() {
        return days;
    }

    String title() {
        return title;
    }

    String word() {
        return title.toLowerCase(java.util.Locale.ROOT);
    }

    /** The days that end with a span. */
    Span of(Span span) {
        return Span.of(span.to().minusDays(days), span.to());
    }

    /** {@code the last 7 days}. */
    @Override
    public String toString() {
        return days == 1 ? "the last day" : "one of the last " + days + " days";
    }
}
