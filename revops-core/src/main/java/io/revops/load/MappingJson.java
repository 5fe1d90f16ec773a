package io.revops.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.revops.book.Outcome;
import io.revops.time.Cadence;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A mapping in JSON. Every key that is not known is refused: it is most often a mistyped one. */
final class MappingJson {
    /** The most characters of a mapping. */
    static final long LONGEST = 1_000_000;

    private static final int NEWEST = 1;
    static final List<String> KEYS = List.of(
            "schemaVersion",
            "name",
            "kind",
            "columns",
            "joined",
            "fixed",
            "dates",
            "zone",
            "decimalMark",
            "thousandsMark",
            "unit",
            "currency",
            "end",
            "lasts",
            "empty",
            "stages",
            "types",
            "statuses",
            "values",
            "history",
            "encoding",
            "separator");
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|');

    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength((int) LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode json;
    private final Mapping.Builder mapping;

    private MappingJson(JsonNode json, Mapping.Builder mapping) {
        this.json = json;
        this.mapping = mapping;
    }

    static Mapping parse(String text) {
        JsonNode json;
        try {
            json = READER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The mapping is no JSON, at line " + lineOf(e) + ": " + e.getOriginalMessage()
                            + ". Maybe a comma, a quote or a bracket is missing, or a key is there twice.",
                    e);
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("The mapping is no JSON object. Maybe another file was meant.");
        }
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("There is no key in a mapping " + Nearest.maybe(key, KEYS));
            }
        });
        if (json.path("schemaVersion").asInt(0) != NEWEST) {
            throw new IllegalArgumentException(
                    "The mapping is not of the version " + NEWEST + ". Maybe \"schemaVersion\": " + NEWEST
                            + " is missing, or a newer release of this library reads it.");
        }
        Mapping.Builder builder = Mapping.of(new MappingJson(json, Mapping.of("")).required("kind"));
        return new MappingJson(json, builder).read();
    }

    private static int lineOf(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private Mapping read() {
        text("name").ifPresent(mapping::named);
        texts("columns", mapping::column);
        lists("joined", (field, columns) -> mapping.joined(field, columns.toArray(String[]::new)));
        texts("fixed", mapping::fixed);
        list("dates").ifPresent(dates -> mapping.dates(dates.toArray(String[]::new)));
        text("zone").ifPresent(zone -> mapping.zone(zone(zone)));
        marks();
        text("unit").ifPresent(unit -> mapping.unit(oneOf("unit", unit, AmountUnit.class)));
        text("currency").ifPresent(mapping::currency);
        text("end").ifPresent(end -> mapping.end(oneOf("end", end, EndDate.class)));
        text("lasts").ifPresent(period -> mapping.lasts(oneOf("lasts", period, Cadence.class)));
        list("empty").ifPresent(none -> mapping.empty(none.toArray(String[]::new)));
        texts("stages", (stage, outcome) -> mapping.stage(stage, oneOf("stages", outcome, Outcome.class)));
        Optional<MappedKind> kind = MappedKind.named(required("kind"));
        texts(
                "types",
                (text, type) -> mapping.value(
                        kind.filter(k -> k.type("type").isPresent())
                                .map(k -> "type")
                                .orElse("kind"),
                        text,
                        type));
        texts(
                "statuses",
                (text, status) -> mapping.value(
                        kind.filter(k -> k.type("status").isPresent())
                                .map(k -> "status")
                                .orElse("outcome"),
                        text,
                        status));
        objects("values", (field, text, value) -> mapping.value(field, text, value));
        objects("history", (column, field, value) -> mapping.history(column, field, value));
        text("encoding").ifPresent(name -> mapping.encoding(charset(name)));
        text("separator").filter(s -> !s.equals("auto")).ifPresent(s -> mapping.separator(separator(s)));
        return mapping.build();
    }

    private void marks() {
        char decimal = text("decimalMark").map(m -> mark("decimalMark", m)).orElse('.');
        Optional<Character> thousands = text("thousandsMark").map(m -> mark("thousandsMark", m));
        if (thousands.isPresent()) {
            mapping.marks(decimal, thousands.get());
        } else {
            mapping.marks(decimal);
        }
    }

    private String required(String key) {
        return text(key)
                .orElseThrow(() -> new IllegalArgumentException("The mapping has no " + key
                        + ". Maybe \"kind\": \"opportunities\", or another of " + MappedKind.names() + "."));
    }

    private Optional<String> text(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(asText(key, value));
    }

    private static String asText(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(
                    "The value of " + key + " in the mapping is no text. Maybe put it into quotes.");
        }
        return value.textValue();
    }

    /** A list of texts, or one of them without brackets. */
    private static List<String> asList(String key, JsonNode value) {
        if (!value.isArray()) {
            return List.of(asText(key, value));
        }
        List<String> all = new ArrayList<>();
        value.forEach(element -> all.add(asText(key, element)));
        return all;
    }

    private Optional<List<String>> list(String key) {
        JsonNode value = json.path(key);
        return value.isMissingNode() ? Optional.empty() : Optional.of(asList(key, value));
    }

    private void texts(String key, BiConsumer<String, String> each) {
        object(key, json.path(key)).properties().forEach(e -> each.accept(e.getKey(), asText(key, e.getValue())));
    }

    private void lists(String key, BiConsumer<String, List<String>> each) {
        object(key, json.path(key)).properties().forEach(e -> each.accept(e.getKey(), asList(key, e.getValue())));
    }

    /** Takes an entry of a map of maps. */
    private interface Entry {
        void accept(String outer, String inner, String value);
    }

    private void objects(String key, Entry each) {
        object(key, json.path(key))
                .properties()
                .forEach(outer -> object(key, outer.getValue())
                        .properties()
                        .forEach(inner -> each.accept(outer.getKey(), inner.getKey(), asText(key, inner.getValue()))));
    }

    private static JsonNode object(String key, JsonNode value) {
        if (!value.isMissingNode() && !value.isObject()) {
            throw new IllegalArgumentException("The value of " + key
                    + " in the mapping is no object. Maybe put braces around it: {\"a\": \"b\"}.");
        }
        return value;
    }

    private static char mark(String key, String written) {
        if (written.length() != 1) {
            throw new IllegalArgumentException(
                    "The " + key + " is (" + written + "). Maybe one character, such as a point or a comma.");
        }
        return written.charAt(0);
    }

    private static char separator(String written) {
        Character named = SEPARATORS.get(written);
        return named != null ? named : mark("separator", written);
    }

    private static <E extends Enum<E>> E oneOf(String key, String written, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = words.indexOf(written.strip().toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new IllegalArgumentException(
                    "There is no such value of " + key + " " + Nearest.maybe(written, words));
        }
        return type.getEnumConstants()[at];
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "There is no zone (" + name + "). Maybe UTC, Europe/Berlin, or America/New_York.", e);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "There is no encoding (" + name + "). Maybe UTF-8, UTF-16, ISO-8859-1 or windows-1252.", e);
        }
    }
}
