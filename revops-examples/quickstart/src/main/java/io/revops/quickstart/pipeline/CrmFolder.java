package io.revops.quickstart.pipeline;

import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import io.revops.load.MappedSheet;
import io.revops.load.Mapping;
import io.revops.load.NativeForm;
import io.revops.load.hubspot.HubSpotExport;
import io.revops.load.salesforce.SalesforceExport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a folder of exports holds, and reads it. */
final class CrmFolder {
    private CrmFolder() {}

    /**
     * The book of a folder.
     *
     * @throws IllegalArgumentException if nothing in it can be read
     */
    static Loaded<RevenueBook> read(Path folder) {
        List<Path> files = files(folder);
        if (files.stream().anyMatch(f -> isNamed(f, "opportunity.csv"))) {
            return SalesforceExport.read(folder);
        }
        if (files.stream().anyMatch(f -> isNamed(f, "deal.csv"))) {
            return HubSpotExport.read(folder);
        }
        if (files.stream()
                .anyMatch(f -> isNamed(f, "opportunities.csv") && mapping(f).isEmpty())) {
            return NativeForm.read(folder);
        }
        MappedSheet.Reader sheets = MappedSheet.reader();
        int mapped = 0;
        for (Path file : files) {
            Optional<Mapping> mapping = mapping(file);
            if (mapping.isPresent()) {
                sheets = sheets.add(file, mapping.get());
                mapped++;
            }
        }
        if (mapped == 0) {
            throw new IllegalArgumentException("Nothing in " + folder + " can be read: it holds no Opportunity.csv,"
                    + " deal.csv or opportunities.csv, and no sheet that a mapping fits. Maybe write a mapping beside the"
                    + " sheet, sales.json beside sales.csv.");
        }
        return sheets.read();
    }

    private static boolean isNamed(Path file, String name) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).equals(name);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f ->
                            f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The folder " + folder + " cannot be read. Maybe its name is misspelt.", e);
        }
    }

    /** The one that lies beside a sheet, else the one of the library whose columns the sheet has, the one with most. */
    private static Optional<Mapping> mapping(Path file) {
        String name = file.getFileName().toString();
        Path beside = file.resolveSibling(name.substring(0, name.length() - ".csv".length()) + ".json");
        if (Files.exists(beside)) {
            return Optional.of(Mapping.read(beside));
        }
        Set<String> header = header(file);
        return Mapping.shipped().stream()
                .map(Mapping::shipped)
                .filter(m -> m.columns().size() > 1)
                .filter(m -> m.columns().keySet().stream().allMatch(c -> header.contains(c.toLowerCase(Locale.ROOT))))
                .reduce((a, b) -> b.columns().size() > a.columns().size() ? b : a);
    }

    private static Set<String> header(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            return line == null
                    ? Set.of()
                    : Arrays.stream(line.replace("\uFEFF", "").split("[,;\t]", -1))
                            .map(c -> c.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (java.nio.charset.CharacterCodingException e) {
            return Set.of(); // a sheet in another encoding needs a mapping that says so
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
