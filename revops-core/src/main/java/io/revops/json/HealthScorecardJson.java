package io.revops.json;

import static io.revops.json.DataJson.known;
import static io.revops.json.DataJson.number;
import static io.revops.json.DataJson.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.Dimension;
import io.revops.health.HealthBand;
import io.revops.health.HealthFactor;
import io.revops.health.HealthLimits;
import io.revops.health.HealthOverride;
import io.revops.health.HealthProfile;
import io.revops.health.HealthScorecard;
import io.revops.health.LeastKnown;
import io.revops.health.Scale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A scorecard as JSON, for those who set weights and do not write code.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code limits} ({@code redBelow}, {@code greenFrom}), {@code leastKnown}, {@code factors}
 * ({@code name}, {@code weight}, and {@code scale}, a list of {@code [figure, worth]}), {@code profiles} ({@code name},
 * {@code fromDays}, {@code toDays}, {@code segments} by the name of an attribute, {@code weights} by factor, {@code without},
 * {@code limits}) and {@code overrides} ({@code account}, {@code band}, {@code reason}, {@code by}, {@code from}, {@code until}).
 * Only factors are required. A factor is found by its name among the standard's and those that are handed in: what it
 * computes is code, and stays it. A weight or scale that is not written is the found factor's own.
 */
