package io.revops.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

/**
 * Presets of one's own as JSON.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code id}, {@code title}, {@code choices} and {@code limits}. A choice has
 * {@code option} (as {@code conventions()} of a policy names it), {@code choice} ({@code ZERO_ACTIVE}, {@code WITHIN 90}) and
 * {@code source}, which may be left out. What is not chosen is the standard's.
 */
public final class PresetJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final Set<String> KEYS = Set.of("schemaVersion", "id", "title", "choices", "limits");
    private static final Set<String> OF_CHOICE = Set.of("option", "choice", "source");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PresetJson() {}

    /**
     * A preset from a file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no preset, or choices that do not go together
     */
    public static PolicyPreset read(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A preset from text.
     *
     * @throws IllegalArgumentException if it holds no preset, or choices that do not go together
     */
    public static PolicyPreset parse(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "This is no JSON: " + e.getOriginalMessage() + ". Maybe a quote or a comma is missing.", e);
        }
        known(root, KEYS, "A preset");
        if (root.path("schemaVersion").asInt(SCHEMA_VERSION) > SCHEMA_VERSION) {
            throw new IllegalArgumentException("The preset is of schema version "
                    + root.path("schemaVersion").asText() + ", and this library reads up to " + SCHEMA_VERSION
                    + ". Maybe a newer version of the library.");
        }
        String id = text(root, "id");
        PolicyPreset.Builder preset =
                PolicyPreset.builder(id, root.path("title").asText(id));
        for (JsonNode choice : root.path("choices")) {
            known(choice, OF_CHOICE, "A choice");
            preset.choose(
                    choice.path("source").asText(""),
                    PolicyOption.parse(text(choice, "option"), text(choice, "choice")));
        }
        for (JsonNode limit : root.path("limits")) {
            preset.limit(limit.asText());
        }
        return preset.build();
    }

    private static void known(JsonNode node, Set<String> keys, String what) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw new IllegalArgumentException(what + " has no key (" + name + "). Maybe one of "
                        + keys.stream().sorted().toList() + ".");
            }
        }
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("There is no text at (" + key + "). Maybe \"" + key + "\": \"...\".");
        }
        return value.textValue();
    }

    /** A preset as text, in the same bytes for the same preset. */
    public static String text(PolicyPreset preset) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        root.put("id", preset.id());
        root.put("title", preset.title());
        ArrayNode choices = root.putArray("choices");
        preset.choices().forEach(choice -> {
            ObjectNode node = choices.addObject();
            node.put("option", choice.option().option());
            node.put("choice", choice.option().code());
            if (!choice.source().isEmpty()) {
                node.put("source", choice.source());
            }
        });
        ArrayNode limits = root.putArray("limits");
        preset.limits().forEach(limits::add);
        try {
            return MAPPER.writer(lines()).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DefaultPrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(indenter);
        pretty.indentArraysWith(indenter);
        return pretty;
    }

    /**
     * Writes a preset to a file.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(PolicyPreset preset, Path file) {
        try {
            Files.writeString(file, text(preset), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
