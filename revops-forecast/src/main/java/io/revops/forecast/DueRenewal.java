package io.revops.forecast;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The end of a term that nobody has ended, as it was known on a day.
 *
 * @param subscription its id
 * @param account the id of the account
 * @param segment of the account, by the dimension that was asked for
 * @param number 1 for the end of the first term, 2 for the next
 * @param day the first day of the next term, if there is one
 * @param due what it is worth just before, a year
 */
public record DueRenewal(String subscription, String account, String segment, int number, LocalDate day, double due) {
    public DueRenewal {
        Objects.requireNonNull(subscription, "subscription");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(day, "day");
        if (number < 1 || !(due > 0 && Double.isFinite(due))) {
            throw new IllegalArgumentException("Renewal number " + number + " of " + subscription + " is worth " + due
                    + ". Maybe leave it out: what is worth nothing has nothing to renew.");
        }
    }
}
