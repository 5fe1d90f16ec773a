package io.revops.health;

/**
 * When a score counts as declining.
 *
 * @param months how many scores are looked at, at least 2
 * @param fall by how many points the last of them is below the first, at least; above 0
 */
public record TrendRule(int months, double fall) {
    /** Ten points over the last four scores, three months apart. */
    public static final TrendRule STANDARD = new TrendRule(4, 10);

    public TrendRule {
        if (months < 2 || !(fall > 0 && fall <= 100)) {
            throw new IllegalArgumentException("A fall by " + fall + " points over " + months
                    + " scores is no trend. Maybe 10 points over 4 scores.");
        }
    }

    /** A fall by so many points over so many scores. */
    public static TrendRule of(int months, double fall) {
        return new TrendRule(months, fall);
    }
}
