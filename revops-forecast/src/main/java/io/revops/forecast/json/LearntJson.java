package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.learn.ColumnKind;
import io.revops.forecast.learn.FrozenBins;
import io.revops.forecast.learn.LearntModel;
import io.revops.forecast.learn.ModelCard;
import io.revops.forecast.learn.Schema;
import io.revops.forecast.learn.SchemaColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model learnt from a flat table, with its card, as JSON: what is read scores the same as what was written, bit for bit.
 *
 * <p>Keys: {@code formatVersion} (1); {@code scorer}, an object with {@code kind} {@code logistic}, {@code boosting},
 * {@code combination} or {@code base_rate} and its numbers; {@code calibrator}, with {@code kind} {@code none}, {@code platt},
 * {@code beta} or {@code isotonic}; {@code schema} if there is one ({@code version}, {@code columns} of {@code name},
 * {@code kind}, {@code levels}, {@code note}); and {@code card} ({@code provenance}, {@code rows}, {@code events}, {@code from},
 * {@code to}, {@code measures}, {@code measuredRows}, {@code measuredEvents}, {@code warnings},
 * {@code bins}). Keys are only ever added within a format version.
 */
public final class LearntJson {
    /** The version that is written. */
    public static final int FORMAT_VERSION = 1;

    private LearntJson() {}

    /**
     * The model as one line of text.
     *
     * @throws IllegalArgumentException if it holds a host's own scorer, whose numbers are not known here
     */
    public static String text(LearntModel model) {
        return Tree.text(node(model));
    }

    static ObjectNode node(LearntModel model) {
        ObjectNode node = Tree.object().put("formatVersion", FORMAT_VERSION);
        node.set("scorer", ScorerJson.of(model.model()));
        node.set("calibrator", CalibratorJson.of(model.calibrator()));
        model.schema().ifPresent(schema -> node.set("schema", schema(schema)));
        node.set("card", card(model.card()));
        return node;
    }

    /**
     * The model in a text, equal to the one that was written.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static LearntModel read(String json) {
        return read(Tree.read(json, FORMAT_VERSION));
    }

    static LearntModel read(Tree tree) {
        return new LearntModel(
                ScorerJson.read(tree.child("scorer")),
                CalibratorJson.read(tree.child("calibrator")),
                tree.has("schema") ? Optional.of(schema(tree.child("schema"))) : Optional.empty(),
                card(tree.child("card")));
    }

    private static ObjectNode schema(Schema schema) {
        ObjectNode node = Tree.object().put("version", schema.version());
        ArrayNode columns = node.putArray("columns");
        for (SchemaColumn column : schema.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("kind", Values.word(column.kind()))
                    .put("note", column.note())
                    .set("levels", Values.strings(column.levels()));
        }
        return node;
    }

    private static Schema schema(Tree tree) {
        return new Schema(
                tree.string("version"),
                tree.children("columns").stream()
                        .map(c -> new SchemaColumn(
                                c.string("name"),
                                c.word("kind", ColumnKind.class),
                                c.strings("levels"),
                                c.string("note")))
                        .toList());
    }

    private static ObjectNode card(ModelCard card) {
        ObjectNode node = Tree.object();
        node.set("provenance", Values.of(card.provenance()));
        node.put("rows", card.rows()).put("events", card.events());
        card.from().ifPresent(day -> node.put("from", day.toString()));
        card.to().ifPresent(day -> node.put("to", day.toString()));
        ArrayNode measures = node.putArray("measures");
        card.measures()
                .forEach((name, value) -> measures.addObject().put("name", name).put("value", value));
        node.put("measuredRows", card.measuredRows()).put("measuredEvents", card.measuredEvents());
        node.set("warnings", Values.strings(card.warnings()));
        ArrayNode bins = node.putArray("bins");
        for (FrozenBins each : card.bins()) {
            ObjectNode bin = bins.addObject().put("name", each.name()).put("missing", each.missing());
            bin.set(
                    "edges",
                    Tree.numbers(each.edges().stream().mapToDouble(e -> e).toArray()));
            ArrayNode counts = bin.putArray("counts");
            each.counts().forEach(counts::add);
        }
        return node;
    }

    private static ModelCard card(Tree tree) {
        SortedMap<String, Double> measures = new TreeMap<>();
        tree.children("measures").forEach(m -> measures.put(m.string("name"), m.number("value")));
        List<FrozenBins> bins = tree.children("bins").stream()
                .map(b -> new FrozenBins(
                        b.string("name"),
                        boxed(b.numbers("edges")),
                        Arrays.stream(b.numbers("counts"))
                                .mapToObj(c -> (long) c)
                                .toList(),
                        b.count("missing")))
                .toList();
        return new ModelCard(
                Values.provenance(tree.child("provenance")),
                tree.count("rows"),
                tree.count("events"),
                tree.has("from") ? Optional.of(tree.date("from")) : Optional.empty(),
                tree.has("to") ? Optional.of(tree.date("to")) : Optional.empty(),
                measures,
                tree.has("measuredRows") ? tree.count("measuredRows") : 0,
                tree.has("measuredEvents") ? tree.count("measuredEvents") : 0,
                tree.strings("warnings"),
                bins);
    }

    static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
