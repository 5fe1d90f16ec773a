package io.revops.forecast.plan;

import java.util.Optional;

/** What came of planning: a plan, or the proof that there is none. */
public sealed interface Planning permits Planned, Infeasible {
    /** The plan, if there is one. */
    Optional<Plan> plan();

    /**
     * The plan.
     *
     * @throws IllegalStateException if there is none, with the limits that bind and the smallest change
     */
    Plan orElseThrow();
}
