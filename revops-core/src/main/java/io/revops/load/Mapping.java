package io.revops.load;

import io.revops.book.Outcome;
import io.revops.money.Money;
import io.revops.time.Cadence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a sheet mean, as data: read from JSON, so that a renamed column is an edit and not a release, or built in
 * Java. A {@link MappedSheet} reads with it. {@code docs/mappings.md} is the manual, with every key.
 *
 * <pre>{@code
 * Mapping deals = Mapping.of("opportunities")
 *         .column("Deal ID", "opportunity_id").column("Opened", "created").column("Phase", "stage")
 *         .column("Closes", "close_date").column("Value", "amount")
 *         .dates("M/d/yy").unit(AmountUnit.MAJOR).currency("USD")
 *         .stage("Signed", Outcome.WON).stage("Gone", Outcome.LOST).stage("*", Outcome.OPEN)
 *         .build();
 * }</pre>
 */
public final class Mapping {
    /** In a map of texts: every other text; as what it means: the text as it is. */
    static final String ANY = "*";

    private final Builder all;

    private Mapping(Builder all) {
        this.all = all;
    }

    /**
     * Begins a mapping of a sheet.
     *
     * @param kind what a row becomes: {@code periods}, or the name of a file of the native form, such as {@code opportunities}
     */
    public static Builder of(String kind) {
        return new Builder(kind);
    }

    /**
     * Reads a mapping from JSON.
     *
     * @throws IllegalArgumentException if it is none: the message names the key, and the one that was probably meant
     */
    public static Mapping parse(String json) {
        return MappingJson.parse(Objects.requireNonNull(json, "json"));
    }

