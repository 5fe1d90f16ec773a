/**
 * How customers are, as of a date, and what is in danger or ready to grow.
 *
 * <p>{@link io.revops.health.Customers} is what was known by the end of a day, and nothing later;
 * {@link io.revops.health.HealthScorecard} gives each of them 0 to 100 points whose shares add up exactly, with the figure and
 * the facts behind every share. {@link io.revops.health.HealthHistory} follows the score and tests the scorecard itself
 * against who left; {@link io.revops.health.Signals}, {@link io.revops.health.AtRisk},
 * {@link io.revops.health.ExpansionReady} and {@link io.revops.health.Portfolios} say what to look at next.
 *
 * <p>A score is a convention, not a probability: one that was estimated comes in through
 * {@link io.revops.health.ChurnProbability}. Nothing here reads a clock, and nothing says why a customer leaves.
 */
@NullMarked
package io.revops.health;

import org.jspecify.annotations.NullMarked;
