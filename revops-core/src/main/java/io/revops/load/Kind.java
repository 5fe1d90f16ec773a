package io.revops.load;

import io.revops.book.RevenueBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One kind of row of the native form, which has a file of its own, or an array in the JSON document. */
interface Kind {
    /** The name of the file, without its ending. */
    String name();

    /** Every column with a fixed name, in order. */
    List<Form.Column> columns();

    /** Whether there may be columns of any name after {@value AttributeColumns#PREFIX}. */
    boolean hasAttributes();

    /** What is to be done with the rows of this kind, whose facts are collected. */
    Function<Row, LoadLog.Verdict> reader(NativeRows into);

    /** Writes every row that a book has of this kind. */
    void write(RevenueBook book, Consumer<Consumer<Form.Out>> row);

    default List<String> required() {
        return columns().stream()
                .filter(Form.Column::required)
                .map(Form.Column::name)
                .toList();
    }

    /** The names of its columns, for a message. */
    default List<String> known() {
        List<String> names =
                new ArrayList<>(columns().stream().map(Form.Column::name).toList());
        if (hasAttributes()) {
            names.add(AttributeColumns.PREFIX + "NAME");
        }
        return names;
    }

    default boolean knows(String column) {
        return columns().stream().anyMatch(c -> c.name().equals(column))
                || (hasAttributes() && column.startsWith(AttributeColumns.PREFIX));
    }
}
