package io.revops.load;

import io.revops.book.IssueCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value as the text that a cell of the native form would have. */
final class ValueText {
    private ValueText() {}

    /**
     * The text of a value; empty of none.
     *
     * @throws BadRow if it is of a type that has no text
     */
    static String of(String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            // Of a huge exponent the zeros are never written out: the reader refuses it by its scale.
            return Math.abs((long) number.scale()) > 100 ? number.toString() : number.toPlainString();
        }
        if (value instanceof BigInteger number && number.bitLength() > 1000) {
            throw new BadRow(
                    IssueCode.BAD_VALUE, column, "", "The number has more than 300 digits. Maybe it is no amount.");
        }
        if (value instanceof Double || value instanceof Float) {
            return floating(column, ((Number) value).doubleValue(), value.toString());
        }
        if (value instanceof java.sql.Timestamp time) {
            return time.toLocalDateTime().toString();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof Instant
                || value instanceof UUID
                || value instanceof Character) {
            return value.toString();
        }
        throw new BadRow(
                IssueCode.BAD_VALUE,
                column,
                "",
                "A value of the type " + value.getClass().getSimpleName()
                        + " cannot be read. Maybe cast it to a text, a number, a date or a time with its zone.");
    }

    private static String floating(String column, double number, String written) {
        if (!Double.isFinite(number)) {
            throw new BadRow(
                    IssueCode.BAD_VALUE,
                    column,
                    written,
                    "The number is not finite. Maybe the query divides by zero; leave the cell empty instead.");
        }
        return plain(new BigDecimal(written));
    }

    private static String plain(BigDecimal number) {
        return number.scale() > 100 ? number.toString() : number.toPlainString();
    }
}
