package io.revops.forecast.territory;

import java.util.Objects;

/**
 * A limit moved so that territories can be drawn.
 *
 * @param limit which kind
 * @param subject the rep, the account of {@link TerritoryLimit#SERVES}, or nothing for what may move
 * @param from where it stands, in accounts
 * @param to where it would have to be
 * @param text the same in words
 */
public record TerritoryChange(TerritoryLimit limit, String subject, int from, int to, String text) {
    public TerritoryChange {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }

    /** {@code raise the most accounts of Ana from 5 to 7}. */
    @Override
    public String toString() {
        return text;
    }
}
