package io.revops.forecast.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes the members of a JSON object, and says which one is missing or wrong. */
final class Tree {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonNode node;

    Tree(JsonNode node) {
        this.node = node;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode numbers(double... values) {
        ArrayNode array = array();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain numbers that cannot be written.", e);
        }
    }

    /** The one object in a text, whose {@code formatVersion} is the one that this library knows. */
    static Tree read(String json, int version) {
        Tree tree = object(json);
        int written = tree.integer("formatVersion");
        if (written != version) {
            throw new IllegalArgumentException("The file has format version " + written + ", and this library reads "
                    + version + ". Maybe use the library that wrote it.");
        }
        return tree;
    }

    private static Tree object(String json) {
        Tree tree;
        try {
            tree = new Tree(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The text is not JSON (" + e.getOriginalMessage() + "). Maybe the file was cut.", e);
        }
        if (!tree.node.isObject()) {
            throw new IllegalArgumentException("The text is no JSON object. Maybe it is another file.");
        }
        return tree;
    }

    /** The one object in a text, of a kind and with a {@code schemaVersion} that this library reads: 1 up to the newest. */
    static Tree document(String json, String kind, int newest) {
        Tree tree = object(json);
        int written = tree.integer("schemaVersion");
        if (written < 1 || written > newest) {
            throw new IllegalArgumentException("The file has schema version " + written
                    + ", and this library reads 1 to " + newest + ". Maybe use the library that wrote it.");
        }
        String is = tree.string("document");
        if (!is.equals(kind)) {
            throw new IllegalArgumentException(
                    "The document is (" + is + ") and not (" + kind + "). Maybe read it with the method of its name.");
        }
        return tree;
    }

    private JsonNode member(String name, String what, Function<JsonNode, Boolean> fits) {
        JsonNode member = node.path(name);
        if (!fits.apply(member)) {
            throw new IllegalArgumentException(
                    "There is no " + what + " (" + name + ") in the file. Maybe it was cut or changed.");
        }
        return member;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String string(String name) {
        return member(name, "text", JsonNode::isTextual).textValue();
    }

    int integer(String name) {
        return member(name, "whole number", JsonNode::canConvertToInt).intValue();
    }

    long count(String name) {
        return member(name, "whole number", n -> n.isIntegralNumber() && n.canConvertToLong())
                .longValue();
    }

    double number(String name) {
        return member(name, "number", JsonNode::isNumber).doubleValue();
    }

    boolean flag(String name) {
        return member(name, "true or false", JsonNode::isBoolean).booleanValue();
    }

    /** An exact number, which is written as text. */
    BigDecimal exact(String name) {
        return exact(name, string(name));
    }

    private static BigDecimal exact(String name, String text) {
        if (!text.matches("-?[0-9.]{1,500}(E[+-]?[0-9]{1,3})?")) {
            throw notExact(name, text, null);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw notExact(name, text, e);
        }
    }

    private static IllegalArgumentException notExact(String name, String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "There is no number (" + name + ") in (" + text + "). Maybe the file was changed.", cause);
    }

    /** Exact numbers, each written as text. */
    List<BigDecimal> exacts(String name) {
        return strings(name).stream().map(text -> exact(name, text)).toList();
    }

    /** The members of an object, each of which is text, in their order. */
    Map<String, String> texts(String name) {
        Tree child = child(name);
        Map<String, String> texts = new LinkedHashMap<>();
        child.node.fieldNames().forEachRemaining(key -> texts.put(key, child.string(key)));
        return texts;
    }

    /** The members of an object, each an exact number written as text, in their order. */
    Map<String, BigDecimal> exactTexts(String name) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        texts(name).forEach((key, text) -> numbers.put(key, exact(key, text)));
        return numbers;
    }

    LocalDate date(String name) {
        String text = string(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "There is no date (" + name + ") in (" + text + "). Maybe the file was changed.", e);
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String text = string(name);
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no " + type.getSimpleName() + " (" + text + "). Maybe use the library that wrote it.", e);
        }
    }

    Tree child(String name) {
        return new Tree(member(name, "object", JsonNode::isObject));
    }

    List<Tree> children(String name) {
        List<Tree> children = new ArrayList<>();
        member(name, "list", JsonNode::isArray).forEach(n -> children.add(new Tree(n)));
        return children;
    }

    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        member(name, "list", JsonNode::isArray).forEach(n -> strings.add(n.asText()));
        return strings;
    }

    double[] numbers(String name) {
        JsonNode array = member(name, "list", JsonNode::isArray);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            if (!array.get(i).isNumber()) {
                throw new IllegalArgumentException(
                        "There is no number in the list (" + name + "). Maybe the file was changed.");
            }
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }
}
