package io.revops.forecast.pipeline;

/**
 * How far a seller's yield is drawn towards that of everybody in the category.
 *
 * @param periods how many of the seller's periods that of everybody is worth, 0 or more; with 0 each seller stands alone
 */
public record SellerShrinkage(double periods) {
    public SellerShrinkage {
        if (!(periods >= 0) || Double.isInfinite(periods)) {
            throw new IllegalArgumentException(
                    "The yield of a category is worth " + periods + " periods. Maybe 0 or more.");
        }
    }

    /** As much as four of the seller's own periods. */
    public static SellerShrinkage standard() {
        return new SellerShrinkage(4);
    }
}
