package io.revops.sample;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An account of the simulated CRM, met with its first deal.
 *
 * @param number that of its first deal
 * @param created the day of its first deal
 */
public record CrmAccount(int number, String segment, String region, String ownerId, LocalDate created) {
    public CrmAccount {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(created, "created");
    }

    /** As the CRM writes it. */
    public String id() {
        return Id.crmAccount(number);
    }

    public String name() {
        return Names.root(number % SampleCompany.MOST_ACCOUNTS) + " " + number;
    }
}
