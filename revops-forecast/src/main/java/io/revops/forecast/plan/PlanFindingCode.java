package io.revops.forecast.plan;

/** What does not fit in a plan. */
public enum PlanFindingCode {
    /** The quotas given out add up to less than the target. */
    QUOTAS_BELOW_TARGET,
    /** The quotas given out are more than a quarter above the target: nobody will believe them. */
    OVER_ASSIGNED,
    /** Pipeline × win rate is less than the new business planned. */
    PIPELINE_BELOW_NEW_BUSINESS,
    /** What customer success is asked to retain is not what the plan assumes. */
    RETENTION_DIFFERS,
    /** A quota is out of proportion to the pay for it. */
    QUOTA_TO_PAY,
    /** Somebody's pipeline is too thin for the quota and the win rate. */
    COVERAGE_THIN,
    /** A month's capacity, or the year's, is below its target. */
    CAPACITY_SHORT
}
