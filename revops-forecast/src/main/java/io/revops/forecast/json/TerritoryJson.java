package io.revops.forecast.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.forecast.territory.AccountRep;
import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.SalesChannel;
import io.revops.forecast.territory.SegmentRule;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryNumbers;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Territories as JSON: who has which account, and all that it was decided by, so that what is read can be explained and reviewed.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code document} ({@code territories}), {@code planner} ({@code measures} with
 * {@code measure} and {@code weight}, {@code travel}, {@code travelWeight}, {@code continuity}, if given {@code mostMoved} and
 * {@code steps}, {@code seed} as text, {@code pins} and {@code forbidden} with {@code account} and {@code rep}, {@code rules} with
 * {@code segment}, {@code served} ({@code dedicated} or {@code dense}), {@code atLeast}, {@code atMost} if given), {@code accounts}
 * ({@code id}, {@code measures} by name as text, if given {@code segment}, {@code place} with {@code latitude} and {@code longitude},
 * {@code region}, {@code channel}), {@code reps} ({@code id}, {@code capacity}, {@code segments}, {@code regions}, if given
 * {@code home}, {@code channel}, {@code atMost}; {@code atLeast}), {@code today} and {@code assignment} (the rep by account),
 * {@code bound}, {@code steps} (a whole number that was taken), and for other readers {@code cost}. Keys are only ever added within
 * a schema version.
 */
