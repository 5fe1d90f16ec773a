/**
 * Arithmetic that several rooms of forecasts need and Java does not have: a symmetric matrix taken apart, and how likely a normal
 * or χ² number lies further out.
 *
 * <p>{@link io.revops.forecast.arithmetic.Cholesky} and {@link io.revops.forecast.arithmetic.Tails}: the same bits on every machine,
 * additions in a fixed order. It knows no data and no model. It is public for our own rooms; a host has better libraries.
 */
@NullMarked
package io.revops.forecast.arithmetic;

import org.jspecify.annotations.NullMarked;
