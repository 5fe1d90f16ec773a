package io.revops.forecast.churn;

/**
 * How many accounts, each counted on each day, were active and are no rows to learn from.
 *
 * @param censored their horizon was not over at the end of what is known
 * @param leftBefore they left in the gap, or had left on the day as is known now and was not then
 * @param knownLeavers they had already asked to go
 * @param merged they became part of another account within the horizon
 */
public record LeftOut(long censored, long leftBefore, long knownLeavers, long merged) {
    /** All of them. */
    public long total() {
        return censored + leftBefore + knownLeavers + merged;
    }

    /** {@code 214 left out: 133 whose horizon is not over, ...}. */
    @Override
    public String toString() {
        return total() + " left out: " + censored + " whose horizon is not over, " + leftBefore
                + " that left before it began, " + knownLeavers + " that had asked to go, " + merged
                + " that became part of another";
    }
}
