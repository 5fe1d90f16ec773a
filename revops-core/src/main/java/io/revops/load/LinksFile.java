package io.revops.load;

import io.revops.book.AccountId;
import io.revops.book.IssueCode;
import io.revops.book.Links;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A file of links between the accounts of two systems, for {@link io.revops.book.RevenueBook#merge}: a CSV file with the
 * columns {@code billing_account_id}, the account to be recognised, and {@code crm_account_id}, under whose id the two are
 * kept.
 *
 * <p>Several accounts may be linked to one. One that is linked to two is an issue, and its first row holds; so is a column
 * that is neither of the two.
 */
public final class LinksFile {
    static final String NAME = "links";

    private static final String FROM = "billing_account_id";
    private static final String TO = "crm_account_id";

    private static final List<String> COLUMNS = List.of(FROM, TO);

    private LinksFile() {}

    /** Reads a file, or the file {@code links.csv} of a folder, and collects bad rows. */
    public static Loaded<Links> read(Path path) {
        return read(path, BadRows.COLLECT);
    }

    /** Reads a file, or the file {@code links.csv} of a folder. */
    public static Loaded<Links> read(Path path, BadRows badRows) {
        Objects.requireNonNull(path, "path");
        Path file = Files.isDirectory(path) ? path.resolve(NAME + ".csv") : path;
        LoadLog log = new LoadLog(badRows);
        Map<AccountId, AccountId> pairs = new HashMap<>();
        Consumer<List<String>> header =
                NativeCsv.known(log, String.valueOf(file.getFileName()), "a links file", COLUMNS::contains, COLUMNS);
        CsvTable.of(file, NativeForm.SYSTEM).read(log, COLUMNS, header, row -> {
            AccountId from = Cell.ACCOUNT.required(row, FROM);
            AccountId to = Cell.ACCOUNT.required(row, TO);
            AccountId before = pairs.putIfAbsent(from, to);
            if (before == null) {
                return LoadLog.Verdict.ACCEPTED;
            }
            if (before.equals(to)) {
                return LoadLog.Verdict.DUPLICATE;
            }
            throw new BadRow(
                    IssueCode.CONFLICT,
                    TO,
                    to.value(),
                    "An earlier row links the same account to another one, which holds. Maybe take one of the rows away.");
        });
        return log.loaded(issues -> pairs.isEmpty() ? Links.none() : Links.of(pairs));
    }
}
