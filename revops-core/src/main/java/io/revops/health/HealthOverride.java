package io.revops.health;

import io.revops.book.AccountId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody knows better than the score: a band for one customer, with the reason, who said so and until when it holds.
 *
 * @param account for whom
 * @param band what it is meant to be
 * @param reason why, not blank
 * @param by who said so, not blank
 * @param from the day on which it was said; it is not seen before
 * @param until the first day on which it holds no longer, after {@code from}
 */
public record HealthOverride(
        AccountId account, HealthBand band, String reason, String by, LocalDate from, LocalDate until) {
    public HealthOverride {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(band, "band");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The override of (" + account + ") to " + band
                    + " has no reason. Maybe what is known that the score does not see.");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException(
                    "Nobody said the override of (" + account + ") to " + band + ". Maybe the name of its owner.");
        }
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("The override of (" + account + ") ends on " + until + ", and begins on "
                    + from + ". Maybe a last day some weeks later.");
        }
    }

    /** Begins with whom and what; {@code by} and the days follow. */
    public static Draft of(String account, HealthBand band, String reason) {
        return new Draft(new AccountId(account), band, reason);
    }

    /** An override that still lacks who said it and when. */
    public static final class Draft {
        private final AccountId account;
        private final HealthBand band;
        private final String reason;

        private Draft(AccountId account, HealthBand band, String reason) {
            this.account = account;
            this.band = band;
            this.reason = reason;
        }

        /** Who said so, on which day, and the first day on which it holds no longer. */
        public HealthOverride by(String who, LocalDate from, LocalDate until) {
            return new HealthOverride(account, band, reason, who, from, until);
        }
    }

    /** Whether it was said by the end of a day. */
    public boolean isKnown(LocalDate day) {
        return !from.isAfter(day);
    }

    /** Whether it was said by then, and still holds. */
    public boolean holds(LocalDate day) {
        return isKnown(day) && day.isBefore(until);
    }

    /** {@code RED by ann (2026-05-01 until 2026-08-01): the sponsor left}. */
    @Override
    public String toString() {
        return band + " by " + by + " (" + from + " until " + until + "): " + reason;
    }
}
