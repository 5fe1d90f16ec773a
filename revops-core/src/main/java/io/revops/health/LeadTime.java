package io.revops.health;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many days before they left customers turned red.
 *
 * @param days of each who was red at the last score before, from the first red score of that stretch to the departure, sorted
 * @param leavers how many left, red before or not
 */
public record LeadTime(List<Long> days, int leavers) {
    public LeadTime {
        List<Long> sorted = new ArrayList<>(days);
        sorted.sort(null);
        days = List.copyOf(sorted);
    }

    /** How many of them were red when they left. */
    public int warned() {
        return days.size();
    }

    /** The middle one; absent if nobody was red before. */
    public OptionalDouble median() {
        int n = days.size();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((days.get((n - 1) / 2) + days.get(n / 2)) / 2.0);
    }

    /** {@code 9 of 14 who left were red before, half of them for 62 days or more}. */
    @Override
    public String toString() {
        return warned() + " of " + leavers + " who left were red before"
                + (warned() == 0 ? "" : ", half of them for " + Texts.number(median().orElseThrow()) + " days or more");
    }
}
