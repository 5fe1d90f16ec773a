/**
 * What customers say of the product, and how often they use it: recommendation, satisfaction, stickiness.
 *
 * <p>Read from answers to surveys and from uses, whose numbers are in the evidence. Nobody who did not answer is guessed.
 */
@NullMarked
package io.revops.metric.engagement;

import org.jspecify.annotations.NullMarked;