public final class HealthScorecardJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final Set<String> KEYS =
            Set.of("schemaVersion", "limits", "leastKnown", "factors", "profiles", "overrides");
    private static final Set<String> OF_LIMITS = Set.of("redBelow", "greenFrom");
    private static final Set<String> OF_FACTOR = Set.of("name", "weight", "scale");
    private static final Set<String> OF_PROFILE =
            Set.of("name", "fromDays", "toDays", "segments", "weights", "without", "limits");
    private static final Set<String> OF_OVERRIDE = Set.of("account", "band", "reason", "by", "from", "until");

    private HealthScorecardJson() {}

    /**
     * A scorecard from a file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no scorecard
     */
    public static HealthScorecard read(Path file, HealthFactor... own) {
        try {
            return parse(JsonFile.text(file), own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A scorecard from text.
     *
     * @param own factors that it may name beside the standard's, and before them
     * @throws IllegalArgumentException if it holds no scorecard
     */
    public static HealthScorecard parse(String json, HealthFactor... own) {
        JsonNode root = DataJson.tree(json);
        known(root, KEYS, "A scorecard");
        DataJson.version(root, SCHEMA_VERSION, "The scorecard");
        Map<String, HealthFactor> byName = new TreeMap<>();
        HealthScorecard.standard().factors().forEach(f -> byName.put(f.name(), f));
        Arrays.stream(own).forEach(f -> byName.put(f.name(), f));
        List<HealthFactor> factors = new ArrayList<>();
        root.path("factors").forEach(node -> factors.add(factor(node, byName)));
        HealthScorecard card = HealthScorecard.of(factors);
        if (root.has("limits")) {
            card = card.with(limits(root.path("limits")));
        }
        if (root.has("leastKnown")) {
            card = card.with(LeastKnown.of(number(root.path("leastKnown"), "leastKnown")));
        }
        for (JsonNode node : root.path("profiles")) {
            card = card.with(profile(node));
        }
        for (JsonNode node : root.path("overrides")) {
            card = card.with(override(node));
        }
        return card;
    }

    private static HealthFactor factor(JsonNode node, Map<String, HealthFactor> byName) {
        known(node, OF_FACTOR, "A factor");
        String name = words(node, "name");
        HealthFactor factor = byName.get(name);
        if (factor == null) {
            throw new IllegalArgumentException("There is no factor (" + name + "). Maybe one of " + byName.keySet()
                    + ", or hand one of that name in.");
        }
        if (node.has("weight")) {
            factor = factor.weigh(number(node.path("weight"), "weight"));
        }
        return node.has("scale") ? factor.on(scale(name, node.path("scale"))) : factor;
    }

    private static Scale scale(String factor, JsonNode points) {
        if (points.size() == 0) {
            throw new IllegalArgumentException(
                    "The scale of (" + factor + ") has no points. Maybe \"scale\": [[0, 0], [20, 1]].");
        }
        JsonNode first = points.get(0);
        Scale scale = Scale.from(number(first.path(0), "scale"), number(first.path(1), "scale"));
        for (int i = 1; i < points.size(); i++) {
            scale = scale.to(
                    number(points.get(i).path(0), "scale"), number(points.get(i).path(1), "scale"));
        }
        return scale;
    }

    private static HealthLimits limits(JsonNode node) {
        known(node, OF_LIMITS, "Limits");
        return HealthLimits.of(number(node.path("redBelow"), "redBelow"), number(node.path("greenFrom"), "greenFrom"));
    }

    private static HealthProfile profile(JsonNode node) {
        known(node, OF_PROFILE, "A profile");
        HealthProfile profile = HealthProfile.named(words(node, "name"));
        if (node.has("fromDays") || node.has("toDays")) {
            profile = profile.tenure(
                    node.path("fromDays").asLong(0), node.path("toDays").asLong(Long.MAX_VALUE));
        }
        JsonNode segments = node.path("segments");
        for (String dimension : names(segments)) {
            profile =
                    profile.where(dimension(dimension), segments.path(dimension).asText());
        }
        JsonNode weights = node.path("weights");
        for (String factor : names(weights)) {
            profile = profile.weigh(factor, number(weights.path(factor), factor));
        }
        for (JsonNode factor : node.path("without")) {
            profile = profile.without(factor.asText());
        }
        return node.has("limits") ? profile.with(limits(node.path("limits"))) : profile;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Dimension dimension(String name) {
        return name.equals(Dimension.OWNER.name()) ? Dimension.OWNER : Dimension.attribute(name);
    }

    private static HealthOverride override(JsonNode node) {
        known(node, OF_OVERRIDE, "An override");
        return HealthOverride.of(words(node, "account"), band(words(node, "band")), words(node, "reason"))
                .by(words(node, "by"), day(words(node, "from")), day(words(node, "until")));
    }

    private static HealthBand band(String name) {
        return Arrays.stream(HealthBand.values())
                .filter(band -> band.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no band (" + name + "). Maybe one of " + List.of(HealthBand.values()) + "."));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("There is no day in (" + text + "). Maybe 2025-06-30.", e);
        }
    }

    /** A scorecard as text, in the same bytes for the same scorecard. */
    public static String text(HealthScorecard card) {
        ObjectNode root = DataJson.object();
        root.put("schemaVersion", SCHEMA_VERSION);
        write(root, card.limits());
        root.put("leastKnown", card.leastKnown().share());
        ArrayNode factors = root.putArray("factors");
        card.factors().forEach(factor -> {
            ObjectNode node = factors.addObject();
            node.put("name", factor.name());
            node.put("weight", factor.weight());
            ArrayNode scale = node.putArray("scale");
            factor.scale()
                    .points()
                    .forEach(p -> scale.addArray().add(p.figure()).add(p.worth()));
        });
        ArrayNode profiles = root.putArray("profiles");
        card.profiles().forEach(profile -> write(profiles.addObject(), profile));
        ArrayNode overrides = root.putArray("overrides");
        card.overrides()
                .forEach(o -> overrides
                        .addObject()
                        .put("account", o.account().value())
                        .put("band", o.band().name())
                        .put("reason", o.reason())
                        .put("by", o.by())
                        .put("from", o.from().toString())
                        .put("until", o.until().toString()));
        return DataJson.print(root);
    }

    private static void write(ObjectNode node, HealthLimits limits) {
        node.putObject("limits").put("redBelow", limits.redBelow()).put("greenFrom", limits.greenFrom());
    }

    private static void write(ObjectNode node, HealthProfile profile) {
        node.put("name", profile.name());
        if (profile.minDays() > 0 || profile.maxDays().isPresent()) {
            node.put("fromDays", profile.minDays());
            profile.maxDays().ifPresent(days -> node.put("toDays", days));
        }
        ObjectNode segments = node.putObject("segments");
        profile.segments().forEach((dimension, value) -> segments.put(dimension.name(), value));
        ObjectNode weights = node.putObject("weights");
        profile.weights().forEach(weights::put);
        ArrayNode without = node.putArray("without");
        profile.without().forEach(without::add);
        profile.limits().ifPresent(limits -> write(node, limits));
    }

    /**
     * Writes a scorecard to a file.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(HealthScorecard card, Path file) {
        try {
            Files.writeString(JsonFile.writable(file), text(card), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
