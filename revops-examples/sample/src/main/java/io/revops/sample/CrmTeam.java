package io.revops.sample;

import java.util.List;

/**
 * Who sells: a leader, a manager for each region, and sellers, of whom some report less than they expect and some more.
 *
 * @param regions by name
 * @param sellersPerRegion at least 1
 * @param sandbaggers the share of the sellers who hold back: an open deal's amount is reported too low, its category one too low
 * @param sandbag by what share they report it too low
 * @param happyEars the share of the sellers who hope: amount too high, category one too high
 * @param inflate by what share they report it too high
 * @param estimateSpread the standard deviation of the logarithm of an open deal's amount around what will be agreed, halved by
 *     every change of stage
 * @param quotaPerQuarter of one seller, in the currency of the first market
 */
public record CrmTeam(
        List<String> regions,
        int sellersPerRegion,
        double sandbaggers,
        double sandbag,
        double happyEars,
        double inflate,
        double estimateSpread,
        long quotaPerQuarter) {
    private static final int MOST_SELLERS = 4000;

    public CrmTeam {
        regions = List.copyOf(regions);
        if (regions.isEmpty() || sellersPerRegion < 1 || regions.size() * (long) sellersPerRegion > MOST_SELLERS) {
            throw new IllegalArgumentException("There are " + sellersPerRegion + " sellers in each of " + regions
                    + ". Maybe 4 in each of 3 regions.");
        }
        if (!(sandbaggers >= 0 && happyEars >= 0 && sandbaggers + happyEars <= 1)) {
            throw new IllegalArgumentException("The shares of those who hold back and who hope are " + sandbaggers
                    + " and " + happyEars + ". Maybe let them add up to 1 at most.");
        }
        if (!(sandbag >= 0 && sandbag < 1 && inflate >= 0 && estimateSpread >= 0)) {
            throw new IllegalArgumentException("They report " + sandbag + " too low and " + inflate + " too high, with "
                    + estimateSpread + ". Maybe 0.2, 0.25 and 0.15.");
        }
    }

    /** Twelve sellers in three regions, all of whom report what they expect. */
    public static CrmTeam standard() {
        return new CrmTeam(List.of("Americas", "Europe", "Asia Pacific"), 4, 0, 0.2, 0, 0.25, 0.15, 200_000);
    }

    /** The same with so large a share of sellers who hold back, and who hope. */
    public CrmTeam biased(double holdBack, double hope) {
        return new CrmTeam(
                regions, sellersPerRegion, holdBack, sandbag, hope, inflate, estimateSpread, quotaPerQuarter);
    }

    int sellers() {
        return regions.size() * sellersPerRegion;
    }
}
