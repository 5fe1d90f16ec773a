package io.revops.report.page;

import io.revops.metric.Explanation;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Table;
import java.util.List;
import java.util.Objects;

/** A table of the page; a figure in it leads to how it was concluded. */
final class TableHtml {
    private static final int WORDS = 2;

    private final Markup page;
    private final Table table;
    private final Conclusions conclusions;

    TableHtml(Markup page, Table table, Conclusions conclusions) {
        this.page = page;
        this.table = table;
        this.conclusions = conclusions;
    }

    /** How the table's figures were concluded, those of a row after those of the row before. */
    List<Explanation> concluded() {
        return table.rows().stream()
                .flatMap(row -> row.stream().map(Cell::how))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    void write(String id) {
        String caption = table.title().isEmpty() ? "Figures" : table.title();
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table", "id", id, "class", isWordy() ? "wordy" : "");
        page.words("caption", caption);
        page.open("thead").open("tr");
        for (Column column : table.columns()) {
            page.words("th", column.title(), "scope", "col", "class", kind(column));
        }
        page.close().close();
        page.open("tbody");
        table.body().forEach(this::row);
        if (table.rows().isEmpty()) {
            page.open("tr")
                    .words(
                            "td",
                            "none",
                            "colspan",
                            String.valueOf(table.columns().size()))
                    .close();
        }
        page.close();
        if (table.totals() > 0) {
            page.open("tfoot");
            table.rows()
                    .subList(table.rows().size() - table.totals(), table.rows().size())
                    .forEach(this::row);
            page.close();
        }
        page.close().close();
        if (!table.notes().isEmpty()) {
            page.open("ul", "class", "notes");
            table.notes().forEach(note -> page.words("li", note));
            page.close();
        }
    }

    private void row(List<Cell> row) {
        page.open("tr");
        for (int i = 0; i < row.size(); i++) {
            Column column = table.columns().get(i);
            if (i == 0) {
                page.open("th", "scope", "row", "class", kind(column), "dir", dir(column));
            } else {
                page.open("td", "class", kind(column), "dir", dir(column), "data-of", isWordy() ? column.title() : "");
            }
            cell(row.get(i));
            page.close();
        }
        page.close();
    }

    private void cell(Cell cell) {
        Explanation how = cell.how();
        if (how == null) {
            words(cell);
            return;
        }
        page.open("a", "class", "why", "href", "#" + conclusions.anchor(how));
        words(cell);
        page.close();
    }

    private void words(Cell cell) {
        if (cell.undefined() == null) {
            page.text(cell.printed());
        } else {
            page.words(
                    "span",
                    cell.printed(),
                    "class",
                    "undefined",
                    "title",
                    cell.undefined().text());
        }
    }

    /** A table of many words: on a phone each of its rows becomes a paragraph. */
    private boolean isWordy() {
        return table.columns().stream().filter(c -> !c.isNumeric()).count() > WORDS;
    }

    private static String kind(Column column) {
        return column.isNumeric() ? "num" : "";
    }

    /** Names come in any script: each takes its own direction and leaves that of its neighbours alone. */
    private static String dir(Column column) {
        return column.isNumeric() ? "" : "auto";
    }
}
