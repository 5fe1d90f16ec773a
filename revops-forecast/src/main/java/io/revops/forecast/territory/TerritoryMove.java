package io.revops.forecast.territory;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account that changes hands, and why.
 *
 * @param account which
 * @param from who has it today; absent if nobody
 * @param to who gets it
 * @param cause what the reason is
 * @param saving what it would cost more to leave this one account where it is, all others as drawn; 0 where it cannot stay
 * @param text the reason in words, with figures
 */
public record TerritoryMove(
        String account, @Nullable String from, String to, MoveCause cause, double saving, String text) {
    public TerritoryMove {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(text, "text");
    }

    /** Who has it today. */
    public Optional<String> before() {
        return Optional.ofNullable(from);
    }

    /** {@code acme: Ana → Ben: ...}. */
    @Override
    public String toString() {
        return account + ": " + (from == null ? "nobody" : from) + " → " + to + ": " + text;
    }
}
