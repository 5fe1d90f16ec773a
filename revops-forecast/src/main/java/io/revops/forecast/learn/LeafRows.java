package io.revops.forecast.learn;

/**
 * How many rows a leaf has at least.
 *
 * @param least at least 1; 20 unless said
 */
public record LeafRows(int least) {
    public LeafRows {
        if (least < 1) {
            throw new IllegalArgumentException("A leaf has " + least + " rows. Maybe 20.");
        }
    }

    public static LeafRows of(int least) {
        return new LeafRows(least);
    }
}
