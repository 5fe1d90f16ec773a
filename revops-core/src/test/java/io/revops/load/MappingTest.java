package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String DEALS = """
            {"schemaVersion": 1, "kind": "opportunities",
             "columns": {"id": "opportunity_id", "opened": "created", "phase": "stage", "value": "amount"},
             "unit": "major", "currency": "USD", "stages": {"Won": "won", "*": "open"}}""";

    @TempDir
    Path folder;

    private static void refused(String json, String... says) {
        assertThatThrownBy(() -> Mapping.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe")
                .hasMessageContainingAll(says);
    }

    @Test
    void aMappingIsReadFromJsonOrBuilt() throws IOException {
        Mapping parsed = Mapping.parse(DEALS);
        Mapping built = Mapping.of("opportunities")
                .named("Deals")
                .column("id", "opportunity_id")
                .column("opened", "created")
                .build();

        assertThat(parsed.columns())
                .isEqualTo(Map.of("id", "opportunity_id", "opened", "created", "phase", "stage", "value", "amount"));
        assertThat(parsed).hasToString("a mapping to opportunities");
        assertThat(built).hasToString("Deals, a mapping to opportunities");
        assertThat(built.name()).isEqualTo("Deals");
        assertThat(Mapping.read(Files.writeString(folder.resolve("m.json"), "\uFEFF" + DEALS))
                        .columns())
                .isEqualTo(parsed.columns());
        assertThat(parsed.toBuilder().column("owner", "owner_id").build().columns())
                .hasSize(5)
                .containsKey("id");
        assertThat(parsed.columns()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', delimiter = ';', textBlock = """
            "kind"; "knd"; (knd). Maybe kind; it is one of
            "columns"; "colums"; (colums). Maybe columns
            "unit": "major"; "unit": "magor"; unit (magor). Maybe major
            "opportunity_id"; "oportunity_id"; opportunities (oportunity_id). Maybe opportunity_id
            "kind": "opportunities"; "kind": "opportunity"; (opportunity). Maybe opportunities
            "unit"; "currencies"; There is no key in a mapping (currencies). Maybe
            "won"; "wonn"; stages (wonn). Maybe won
            "currency": "USD"; "currency": "Dollar"; There is no currency (Dollar)
            "currency": "USD"; "zone": "Berlin"; There is no zone (Berlin)
            "currency": "USD"; "encoding": "latin one"; There is no encoding (latin one)
            "currency": "USD"; "decimalMark": ",,"; decimalMark is (,,)
            "currency": "USD"; "separator": "\\""; Cells cannot be separated by
            "currency": "USD"; "dates": 7; value of dates in the mapping is no text
            "currency": "USD"; "fixed": ["x"]; value of fixed in the mapping is no object
            "currency": "USD"; "currency": null; value of currency in the mapping is no text
            1, "kind"; 2, "kind"; not of the version 1
            {"schema; [{"schema; The mapping is no JSON
            """)
    void whatIsMistypedIsNamedWithWhatWasMeant(String instead, String write, String says) {
        assertThat(DEALS).contains(instead);
        refused(DEALS.replace(instead, write), says);
    }

    @Test
    void jsonThatIsNoneIsRefused() {
        refused("", "no JSON object");
        refused("[]", "no JSON object");
        refused(DEALS + "{}", "no JSON");
        refused(DEALS.replace("\"unit\"", "\"kind\": \"leads\", \"unit\""), "no JSON", "twice");
        refused("[".repeat(5000), "no JSON");
        refused("{\"schemaVersion\": 1}", "has no kind");
        refused("{\"schemaVersion\": 1, \"kind\": 5}", "quotes");
        refused("{\"name\": \"" + "x".repeat(1_000_001) + "\"}", "no JSON");
    }

    @Test
    void aFileThatIsTooLongOrNotThereIsNoMapping() throws IOException {
        Path huge = Files.writeString(folder.resolve("huge.json"), " ".repeat(1_000_001));

        assertThatThrownBy(() -> Mapping.read(huge))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("more than 1000000 characters");
        assertThatThrownBy(() -> Mapping.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json")
                .hasMessageContaining("Maybe check the path");
    }

    @Test
    void whatHasToBeSaidIsAskedFor() {
        refused(DEALS.replace("\"unit\": \"major\", ", ""), "[amount] have no unit", "\"minor\" (1999 cents)");
        refused(DEALS.replace("\"currency\": \"USD\", ", ""), "amount has no currency", "\"USD\"");
        refused(
                DEALS.replace("\"stages\": {\"Won\": \"won\", \"*\": \"open\"}", "\"name\": \"x\""),
                "stages have no meaning");
        refused(DEALS.replace("\"unit\"", "\"dates\": \"d.M.yyyy HH:mm\", \"unit\""), "d.M.yyyy HH:mm", "\"zone\"");
        refused(
                DEALS.replace("\"value\": \"amount\"", "\"value\": \"amount\", \"kind\": \"type\""),
                "texts of type",
                "\"types\"");
        refused(DEALS.replace("\"opened\": \"created\", ", ""), "[created]", "fixed value");
        refused("{\"schemaVersion\": 1, \"kind\": \"tickets\", \"columns\": {\"a\": \"ticket_id\"}}", "[opened]");
        refused(
                "{\"schemaVersion\": 1, \"kind\": \"ticket_statuses\", \"columns\": {\"a\": \"ticket_id\", \"b\": \"effective\","
                        + " \"c\": \"status\"}}",
                "texts of status",
                "\"statuses\"");
        refused(
                "{\"schemaVersion\": 1, \"kind\": \"subscriptions\", \"columns\": {\"a\": \"subscription_id\","
                        + " \"b\": \"account_id\", \"c\": \"end_date\"}}",
                "what [end_date] means",
                "\"inclusive\" (the last day)");
        refused(
                "{\"schemaVersion\": 1, \"kind\": \"periods\", \"columns\": {\"a\": \"subscription_id\","
                        + " \"b\": \"customer_id\", \"c\": \"start_date\"}}",
                "amount",
                "monthly_amount or yearly_amount");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        refused(
                DEALS.replace("\"unit\"", "\"fixed\": {\"created\": \"2025-01-01\"}, \"unit\""),
                "both fixed and in a column");
        refused(DEALS.replace("\"unit\"", "\"joined\": {\"stage\": [\"a\"]}, \"unit\""), "both joined and in a column");
        refused(DEALS.replace("\"unit\"", "\"joined\": {\"close_date\": [\"a\"]}, \"unit\""), "cannot be joined");
        refused(DEALS.replace("\"unit\"", "\"thousandsMark\": \".\", \"unit\""), "thousands mark is (.)");
        refused(DEALS.replace("\"unit\"", "\"decimalMark\": \"x\", \"unit\""), "decimal mark is (x)");
        refused(DEALS.replace("\"unit\"", "\"history\": {\"x\": {\"stag\": \"y\"}}, \"unit\""), "(stag). Maybe stage");
        refused(
                DEALS.replace(", \"*\": \"open\"", "")
                        .replace("\"unit\"", "\"history\": {\"x\": {\"stage\": \"Demo\"}}, \"unit\""),
                "stage (Demo) of the history column x has no meaning");
        refused(
                "{\"schemaVersion\": 1, \"kind\": \"accounts\", \"columns\": {\"a\": \"account_id\"},"
                        + " \"history\": {\"x\": {\"stage\": \"y\"}}}",
                "accounts has no history");
        assertThatThrownBy(() -> Mapping.of("opportunities")
                        .column("a", "opportunity_id")
                        .column("b", "created")
                        .value("stages", "x", "maybe")
                        .build())
                .hasMessageContaining("stage (x) cannot mean (maybe)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            YYYY-MM-dd;    year of a week
            yyyy-MM-DD;    day of the year
            yyyy-mm-dd;    minute
            d/M/yyyy h:mm; no AM or PM
            d/M;           no year
            yyyy-MM-dd b;  no date pattern
            """)
    void aDatePatternThatIsATrapIsRefused(String pattern, String says) {
        refused(
                DEALS.replace("\"unit\"", "\"dates\": [\"" + pattern + "\"], \"zone\": \"UTC\", \"unit\""),
                pattern,
                says);
    }

    @Test
    void theMappingsThatComeWithTheLibraryAreThere() {
        assertThat(Mapping.shipped()).hasSize(10).allSatisfy(name -> {
            assertThat(Mapping.shipped(name).name()).isNotEmpty();
            assertThat(Mapping.shipped(name).toBuilder().build().columns())
                    .isEqualTo(Mapping.shipped(name).columns());
        });
        assertThatThrownBy(() -> Mapping.shipped("pipedrive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(pipedrive). Maybe")
                .hasMessageContaining("pipedrive-deals");
        assertThat(Mapping.shipped("pipedrive-deals").toBuilder()
                        .stage("x", Outcome.WON)
                        .build()
                        .kind())
                .isEqualTo("opportunities");
    }
}
