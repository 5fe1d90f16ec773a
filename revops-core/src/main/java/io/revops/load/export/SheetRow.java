package io.revops.load.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.IssueCode;
import io.revops.book.Source;
import io.revops.load.BadRow;
import io.revops.load.Row;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a {@link Sheet}. Where several names are given, the first column that is there and not empty counts. */
public final class SheetRow {
    private final Row row;
    private final Map<String, String> columns;

    SheetRow(Row row, Map<String, String> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** Its file and line. */
    public Source source() {
        return row.source();
    }

    /** The names of the columns, in order of the alphabet. */
    public SortedSet<String> columns() {
        return new TreeSet<>(columns.keySet());
    }

    public Optional<String> text(String... names) {
        return read(text -> text, names);
    }

    public @Nullable String textOrNull(String... names) {
        return text(names).orElse(null);
    }

    public String required(String... names) {
        return text(names).orElseThrow(() -> missing(names));
    }

    /** A date, or an instant; a time without an offset is in UTC. */
    public Optional<Moment> moment(String... names) {
        return read(Times::moment, names);
    }

    public Moment requiredMoment(String... names) {
        return moment(names).orElseThrow(() -> missing(names));
    }

    /** A date; of an instant the date that is written. */
    public Optional<LocalDate> day(String... names) {
        return read(Times::day, names);
    }

    /** A number without zeros at its end: 10, 10.0 and 1e1 are the same. */
    public Optional<BigDecimal> decimal(String... names) {
        return read(SheetRow::plain, names);
    }

    public Optional<Integer> integer(String... names) {
        return read(
                text -> {
                    try {
                        return Money.decimal(text).intValueExact();
                    } catch (ArithmeticException e) {
                        throw new IllegalArgumentException(
                                "It is no whole number. Maybe the column holds something else.", e);
                    }
                },
                names);
    }

    public Optional<Boolean> flag(String... names) {
        for (String name : names) {
            Optional<Boolean> flag = row.flag(written(name));
            if (flag.isPresent()) {
                return flag;
            }
        }
        return Optional.empty();
    }

    public Optional<Currency> currency(String... names) {
        return read(Money::currency, names);
    }

    /** A cell read by a function; what the function refuses becomes an issue with the column and the value. */
    public <T> Optional<T> read(Function<String, T> reader, String... names) {
        for (String name : names) {
            Optional<T> value = row.read(written(name), reader);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Whether the warehouse or the vendor says that the record was deleted. */
    public boolean isDeleted() {
        return flag("is_deleted").orElse(false) || flag("_fivetran_deleted").orElse(false);
    }

    /** The row as an object: every cell that is not empty, as text. */
    public ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : columns()) {
            text(name).ifPresent(text -> object.put(name, text));
        }
        return object;
    }

    private static BigDecimal plain(String text) {
        BigDecimal stripped = Money.decimal(text).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private String written(String name) {
        return columns.getOrDefault(name, name);
    }

    private BadRow missing(String... names) {
        String column =
                Arrays.stream(names).filter(columns::containsKey).findFirst().orElse(names[0]);
        return new BadRow(
                IssueCode.MISSING_VALUE,
                written(column),
                "",
                "The row has no " + column + ". Maybe it was lost in the export.");
    }
}
