package io.revops.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/** Reads what a person wrote as data, and says what is wrong with it; writes it in the same bytes for the same data. */
final class DataJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DataJson() {}

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(Objects.requireNonNull(json, "json"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "This is no JSON: " + e.getOriginalMessage() + ". Maybe a quote or a comma is missing.", e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String print(ObjectNode root) {
        try {
            return MAPPER.writer(lines()).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses keys that nobody reads: they are misspelt. */
    static void known(JsonNode node, Set<String> keys, String what) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw new IllegalArgumentException(what + " has no key (" + name + "). Maybe one of "
                        + keys.stream().sorted().toList() + ".");
            }
        }
    }

    /** Refuses what a newer library wrote. */
    static void version(JsonNode root, int upTo, String what) {
        if (root.path("schemaVersion").asInt(upTo) > upTo) {
            throw new IllegalArgumentException(what + " is of schema version "
                    + root.path("schemaVersion").asText() + ", and this library reads up to " + upTo
                    + ". Maybe a newer version of the library.");
        }
    }

    static String words(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("There is no text at (" + key + "). Maybe \"" + key + "\": \"...\".");
        }
        return value.textValue();
    }

    static double number(JsonNode value, String key) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("There is no number at (" + key + "). Maybe \"" + key + "\": 20.");
        }
        return value.doubleValue();
    }

    private static DefaultPrettyPrinter lines() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(indenter);
        pretty.indentArraysWith(indenter);
        return pretty;
    }
}
