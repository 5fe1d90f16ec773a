package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.ForecastCategory;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.pipeline.AmountSource;
import io.revops.forecast.pipeline.DealReliability;
import io.revops.forecast.pipeline.HazardNumbers;
import io.revops.forecast.pipeline.OpenDeal;
import io.revops.forecast.pipeline.PeriodAhead;
import io.revops.forecast.pipeline.PipelineMethod;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.forecast.pipeline.PipelineNumbers;
import io.revops.forecast.pipeline.TimeNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pipeline model as JSON.
 *
 * <p>Keys: {@code formatVersion} (1), {@code model} ({@code pipeline}), {@code quantity}, {@code method}, {@code ahead} ({@code lag},
 * {@code days}), {@code first}, {@code won} (by day), {@code wonDeals}, {@code lostDeals}, {@code open} (a list of deals),
 * {@code stagesKnown} (0 or 1), {@code time} if there is one, {@code calls} if there are (a period
 * of a {@link CommitJson}), {@code methods} ({@code method}, {@code trials}), {@code chosenThen},
 * {@code weights}, {@code reliability}, {@code left} ({@code method}, {@code why}), {@code draws}, {@code notes} and
 * {@code provenance}. A list of lists is a list of objects with {@code values}. Keys are only ever added within a format version.
 */
public final class PipelineJson {
    private static final String PIPELINE = "pipeline";

    private PipelineJson() {}

    /** The model as one line of text. */
    public static String text(PipelineModel model) {
        PipelineNumbers numbers = model.numbers();
        ObjectNode node = Tree.object().put("formatVersion", numbers.version()).put("model", PIPELINE);
        node.set("quantity", Values.of(numbers.quantity()));
        node.put("method", Values.word(numbers.method()))
                .set(
                        "ahead",
                        Tree.object()
                                .put("lag", numbers.ahead().lag())
                                .put("days", numbers.ahead().days()));
        node.put("first", numbers.first().toString())
                .put("wonDeals", numbers.wonDeals())
                .put("lostDeals", numbers.lostDeals())
                .put("stagesKnown", numbers.stagesKnown() ? 1 : 0)
                .put("draws", numbers.draws());
        node.set("won", numbers(numbers.won()));
        ArrayNode open = node.putArray("open");
        numbers.open().forEach(deal -> open.add(of(deal)));
        numbers.time().ifPresent(time -> node.set("time", of(time)));
        numbers.calls().ifPresent(calls -> node.set("calls", CommitJson.of(calls)));
        ArrayNode methods = node.putArray("methods");
        numbers.trials()
                .forEach((method, trials) ->
                        methods.addObject().put("method", Values.word(method)).set("trials", trials(trials)));
        node.set("chosenThen", trials(numbers.chosenThen()));
        ArrayNode weights = node.putArray("weights");
        numbers.weights()
                .forEach((method, weight) ->
                        weights.addObject().put("method", Values.word(method)).put("weight", weight));
        node.set("reliability", of(numbers.reliability()));
        ArrayNode left = node.putArray("left");
        numbers.left()
                .forEach((method, why) ->
                        left.addObject().put("method", Values.word(method)).put("why", why));
        node.set("notes", Values.strings(numbers.notes()));
        node.set("provenance", Values.of(numbers.provenance()));
        return Tree.text(node);
    }

    /**
     * The model in a text: it forecasts the same as the one that was written, bit for bit.
     *
     * @throws IllegalArgumentException if it is no such model, names what is missing, or has another format version
     */
    public static PipelineModel read(String json) {
        Tree tree = Tree.read(json, PipelineNumbers.VERSION);
        String model = tree.string("model");
        if (!model.equals(PIPELINE)) {
            throw new IllegalArgumentException("The model is a " + model + " and not a " + PIPELINE
                    + ". Maybe read it with the method of its name.");
        }
        SortedMap<PipelineMethod, List<BacktestTrial>> methods = new TreeMap<>();
        tree.children("methods").forEach(m -> methods.put(m.word("method", PipelineMethod.class), trials(m, "trials")));
        SortedMap<PipelineMethod, Double> weights = new TreeMap<>();
        tree.children("weights").forEach(w -> weights.put(w.word("method", PipelineMethod.class), w.number("weight")));
        SortedMap<PipelineMethod, String> left = new TreeMap<>();
        tree.children("left").forEach(l -> left.put(l.word("method", PipelineMethod.class), l.string("why")));
        Tree ahead = tree.child("ahead");
        return new PipelineModel(new PipelineNumbers(
                tree.integer("formatVersion"),
                Values.quantity(tree.child("quantity")),
                tree.word("method", PipelineMethod.class),
                new PeriodAhead(ahead.integer("lag"), ahead.integer("days")),
                tree.date("first"),
                numbers(tree, "won"),
                tree.integer("wonDeals"),
                tree.integer("lostDeals"),
                tree.children("open").stream().map(PipelineJson::deal).toList(),
                tree.integer("stagesKnown") == 1,
                tree.has("time") ? Optional.of(time(tree.child("time"))) : Optional.empty(),
                tree.has("calls") ? Optional.of(CommitJson.period(tree.child("calls"))) : Optional.empty(),
                methods,
                trials(tree, "chosenThen"),
                weights,
                reliability(tree.child("reliability")),
                left,
                tree.integer("draws"),
                tree.strings("notes"),
                Values.provenance(tree.child("provenance"))));
    }