    /**
     * Reads a mapping from a JSON file in UTF-8.
     *
     * @throws IllegalArgumentException if it is none, as in {@link #parse}
     * @throws UncheckedIOException if it cannot be read
     */
    public static Mapping read(Path file) {
        try {
            return MappingJson.parse(TextFile.all(file, MappingJson.LONGEST));
        } catch (java.nio.file.NoSuchFileException e) {
            throw TextFile.missing(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A mapping that comes with the library, for a sheet that many have.
     *
     * @param name one of {@link #shipped()}
     * @throws IllegalArgumentException if there is none
     */
    public static Mapping shipped(String name) {
        return ShippedMappings.named(name);
    }

    /** The names of the mappings that come with the library. */
    public static List<String> shipped() {
        return ShippedMappings.NAMES;
    }

    /** A builder that holds all of this one, to change it: another currency, another stage, another column. */
    public Builder toBuilder() {
        return new Builder(all);
    }

    /** What it is called; empty if it has no name. */
    public String name() {
        return all.name;
    }

    /** What a row becomes. */
    public String kind() {
        return all.kind;
    }

    /** The columns of the sheet, each with its field. */
    public Map<String, String> columns() {
        return java.util.Collections.unmodifiableMap(all.columns);
    }

    Map<String, List<String>> joined() {
        return all.joined;
    }

    Map<String, String> fixed() {
        return all.fixed;
    }

    List<String> dates() {
        return all.dates.isEmpty() ? List.of(SheetDates.ISO) : all.dates;
    }

    SheetNumber.Marks marks() {
        return new SheetNumber.Marks(all.decimal, all.thousands);
    }

    /** Whether a text stands for no value. */
    boolean isEmpty(String text) {
        return all.empty.contains(text.strip());
    }

    Optional<AmountUnit> unit() {
        return Optional.ofNullable(all.unit);
    }

    Optional<EndDate> end() {
        return Optional.ofNullable(all.end);
    }

    Optional<Currency> currency() {
        return Optional.ofNullable(all.currency);
    }

    Optional<ZoneId> zone() {
        return Optional.ofNullable(all.zone);
    }

    Optional<Cadence> lasts() {
        return Optional.ofNullable(all.lasts);
    }

    /** What the texts of a field mean, {@code stages} for the stages' outcomes; empty if they mean themselves. */
    Map<String, String> values(String field) {
        return all.values.getOrDefault(field, Map.of());
    }

    Map<String, Map<String, String>> allValues() {
        return all.values;
    }

    /** The columns with the moment of an earlier change, each with what changed. */
    Map<String, Map<String, String>> history() {
        return all.history;
    }

    CsvTable table(Path file, String system) {
        CsvTable table = CsvTable.of(file, system).in(all.charset);
        return all.separator == null ? table : table.separatedBy(all.separator);
    }

    /** Its name and kind. */
    @Override
    public String toString() {
        return all.name.isEmpty() ? "a mapping to " + all.kind : all.name + ", a mapping to " + all.kind;
    }

    /** Collects what a mapping says. Each method adds to it or replaces what was said of the same column or field. */
    public static final class Builder {
        private final String kind;
        private String name = "";
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final Map<String, List<String>> joined = new LinkedHashMap<>();
        private final Map<String, String> fixed = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> history = new LinkedHashMap<>();
        private List<String> dates = List.of();
        private List<String> empty = List.of();
        private char decimal = '.';
        private @Nullable Character thousands;
        private @Nullable AmountUnit unit;
        private @Nullable EndDate end;
        private @Nullable Currency currency;
        private @Nullable ZoneId zone;
        private @Nullable Cadence lasts;
        private Charset charset = StandardCharsets.UTF_8;
        private @Nullable Character separator;

        private Builder(String kind) {
            this.kind = Objects.requireNonNull(kind, "kind");
        }

        private Builder(Builder other) {
            this(other.kind);
            name = other.name;
            columns.putAll(other.columns);
            joined.putAll(other.joined);
            fixed.putAll(other.fixed);
            other.values.forEach((field, map) -> values.put(field, new LinkedHashMap<>(map)));
            other.history.forEach((column, map) -> history.put(column, new LinkedHashMap<>(map)));
            dates = other.dates;
            empty = other.empty;
            decimal = other.decimal;
            thousands = other.thousands;
            unit = other.unit;
            end = other.end;
            currency = other.currency;
            zone = other.zone;
            lasts = other.lasts;
            charset = other.charset;
            separator = other.separator;
        }

        /** What the mapping is called. */
        public Builder named(String text) {
            name = Objects.requireNonNull(text, "name");
            return this;
        }

        /** What a column means. Of several columns for one field the first that is filled counts. */
        public Builder column(String column, String field) {
            columns.put(column.strip(), field);
            return this;
        }

        /** A field whose text is that of several columns, with a bar between: an id for rows that have none. */
        public Builder joined(String field, String... of) {
            joined.put(field, List.of(of));
            return this;
        }

        /** A field that is the same in every row, and is written as in the native form. */
        public Builder fixed(String field, String value) {
            fixed.put(field, Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * How days and times are written: patterns of {@link java.time.format.DateTimeFormatter} such as {@code dd.MM.yy},
         * months in English, two digits for years from 2000; or {@code iso} (unless said otherwise), {@code epochSeconds},
         * {@code epochMillis}. A text that reads as two different dates rejects its row.
         */
        public Builder dates(String... patterns) {
            dates = List.of(patterns);
            return this;
        }

        /** The mark before the decimals, a point unless said otherwise, and no mark for thousands. */
        public Builder marks(char decimalMark) {
            decimal = decimalMark;
            thousands = null;
            return this;
        }

        /** The mark before the decimals, and the one between thousands. */
        public Builder marks(char decimalMark, char thousandsMark) {
            decimal = decimalMark;
            thousands = thousandsMark;
            return this;
        }

        /** Texts that stand for no value: {@code n/a}, {@code 00/00/0000}. */
        public Builder empty(String... texts) {
            empty = List.of(texts);
            return this;
        }

        /** What amounts are counted in; has to be said if there are any. */
        public Builder unit(AmountUnit of) {
            unit = Objects.requireNonNull(of, "unit");
            return this;
        }

        /** Whether an end date is the last day or the day after it; has to be said if there are any. */
        public Builder end(EndDate is) {
            end = Objects.requireNonNull(is, "end");
            return this;
        }

        /** The currency of amounts beside which no other stands, an ISO 4217 code. */
        public Builder currency(String code) {
            currency = Money.currency(code);
            return this;
        }

        /** The zone of times that are written without an offset; has to be said if there are any. */
        public Builder zone(ZoneId of) {
            zone = Objects.requireNonNull(of, "zone");
            return this;
        }

        /** A row that has a start date and no end date lasts until the next week, month, quarter or year begins. */
        public Builder lasts(Cadence period) {
            lasts = Objects.requireNonNull(period, "lasts");
            return this;
        }

        /** What a stage means, in any case; {@code *} is every other stage. */
        public Builder stage(String text, Outcome outcome) {
            return value(MappingCheck.STAGES, text, outcome.name().toLowerCase(Locale.ROOT));
        }

        /**
         * What a text of a field means, in any case; {@code *} is every other text.
         *
         * @param value as in the native form; empty for no value, {@code *} for the text as it is
         */
        public Builder value(String field, String text, String value) {
            values.computeIfAbsent(field, f -> new LinkedHashMap<>())
                    .put(text.strip().toLowerCase(Locale.ROOT), Objects.requireNonNull(value, "value"));
            return this;
        }

        /** A column with the moment at which a deal, a lead or a ticket changed, and what a field became then. */
        public Builder history(String column, String field, String value) {
            history.computeIfAbsent(column.strip(), c -> new LinkedHashMap<>())
                    .put(field, Objects.requireNonNull(value, "value"));
            return this;
        }

        /** The encoding of a file that has no byte order mark; UTF-8 unless said otherwise. */
        public Builder encoding(Charset of) {
            charset = Objects.requireNonNull(of, "charset");
            return this;
        }

        /** The mark between cells, which is then not looked for. */
        public Builder separator(char mark) {
            separator = CsvTable.checked(mark);
            return this;
        }

        /**
         * Finishes.
         *
         * @throws IllegalArgumentException if a field is not known, one that must be there is missing, or something has to be
         *     said and is not
         */
        public Mapping build() {
            Mapping mapping = new Mapping(new Builder(this));
            List<String> problems = new ArrayList<>(MappingCheck.problems(mapping));
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException("In " + mapping + ": " + String.join(" ", problems));
            }
            return mapping;
        }
    }
}
