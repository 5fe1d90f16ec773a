package io.revops.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.revops.book.IssueCode;
import io.revops.book.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object as a row: its keys are the columns, and its values, text, numbers and truth values, the cells. */
final class JsonRow {
    /** The most columns of a row, and the most characters of all its cells: as of a table in CSV. */
    static final int MAX_COLUMNS = 1 << 14;

    static final int MAX_ROW = 8_000_000;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> cells = new ArrayList<>();
    private @Nullable BadRow problem;
    private long length;

    /** Takes the value of a column, before which the parser stands. */
    void take(String column, JsonParser in) throws IOException {
        JsonToken value = in.nextToken();
        if (cells.size() >= MAX_COLUMNS || length > MAX_ROW) {
            in.skipChildren();
            problem = new BadRow(
                    IssueCode.BROKEN_ROW,
                    "",
                    "",
                    "The row has more than " + MAX_COLUMNS + " columns or " + MAX_ROW
                            + " characters. Maybe a bracket is missing.");
            return;
        }
        if (columns.putIfAbsent(column, cells.size()) != null) {
            problem = new BadRow(
                    IssueCode.BROKEN_ROW, column, "", "The row has the column twice. Maybe take one of the two away.");
        }
        if (value.isStructStart()) {
            in.skipChildren();
            problem = new BadRow(
                    IssueCode.BAD_VALUE,
                    column,
                    "",
                    "The value is an object or an array. Maybe write it as a text or a number.");
        }
        String cell = value.isStructStart() || value == JsonToken.VALUE_NULL ? "" : in.getText();
        length += column.length() + cell.length();
        cells.add(cell);
    }

    Row finished(Source place) {
        if (problem != null) {
            throw problem;
        }
        return new Row(columns, cells.toArray(String[]::new), place);
    }
}
