package io.revops.forecast.report;

import io.revops.forecast.plan.Attainments;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.PipelinePlan;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanComparison;
import io.revops.forecast.plan.PlanOutlook;
import io.revops.forecast.plan.PlanReview;
import io.revops.forecast.plan.Sensitivity;
import io.revops.forecast.plan.UnitQuota;
import io.revops.metric.Explanation;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/**
 * The section {@code plan}: from the target to everybody's quota, and, of what is given beside it, capacity against target
 * with the hires that close the gap, what moves the capacity, the pipeline that must be built, the chance of it all, what
 * does not fit, and how quotas were attained before.
 *
 * <p>Every {@code with} gives a changed copy; {@link #section()} lays it out.
 */
public final class PlanSection {
    private final Plan plan;
    private final List<Table> tables;
    private final List<Chart> charts;
    private final List<String> text;

    private PlanSection(Plan plan, List<Table> tables, List<Chart> charts, List<String> text) {
        this.plan = plan;
        this.tables = List.copyOf(tables);
        this.charts = List.copyOf(charts);
        this.text = List.copyOf(text);
    }

    /** Of a plan: the waterfall from target to quotas, and the quotas. */
    public static PlanSection of(Plan plan) {
        return new PlanSection(
                plan,
                List.of(QuotaTables.waterfall(plan), QuotaTables.quotas(plan)),
                List.of(QuotaTables.waterfallChart(plan)),
                List.of());
    }

    /** With capacity against target by month, before and after the hires. */
    public PlanSection with(HiringPlan hiring) {
        return and(CapacityTables.months(hiring), CapacityTables.charts(), hiring.toString());
    }

    /** With what moves the capacity most. */
    public PlanSection with(Sensitivity sensitivity) {
        return and(
                CapacityTables.tornado(sensitivity, plan.target().currency().getCurrencyCode()),
                List.of(CapacityTables.tornadoChart()));
    }

    /** With the pipeline that must be built, by month and source. */
    public PlanSection with(PipelinePlan pipeline) {
        return and(CapacityTables.pipeline(pipeline), List.of(CapacityTables.pipelineChart(pipeline)));
    }

    /** With the chance of the target and of each quota that has a forecast. */
    public PlanSection with(PlanOutlook outlook) {
        String first = outlook.toString().lines().findFirst().orElse("");
        return outlook.units().isEmpty()
                ? new PlanSection(plan, tables, charts, added(text, first))
                : and(QuotaTables.outlook(outlook), List.of(), first);
    }

    /**
     * With what became of each quota since another plan of the year, and why.
     *
     * @throws IllegalArgumentException if it is a comparison of another plan
     */
    public PlanSection with(PlanComparison comparison) {
        if (!comparison.later().quotas().equals(plan.quotas())) {
            throw new IllegalArgumentException("The comparison is of another plan of "
                    + comparison.later().year() + ". Maybe plan.since(earlier) of the plan shown.");
        }
        return and(QuotaTables.comparison(comparison), List.of());
    }

    /** With what was checked. */
    public PlanSection with(PlanReview review) {
        return and(QuotaTables.checks(review), List.of());
    }

    /** With how quotas were attained before. */
    public PlanSection with(Attainments attainments) {
        return and(
                QuotaTables.attainments(attainments),
                List.of(QuotaTables.attainmentChart()),
                "Before: " + attainments + ".");
    }

    private PlanSection and(Table table, List<Chart> more, String... sentences) {
        List<Table> all = new ArrayList<>(tables);
        all.add(table);
        List<Chart> pictures = new ArrayList<>(charts);
        pictures.addAll(more);
        return new PlanSection(plan, all, pictures, added(text, sentences));
    }

    private static List<String> added(List<String> text, String... sentences) {
        List<String> more = new ArrayList<>(text);
        more.addAll(List.of(sentences));
        return more;
    }

    /** Laid out. */
    public Section section() {
        List<Explanation> how = new ArrayList<>();
        how.add(plan.explain(plan.company().id()));
        for (UnitQuota quota : plan.below(plan.company().id())) {
            how.add(plan.explain(quota.id()));
        }
        return new Section("plan", "Plan " + plan.year(), text, tables, how, charts);
    }
}
