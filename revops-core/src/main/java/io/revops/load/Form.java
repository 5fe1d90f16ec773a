package io.revops.load;

import io.revops.book.IssueCode;
import io.revops.book.Price;
import io.revops.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one kind of row, each with how it is read and how it is written, side by side. Immutable: every method that
 * describes a column returns a longer form.
 *
 * @param <B> the builder that a row fills
 * @param <T> what comes of the row
 */
final class Form<B, T> {
    /** Where the cells of a row are put when it is written. */
    @FunctionalInterface
    interface Out {
        void cell(String column, String text);
    }

    /** Sets an attribute by its name. */
    @FunctionalInterface
    interface Named<B> {
        void set(B builder, String name, String value);
    }

    /** A column: whether a file must have it, and what it holds. */
    record Column(String name, boolean required, CellType type) {}

    private record Group<B, T>(List<Column> columns, BiConsumer<B, Row> reader, BiConsumer<T, Out> writer) {}

    private final Function<Row, B> start;
    private final Function<B, T> build;
    private final List<Group<B, T>> groups;
    private final @Nullable AttributeColumns<B, T> attributes;

    private Form(
            Function<Row, B> start,
            Function<B, T> build,
            List<Group<B, T>> groups,
            @Nullable AttributeColumns<B, T> attributes) {
        this.start = start;
        this.build = build;
        this.groups = groups;
        this.attributes = attributes;
    }

    /** Starts with what reads the required columns, which are described next, and what finishes the row. */
    static <B, T> Form<B, T> of(Function<Row, B> start, Function<B, T> build) {
        return new Form<>(start, build, List.of(), null);
    }

    /** A column that must be there, and is read by the start. */
    <V> Form<B, T> needs(String column, Cell<V> cell, Function<T, V> get) {
        return plus(
                List.of(new Column(column, true, cell.type())),
                (b, row) -> {},
                (t, out) -> out.cell(column, cell.write(get.apply(t))));
    }

    /** A column that is read by the start, which finds a value where it is absent. */
    <V> Form<B, T> defaulted(String column, Cell<V> cell, Function<T, V> get) {
        return plus(
                List.of(new Column(column, false, cell.type())),
                (b, row) -> {},
                (t, out) -> out.cell(column, cell.write(get.apply(t))));
    }

    /** A column that may be absent or empty. */
    <V> Form<B, T> may(String column, Cell<V> cell, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return plus(
                List.of(new Column(column, false, cell.type())),
                (b, row) -> cell.read(row, column).ifPresent(value -> set.accept(b, value)),
                (t, out) -> get.apply(t).ifPresent(value -> out.cell(column, cell.write(value))));
    }

    /** When it was recorded. */
    Form<B, T> recorded(Function<T, Optional<Instant>> get, BiConsumer<B, Instant> set) {
        return may("recorded", Cell.INSTANT, get, set);
    }

    /** An amount and its currency that must be there, and are read by the start with {@link #money(Row, String)}. */
    Form<B, T> needsMoney(String column, Function<T, Money> get) {
        return plus(
                        List.of(new Column(column, true, CellType.AMOUNT)),
                        (b, row) -> {},
                        (t, out) ->
                                out.cell(column, Cell.DECIMAL.write(get.apply(t).amount())))
                .needs("currency", Cell.CURRENCY, t -> get.apply(t).currency());
    }

    /** An amount that may be absent, and its currency, for which another column stands in. */
    Form<B, T> money(String column, String currency, Function<T, Optional<Money>> get, BiConsumer<B, Money> set) {
        return plus(
                List.of(new Column(column, false, CellType.AMOUNT), new Column(currency, false, CellType.CURRENCY)),
                (b, row) -> Cell.DECIMAL.read(row, column).ifPresent(amount -> {
                    Optional<Currency> in =
                            Cell.CURRENCY.read(row, currency).or(() -> Cell.CURRENCY.read(row, "currency"));
                    set.accept(b, Money.of(amount, in.orElseThrow(() -> Cell.missing(currency))));
                }),
                (t, out) -> get.apply(t).ifPresent(money -> {
                    out.cell(column, Cell.DECIMAL.write(money.amount()));
                    out.cell(currency, Cell.CURRENCY.write(money.currency()));
                }));
    }

    /** A price in its columns, each with a prefix. */
    Form<B, T> price(String prefix, Function<T, Optional<Price>> get, BiConsumer<B, Price> set) {
        PriceColumns price = new PriceColumns(prefix);
        return plus(
                price.columns(),
                (b, row) -> price.read(row).ifPresent(p -> set.accept(b, p)),
                (t, out) -> get.apply(t).ifPresent(p -> price.write(p, out)));
    }

    /** Columns that only belong together. */
    Form<B, T> group(List<Column> columns, BiConsumer<B, Row> reader, BiConsumer<T, Out> writer) {
        return plus(columns, reader, writer);
    }

    /** Columns that are a shorter way to write what other files hold; they are read, and never written. */
    Form<B, T> shorthand(List<Column> columns, BiConsumer<B, Row> reader) {
        return group(columns, reader, (t, out) -> {});
    }

    /** Attributes: some in columns of their own, all others in columns named {@code attr.NAME}. */
    Form<B, T> attributes(List<String> plain, Function<T, Map<String, String>> get, Named<B> set) {
        return new Form<>(start, build, groups, new AttributeColumns<>(plain, get, set));
    }

    private Form<B, T> plus(List<Column> columns, BiConsumer<B, Row> reader, BiConsumer<T, Out> writer) {
        List<Group<B, T>> longer = new ArrayList<>(groups);
        longer.add(new Group<>(columns, reader, writer));
        return new Form<>(start, build, List.copyOf(longer), attributes);
    }

    /** Every column with a fixed name, in order. */
    List<Column> columns() {
        List<Column> all = new ArrayList<>();
        groups.forEach(g -> all.addAll(g.columns()));
        if (attributes != null) {
            all.addAll(attributes.columns());
        }
        return all;
    }

    boolean hasAttributes() {
        return attributes != null;
    }

    T read(Row row) {
        B builder = start.apply(row);
        groups.forEach(g -> g.reader().accept(builder, row));
        if (attributes != null) {
            attributes.read(builder, row);
        }
        return build.apply(builder);
    }

    void write(T value, Out out) {
        groups.forEach(g -> g.writer().accept(value, out));
        if (attributes != null) {
            attributes.write(value, out);
        }
    }

    /** An amount and its currency, both of which must be there. */
    static Money money(Row row, String column) {
        return Money.of(Cell.DECIMAL.required(row, column), Cell.CURRENCY.required(row, "currency"));
    }

    /** What a column means only together with another, which is missing. */
    static BadRow without(String column, String value, String other) {
        return new BadRow(
                IssueCode.MISSING_VALUE,
                other,
                value,
                "There is a " + column + " and no " + other + ". Maybe it was lost in the export.");
    }
}
