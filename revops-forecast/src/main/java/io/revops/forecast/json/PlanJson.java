package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.plan.Blend;
import io.revops.forecast.plan.ClaimPart;
import io.revops.forecast.plan.OverAssignment;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanUnit;
import io.revops.forecast.plan.QuotaBasis;
import io.revops.forecast.plan.QuotaPlanner;
import io.revops.forecast.plan.UnitQuota;
import io.revops.money.Money;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan as JSON: its quotas, and all that they were made of, so that what is read can be explained, compared and planned on.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code document} ({@code plan}), {@code currency}, {@code target}, {@code year} ({@code from},
 * {@code to} excluded), {@code overAssignment} ({@code share}, {@code levels} by kind), {@code blend} (a weight for {@code potential},
 * {@code history}, {@code capacity}), {@code seasonality} (weights of months, none if even), {@code rampCurve}, {@code open} (the first
 * day that quotas are given out for), {@code closed} before it by unit, {@code units} and {@code quotas}. A unit has {@code id},
 * {@code kind}, if given {@code person}, {@code potential}, {@code history}, {@code capacity}, {@code ramp}, {@code floor},
 * {@code ceiling}, {@code start}, {@code end}, {@code leave}, and {@code units} below it. A quota has the components of
 * {@link UnitQuota} by their names; the company's is the first. Amounts and exact shares are text. Keys are only ever added within a
 * schema version.
 */