public final class TerritoryJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final String TERRITORIES = "territories";
    private static final String DEDICATED = "dedicated";
    private static final String DENSE = "dense";

    private TerritoryJson() {}

    /** The territories as one line of text. */
    public static String text(Territories territories) {
        TerritoryNumbers numbers = territories.numbers();
        ObjectNode node = PlanValues.start(TERRITORIES, SCHEMA_VERSION);
        node.set("planner", of(numbers.planner()));
        ArrayNode accounts = node.putArray("accounts");
        numbers.accounts().forEach(a -> accounts.add(of(a)));
        ArrayNode reps = node.putArray("reps");
        numbers.reps().forEach(r -> reps.add(of(r)));
        ObjectNode today = node.putObject("today");
        numbers.today().forEach(today::put);
        ObjectNode assignment = node.putObject("assignment");
        numbers.assignment().forEach(assignment::put);
        return Tree.text(node.put("cost", territories.cost())
                .put("bound", numbers.bound())
                .put("steps", numbers.steps()));
    }

    /**
     * The territories in a text, the same in every figure as those that were written, without searching again.
     *
     * @throws IllegalArgumentException if there are none, it names what is missing, has a newer schema version, or a limit is broken
     */
    public static Territories territories(String json) {
        Tree tree = Tree.document(json, TERRITORIES, SCHEMA_VERSION);
        return Territories.of(new TerritoryNumbers(
                planner(tree.child("planner")),
                tree.children("accounts").stream().map(TerritoryJson::account).toList(),
                tree.children("reps").stream().map(TerritoryJson::rep).toList(),
                tree.texts("today"),
                tree.texts("assignment"),
                tree.number("bound"),
                tree.count("steps")));
    }

    private static ObjectNode of(TerritoryPlanner planner) {
        ObjectNode node = Tree.object();
        ArrayNode measures = node.putArray("measures");
        planner.weights()
                .forEach((measure, weight) ->
                        measures.addObject().put("measure", measure).put("weight", weight));
        node.put("travel", Values.word(planner.travel()))
                .put("travelWeight", planner.travelWeight())
                .put("continuity", planner.continuity());
        planner.mostMoved().ifPresent(share -> node.put("mostMoved", share));
        planner.steps().ifPresent(steps -> node.put("steps", steps));
        node.put("seed", Long.toString(planner.seed()));
        node.set("pins", pairs(planner.pins()));
        node.set("forbidden", pairs(planner.forbidden()));
        ArrayNode rules = node.putArray("rules");
        for (SegmentRule rule : planner.rules()) {
            ObjectNode each = rules.addObject()
                    .put("segment", rule.segment())
                    .put("served", rule.isDedicated() ? DEDICATED : DENSE)
                    .put("atLeast", rule.atLeast());
            rule.atMost().ifPresent(most -> each.put("atMost", most));
        }
        return node;
    }

    private static TerritoryPlanner planner(Tree tree) {
        List<Tree> measures = tree.children("measures");
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("There is no measure in the file. Maybe it was cut or changed.");
        }
        TerritoryPlanner planner = TerritoryPlanner.of(measures.get(0).string("measure"));
        for (Tree each : measures) {
            planner = planner.withWeight(each.string("measure"), each.number("weight"));
        }
        planner = planner.with(tree.word("travel", Travel.class), tree.number("travelWeight"))
                .withContinuity(tree.number("continuity"))
                .withSeed(Values.seed(tree));
        planner = tree.has("mostMoved") ? planner.withMostMoved(tree.number("mostMoved")) : planner;
        planner = tree.has("steps") ? planner.withSteps(tree.count("steps")) : planner;
        for (Tree pair : tree.children("pins")) {
            planner = planner.withPin(pair.string("account"), pair.string("rep"));
        }
        for (Tree pair : tree.children("forbidden")) {
            planner = planner.withForbidden(pair.string("account"), pair.string("rep"));
        }
        for (Tree rule : tree.children("rules")) {
            planner = planner.with(rule(rule));
        }
        return planner;
    }

    private static SegmentRule rule(Tree tree) {
        String served = tree.string("served");
        if (!List.of(DEDICATED, DENSE).contains(served)) {
            throw new IllegalArgumentException("There is no way to look after a segment (" + served + "). Maybe "
                    + DEDICATED + " or " + DENSE + ".");
        }
        String segment = tree.string("segment");
        SegmentRule rule = served.equals(DEDICATED) ? SegmentRule.dedicated(segment) : SegmentRule.dense(segment);
        rule = rule.withAtLeast(tree.integer("atLeast"));
        return tree.has("atMost") ? rule.withAtMost(tree.integer("atMost")) : rule;
    }

    private static ArrayNode pairs(List<AccountRep> pairs) {
        ArrayNode array = Tree.array();
        pairs.forEach(p -> array.addObject().put("account", p.account()).put("rep", p.rep()));
        return array;
    }

    private static ObjectNode of(TerritoryAccount account) {
        ObjectNode node = Tree.object().put("id", account.id());
        ObjectNode measures = node.putObject("measures");
        account.measures().forEach((measure, amount) -> measures.put(measure, amount.toString()));
        account.segment().ifPresent(segment -> node.put("segment", segment));
        account.place().ifPresent(place -> node.set("place", of(place)));
        account.region().ifPresent(region -> node.put("region", region));
        account.channel().ifPresent(channel -> node.put("channel", Values.word(channel)));
        return node;
    }

    private static TerritoryAccount account(Tree tree) {
        TerritoryAccount account = TerritoryAccount.of(tree.string("id"));
        for (Map.Entry<String, BigDecimal> each : tree.exactTexts("measures").entrySet()) {
            account = account.with(each.getKey(), each.getValue());
        }
        account = tree.has("segment") ? account.withSegment(tree.string("segment")) : account;
        account = tree.has("place") ? account.withPlace(place(tree.child("place"))) : account;
        account = tree.has("region") ? account.withRegion(tree.string("region")) : account;
        return tree.has("channel") ? account.with(tree.word("channel", SalesChannel.class)) : account;
    }

    private static ObjectNode of(TerritoryRep rep) {
        ObjectNode node = Tree.object().put("id", rep.id()).put("capacity", rep.capacity());
        node.set("segments", Values.strings(rep.segments()));
        node.set("regions", Values.strings(rep.regions()));
        Optional<Place> home = rep.home();
        home.ifPresent(place -> node.set("home", of(place)));
        rep.channel().ifPresent(channel -> node.put("channel", Values.word(channel)));
        node.put("atLeast", rep.atLeast());
        rep.atMost().ifPresent(most -> node.put("atMost", most));
        return node;
    }

    private static TerritoryRep rep(Tree tree) {
        TerritoryRep rep = TerritoryRep.of(tree.string("id"))
                .withCapacity(tree.number("capacity"))
                .withSegments(tree.strings("segments").toArray(String[]::new))
                .withRegions(tree.strings("regions").toArray(String[]::new))
                .withAtLeast(tree.integer("atLeast"));
        rep = tree.has("home") ? rep.withHome(place(tree.child("home"))) : rep;
        rep = tree.has("channel") ? rep.with(tree.word("channel", SalesChannel.class)) : rep;
        return tree.has("atMost") ? rep.withAtMost(tree.integer("atMost")) : rep;
    }

    private static ObjectNode of(Place place) {
        return Tree.object().put("latitude", place.latitude()).put("longitude", place.longitude());
    }

    private static Place place(Tree tree) {
        return Place.of(tree.number("latitude"), tree.number("longitude"));
    }
}
