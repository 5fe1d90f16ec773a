package io.revops.load;

import io.revops.book.IssueCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Attributes in columns: those that everybody has by their own names, all others as {@code attr.NAME}. */
final class AttributeColumns<B, T> {
    static final String PREFIX = "attr.";

    private final List<String> plain;
    private final Function<T, Map<String, String>> get;
    private final Form.Named<B> set;

    AttributeColumns(List<String> plain, Function<T, Map<String, String>> get, Form.Named<B> set) {
        this.plain = List.copyOf(plain);
        this.get = get;
        this.set = set;
    }

    List<Form.Column> columns() {
        return plain.stream().map(c -> new Form.Column(c, false, CellType.TEXT)).toList();
    }

    void read(B builder, Row row) {
        for (String column : plain) {
            Cell.TEXT.read(row, column).ifPresent(value -> set.set(builder, column, value));
        }
        for (String column : row.columns()) {
            if (column.startsWith(PREFIX)) {
                Cell.TEXT.read(row, column).ifPresent(value -> custom(builder, row, column, value));
            }
        }
    }

    private void custom(B builder, Row row, String column, String value) {
        String name = column.substring(PREFIX.length());
        Optional<String> other = plain.contains(name) ? Cell.TEXT.read(row, name) : Optional.empty();
        if (other.isPresent() && !other.get().equals(value)) {
            throw new BadRow(
                    IssueCode.CONFLICT,
                    column,
                    value,
                    "The column " + name + " says something else. Maybe keep one of the two columns.");
        }
        set.set(builder, name, value);
    }

    void write(T value, Form.Out out) {
        Map<String, String> attributes = get.apply(value);
        for (String name : plain) {
            String written = attributes.get(name);
            if (written != null) {
                out.cell(name, written);
            }
        }
        attributes.forEach((name, written) -> {
            if (!plain.contains(name)) {
                out.cell(PREFIX + checked(name), written);
            }
        });
    }

    private static String checked(String name) {
        if (name.isEmpty() || !name.equals(name.strip()) || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The attribute (" + name
                    + ") cannot be the name of a column. Maybe take the blanks around its name away.");
        }
        return name;
    }
}
