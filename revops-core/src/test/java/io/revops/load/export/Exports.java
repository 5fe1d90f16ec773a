package io.revops.load.export;

import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder with small tables for a test, and what must hold of every reader of one. */
public final class Exports {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** A table; a header that is empty is not written, for files of JSON lines. */
    public Exports table(String file, String header, List<String> lines) {
        headers.put(file, header);
        rows.put(file, List.copyOf(lines));
        return this;
    }

    /** The same tables with their rows in another order. */
    public Exports shuffled(Random random) {
        Exports other = new Exports();
        rows.forEach((file, lines) -> {
            List<String> mixed = new ArrayList<>(lines);
            Collections.shuffle(mixed, random);
            other.table(file, headers.get(file), mixed);
        });
        return other;
    }

    /** The same tables with every row twice. */
    public Exports twice() {
        Exports other = new Exports();
        rows.forEach((file, lines) -> {
            List<String> both = new ArrayList<>(lines);
            both.addAll(lines);
            other.table(file, headers.get(file), both);
        });
        return other;
    }

    /** Reads them from a folder of their own, or the only one as a file. */
    public Loaded<RevenueBook> read(Function<Path, Loaded<RevenueBook>> reader) {
        try {
            Path folder = Files.createTempDirectory("revops");
            for (Map.Entry<String, List<String>> table : rows.entrySet()) {
                String header = headers.get(table.getKey());
                Files.writeString(
                        folder.resolve(table.getKey()),
                        (header.isEmpty() ? "" : header + "\n") + String.join("\n", table.getValue()) + "\n",
                        StandardCharsets.UTF_8);
            }
            Loaded<RevenueBook> loaded = reader.apply(folder);
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in the book, without where it was read. */
    public static List<String> facts(Loaded<RevenueBook> loaded) {
        return loaded.value().facts().map(Object::toString).sorted().toList();
    }

    /** Every issue without its line, which is another in another order. */
    public static List<String> issues(Loaded<RevenueBook> loaded) {
        return loaded.value().issues().stream()
                .map(i -> i.code() + " " + i.source().file() + " " + i.subject() + " " + i.column() + " " + i.value()
                        + " " + i.reason().replaceAll("(csv|jsonl):\\d+", "$1"))
                .sorted()
                .toList();
    }

    /** accepted + rejected + duplicates = read, with at least one row. */
    public static boolean addsUp(Loaded<?> loaded) {
        return loaded.read() > 0 && loaded.accepted() + loaded.rejected() + loaded.duplicates() == loaded.read();
    }
}
