package io.revops.load;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Reads a file in a JVM of its own, whose heap is small, and prints what came of it. */
final class HostileRun {
    private static final Map<String, Function<Path, Loaded<?>>> READERS = Map.of(
            "native", NativeForm::read,
            "periods", PeriodsCsv.in("USD")::read,
            "links", LinksFile::read,
            "stripe", io.revops.load.stripe.StripeExport::read,
            "mapped", file -> MappedSheet.read(file, Mapping.shipped("subscriptions")));

    private HostileRun() {}

    /** The reader and the file or folder. */
    public static void main(String[] args) {
        Loaded<?> loaded = READERS.get(args[0]).apply(Path.of(args[1]));
        System.out.println(loaded.accepted() + " accepted, " + loaded.rejected() + " rejected, " + loaded.duplicates()
                + " duplicates, " + loaded.issues().size() + " issues");
        loaded.issues().stream().limit(2).forEach(System.out::println);
        System.out.println(
                loaded.issues().isEmpty()
                        ? ""
                        : loaded.issues().get(loaded.issues().size() - 1).reason());
    }
}
