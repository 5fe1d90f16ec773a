/**
 * What customers say of the product: how many would recommend it, and how many are satisfied.
 *
 * <p>Read from the answers to surveys, each with its number of answers in the evidence. Nobody who did not answer is guessed.
 */
@NullMarked
package io.revops.metric.engagement;

import org.jspecify.annotations.NullMarked;
