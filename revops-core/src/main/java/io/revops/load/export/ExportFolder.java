package io.revops.load.export;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files of a folder a reader takes. */
public final class ExportFolder {
    private final Path path;
    private final String system;
    private final String expected;

    private ExportFolder(Path path, String system, String expected) {
        this.path = Objects.requireNonNull(path, "path");
        this.system = system;
        this.expected = expected;
    }

    /**
     * A folder, or a single file.
     *
     * @param system the kind of system that it comes from, for {@link Source}
     * @param expected the files that are read, for messages: {@code .json or .csv file}
     */
    public static ExportFolder of(Path path, String system, String expected) {
        return new ExportFolder(path, system, expected);
    }

    /**
     * The files to read, by name: the path itself if it is a file; of a folder those that are known, not of folders in it. A
     * folder without any is an error, and other files are named in a note.
     *
     * @throws UncheckedIOException if the path is not there or cannot be read
     */
    public List<Path> files(LoadLog log, Predicate<Path> known) {
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new NoSuchFileException(
                    path.toString(),
                    null,
                    "There is no such file or folder. Maybe check the path, from "
                            + Path.of("").toAbsolutePath()));
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> all;
        try (Stream<Path> listed = Files.list(path)) {
            all = listed.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Path> read = all.stream().filter(known).toList();
        if (read.isEmpty()) {
            issue(
                    log,
                    IssueCode.UNREADABLE,
                    Severity.ERROR,
                    "",
                    "The folder has no " + expected + ". Maybe the export lies in a folder within it.");
        } else if (read.size() < all.size()) {
            String others = String.join(
                    ", ",
                    all.stream().filter(known.negate()).map(ExportFolder::name).toList());
            issue(
                    log,
                    IssueCode.UNKNOWN_KIND,
                    Severity.NOTE,
                    others,
                    (all.size() - read.size()) + " files are no " + expected
                            + " and were not read. Maybe nothing is wrong.");
        }
        return read;
    }

    /** The name of a file in lower case, without its folder. */
    public static String lower(Path file) {
        return name(file).toLowerCase(Locale.ROOT);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void issue(LoadLog log, IssueCode code, Severity severity, String value, String reason) {
        log.issue(new Issue(code, severity, new Source(system, name(path), 0), "", "", value, reason));
    }
}
