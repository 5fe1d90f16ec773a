package io.revops.forecast.report;

import io.revops.forecast.plan.AttainmentBand;
import io.revops.forecast.plan.Attainments;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanComparison;
import io.revops.forecast.plan.PlanFinding;
import io.revops.forecast.plan.PlanOutlook;
import io.revops.forecast.plan.PlanReview;
import io.revops.forecast.plan.UnitDifference;
import io.revops.forecast.plan.UnitOutlook;
import io.revops.forecast.plan.UnitQuota;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of a plan that are about quotas. */
final class QuotaTables {
    private static final String WATERFALL = "plan.waterfall";
    private static final String ATTAINMENT = "plan.attainment";

    private QuotaTables() {}

    /** Target and over-assignment upwards, the uppermost units down to nothing. */
    static Table waterfall(Plan plan) {
        String currency = plan.target().currency().getCurrencyCode();
        Money zero = Money.zero(plan.target().currency());
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(step("target", zero, plan.target()));
        Money over = plan.assigned().minus(plan.target());
        rows.add(step(
                plan.assigned().compareTo(plan.target()) < 0 ? "not given out" : "over-assignment",
                plan.target(),
                over));
        List<UnitQuota> uppermost = plan.below(plan.company().id());
        Money left = uppermost.stream().map(UnitQuota::amount).reduce(zero, Money::plus);
        if (!left.equals(plan.assigned())) {
            rows.add(step(
                    "over-assignment at " + uppermost.get(0).kind(), plan.assigned(), left.minus(plan.assigned())));
        }
        for (UnitQuota unit : uppermost) {
            left = left.minus(unit.amount());
            rows.add(step(unit.id(), left, unit.amount()));
        }
        return new Table(
                WATERFALL,
                "From target to quotas, in " + currency,
                List.of(
                        Column.words("step", "step"),
                        Column.numbers("below", "below it", currency),
                        Column.numbers("amount", "amount", currency)),
                rows,
                List.of());
    }

    private static List<Cell> step(String name, Money below, Money amount) {
        return List.of(Cell.text(name), money(below), money(amount));
    }

    static Chart waterfallChart(Plan plan) {
        return StackedBars.of(Frame.of("plan.waterfall", "From target to quotas, " + plan.year(), WATERFALL, "step")
                        .withNote("Each step stands on the grey: what is given out, and to whom, down to nothing."))
                .with("below", Tone.GREY)
                .with("amount", Tone.BLUE);
    }

