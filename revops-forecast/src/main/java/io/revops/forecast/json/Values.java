package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.Accuracy;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Nature;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.metric.Proportion;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values that models and forecasts share, as JSON. */
final class Values {
    private Values() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static ObjectNode of(Quantity quantity) {
        return Tree.object()
                .put("id", quantity.id())
                .put("title", quantity.title())
                .put("unit", word(quantity.unit()))
                .put("currency", quantity.currency())
                .put("nature", word(quantity.nature()));
    }

    static Quantity quantity(Tree tree) {
        return new Quantity(
                tree.string("id"),
                tree.string("title"),
                tree.word("unit", Unit.class),
                tree.string("currency"),
                tree.word("nature", Nature.class));
    }

    static ObjectNode of(Span span) {
        return Tree.object()
                .put("from", span.from().toString())
                .put("to", span.to().toString());
    }

    static Span span(Tree tree) {
        return Span.of(tree.date("from"), tree.date("to"));
    }

    /** A seed is text: not every reader of JSON keeps 64 bits. */
    static ObjectNode of(Provenance provenance) {
        ObjectNode node = Tree.object()
                .put("library", provenance.library())
                .put("method", provenance.method())
                .put("asOf", provenance.asOf().toString())
                .put("data", provenance.data())
                .put("zoneRules", provenance.zoneRules());
        provenance.seed().ifPresent(seed -> node.put("seed", Long.toString(seed)));
        node.set("policy", strings(provenance.policy()));
        return node;
    }

    static Provenance provenance(Tree tree) {
        return new Provenance(
                tree.string("library"),
                tree.string("method"),
                tree.date("asOf"),
                tree.has("seed") ? OptionalLong.of(seed(tree)) : OptionalLong.empty(),
                tree.string("data"),
                tree.string("zoneRules"),
                tree.strings("policy"));
    }

    static long seed(Tree tree) {
        String text = tree.string("seed");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("There is no seed in (" + text + "). Maybe the file was changed.", e);
        }
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode array = Tree.array();
        values.forEach(array::add);
        return array;
    }

    static ObjectNode of(BacktestTrial trial) {
        ObjectNode node = Tree.object()
                .put("origin", trial.origin().toString())
                .put("ahead", trial.ahead())
                .put("forecast", trial.forecast())
                .put("actual", trial.actual());
        node.set("horizon", of(trial.horizon()));
        node.set("quantiles", pairs(trial.quantiles()));
        return node;
    }

    static BacktestTrial trial(Tree tree) {
        return new BacktestTrial(
                tree.date("origin"),
                span(tree.child("horizon")),
                tree.integer("ahead"),
                tree.number("forecast"),
                pairs(tree, "quantiles"),
                tree.number("actual"));
    }

    static ObjectNode of(Accuracy accuracy) {
        ObjectNode node = Tree.object()
                .put("cases", accuracy.cases())
                .put("errors", accuracy.errors())
                .put("absoluteErrors", accuracy.absoluteErrors())
                .put("actuals", accuracy.actuals())
                .put("shares", accuracy.shares())
                .put("zeroActuals", accuracy.zeroActuals());
        ArrayNode covered = node.putArray("covered");
        accuracy.covered()
                .forEach((share, proportion) -> covered.addObject()
                        .put("probability", share)
                        .put("hits", proportion.hits())
                        .put("cases", proportion.cases()));
        node.set("pinballs", pairs(accuracy.pinballs()));
        return node;
    }

    static Accuracy accuracy(Tree tree) {
        SortedMap<Double, Proportion> covered = new TreeMap<>();
        for (Tree each : tree.children("covered")) {
            covered.put(each.number("probability"), new Proportion(each.count("hits"), each.count("cases")));
        }
        return new Accuracy(
                tree.count("cases"),
                tree.number("errors"),
                tree.number("absoluteErrors"),
                tree.number("actuals"),
                tree.number("shares"),
                tree.count("zeroActuals"),
                covered,
                pairs(tree, "pinballs"));
    }

    private static ArrayNode pairs(SortedMap<Double, Double> values) {
        ArrayNode array = Tree.array();
        values.forEach((p, value) -> array.addObject().put("probability", p).put("value", value));
        return array;
    }

    private static SortedMap<Double, Double> pairs(Tree tree, String name) {
        SortedMap<Double, Double> values = new TreeMap<>();
        tree.children(name).forEach(pair -> values.put(pair.number("probability"), pair.number("value")));
        return values;
    }
}
