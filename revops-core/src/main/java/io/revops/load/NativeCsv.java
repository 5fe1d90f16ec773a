package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The native form as a folder of CSV files. */
final class NativeCsv {
    private static final String ENDING = ".csv";

    private NativeCsv() {}

    static void read(Path folder, LoadLog log, NativeRows rows) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(f -> !name(f).startsWith(".")).sorted().toList();
        }
        boolean any = false;
        for (Kind kind : NativeKinds.ALL) {
            for (Path file : files) {
                if (stem(file).equals(kind.name())) {
                    read(file, kind, log, rows);
                    any = true;
                }
            }
        }
        for (Path file : files) {
            if (NativeKinds.named(stem(file)).isEmpty() && !stem(file).equals(LinksFile.NAME)) {
                log.issue(other(file));
            }
        }
        if (!any) {
            log.issue(new Issue(
                    IssueCode.UNREADABLE,
                    Severity.ERROR,
                    new Source(NativeForm.SYSTEM, name(folder), 0),
                    "",
                    "",
                    "",
                    "The folder has no file of the native form. Maybe " + within(files) + "; a file is one of "
                            + NativeKinds.names() + " with the ending " + ENDING + "."));
        }
    }

    /** What is said of a file that is not read: a warning, if it is called nearly as one that is. */
    private static Issue other(Path file) {
        Optional<String> meant = Nearest.to(stem(file), NativeKinds.names());
        String reason = Files.isDirectory(file)
                ? "It is a folder, and nothing in it was read. Maybe read it by itself."
                : "The file is none of the native form, and was not read. Maybe "
                        + meant.map(kind -> "it should be " + kind + ENDING + ", or is another system's")
                                .orElse("its name is mistyped")
                        + ".";
        return new Issue(
                IssueCode.UNKNOWN_KIND,
                meant.isPresent() ? Severity.WARNING : Severity.NOTE,
                new Source(NativeForm.SYSTEM, name(file), 0),
                "",
                "",
                "",
                reason);
    }

    /** The folder that was probably meant. */
    private static String within(List<Path> files) throws IOException {
        for (Path folder : files) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> listed = Files.list(folder)) {
                    if (listed.anyMatch(f -> NativeKinds.named(stem(f)).isPresent())) {
                        return "the folder (" + name(folder) + ") within it";
                    }
                }
            }
        }
        return "the wrong folder";
    }

    private static void read(Path file, Kind kind, LoadLog log, NativeRows rows) {
        read(CsvTable.of(file, NativeForm.SYSTEM), kind, log, rows);
    }

    static void read(RowSource source, Kind kind, LoadLog log, NativeRows rows) {
        new RowIntake(
                        log,
                        NativeForm.SYSTEM,
                        source.name(),
                        kind.required(),
                        known(log, source.name(), kind.name(), kind::knows, kind.known()),
                        kind.reader(rows))
                .take(source);
    }

    /** Makes an issue of every column of a header that is not known. */
    static Consumer<List<String>> known(
            LoadLog log, String name, String what, Predicate<String> isKnown, List<String> known) {
        Source place = new Source(NativeForm.SYSTEM, name, 1);
        return columns -> columns.stream()
                .filter(isKnown.negate())
                .forEach(column -> log.issue(unknown(what, known, column, place)));
    }

    static Issue unknown(String what, List<String> known, String column, Source place) {
        return new Issue(
                IssueCode.UNKNOWN_KIND,
                Severity.ERROR,
                place,
                "",
                column,
                "",
                "There is no such column in " + what + ", and it was not read. " + Nearest.meant(column, known));
    }

    /** A file of a kind that the book has nothing of is not written, or, if it is there, emptied down to its header. */
    static void write(RevenueBook book, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "It is a file. Maybe name a folder to write into.");
        }
        Files.createDirectories(folder);
        for (Kind kind : NativeKinds.ALL) {
            Path file = folder.resolve(kind.name() + ENDING);
            Set<String> used = new TreeSet<>();
            kind.write(book, row -> row.accept((column, text) -> used.add(column)));
            if (used.isEmpty() && !Files.exists(file) && kind != NativeKinds.ALL.get(0)) {
                continue;
            }
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                new Rows(out, kind, used).write(book);
            }
        }
    }

    /** Writes the rows of one file, with the columns that are required or have a value in some row. */
    private static final class Rows {
        private final BufferedWriter out;
        private final Kind kind;
        private final List<String> header = new ArrayList<>();
        private final Set<String> numbers = new TreeSet<>();

        Rows(BufferedWriter out, Kind kind, Set<String> used) {
            this.out = out;
            this.kind = kind;
            for (Form.Column column : kind.columns()) {
                if (column.required() || used.contains(column.name())) {
                    header.add(column.name());
                }
                if (column.type() != CellType.TEXT) {
                    numbers.add(column.name());
                }
            }
            used.stream().filter(c -> c.startsWith(AttributeColumns.PREFIX)).forEach(header::add);
        }

        /** A row that says what the header says would be read as the header again: an empty column more tells them apart. */
        private void tellApart(RevenueBook book) {
            boolean[] alike = new boolean[1];
            kind.write(book, row -> {
                Map<String, String> cells = new HashMap<>();
                row.accept(cells::put);
                alike[0] |=
                        header.stream().allMatch(c -> c.equals(cell(c, cells).strip()));
            });
            if (alike[0]) {
                kind.columns().stream()
                        .map(Form.Column::name)
                        .filter(c -> !header.contains(c))
                        .findFirst()
                        .ifPresent(header::add);
            }
        }

        void write(RevenueBook book) throws IOException {
            tellApart(book);
            line(header);
            kind.write(book, row -> {
                Map<String, String> cells = new HashMap<>();
                row.accept(cells::put);
                try {
                    line(header.stream().map(c -> cell(c, cells)).toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private String cell(String column, Map<String, String> cells) {
            String text = cells.get(column);
            if (text == null) {
                return "";
            }
            return numbers.contains(column) ? text : CellText.inCsv(text);
        }

        private void line(List<String> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                out.write(i == 0 ? "" : ",");
                out.write(quoted(cells.get(i)));
            }
            out.write("\n");
        }

        private static String quoted(String cell) {
            boolean plain = cell.chars().noneMatch(c -> (c <= ' ' && c != ' ') || c == ',' || c == ';' || c == '"')
                    && !cell.startsWith(" ")
                    && !cell.endsWith(" ");
            return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String stem(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    }
}
