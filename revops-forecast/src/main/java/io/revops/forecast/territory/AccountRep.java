package io.revops.forecast.territory;

import java.util.Objects;

/**
 * An account and a rep of whom something is wished.
 *
 * @param account by its id
 * @param rep likewise
 */
public record AccountRep(String account, String rep) {
    public AccountRep {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(rep, "rep");
    }
}
