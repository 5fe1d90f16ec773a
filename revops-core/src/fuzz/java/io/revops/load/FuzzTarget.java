package io.revops.load;

import io.revops.load.baremetrics.BaremetricsTemplate;
import io.revops.load.chargebee.ChargebeeExport;
import io.revops.load.hubspot.HubSpotExport;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import io.revops.load.zendesk.ZendeskExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every reader that takes bytes from outside. A new one is one line here, and a seed in {@link FuzzSeeds} if it has files. */
enum FuzzTarget {
    STRIPE(file("objects.json", StripeExport::read)),
    STRIPE_EVENTS(file("events.jsonl", StripeExport::read)),
    SALESFORCE(oneOf(
            FuzzSeeds.SALESFORCE.keySet(), ".csv", SalesforceExport.reader().in("USD")::read)),
    CHARGEBEE(file("export.json", ChargebeeExport::read)),
    CHARGEBEE_TABLE(file("subscriptions.csv", ChargebeeExport::read)),
    HUBSPOT(oneOf(FuzzSeeds.HUBSPOT.keySet(), ".csv", HubSpotExport.reader().in("USD")::read)),
    ZENDESK(oneOf(FuzzSeeds.ZENDESK.keySet(), ".csv", ZendeskExport::read)),
    BAREMETRICS(file("template.csv", BaremetricsTemplate::read)),
    NATIVE_CSV(oneOf(NativeKinds.names(), ".csv", NativeForm::read)),
    NATIVE_JSON(file("book.json", NativeForm::read)),
    PERIODS(file("periods.csv", PeriodsCsv.in("USD")::read)),
    PERIOD_ROWS(FuzzTarget::periodRows),
    LINKS(file("links.csv", LinksFile::read)),
    MAPPED_SHEET(FuzzTarget::mappedSheet),
    MAPPING(FuzzTarget::mapping);

    /** Reads bytes; what is accepted, rejected and a duplicate has been added up by {@link Loaded.Count}. */
    @FunctionalInterface
    interface Reading {
        Loaded<?> read(byte[] data, Path folder) throws IOException;
    }

    private static final Loaded<String> NOTHING = new Loaded<>("", List.of(), List.of());

    private final Reading reading;

    FuzzTarget(Reading reading) {
        this.reading = reading;
    }

    Loaded<?> read(byte[] data, Path folder) throws IOException {
        return reading.read(data, folder);
    }

    /** What to begin with. */
    List<byte[]> seeds() {
        return switch (this) {
            case STRIPE -> bytes(FuzzSeeds.STRIPE);
            case STRIPE_EVENTS -> bytes(FuzzSeeds.EVENTS);
            case SALESFORCE -> chosen(new ArrayList<>(FuzzSeeds.SALESFORCE.values()));
            case CHARGEBEE -> bytes(FuzzSeeds.CHARGEBEE);
            case CHARGEBEE_TABLE -> bytes(FuzzSeeds.CHARGEBEE_TABLES);
            case HUBSPOT -> chosen(new ArrayList<>(FuzzSeeds.HUBSPOT.values()));
            case ZENDESK -> chosen(new ArrayList<>(FuzzSeeds.ZENDESK.values()));
            case BAREMETRICS -> bytes(List.of(FuzzSeeds.BAREMETRICS));
            case NATIVE_CSV ->
                chosen(NativeKinds.ALL.stream().map(FuzzSeeds::csv).toList());
            case NATIVE_JSON ->
                bytes(NativeKinds.ALL.stream().map(FuzzSeeds::json).toList());
            case PERIODS, PERIOD_ROWS -> bytes(List.of(FuzzSeeds.PERIODS));
            case LINKS -> bytes(List.of("billing_account_id,crm_account_id\ncus_17,0015Y\n"));
            case MAPPED_SHEET ->
                chosen(Mapping.shipped().stream().map(FuzzSeeds::sheet).toList());
            case MAPPING -> bytes(FuzzSeeds.MAPPINGS);
        };
    }

    private static List<byte[]> bytes(List<String> texts) {
        return texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /** Each with a first byte that says which file it is. */
    private static List<byte[]> chosen(List<String> texts) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
            byte[] seed = new byte[text.length + 1];
            seed[0] = (byte) i;
            System.arraycopy(text, 0, seed, 1, text.length);
            all.add(seed);
        }
        return all;
    }

    private static Reading file(String name, Function<Path, Loaded<?>> reader) {
        return (data, folder) -> reader.apply(Files.write(folder.resolve(name), data));
    }

    private static Reading oneOf(java.util.Collection<String> names, String ending, Function<Path, Loaded<?>> reader) {
        List<String> all = List.copyOf(names);
        return (data, folder) -> {
            Path file = folder.resolve(all.get(choice(data, all.size())) + ending);
            try {
                Files.write(file, rest(data));
                return reader.apply(folder);
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }

    /** A file has a plain way and a general one: both have to find the same. */
    private static Loaded<?> periodRows(byte[] data, Path folder) throws IOException {
        Path file = Files.write(folder.resolve("periods.csv"), data);
        Loaded<?> rows = PeriodsCsv.in("USD").stream(file);
        Loaded<?> book = PeriodsCsv.in("USD").read(file);
        if (!rows.counts().equals(book.counts()) || !rows.issues().equals(book.issues())) {
            throw new IllegalStateException("As rows it is " + rows + ", and as a book " + book);
        }
        return rows;
    }

    private static Loaded<?> mappedSheet(byte[] data, Path folder) throws IOException {
        String name = Mapping.shipped().get(choice(data, Mapping.shipped().size()));
        Mapping mapping = MAPPINGS.computeIfAbsent(name, Mapping::shipped);
        return MappedSheet.read(Files.write(folder.resolve("sheet.csv"), rest(data)), mapping);
    }

    private static final Map<String, Mapping> MAPPINGS = new java.util.HashMap<>();

    private static Loaded<?> mapping(byte[] data, Path folder) throws IOException {
        try {
            Mapping mapping = Mapping.read(Files.write(folder.resolve("mapping.json"), data));
            return MappedSheet.reader()
                    .add(RowSource.of("rows", List.copyOf(mapping.columns().keySet()), FuzzSeeds.ROWS), mapping)
                    .read();
        } catch (IllegalArgumentException e) {
            // The documented answer to a mapping that is none.
            return NOTHING;
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() instanceof java.nio.charset.CharacterCodingException) {
                return NOTHING;
            }
            throw e;
        }
    }

    private static int choice(byte[] data, int of) {
        return data.length == 0 ? 0 : (data[0] & 0xFF) % of;
    }

    private static byte[] rest(byte[] data) {
        return data.length == 0 ? data : java.util.Arrays.copyOfRange(data, 1, data.length);
    }
}
