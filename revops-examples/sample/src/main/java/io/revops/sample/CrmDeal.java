package io.revops.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A simulated deal with its history.
 *
 * @param number counted from 0 in order of creation
 * @param account the number of its account: that of the deal for which the account was first met
 * @param market what is sold to whom
 * @param ownerId the seller
 * @param created the day
 * @param agreed what is or would be agreed in the end: the truth behind the reported amounts
 * @param steps in order of time, at least one; the last is how it stands
 */
public record CrmDeal(
        int number,
        int account,
        CrmMarket market,
        String ownerId,
        LocalDate created,
        long agreed,
        List<CrmStep> steps) {
    public CrmDeal {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(created, "created");
        steps = List.copyOf(steps);
    }

    /** As the CRM writes it. */
    public String id() {
        return Id.crmDeal(number);
    }

    /** The id of a row of its history, counted from 0, as the CRM writes it. */
    public String stepId(int row) {
        return Id.crmStep(number, row);
    }

    public String accountId() {
        return Id.crmAccount(account);
    }

    public String name() {
        return Names.root(account % SampleCompany.MOST_ACCOUNTS) + " - " + market.type() + " " + number;
    }

    /** How it stands at the end. */
    public CrmStep now() {
        return steps.get(steps.size() - 1);
    }
}
