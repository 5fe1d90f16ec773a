package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.plan.Capacity;
import io.revops.forecast.plan.CapacityModel;
import io.revops.forecast.plan.CapacityMonth;
import io.revops.forecast.plan.HiringCost;
import io.revops.forecast.plan.HiringGoal;
import io.revops.forecast.plan.HiringPlan;
import io.revops.time.Span;
import java.util.Currency;

/**
 * What a team can sell, and whom to hire, as JSON.
 *
 * <p>Keys of a capacity: {@code schemaVersion} (1), {@code document} ({@code capacity}), {@code currency}, {@code team} and
 * {@code months} ({@code month} with {@code from} and {@code to} excluded, {@code people}, {@code ramped}, {@code street},
 * {@code expected}). A team has {@code year}, {@code perMonth} (the quota of a ramped rep), {@code ramped}, {@code hires}
 * ({@code month} from 1, {@code reps}), {@code leave} ({@code days}, {@code reps}), {@code rampCurve}, {@code attrition}
 * ({@code perYear}, {@code leavers}), {@code attainment} and {@code seasonality}.
 *
 * <p>Keys of a hiring plan: {@code schemaVersion} (1), {@code document} ({@code hiring}), {@code currency}, {@code team}, and the other
 * components of {@link HiringPlan} by their names. Amounts of money are text. Keys are only ever added within a schema version.
 */
public final class CapacityJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final String CAPACITY = "capacity";
    private static final String HIRING = "hiring";

    private CapacityJson() {}

    /** The capacity as one line of text. */
    public static String text(Capacity capacity) {
        ObjectNode node = PlanValues.start(CAPACITY, SCHEMA_VERSION, capacity.currency());
        node.set("team", of(capacity.model()));
        ArrayNode months = node.putArray("months");
        for (CapacityMonth month : capacity.months()) {
            ObjectNode each = months.addObject();
            each.set("month", Values.of(month.month()));
            each.put("people", month.people())
                    .put("ramped", month.ramped())
                    .put("street", month.street())
                    .put("expected", month.expected());
        }
        return Tree.text(node);
    }

    /**
     * The capacity in a text, bit for bit that which was written.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has a newer schema version
     */
    public static Capacity capacity(String json) {
        Tree tree = Tree.document(json, CAPACITY, SCHEMA_VERSION);
        return new Capacity(
                team(tree.child("team"), PlanValues.currency(tree)),
                tree.children("months").stream().map(CapacityJson::month).toList());
    }

    private static CapacityMonth month(Tree tree) {
        return new CapacityMonth(
                Values.span(tree.child("month")),
                tree.number("people"),
                tree.number("ramped"),
                tree.number("street"),
                tree.number("expected"));
    }

    /** The hiring plan as one line of text. */
    public static String text(HiringPlan hiring) {
        ObjectNode node = PlanValues.start(
                HIRING, SCHEMA_VERSION, hiring.team().productivity().currency());
        node.set("team", of(hiring.team()));
        node.set("targets", PlanValues.moneys(hiring.targets()));
        node.put("goal", Values.word(hiring.goal())).put("timeToHire", hiring.timeToHire());
        node.set("exact", PlanValues.hires(hiring.exact()));
        node.set("whole", PlanValues.hires(hiring.whole()));
        ArrayNode costs = node.putArray("costs");
        hiring.costs()
                .forEach(c -> costs.addObject()
                        .put("month", c.month())
                        .put("cost", c.cost())
                        .put("rampedMonths", c.rampedMonths()));
        ArrayNode unreached = node.putArray("unreached");
        hiring.unreached().forEach(m -> unreached.add(Values.of(m)));
        return Tree.text(node.put("proven", hiring.proven()));
    }

    /**
     * The hiring plan in a text, bit for bit that which was written.
     *
     * @throws IllegalArgumentException if it is none, names what is missing, or has a newer schema version
     */
    public static HiringPlan hiring(String json) {
        Tree tree = Tree.document(json, HIRING, SCHEMA_VERSION);
        Currency currency = PlanValues.currency(tree);
        return new HiringPlan(
                team(tree.child("team"), currency),
                PlanValues.moneys(tree, "targets", currency),
                tree.word("goal", HiringGoal.class),
                tree.integer("timeToHire"),
                PlanValues.hires(tree, "exact"),
                PlanValues.hires(tree, "whole"),
                tree.children("costs").stream()
                        .map(c -> new HiringCost(c.integer("month"), c.number("cost"), c.number("rampedMonths")))
                        .toList(),
                tree.children("unreached").stream().map(Values::span).toList(),
                tree.flag("proven"));
    }

    private static ObjectNode of(CapacityModel team) {
        ObjectNode node = Tree.object();
        node.set("year", Values.of(team.year()));
        node.put("perMonth", PlanValues.text(team.productivity())).put("ramped", team.ramped());
        node.set("hires", PlanValues.hires(team.hires()));
        ArrayNode leave = node.putArray("leave");
        for (CapacityModel.Leave some : team.leave()) {
            leave.addObject().put("reps", some.reps()).set("days", Values.of(some.days()));
        }
        node.set("rampCurve", PlanValues.of(team.curve()));
        node.set("attrition", PlanValues.of(team.attrition()));
        node.put("attainment", team.attainment()).set("seasonality", PlanValues.of(team.seasonality()));
        return node;
    }

    private static CapacityModel team(Tree tree, Currency currency) {
        Span year = Values.span(tree.child("year"));
        CapacityModel team = CapacityModel.of(year, PlanValues.money(tree, "perMonth", currency))
                .withRamped(tree.number("ramped"))
                .withHires(PlanValues.hires(tree, "hires"))
                .with(PlanValues.rampCurve(tree))
                .with(PlanValues.attrition(tree.child("attrition")))
                .withAttainment(tree.number("attainment"))
                .with(PlanValues.seasonality(tree));
        for (Tree some : tree.children("leave")) {
            team = team.withLeave(Values.span(some.child("days")), some.number("reps"));
        }
        return team;
    }
}
