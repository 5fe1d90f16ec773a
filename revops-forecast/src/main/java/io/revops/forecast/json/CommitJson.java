package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.ForecastCategory;
import io.revops.forecast.pipeline.CalledAmount;
import io.revops.forecast.pipeline.CategoryYield;
import io.revops.forecast.pipeline.CommitError;
import io.revops.forecast.pipeline.CommitModel;
import io.revops.forecast.pipeline.CommitNumbers;
import io.revops.forecast.pipeline.CommitPeriod;

/**
 * A commit model as JSON.
 *
 * <p>Keys: {@code formatVersion} (1), {@code model} ({@code commit}), {@code quantity}, {@code periods} and {@code provenance} as in
 * {@link ModelJson}. Of a period: {@code horizon}, {@code closed}, {@code called} ({@code category}, {@code owner},
 * {@code amount}), {@code yields} ({@code category}, {@code owner}, {@code called}, {@code came}, {@code periods}, {@code value}),
 * {@code fresh}, {@code resolved}, {@code errors} ({@code origin}, {@code open}, {@code fresh}), {@code trials} and {@code left}.
 * Keys are only ever added within a format version.
 */
public final class CommitJson {
    private static final String COMMIT = "commit";

    private CommitJson() {}

    /** The model as one line of text. */
    public static String text(CommitModel model) {
        CommitNumbers numbers = model.numbers();
        ObjectNode node = Tree.object().put("formatVersion", numbers.version()).put("model", COMMIT);
        node.set("quantity", Values.of(numbers.quantity()));
        ArrayNode periods = node.putArray("periods");
        numbers.periods().forEach(p -> periods.add(of(p)));
        node.set("provenance", Values.of(numbers.provenance()));
        return Tree.text(node);
    }

    static ObjectNode of(CommitPeriod period) {
        ObjectNode node = Tree.object();
        node.set("horizon", Values.of(period.horizon()));
        node.put("closed", period.closed());
        ArrayNode called = node.putArray("called");
        for (CalledAmount each : period.called()) {
            called.addObject()
                    .put("category", Values.word(each.category()))
                    .put("owner", each.owner())
                    .put("amount", each.amount());
        }
        ArrayNode yields = node.putArray("yields");
        for (CategoryYield each : period.yields()) {
            yields.addObject()
                    .put("category", Values.word(each.category()))
                    .put("owner", each.owner())
                    .put("called", each.called())
                    .put("came", each.came())
                    .put("periods", each.periods())
                    .put("value", each.value());
        }
        node.put("fresh", period.fresh()).put("resolved", period.resolved());
        ArrayNode errors = node.putArray("errors");
        for (CommitError each : period.errors()) {
            errors.addObject()
                    .put("origin", each.origin().toString())
                    .put("open", each.open())
                    .put("fresh", each.fresh());
        }
        ArrayNode trials = node.putArray("trials");
        period.trials().forEach(t -> trials.add(Values.of(t)));
        node.set("left", Values.strings(period.left()));
        return node;
    }

    /**
     * The model in a text: it forecasts the same as the one that was written, bit for bit.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static CommitModel read(String json) {
        Tree tree = Tree.read(json, CommitNumbers.VERSION);
        String model = tree.string("model");
        if (!model.equals(COMMIT)) {
            throw new IllegalArgumentException("The model is a " + model + " and not a " + COMMIT
                    + ". Maybe read it with the method of its name.");
        }
        return new CommitModel(new CommitNumbers(
                tree.integer("formatVersion"),
                Values.quantity(tree.child("quantity")),
                tree.children("periods").stream().map(CommitJson::period).toList(),
                Values.provenance(tree.child("provenance"))));
    }

    static CommitPeriod period(Tree tree) {
        return new CommitPeriod(
                Values.span(tree.child("horizon")),
                tree.number("closed"),
                tree.children("called").stream()
                        .map(c -> new CalledAmount(
                                c.word("category", ForecastCategory.class), c.string("owner"), c.number("amount")))
                        .toList(),
                tree.children("yields").stream()
                        .map(y -> new CategoryYield(
                                y.word("category", ForecastCategory.class),
                                y.string("owner"),
                                y.number("called"),
                                y.number("came"),
                                y.integer("periods"),
                                y.number("value")))
                        .toList(),
                tree.number("fresh"),
                tree.integer("resolved"),
                tree.children("errors").stream()
                        .map(e -> new CommitError(e.date("origin"), e.number("open"), e.number("fresh")))
                        .toList(),
                tree.children("trials").stream().map(Values::trial).toList(),
                tree.strings("left"));
    }
}
