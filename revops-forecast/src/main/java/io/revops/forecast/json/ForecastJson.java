package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Support;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * A forecast as JSON, with all its possible outcomes, so that what is read can be added to others.
 *
 * <p>Keys: {@code formatVersion} (1), {@code quantity}, {@code asOf}, {@code horizon} ({@code from}, {@code to} excluded),
 * {@code point}, {@code parts} ({@code name}, {@code point}, {@code support}, {@code draws}), {@code measured} if it was,
 * {@code reasons} and {@code sources}. A {@code support} has a {@code kind}: {@code exact}; {@code fitted} with {@code origins};
 * {@code simulated} with {@code seed} as text, {@code draws} and, if it rests on errors, {@code errors}. Keys are only ever added
 * within a format version.
 */
public final class ForecastJson {
    /** The version that is written. */
    public static final int FORMAT_VERSION = 1;

    private ForecastJson() {}

    /** The forecast as one line of text. */
    public static String text(Forecast forecast) {
        ObjectNode node = Tree.object().put("formatVersion", FORMAT_VERSION);
        node.set("quantity", Values.of(forecast.quantity()));
        node.put("asOf", forecast.asOf().toString());
        node.set("horizon", Values.of(forecast.horizon()));
        node.put("point", forecast.point());
        ArrayNode parts = node.putArray("parts");
        for (Contribution part : forecast.parts()) {
            ObjectNode each = parts.addObject().put("name", part.name()).put("point", part.point());
            each.set("support", support(part.draws().support()));
            each.set("draws", Tree.numbers(part.draws().toArray()));
        }
        forecast.measured().ifPresent(a -> node.set("measured", Values.of(a)));
        node.set("reasons", Values.strings(forecast.reasons()));
        ArrayNode sources = node.putArray("sources");
        forecast.sources().forEach(s -> sources.add(Values.of(s)));
        return Tree.text(node);
    }

    /**
     * The forecast in a text, equal to the one that was written.
     *
     * @throws IllegalArgumentException if it is no forecast, names what is missing, or has another format version
     */
    public static Forecast read(String json) {
        Tree tree = Tree.read(json, FORMAT_VERSION);
        Forecast.Builder forecast = Forecast.of(
                Values.quantity(tree.child("quantity")), tree.date("asOf"), Values.span(tree.child("horizon")));
        for (Tree part : tree.children("parts")) {
            forecast.part(new Contribution(
                    part.string("name"),
                    part.number("point"),
                    Draws.of(support(part.child("support")), part.numbers("draws"))));
        }
        if (tree.has("measured")) {
            forecast.measured(Values.accuracy(tree.child("measured")));
        }
        return forecast.because(tree.strings("reasons"))
                .from(tree.children("sources").stream().map(Values::provenance).toList())
                .build();
    }

    private static ObjectNode support(Support support) {
        ObjectNode node = Tree.object();
        if (support instanceof Support.Fitted fitted) {
            List<String> days =
                    fitted.origins().stream().map(LocalDate::toString).toList();
            node.put("kind", "fitted").set("origins", Values.strings(days));
        } else if (support instanceof Support.Simulated simulated) {
            node.put("kind", "simulated")
                    .put("seed", Long.toString(simulated.seed()))
                    .put("draws", simulated.draws());
            simulated.errors().ifPresent(n -> node.put("errors", n));
        } else {
            node.put("kind", "exact");
        }
        return node;
    }

    private static Support support(Tree tree) {
        String kind = tree.string("kind");
        return switch (kind) {
            case "exact" -> new Support.Exact();
            case "fitted" ->
                new Support.Fitted(
                        tree.strings("origins").stream().map(LocalDate::parse).toList());
            case "simulated" ->
                new Support.Simulated(
                        Values.seed(tree),
                        tree.integer("draws"),
                        tree.has("errors") ? OptionalInt.of(tree.integer("errors")) : OptionalInt.empty());
            default ->
                throw new IllegalArgumentException(
                        "There is no support (" + kind + "). Maybe use the library that wrote it.");
        };
    }
}
