package io.revops.load.salesforce;

import io.revops.book.IssueCode;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.BadRows;
import io.revops.load.CsvTable;
import io.revops.load.LoadLog;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of a folder. */
final class SalesforceLoad {
    /** Thrown to read no further than the first row. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super(null, null, false, false);
        }
    }

    private final Context context;
    private final Accounts accounts;
    private final People people;
    private final DealLines lines;
    private final Deals deals;

    SalesforceLoad(BadRows badRows, StageMap stages, @Nullable Currency currency, @Nullable ProductKind kind) {
        context = new Context(new LoadLog(badRows), new Notes(), currency);
        accounts = new Accounts(context);
        people = new People(context);
        lines = new DealLines(context, kind);
        deals = new Deals(context, stages, lines);
    }

    Loaded<RevenueBook> read(Path folder) {
        boolean any = false;
        for (Path path : files(folder)) {
            Optional<CrmFile> file = CrmFile.of(path);
            if (file.isPresent()) {
                any = true;
                read(path, file.get());
            } else {
                context.log()
                        .issue(SalesforceExport.aboutFile(
                                IssueCode.UNKNOWN_KIND,
                                Severity.NOTE,
                                String.valueOf(path.getFileName()),
                                "The file is not read. Maybe rename it to one of " + names() + ", if it is one."));
            }
        }
        if (!any) {
            context.log()
                    .issue(SalesforceExport.aboutFile(
                            IssueCode.UNREADABLE,
                            Severity.ERROR,
                            String.valueOf(folder.getFileName()),
                            "The folder has no file that is known. Maybe another folder, or name the files " + names()
                                    + "."));
        }
        RevenueBook.Builder book = RevenueBook.builder();
        accounts.addTo(book);
        people.addTo(book);
        lines.addTo(book);
        deals.addTo(book);
        context.notes().writeTo(context.log());
        return context.log().loaded(book);
    }

    private static List<String> names() {
        return Arrays.stream(CrmFile.values()).map(f -> f.table() + ".csv").toList();
    }

    private static List<Path> files(Path folder) {
        Objects.requireNonNull(folder, "folder");
        if (!Files.isDirectory(folder)) {
            throw new UncheckedIOException(new FileSystemException(
                    folder.toString(),
                    null,
                    Files.exists(folder)
                            ? "It is not a folder. Maybe give the folder that it is in."
                            : "There is no such folder. Maybe check the path, from "
                                    + Path.of("").toAbsolutePath()));
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(p -> !Files.isDirectory(p))
                    .filter(p -> String.valueOf(p.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".csv"))
                    .sorted(Comparator.comparing(p -> String.valueOf(p.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path path, CrmFile named) {
        CsvTable table = CsvTable.of(path, SalesforceExport.SYSTEM);
        Columns columns = columns(table);
        CrmFile file = columns.has("_fivetran_start") ? named.ofVersions() : named;
        List<String> required = columns.isEmpty() ? List.of() : columns.written(file.required());
        table.read(context.log(), required, row -> read(file, new CrmRow(row, columns)));
    }

    /** The columns of a file; none if it has no row. */
    private static Columns columns(CsvTable table) {
        List<String> found = new ArrayList<>();
        try {
            table.read(new LoadLog(BadRows.COLLECT), List.of(), row -> {
                found.addAll(row.columns());
                throw new Enough();
            });
        } catch (Enough first) {
            return new Columns(found);
        }
        return new Columns(List.of());
    }

    private Verdict read(CrmFile file, CrmRow row) {
        boolean records = file == CrmFile.ACCOUNT || file == CrmFile.OPPORTUNITY;
        if (!records && (row.isDeleted() || !row.isActive())) {
            context.notes().count(row.source(), row.isDeleted() ? Note.DELETED : Note.INACTIVE);
            return Verdict.ACCEPTED;
        }
        return live(file, row);
    }

    private Verdict live(CrmFile file, CrmRow row) {
        return switch (file) {
            case ACCOUNT -> accounts.row(row);
            case OPPORTUNITY -> deals.row(row);
            case ACCOUNT_HISTORY -> accounts.field(row);
            case OPPORTUNITY_HISTORY -> deals.event(DealEvent.ofRow(row), row);
            case OPPORTUNITY_FIELD_HISTORY -> deals.event(DealEvent.ofField(row), row);
            case OPPORTUNITY_LINE_ITEM -> lines.line(row);
            case PRODUCT -> lines.product(row);
            case USER -> people.user(row);
            case CONTACT -> people.contact(row);
            case LEAD -> people.lead(row);
            case CAMPAIGN -> people.campaign(row);
            case TASK -> people.task(row);
            case EVENT -> people.event(row);
        };
    }
}
