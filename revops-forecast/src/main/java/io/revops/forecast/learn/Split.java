package io.revops.forecast.learn;

/**
 * A way to split a leaf.
 *
 * @param gain by how much the loss falls, to second order
 * @param feature which
 * @param bin those up to this one go left
 * @param missingLeft whether missing values do
 * @param first the sum of first derivatives on the left
 * @param second the sum of second derivatives there, which also counts the rows
 */
record Split(double gain, int feature, int bin, boolean missingLeft, long first, long second) {
    /** None gains anything. */
    static final Split NONE = new Split(0, -1, -1, false, 0, 0);
}
