package io.revops.metric;

import io.revops.book.Dimension;
import io.revops.book.FactId;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Segments;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether evidence is gathered as a whole or by a dimension. */
public final class Cut {
    private static final Cut WHOLE = new Cut(null);

    private final @Nullable Dimension dimension;

    private Cut(@Nullable Dimension dimension) {
        this.dimension = dimension;
    }

    /** One line for each subject. */
    public static Cut whole() {
        return WHOLE;
    }

    /** One line for each subject and segment. */
    public static Cut by(Dimension dimension) {
        return new Cut(java.util.Objects.requireNonNull(dimension, "dimension"));
    }

    public Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }

    /** Whether a line of an account may fall into several segments. */
    public boolean isWithinAccounts() {
        return dimension != null && dimension.subject() == Dimension.Subject.ITEM;
    }

    /** The segment of a subject, as it was just before an instant; null for a whole. */
    public @Nullable String segment(RevenueView view, FactId subject, Instant before) {
        return dimension == null
                ? null
                : dimension.valueFor(view.book(), subject, before, view.policy().zone());
    }

    /** The segments of items at the instants of a walk; null for a whole. */
    public @Nullable Segments dated(RevenueView view) {
        if (dimension == null) {
            return null;
        }
        Dimension by = dimension;
        boolean items = isWithinAccounts();
        return (account, item, before) -> by.valueFor(
                view.book(), items ? item : account, before, view.policy().zone());
    }

    /** The same with accounts in the segment where they were just before one instant. */
    public @Nullable Segments fixed(RevenueView view, Instant at) {
        Segments dated = dated(view);
        return dated == null
                ? null
                : (account, item, before) -> dated.of(account, item, isWithinAccounts() ? before : at);
    }

    @Override
    public String toString() {
        return dimension == null ? "whole" : "by " + dimension;
    }
}
