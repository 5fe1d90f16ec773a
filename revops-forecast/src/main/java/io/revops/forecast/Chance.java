package io.revops.forecast;

/**
 * Something that brings an amount or nothing: a deal that is won in a period, a renewal.
 *
 * @param probability that it brings the amount, 0 to 1
 * @param amount what it brings; below zero if it takes something away
 */
public record Chance(double probability, double amount) {
    public Chance {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability is " + probability + ". Maybe one from 0 to 1; 25 % is 0.25.");
        }
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("The amount is " + amount + ". Maybe leave it out.");
        }
    }

    public static Chance of(double probability, double amount) {
        return new Chance(probability, amount);
    }
}
