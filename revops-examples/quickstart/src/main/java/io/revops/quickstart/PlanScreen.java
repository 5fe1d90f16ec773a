package io.revops.quickstart;

import io.revops.forecast.plan.CapacityGap;
import io.revops.forecast.plan.Hires;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanFinding;
import io.revops.forecast.plan.PlanFindingCode;
import io.revops.forecast.plan.Sensitivity;
import io.revops.forecast.plan.UnitOutlook;
import io.revops.forecast.plan.UnitQuota;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A year's plan on one screen. */
final class PlanScreen {
    private static final int EACH = 2;

    private final YearPlan year;
    private final List<String> lines = new ArrayList<>();

    private PlanScreen(YearPlan year) {
        this.year = year;
    }

    static String of(YearPlan year) {
        return new PlanScreen(year).print();
    }

    private String print() {
        Plan plan = year.plan();
        lines.add("Plan " + plan.year() + ": target " + whole(plan.target()) + ", given out " + whole(plan.assigned())
                + " (" + plan.planner().overAssignment() + " over)");
        lines.add("Before: " + year.before().perRep());
        year.assumed().forEach(a -> lines.add("Assumed: " + a));
        quotas(plan);
        capacity(year.hiring());
        Sensitivity.Swing widest = year.sensitivity().swings().get(0);
        lines.add("  moved most by " + widest.lever() + ": " + whole(widest.worse()) + " to " + whole(widest.better()));
        lines.add("");
        lines.add("Pipeline: " + year.pipeline());
        lines.add("Chance: "
                + year.outlook().toString().lines().findFirst().orElse("").replaceAll("\\.\\d\\d", ""));
        lines.add("  asked for more than others, of what is expected: "
                + names(year.outlook().overAssigned()));
        lines.add("  asked for less: " + names(year.outlook().underAssigned()));
        lines.add("");
        findings();
        return String.join("\n", lines);
    }

    /** The first of each kind, and how many there are. */
    private void findings() {
        Map<PlanFindingCode, List<PlanFinding>> kinds = year.review().findings().stream()
                .collect(Collectors.groupingBy(PlanFinding::code, TreeMap::new, Collectors.toList()));
        lines.add(kinds.isEmpty() ? "Everything fits." : "What does not fit:");
        for (List<PlanFinding> some : kinds.values()) {
            some.stream().limit(EACH).forEach(f -> lines.add("  " + f.text()));
            if (some.size() > EACH) {
                lines.add("    and " + (some.size() - EACH) + " more like these, see the page");
            }
        }
    }

    private void quotas(Plan plan) {
        lines.add("");
        lines.add(row("Quota", "year", "Q1", "Q2", "Q3", "Q4", "claim", "chance"));
        for (UnitQuota quota : plan.quotas()) {
            List<Money> quarters = plan.quarters(quota.id());
            lines.add(row(
                    "  ".repeat(quota.depth()) + quota.id(),
                    cents(quota.amount()),
                    whole(quarters.get(0).amount()),
                    whole(quarters.get(1).amount()),
                    whole(quarters.get(2).amount()),
                    whole(quarters.get(3).amount()),
                    share(quota.claim()),
                    year.outlook()
                            .of(quota.id())
                            .map(u -> share(u.chance().value()))
                            .orElse("")));
        }
    }

    private static String names(List<UnitOutlook> units) {
        return units.isEmpty() ? "nobody" : units.stream().map(UnitOutlook::id).collect(Collectors.joining(", "));
    }

    private void capacity(HiringPlan hiring) {
        lines.add("");
        lines.add("Capacity: " + hiring);
        List<CapacityGap.Month> before = hiring.before().months();
        List<CapacityGap.Month> after = hiring.after().months();
        lines.add(row("  in thousands", "year", "Q1", "Q2", "Q3", "Q4", ""));
        lines.add(row(
                "  target",
                quarters(before.stream()
                        .map(m -> m.target().amount().doubleValue())
                        .toList())));
        lines.add(row(
                "  the team as it is",
                quarters(before.stream().map(CapacityGap.Month::capacity).toList())));
        lines.add(row(
                "  with the hires",
                quarters(after.stream().map(CapacityGap.Month::capacity).toList())));
        lines.add("  cost of a month of a full rep, in months of pay: "
                + hiring.costs().stream()
                        .filter(c -> hiring.whole().stream().map(Hires::month).anyMatch(m -> m == c.month()))
                        .flatMap(c -> c.perRampedMonth().value().stream())
                        .map(c -> new BigDecimal(c)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString())
                        .findFirst()
                        .orElse("nobody is hired"));
    }

    private static String[] quarters(List<Double> months) {
        String[] cells = new String[6];
        double year = 0;
        for (int q = 0; q < 4; q++) {
            double sum = months.get(3 * q) + months.get(3 * q + 1) + months.get(3 * q + 2);
            cells[q + 1] = whole(BigDecimal.valueOf(sum / 1000));
            year += sum;
        }
        cells[0] = whole(BigDecimal.valueOf(year / 1000));
        cells[5] = "";
        return cells;
    }

    private static String row(String name, String... cells) {
        StringBuilder row = new StringBuilder(name).append(" ".repeat(Math.max(0, 28 - name.length())));
        for (int i = 0; i < cells.length; i++) {
            int width = i == 0 ? 15 : 10;
            row.append(" ".repeat(Math.max(1, width - cells[i].length()))).append(cells[i]);
        }
        return row.toString().stripTrailing();
    }

    private static String cents(Money amount) {
        return Unit.grouped(amount.amount());
    }

    private static String whole(BigDecimal amount) {
        return Unit.grouped(amount.setScale(0, RoundingMode.HALF_UP));
    }

    private String whole(Money amount) {
        return amount.currency() + " " + whole(amount.amount());
    }

    private String whole(double amount) {
        return year.plan().target().currency() + " " + whole(BigDecimal.valueOf(amount));
    }

    private static String share(double share) {
        return new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + " %";
    }
}
