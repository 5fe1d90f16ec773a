package io.revops.load;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for any bytes: a reader ends, throws nothing, counts every row once, and what it accepted can be written and read
 * again.
 */
public final class Fuzzed {
    /** Writing takes ten times as long as reading: of so many inputs one is written. */
    private static final int WRITTEN = 32;

    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("revops.fuzz", "NATIVE_CSV"));
    private static final Path FOLDER = folder("read");
    private static final Path COPY = folder("copy");

    private Fuzzed() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        check(TARGET, data);
    }

    static void check(FuzzTarget target, byte[] data) throws IOException {
        Loaded<?> loaded = target.read(data, FOLDER);
        if (loaded.accepted() + loaded.rejected() + loaded.duplicates() != loaded.read()
                || loaded.accepted() < 0
                || loaded.rejected() < 0
                || loaded.duplicates() < 0) {
            throw new IllegalStateException("Rows do not add up: " + loaded);
        }
        if (loaded.value() instanceof RevenueBook book
                && loaded.accepted() > 0
                && Math.floorMod(Arrays.hashCode(data), WRITTEN) == 0) {
            comesBack(book);
        }
    }

    private static void comesBack(RevenueBook book) throws IOException {
        try (Stream<Path> old = Files.list(COPY)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try {
            NativeForm.writeCsv(book, COPY);
        } catch (IllegalArgumentException e) {
            // The documented answer to the name of an attribute that cannot be the name of a column.
            return;
        }
        Set<Fact> before = book.facts().collect(Collectors.toSet());
        Loaded<RevenueBook> again = NativeForm.read(COPY);
        Set<Fact> after = again.value().facts().collect(Collectors.toSet());
        if (!before.equals(after)) {
            throw new IllegalStateException(
                    "Written and read again it is another book: " + before + " became " + after + " with " + again);
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("revops-fuzz-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
