package io.revops.json;

import static io.revops.json.DataJson.known;
import static io.revops.json.DataJson.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private PresetJson() {}

    /**
     * A preset from a file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no preset, or choices that do not go together
     */
    public static PolicyPreset read(Path file) {
        try {
            return parse(JsonFile.text(file));
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
        JsonNode root = DataJson.tree(json);
        known(root, KEYS, "A preset");
        DataJson.version(root, SCHEMA_VERSION, "The preset");
        String id = words(root, "id");
        PolicyPreset.Builder preset =
                PolicyPreset.builder(id, root.path("title").asText(id));
        for (JsonNode choice : root.path("choices")) {
            known(choice, OF_CHOICE, "A choice");
            preset.choose(
                    choice.path("source").asText(""),
                    PolicyOption.parse(words(choice, "option"), words(choice, "choice")));
        }
        for (JsonNode limit : root.path("limits")) {
            preset.limit(limit.asText());
        }
        return preset.build();
    }

    /** A preset as text, in the same bytes for the same preset. */
    public static String text(PolicyPreset preset) {
        ObjectNode root = DataJson.object();
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
        return DataJson.print(root);
    }

    /**
     * Writes a preset to a file.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(PolicyPreset preset, Path file) {
        try {
            Files.writeString(JsonFile.writable(file), text(preset), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
