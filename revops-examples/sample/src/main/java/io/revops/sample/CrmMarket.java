package io.revops.sample;

import java.util.List;
import java.util.Objects;

/**
 * What is sold to whom: one type of deal in one segment, with its own rates.
 *
 * @param type as the CRM calls it: {@code New Business}, {@code Expansion}, {@code Renewal}
 * @param segment of the account
 * @param currency an ISO code
 * @param createdPerDay how many deals are opened on a day of an average month
 * @param winPerDay the hazard of winning on a day, before all factors
 * @param losePerDay the hazard of losing on a day, before all factors
 * @param medianAmount of the amounts that are agreed in the end, which are log-normal
 * @param amountSpread the standard deviation of their logarithm
 * @param wonAtOncePerDay how many deals more are opened and won on the same day, on a day of an average month
 */
public record CrmMarket(
        String type,
        String segment,
        String currency,
        double createdPerDay,
        double winPerDay,
        double losePerDay,
        double medianAmount,
        double amountSpread,
        double wonAtOncePerDay) {
    static final String NEW = "New Business";
    private static final String EXPANSION = "Expansion";
    private static final double MOST_A_DAY = 100;

    public CrmMarket {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(currency, "currency");
        for (double rate : new double[] {createdPerDay, winPerDay, losePerDay, amountSpread, wonAtOncePerDay}) {
            if (!(rate >= 0 && rate <= MOST_A_DAY)) {
                throw new IllegalArgumentException("A rate of " + type + " in " + segment + " is " + rate
                        + ". Maybe 0 or more, and at most " + MOST_A_DAY + " a day.");
            }
        }
        if (!(medianAmount >= 1)) {
            throw new IllegalArgumentException(
                    "The middle amount of " + type + " in " + segment + " is " + medianAmount + ". Maybe 1 or more.");
        }
    }

    /** New business and expansion in three segments, in dollars. */
    public static List<CrmMarket> standard() {
        return List.of(
                new CrmMarket(NEW, "SMB", "USD", 0.8, 0.004, 0.012, 6_000, 0.6, 0.05),
                new CrmMarket(NEW, "Mid-Market", "USD", 0.5, 0.003, 0.009, 24_000, 0.7, 0.01),
                new CrmMarket(NEW, "Enterprise", "USD", 0.2, 0.0018, 0.006, 90_000, 0.8, 0),
                new CrmMarket(EXPANSION, "SMB", "USD", 0.3, 0.0075, 0.010, 3_000, 0.6, 0.05),
                new CrmMarket(EXPANSION, "Mid-Market", "USD", 0.25, 0.0055, 0.008, 12_000, 0.7, 0.02),
                new CrmMarket(EXPANSION, "Enterprise", "USD", 0.15, 0.004, 0.006, 40_000, 0.8, 0));
    }

    /** The same in another currency. */
    public CrmMarket in(String code) {
        return new CrmMarket(
                type, segment, code, createdPerDay, winPerDay, losePerDay, medianAmount, amountSpread, wonAtOncePerDay);
    }

    /** Of the deals that are won or lost in the end, without any factor: win / (win + lose). */
    public double winRate() {
        return winPerDay / (winPerDay + losePerDay);
    }
}
