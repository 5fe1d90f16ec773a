/**
 * A year's plan: quotas that add up to the target, a team that can carry them, and how likely that is.
 *
 * <p>{@link io.revops.forecast.plan.QuotaPlanner} shares a target out down any tree of units and gives a
 * {@link io.revops.forecast.plan.Planning}: a {@link io.revops.forecast.plan.Plan}, or the limits that cannot all be kept with the
 * smallest change that would do. {@link io.revops.forecast.plan.CapacityModel} tells what a team can sell by month,
 * {@link io.revops.forecast.plan.HiringPlanner} whom to hire when, {@link io.revops.forecast.plan.PipelinePlan} what marketing must
 * build; {@link io.revops.forecast.plan.PlanCheck} holds the parts against each other, and
 * {@link io.revops.forecast.plan.Attainments} tells how quotas were met. Nothing here draws territories, and nothing is rounded but to
 * the cent. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.*
 * import io.revops.forecast.plan.*
 * var west = PlanUnit.region("West", PlanUnit.rep("Ana").withPotential(4_000_000), PlanUnit.rep("Ben").withPotential(2_500_000).withStart(LocalDate.of(2026, 3, 1)))
 * var east = PlanUnit.region("East", PlanUnit.rep("Cem").withPotential(3_000_000).withCeiling(Money.of(1_100_000, "USD")))
 * var planner = QuotaPlanner.of(Money.of(3_000_000, "USD"), Span.year(2026)).with(OverAssignment.percent(20)).with(RampCurve.linear(4))
 * var plan = planner.plan(west, east).orElseThrow()
 * plan.explain("Ben")
 * var team = CapacityModel.of(Span.year(2026), Money.of(95_000, "USD")).withRamped(2).withHires(3, 1).with(RampCurve.linear(4)).withAttainment(0.85)
 * HiringPlanner.of(team, plan).withTimeToHire(2).plan()
 * plan.against(CapacitySimulation.of(team, CapacityRisk.of(0.4, 0.1)).forecast(Simulation.of(7, 10_000)))
 * }</pre>
 */
@NullMarked
package io.revops.forecast.plan;

import org.jspecify.annotations.NullMarked;
