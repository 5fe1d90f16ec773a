/**
 * What customers say of the product, how soon, how often and how deeply they use it, and what they ask of support.
 *
 * <p>Read from answers to surveys, uses, tickets and the start of contracts, whose numbers are in the evidence. How long something
 * takes is a {@link io.revops.metric.MedianWait}, in which those count who still wait. Nobody who did not answer is guessed.
 */
@NullMarked
package io.revops.metric.engagement;

import org.jspecify.annotations.NullMarked;