    static Table quotas(Plan plan) {
        String currency = plan.target().currency().getCurrencyCode();
        boolean closed = !plan.company().closed().isZero();
        List<Column> columns = new ArrayList<>(List.of(
                Column.words("unit", "unit"),
                Column.words("kind", "kind"),
                Column.numbers("quota", "quota", currency)));
        if (closed) {
            columns.add(Column.numbers("closed", "closed already", currency));
        }
        columns.add(Column.numbers("claim", "claim among siblings", "ratio"));
        columns.add(Column.numbers("ramp", "ramped", "ratio"));
        columns.add(Column.words("decided", "decided by"));
        List<List<Cell>> rows = new ArrayList<>();
        for (UnitQuota quota : plan.quotas()) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text("· ".repeat(quota.depth()) + quota.id()),
                    Cell.text(quota.kind()),
                    money(quota.amount())));
            if (closed) {
                row.add(money(quota.closed()));
            }
            row.add(percent(quota.claim()));
            row.add(percent(quota.ramp()));
            row.add(Cell.text(
                    switch (quota.bound()) {
                        case FREE -> "its claim";
                        case AT_FLOOR -> "a floor";
                        case AT_CEILING -> "a ceiling";
                    }));
            rows.add(row);
        }
        return new Table(
                "plan.quotas",
                "Quotas " + plan.year() + ", in " + currency,
                columns,
                rows,
                List.of(
                        plan.planner().overAssignment().levels().isEmpty()
                                ? "On every level they add up to the one above, to the cent, by year and by month."
                                : "Every level adds up to the target × its over-assignments, to the cent: "
                                        + levels(plan) + ".",
                        "By " + plan.planner().blend() + "; over-assignment "
                                + plan.planner().overAssignment() + "; season "
                                + plan.planner().seasonality() + "."));
    }

    private static String levels(Plan plan) {
        return plan.byKind().entrySet().stream()
                .map(e -> e.getKey() + " " + Unit.MONEY.print(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    static Table outlook(PlanOutlook outlook) {
        String currency = outlook.target().currency().getCurrencyCode();
        List<List<Cell>> rows = new ArrayList<>();
        for (UnitOutlook unit : outlook.units()) {
            rows.add(List.of(
                    Cell.text(unit.id()),
                    money(unit.quota()),
                    whole(unit.expected()),
                    quantile(unit.low()),
                    quantile(unit.high()),
                    Cell.number(
                            Unit.PERCENT.print(new Ratio(unit.chance().value())),
                            BigDecimal.valueOf(unit.chance().value())),
                    Cell.text(unit.assigned().name().toLowerCase(Locale.ROOT))));
        }
        return new Table(
                "plan.outlook",
                "Quotas beside what is forecast, in " + currency,
                List.of(
                        Column.words("unit", "unit"),
                        Column.numbers("quota", "quota", currency),
                        Column.numbers("expected", "expected", currency),
                        Column.numbers("p10", "P10", currency),
                        Column.numbers("p90", "P90", currency),
                        Column.numbers("chance", "chance", "ratio"),
                        Column.words("assigned", "assigned")),
                rows,
                List.of("Over is who is asked for more than the others, of what is expected, by more than 15 %."));
    }

    private static Cell quantile(Reading<Double> reading) {
        return reading instanceof Undefined<Double> undefined
                ? new Cell("undefined", null, undefined)
                : whole(reading.orElseThrow());
    }

    static Table comparison(PlanComparison comparison) {
        String currency = comparison.later().target().currency().getCurrencyCode();
        List<List<Cell>> rows = new ArrayList<>();
        for (UnitDifference unit : comparison.units()) {
            rows.add(List.of(
                    Cell.text(unit.id()),
                    money(unit.before()),
                    money(unit.fromAbove()),
                    money(unit.fromClaim()),
                    money(unit.fromLimits()),
                    money(unit.after()),
                    Cell.text(unit.note())));
        }
        return new Table(
                "plan.comparison",
                "Quotas beside those of the plan before, in " + currency,
                List.of(
                        Column.words("unit", "unit"),
                        Column.numbers("before", "before", currency),
                        Column.numbers("above", "from above", currency),
                        Column.numbers("claims", "from its claim", currency),
                        Column.numbers("limits", "from limits and closed", currency),
                        Column.numbers("after", "now", currency),
                        Column.words("note", "note")),
                rows,
                List.of(
                        "Every row adds up, to the cent: what there is more to give out × the old share, the new share × what is"
                                + " given out now, and what limits, closed business and cents make of it."));
    }

    static Table checks(PlanReview review) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PlanFinding finding : review.findings()) {
            rows.add(List.of(
                    Cell.text(finding.code().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                    Cell.text(finding.subject()),
                    Cell.text(finding.text())));
        }
        review.passed().forEach(p -> rows.add(List.of(Cell.text("fits"), Cell.text(""), Cell.text(p))));
        return new Table(
                "plan.checks",
                "What does not fit, and what does",
                List.of(Column.words("check", "check"), Column.words("subject", "of"), Column.words("text", "figures")),
                rows,
                List.of());
    }

    static Table attainments(Attainments attainments) {
        List<List<Cell>> rows = new ArrayList<>();
        for (AttainmentBand band : attainments.distribution()) {
            rows.add(List.of(Cell.text(band.label()), Cell.count(band.count())));
        }
        List<String> notes = new ArrayList<>();
        attainments
                .gini()
                .value()
                .ifPresent(g -> notes.add("Gini " + Unit.INDEX.print(g) + ", median "
                        + Unit.PERCENT.print(attainments.median().orElseThrow()) + "."));
        notes.addAll(attainments.notes());
        return new Table(
                ATTAINMENT,
                "How much of their quotas reps sold",
                List.of(Column.words("band", "attainment"), Column.numbers("count", "quotas", "quotas")),
                rows,
                notes);
    }

    static Chart attainmentChart() {
        return StackedBars.of(Frame.of("plan.attainment", "How much of their quotas reps sold", ATTAINMENT, "band"))
                .with("count", Tone.TEAL);
    }

    static Cell money(Money amount) {
        return Cell.number(Unit.grouped(amount.amount()), amount.amount());
    }

    /** A statistic: no cents, which it does not know. */
    static Cell whole(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return Cell.number(Unit.grouped(exact.setScale(0, RoundingMode.HALF_UP)), exact);
    }

    private static Cell percent(double share) {
        return Cell.number(Unit.PERCENT.print(new Ratio(share)), BigDecimal.valueOf(share));
    }
}
