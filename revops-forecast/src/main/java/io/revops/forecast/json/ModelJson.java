package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.series.LineMethod;
import io.revops.forecast.series.OriginErrors;
import io.revops.forecast.series.Side;
import io.revops.forecast.series.StraightLineModel;
import io.revops.forecast.series.StraightLineNumbers;
import java.util.Arrays;

/**
 * A model as JSON.
 *
 * <p>Keys of a straight line: {@code formatVersion} (1), {@code model} ({@code straight_line}), {@code quantity} ({@code id},
 * {@code title}, {@code unit}, {@code currency}, {@code nature}), {@code method}, {@code first} (first day of the first month),
 * {@code months}, {@code centre}, {@code mean}, {@code slope}, {@code side}, {@code ahead}, {@code errors} ({@code origin},
 * {@code missed}), {@code trials} ({@code origin}, {@code horizon}, {@code ahead}, {@code forecast}, {@code actual},
 * {@code quantiles}) and {@code provenance} ({@code library}, {@code method}, {@code asOf}, {@code seed} as text if there is one,
 * {@code data}, {@code zoneRules}, {@code policy}). Keys are only ever added within a format version.
 */
public final class ModelJson {
    private static final String STRAIGHT_LINE = "straight_line";

    private ModelJson() {}

    /** The model as one line of text. */
    public static String text(StraightLineModel model) {
        StraightLineNumbers numbers = model.numbers();
        ObjectNode node = Tree.object().put("formatVersion", numbers.version()).put("model", STRAIGHT_LINE);
        node.set("quantity", Values.of(numbers.quantity()));
        node.put("method", Values.word(numbers.method()))
                .put("first", numbers.first().toString())
                .put("months", numbers.months())
                .put("centre", numbers.centre())
                .put("mean", numbers.mean())
                .put("slope", numbers.slope())
                .put("side", Values.word(numbers.side()))
                .put("ahead", numbers.ahead());
        ArrayNode errors = node.putArray("errors");
        for (OriginErrors each : numbers.errors()) {
            errors.addObject()
                    .put("origin", each.origin().toString())
                    .set(
                            "missed",
                            Tree.numbers(
                                    each.missed().stream().mapToDouble(m -> m).toArray()));
        }
        ArrayNode trials = node.putArray("trials");
        numbers.trials().forEach(t -> trials.add(Values.of(t)));
        node.set("provenance", Values.of(numbers.provenance()));
        return Tree.text(node);
    }

    /**
     * The model in a text: it forecasts the same as the one that was written, bit for bit.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static StraightLineModel straightLine(String json) {
        Tree tree = Tree.read(json, StraightLineNumbers.VERSION);
        String model = tree.string("model");
        if (!model.equals(STRAIGHT_LINE)) {
            throw new IllegalArgumentException("The model is a " + model + " and not a " + STRAIGHT_LINE
                    + ". Maybe read it with the method of its name.");
        }
        return new StraightLineModel(new StraightLineNumbers(
                tree.integer("formatVersion"),
                Values.quantity(tree.child("quantity")),
                tree.word("method", LineMethod.class),
                tree.date("first"),
                tree.integer("months"),
                tree.number("centre"),
                tree.number("mean"),
                tree.number("slope"),
                tree.word("side", Side.class),
                tree.integer("ahead"),
                tree.children("errors").stream()
                        .map(e -> new OriginErrors(
                                e.date("origin"),
                                Arrays.stream(e.numbers("missed")).boxed().toList()))
                        .toList(),
                tree.children("trials").stream().map(Values::trial).toList(),
                Values.provenance(tree.child("provenance"))));
    }
}
