package io.revops.load.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.book.IssueCode;
import io.revops.load.BadRow;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of the API, read field by field. A field that is missing, null or blank is absent; one of another type than it
 * should be is a {@link BadRow} with its path.
 *
 * @param path where it is within its row, empty or ending in a point
 */
public record ApiObject(JsonNode node, String path) {
    /** The last second of the year 9999; what is beyond counts milliseconds. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** A time in seconds, as against one in ISO form. */
    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9.eE+]+");

    public static ApiObject of(JsonNode node) {
        return new ApiObject(node, "");
    }

    public boolean has(String field) {
        return !node.path(field).isMissingNode() && !node.path(field).isNull();
    }

    public Optional<String> text(String field) {
        JsonNode value = node.path(field);
        if (value.isContainerNode()) {
            throw bad(field, "It should be text. Maybe the file was made by something else than the API.");
        }
        return has(field) && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    public String required(String field) {
        return text(field).orElseThrow(() -> missing(field));
    }

    /** The id of another object, which is written as its id or, when expanded, as a whole. */
    public Optional<String> reference(String field) {
        return child(field).map(whole -> whole.text("id")).orElseGet(() -> text(field));
    }

    /** An object within this one; absent if there is only its id. */
    public Optional<ApiObject> child(String field) {
        JsonNode value = node.path(field);
        return value.isObject() ? Optional.of(new ApiObject(value, path + field + ".")) : Optional.empty();
    }

    /** The elements of an array, or of a list object. */
    public List<ApiObject> list(String field) {
        JsonNode value = node.path(field);
        JsonNode elements = value.isObject() ? value.path("data") : value;
        if (has(field) && !elements.isArray()) {
            throw bad(field, "It should be a list. Maybe the file was made by something else than the API.");
        }
        List<ApiObject> list = new ArrayList<>();
        String prefix = path + field + (value.isObject() ? ".data[" : "[");
        for (JsonNode element : elements) {
            list.add(new ApiObject(element, prefix + list.size() + "]."));
        }
        return list;
    }

    /** Seconds since 1970, or, as tables have it, a date or a time in ISO form, in UTC unless it says otherwise. */
    public Optional<Instant> instant(String field) {
        return text(field)
                .map(text -> reading(
                        field,
                        () -> SECONDS.matcher(text).matches()
                                ? ofSeconds(text)
                                : Times.moment(text).instant(ZoneOffset.UTC)));
    }

    /** The same, but a date that is written without a time stays one. */
    public Optional<Moment> moment(String field) {
        return text(field)
                .map(text -> reading(
                        field,
                        () -> SECONDS.matcher(text).matches() ? Moment.of(ofSeconds(text)) : Times.moment(text)));
    }

    private static Instant ofSeconds(String text) {
        long seconds = Money.decimal(text).longValueExact();
        if (seconds > LAST_SECOND || seconds < -LAST_SECOND) {
            throw new IllegalArgumentException("It is no time in seconds. Maybe it is in milliseconds.");
        }
        return Instant.ofEpochSecond(seconds);
    }

    public Optional<BigDecimal> decimal(String field) {
        return text(field).map(text -> reading(field, () -> Money.decimal(text)));
    }

    public Optional<Integer> integer(String field) {
        return decimal(field).map(number -> reading(field, number::intValueExact));
    }

    /** Whether it is written that it is so; {@code TRUE} in a table, too. */
    public boolean flag(String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue().strip().equalsIgnoreCase("true") : value.asBoolean();
    }

    /** The keys and values of a metadata object. */
    public Map<String, String> metadata() {
        return metadata("metadata");
    }

    /** The keys and values of an object with values only; what is in it of objects and lists is left out. */
    public Map<String, String> metadata(String field) {
        Map<String, String> found = new TreeMap<>();
        JsonNode metadata = node.path(field);
        metadata.fieldNames().forEachRemaining(key -> {
            JsonNode value = metadata.path(key);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                found.put(key, value.asText().strip());
            }
        });
        return found;
    }

    /** Reads a field with what may refuse it; the refusal names the field and its value. */
    public <T> T reading(String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw bad(field, String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            throw bad(field, "It is no whole number, or too large. Maybe the field holds something else.");
        }
    }

    public BadRow missing(String field) {
        return new BadRow(
                IssueCode.MISSING_VALUE,
                path + field,
                "",
                "The object has no " + field + ". Maybe it was cut out of the export.");
    }

    public BadRow bad(String field, String reason) {
        @Nullable JsonNode value = node.get(field);
        return new BadRow(
                IssueCode.BAD_VALUE,
                path + field,
                value == null || value.isContainerNode() ? "" : value.asText(),
                reason);
    }
}