    private static ObjectNode of(OpenDeal deal) {
        ObjectNode node = Tree.object().put("id", deal.id());
        deal.name().ifPresent(name -> node.put("name", name));
        node.put("opened", deal.opened().toString())
                .put("segment", deal.segment())
                .put("stage", deal.stage());
        deal.closeDate().ifPresent(day -> node.put("closeDate", day.toString()));
        deal.category().ifPresent(category -> node.put("category", Values.word(category)));
        return node.put("amount", deal.amount())
                .put("amountSource", Values.word(deal.amountSource()))
                .put("value", deal.value())
                .put("stageRate", deal.stageRate());
    }

    private static OpenDeal deal(Tree tree) {
        return new OpenDeal(
                tree.string("id"),
                tree.has("name") ? Optional.of(tree.string("name")) : Optional.empty(),
                tree.date("opened"),
                tree.integer("segment"),
                tree.integer("stage"),
                tree.has("closeDate") ? Optional.of(tree.date("closeDate")) : Optional.empty(),
                tree.has("category") ? Optional.of(tree.word("category", ForecastCategory.class)) : Optional.empty(),
                tree.number("amount"),
                tree.word("amountSource", AmountSource.class),
                tree.number("value"),
                tree.number("stageRate"));
    }

    private static ObjectNode of(TimeNumbers time) {
        ObjectNode node = Tree.object();
        node.set("segments", Values.strings(time.segments()));
        node.set("stages", Values.strings(time.stages()));
        node.set("win", hazards(time.win()));
        node.set("loss", hazards(time.loss()));
        node.set("created", numbers(time.created()));
        node.set("createdMonth", numbers(time.createdMonth()));
        node.set("createdQuarter", numbers(time.createdQuarter()));
        node.set("values", numbers(time.values()));
        node.set("drawn", lists(time.drawn()));
        node.set("after", lists(time.after()));
        node.put("bias", time.bias());
        time.shock().ifPresent(shock -> node.put("shock", shock));
        return node;
    }

    private static TimeNumbers time(Tree tree) {
        return new TimeNumbers(
                tree.strings("segments"),
                tree.strings("stages"),
                hazards(tree, "win"),
                hazards(tree, "loss"),
                numbers(tree, "created"),
                numbers(tree, "createdMonth"),
                numbers(tree, "createdQuarter"),
                numbers(tree, "values"),
                lists(tree, "drawn"),
                lists(tree, "after"),
                tree.number("bias"),
                tree.has("shock") ? OptionalDouble.of(tree.number("shock")) : OptionalDouble.empty());
    }

    private static ArrayNode hazards(List<HazardNumbers> hazards) {
        ArrayNode array = Tree.array();
        for (HazardNumbers hazard : hazards) {
            ObjectNode node = array.addObject().put("rate", hazard.rate());
            node.set("multipliers", lists(hazard.multipliers()));
            node.set("events", lists(hazard.events()));
            node.set("spread", numbers(hazard.spread()));
        }
        return array;
    }

    private static List<HazardNumbers> hazards(Tree tree, String name) {
        return tree.children(name).stream()
                .map(h -> new HazardNumbers(
                        h.number("rate"), lists(h, "multipliers"), lists(h, "events"), numbers(h, "spread")))
                .toList();
    }

    private static ObjectNode of(DealReliability reliability) {
        ObjectNode node = Tree.object().put("brier", reliability.brier()).put("base", reliability.base());
        ArrayNode bins = node.putArray("bins");
        reliability
                .bins()
                .forEach(b -> bins.addObject()
                        .put("from", b.from())
                        .put("cases", b.cases())
                        .put("expected", b.expected())
                        .put("won", b.won()));
        return node;
    }

    private static DealReliability reliability(Tree tree) {
        return new DealReliability(
                tree.children("bins").stream()
                        .map(b -> new DealReliability.Bin(
                                b.number("from"), b.count("cases"), b.number("expected"), b.number("won")))
                        .toList(),
                tree.number("brier"),
                tree.number("base"));
    }

    private static ArrayNode trials(List<BacktestTrial> trials) {
        ArrayNode array = Tree.array();
        trials.forEach(t -> array.add(Values.of(t)));
        return array;
    }

    private static List<BacktestTrial> trials(Tree tree, String name) {
        return tree.children(name).stream().map(Values::trial).toList();
    }

    private static ArrayNode numbers(List<Double> values) {
        return Tree.numbers(values.stream().mapToDouble(v -> v).toArray());
    }

    private static List<Double> numbers(Tree tree, String name) {
        return Arrays.stream(tree.numbers(name)).boxed().toList();
    }

    private static ArrayNode lists(List<List<Double>> values) {
        ArrayNode array = Tree.array();
        values.forEach(v -> array.addObject().set("values", numbers(v)));
        return array;
    }

    private static List<List<Double>> lists(Tree tree, String name) {
        return tree.children(name).stream().map(l -> numbers(l, "values")).toList();
    }
}