public final class PlanJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final String PLAN = "plan";

    private PlanJson() {}

    /** The plan as one line of text. */
    public static String text(Plan plan) {
        QuotaPlanner planner = plan.planner();
        ObjectNode node = PlanValues.start(PLAN, SCHEMA_VERSION, plan.target().currency())
                .put("target", PlanValues.text(plan.target()));
        node.set("year", Values.of(plan.year()));
        ObjectNode over = node.putObject("overAssignment")
                .put("share", planner.overAssignment().share().toString());
        ObjectNode levels = over.putObject("levels");
        planner.overAssignment().levels().forEach((kind, share) -> levels.put(kind, share.toString()));
        ObjectNode blend = node.putObject("blend");
        planner.blend().shares().forEach((basis, share) -> blend.put(Values.word(basis), share));
        node.set("seasonality", PlanValues.of(planner.seasonality()));
        node.set("rampCurve", PlanValues.of(planner.rampCurve()));
        node.put("open", planner.open().from().toString());
        ObjectNode closed = node.putObject("closed");
        planner.closed().forEach((id, amount) -> closed.put(id, PlanValues.text(amount)));
        node.set("units", units(plan.units()));
        ArrayNode quotas = node.putArray("quotas");
        plan.quotas().forEach(q -> quotas.add(of(q)));
        return Tree.text(node);
    }

    /**
     * The plan in a text: every quota as it was written, and explained as it was.
     *
     * @throws IllegalArgumentException if it is no plan, names what is missing, has a newer schema version, or does not add up
     */
    public static Plan plan(String json) {
        Tree tree = Tree.document(json, PLAN, SCHEMA_VERSION);
        Currency currency = PlanValues.currency(tree);
        Tree over = tree.child("overAssignment");
        QuotaPlanner planner = QuotaPlanner.of(
                        PlanValues.money(tree, "target", currency), Values.span(tree.child("year")))
                .with(new OverAssignment(over.exact("share"), over.exactTexts("levels")))
                .with(blend(tree.child("blend")))
                .with(PlanValues.seasonality(tree))
                .with(PlanValues.rampCurve(tree));
        Map<String, Money> closed = new TreeMap<>();
        tree.exactTexts("closed").forEach((id, amount) -> closed.put(id, Money.of(amount, currency)));
        return Plan.of(
                planner.after(tree.date("open"), closed),
                units(tree, currency),
                tree.children("quotas").stream().map(q -> quota(q, currency)).toList());
    }

    private static Blend blend(Tree tree) {
        Map<QuotaBasis, Double> shares = new EnumMap<>(QuotaBasis.class);
        for (QuotaBasis basis : QuotaBasis.values()) {
            if (tree.has(Values.word(basis))) {
                shares.put(basis, tree.number(Values.word(basis)));
            }
        }
        return new Blend(shares);
    }

    private static ArrayNode units(List<PlanUnit> units) {
        ArrayNode array = Tree.array();
        for (PlanUnit unit : units) {
            ObjectNode node = array.addObject().put("id", unit.id()).put("kind", unit.kind());
            if (!unit.person().equals(unit.id())) {
                node.put("person", unit.person());
            }
            for (QuotaBasis basis : QuotaBasis.values()) {
                unit.measure(basis).ifPresent(measure -> node.put(Values.word(basis), measure));
            }
            unit.ramp().ifPresent(ramp -> node.put("ramp", ramp));
            unit.floor().ifPresent(floor -> node.put("floor", PlanValues.text(floor)));
            unit.ceiling().ifPresent(ceiling -> node.put("ceiling", PlanValues.text(ceiling)));
            unit.start().ifPresent(day -> node.put("start", day.toString()));
            unit.end().ifPresent(day -> node.put("end", day.toString()));
            if (!unit.leave().isEmpty()) {
                ArrayNode leave = node.putArray("leave");
                unit.leave().forEach(days -> leave.add(Values.of(days)));
            }
            if (!unit.units().isEmpty()) {
                node.set("units", units(unit.units()));
            }
        }
        return array;
    }

    private static List<PlanUnit> units(Tree tree, Currency currency) {
        List<PlanUnit> units = new ArrayList<>();
        tree.children("units").forEach(each -> units.add(unit(each, currency)));
        return units;
    }

    private static PlanUnit unit(Tree tree, Currency currency) {
        PlanUnit unit = PlanUnit.of(tree.string("kind"), tree.string("id"));
        unit = tree.has("units") ? unit.withUnits(units(tree, currency)) : unit;
        unit = tree.has("person") ? unit.withPerson(tree.string("person")) : unit;
        unit = tree.has("potential") ? unit.withPotential(tree.number("potential")) : unit;
        unit = tree.has("history") ? unit.withHistory(tree.number("history")) : unit;
        unit = tree.has("capacity") ? unit.withCapacity(tree.number("capacity")) : unit;
        unit = tree.has("ramp") ? unit.withRamp(tree.number("ramp")) : unit;
        unit = tree.has("floor") ? unit.withFloor(PlanValues.money(tree, "floor", currency)) : unit;
        unit = tree.has("ceiling") ? unit.withCeiling(PlanValues.money(tree, "ceiling", currency)) : unit;
        unit = tree.has("start") ? unit.withStart(tree.date("start")) : unit;
        unit = tree.has("end") ? unit.withEnd(tree.date("end")) : unit;
        for (Span days : tree.has("leave")
                ? tree.children("leave").stream().map(Values::span).toList()
                : List.<Span>of()) {
            unit = unit.withLeave(days);
        }
        return unit;
    }

    private static ObjectNode of(UnitQuota quota) {
        ObjectNode node =
                Tree.object().put("id", quota.id()).put("kind", quota.kind()).put("person", quota.person());
        quota.parent().ifPresent(parent -> node.put("parent", parent));
        node.put("depth", quota.depth())
                .put("amount", PlanValues.text(quota.amount()))
                .put("closed", PlanValues.text(quota.closed()));
        node.set("months", PlanValues.moneys(quota.months()));
        node.put("claim", quota.claim())
                .put("ramp", quota.ramp())
                .put("bound", Values.word(quota.bound()))
                .put("leaf", quota.leaf());
        ArrayNode because = node.putArray("because");
        quota.because()
                .forEach(part -> because.addObject()
                        .put("basis", Values.word(part.basis()))
                        .put("measure", part.measure().toString())
                        .put("siblings", part.siblings().toString())
                        .put("weight", part.weight().toString()));
        return node;
    }

    private static UnitQuota quota(Tree tree, Currency currency) {
        return new UnitQuota(
                tree.string("id"),
                tree.string("kind"),
                tree.string("person"),
                tree.has("parent") ? Optional.of(tree.string("parent")) : Optional.empty(),
                tree.integer("depth"),
                PlanValues.money(tree, "amount", currency),
                PlanValues.money(tree, "closed", currency),
                PlanValues.moneys(tree, "months", currency),
                tree.number("claim"),
                tree.number("ramp"),
                tree.word("bound", UnitQuota.Bound.class),
                tree.flag("leaf"),
                tree.children("because").stream()
                        .map(part -> new ClaimPart(
                                part.word("basis", QuotaBasis.class),
                                part.exact("measure"),
                                part.exact("siblings"),
                                part.exact("weight")))
                        .toList());
    }
}
