package io.revops.quickstart.mrr;

import io.revops.load.CsvTable;
import io.revops.load.RowSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a sheet's columns, looked at before its rows are read, so that a wrong sheet is told from wrong rows. */
final class Header implements RowSource.Rows {
    static final String SYSTEM = "periods";
    private static final List<String> NEEDED =
            List.of("subscription_id", "customer_id", "start_date", "end_date", "monthly_amount");

    private final List<String> columns = new ArrayList<>();
    private String unreadable = "";

    private Header() {}

    /**
     * The columns of a sheet, those that every sheet has among them.
     *
     * @throws IllegalArgumentException if there is no such file, nothing in it, or a column is missing
     */
    static List<String> of(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("The sheet (" + file + ") is a folder. Maybe a file in it.");
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("There is no file (" + file + "). Maybe check the path, from "
                    + Path.of("").toAbsolutePath() + ".");
        }
        Header header = new Header();
        CsvTable.of(file, SYSTEM).read(header);
        if (!header.unreadable.isEmpty()) {
            throw new IllegalArgumentException(file + " cannot be read. " + header.unreadable);
        }
        if (header.columns.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " is empty. Maybe the export failed; its first line should name " + NEEDED + ".");
        }
        for (String needed : NEEDED) {
            if (!header.columns.contains(needed)) {
                List<String> others =
                        header.columns.stream().filter(c -> !NEEDED.contains(c)).toList();
                throw new IllegalArgumentException(file + " has no column " + needed + ". Maybe "
                        + Nearest.to(needed, others)
                                .map(c -> "rename " + c + "; it")
                                .orElse("another file; it")
                        + " has " + header.columns + ", and needed are " + NEEDED + ".");
            }
        }
        return List.copyOf(header.columns);
    }

    @Override
    public boolean columns(List<String> names) {
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(columns::add);
        return false;
    }

    @Override
    public void row(long number, @Nullable Object... values) {
        throw new IllegalStateException("Row " + number + " was not asked for.");
    }

    @Override
    public void broken(long number, String reason) {
        unreadable = reason;
    }

    @Override
    public void unreadable(String reason) {
        unreadable = reason;
    }
}
