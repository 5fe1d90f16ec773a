package io.revops.load;

import io.revops.book.IssueCode;
import io.revops.book.Source;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row of a table, read by column name. A cell with nothing but blanks is absent. */
public final class Row {
    private final Map<String, Integer> columns;
    private final String[] cells;
    private final Source source;

    Row(Map<String, Integer> columns, String[] cells, Source source) {
        this.columns = columns;
        this.cells = cells;
        this.source = source;
    }

    /** Its file and line. */
    public Source source() {
        return source;
    }

    /** The names of the columns, as they are written, in their order. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The text of a cell, without blanks around it; empty if there is none, or no such column. */
    public Optional<String> text(String column) {
        return raw(column).map(String::strip);
    }

    /** The text of a cell exactly as it is written; empty if there is none, or no such column, or only blanks in it. */
    Optional<String> raw(String column) {
        Integer at = columns.get(column);
        return at == null || at >= cells.length || cells[at].isBlank() ? Optional.empty() : Optional.of(cells[at]);
    }

    /** The text of a cell that must not be empty. */
    public String required(String column) {
        return text(column)
                .orElseThrow(() -> new BadRow(
                        IssueCode.MISSING_VALUE,
                        column,
                        "",
                        "The row has no " + column + ". Maybe it was lost in the export."));
    }

    /** A date or an instant, in ISO form. */
    public Optional<Moment> moment(String column) {
        return read(column, Moment::parse);
    }

    public Moment requiredMoment(String column) {
        return moment(column).orElseThrow(() -> missing(column));
    }

    /** A day, in ISO form. */
    public Optional<LocalDate> date(String column) {
        return read(column, text -> {
            Moment moment = Moment.parse(text);
            if (!moment.isDate()) {
                throw new IllegalArgumentException("A day is asked for, and there is a time. Maybe write 2025-03-01.");
            }
            return moment.date(java.time.ZoneOffset.UTC);
        });
    }

    public LocalDate requiredDate(String column) {
        return date(column).orElseThrow(() -> missing(column));
    }

    /** A number with a point and no other marks, within the limits of {@link Money}. */
    public Optional<BigDecimal> decimal(String column) {
        return read(column, Money::decimal);
    }

    public BigDecimal requiredDecimal(String column) {
        return decimal(column).orElseThrow(() -> missing(column));
    }

    public Optional<Integer> integer(String column) {
        return read(column, text -> {
            try {
                return Money.decimal(text).intValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("It is no whole number. Maybe the column holds something else.", e);
            }
        });
    }

    /** {@code true}, {@code false}, {@code yes}, {@code no}, {@code 1} or {@code 0}, in any case. */
    public Optional<Boolean> flag(String column) {
        return read(column, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "t", "y" -> true;
            case "false", "no", "0", "f", "n" -> false;
            default ->
                throw new IllegalArgumentException(
                        "It is neither true nor false. Maybe the column holds something else.");
        });
    }

    public Optional<Currency> currency(String column) {
        return read(column, Money::currency);
    }

    /** One of the constants of an enum, in any case, with blanks or hyphens for underscores. */
    public <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> type) {
        return read(column, text -> {
            String name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(e -> e.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "It is not known. Maybe one of " + Arrays.toString(type.getEnumConstants()) + "."));
        });
    }

    /** A cell read by a function; what the function refuses becomes an issue with the column and the value. */
    public <T> Optional<T> read(String column, java.util.function.Function<String, T> reader) {
        return text(column).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new BadRow(IssueCode.BAD_VALUE, column, text, String.valueOf(e.getMessage()));
            }
        });
    }

    private static BadRow missing(String column) {
        return new BadRow(
                IssueCode.MISSING_VALUE, column, "", "The row has no " + column + ". Maybe it was lost in the export.");
    }
}
