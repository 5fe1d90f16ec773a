package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.BadRows;
import io.revops.load.LoadException;
import io.revops.load.Loaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeExportTest {
    private static final String A = "{\"id\":\"cus_a\",\"object\":\"customer\"}";
    private static final String B = "{\"id\":\"cus_b\",\"object\":\"customer\"}";

    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return StripeExport.read(folder);
    }

    private static void addsUp(Loaded<?> loaded) {
        assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates()).isEqualTo(loaded.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + A + "," + B + "]",
                "[\n" + A + ",\n" + B + "\n]\n",
                "{\"object\":\"list\",\"data\":[" + A + "," + B + "],\"has_more\":false}",
                A + "\n" + B + "\n",
                "\uFEFF\n" + A + "\r\n\r\n" + B,
                "{\"object\":\"list\",\"data\":[" + A + "]}\n{\"object\":\"list\",\"data\":[" + B + "]}",
                "{\n\"id\":\"cus_a\",\n\"object\":\"customer\"}\n{\n\"id\":\"cus_b\",\n\"object\":\"customer\"}",
                "[{\"object\":\"list\",\"data\":[" + A + "," + B + "]}]"
            })
    void everyShapeOfAFileIsRead(String content) throws IOException {
        Loaded<RevenueBook> loaded = read("customers.json", content);

        assertThat(loaded.value().accounts().stream().map(a -> a.id().value())).containsExactly("cus_a", "cus_b");
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @Test
    void aWebPageOrAnArchiveIsToldAsSuch() throws IOException {
        assertThat(read("a.json", "\n<!doctype html><title>401</title>").issues())
                .singleElement()
                .satisfies(i -> assertThat(i.reason()).contains("web page", "Maybe an error was saved"));
        Files.delete(folder.resolve("a.json"));
        assertThat(read("b.jsonl", "PK\3\4 and more\nand more").issues())
                .singleElement()
                .satisfies(i -> assertThat(i.reason()).contains("archive", "Maybe unpack it first."));
        Files.delete(folder.resolve("b.jsonl"));
        assertThat(StripeExport.read(Files.write(folder.resolve("c.jsonl"), new byte[] {0x1F, (byte) 0x8B, 8}))
                        .issues())
                .singleElement()
                .satisfies(i -> assertThat(i.reason()).contains("archive"));
    }

    @Test
    void singleFileIsRead() throws IOException {
        Path file = folder.resolve("one.txt");
        Files.writeString(file, A);

        assertThat(StripeExport.read(file).orElseThrow().accounts()).hasSize(1);
    }

    @Test
    void placeIsFileAndLine() throws IOException {
        assertThat(read("c.json", "[\n" + A + ",\n\n" + B + "]")
                        .value()
                        .account("cus_b")
                        .orElseThrow()
                        .source()
                        .toString())
                .isEqualTo("c.json:4");
        assertThat(read("c.json", "\n" + A + "\n" + B)
                        .value()
                        .account("cus_b")
                        .orElseThrow()
                        .source()
                        .line())
                .isEqualTo(3);
        assertThat(read("c.json", "{\"object\":\"list\",\n\"data\":[\n" + A + "]}")
                        .value()
                        .accounts()
                        .get(0)
                        .source()
                        .line())
                .isEqualTo(3);
    }

    @Test
    void lineThatIsCutOffIsOneRowAndTheNextIsRead() throws IOException {
        Loaded<RevenueBook> loaded =
                read("e.jsonl", A.substring(0, 20) + "\n" + B + "\n{\"object\":\"customer\",\"id\":\"x\"}}\n\n12\n");

        assertThat(loaded.value().accounts()).hasSize(1);
        assertThat(loaded.rejected()).isEqualTo(3);
        assertThat(loaded.issues()).extracting(Issue::code).containsOnly(IssueCode.BROKEN_ROW);
        assertThat(loaded.issues().stream().map(i -> i.source().line())).containsExactly(1L, 3L, 5L);
        addsUp(loaded);
    }

    @Test
    void brokenCharactersSpoilOneLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"id\":\"cus_".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFC);
        bytes.writeBytes(("\",\"object\":\"customer\"}\n" + B).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("c.ndjson"), bytes.toByteArray());

        Loaded<RevenueBook> loaded = StripeExport.read(folder);

        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.rejected()).isEqualTo(1);
    }

    @Test
    void arrayIsReadUpToItsBreak() throws IOException {
        Loaded<RevenueBook> loaded = read("c.json", "[" + A + ",\n" + B.substring(0, 15));

        assertThat(loaded.value().accounts()).hasSize(1);
        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(loaded.issues().get(0).source().line()).isEqualTo(2);
        assertThat(loaded.issues().get(0).reason()).contains("Maybe");
    }

    @Test
    void listIsReadUpToItsBreak() throws IOException {
        assertThat(read("c.json", "{\"data\":[" + A + ",").value().accounts()).hasSize(1);
        assertThat(read("c.json", "{\"id\":").rejected()).isEqualTo(1);
        assertThat(read("c.json", "{\"id\":\nfalse\n}\n17 }").rejected()).isEqualTo(3);
    }

    @Test
    void whatIsNoObjectIsABrokenRow() throws IOException {
        Loaded<RevenueBook> loaded = read("c.json", "[1, \"two\", [3], " + A + "]");

        assertThat(loaded.rejected()).isEqualTo(3);
        assertThat(loaded.accepted()).isEqualTo(1);
    }

    @Test
    void deepNestingAndLongTextsAreRefused() throws IOException {
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        String longText = "{\"id\":\"" + "x".repeat(1_000_001) + "\",\"object\":\"customer\"}";

        assertThat(read("deep.jsonl", deep + "\n" + A).rejected()).isEqualTo(1);
        assertThat(read("long.jsonl", longText + "\n" + B).rejected()).isEqualTo(2);
        assertThat(StripeExport.read(folder).accepted()).isEqualTo(2);
    }

    @Test
    void lineBeyondAllMeasureIsOneBrokenRow() throws IOException {
        Loaded<RevenueBook> loaded = read("c.jsonl", "{\"a\":[" + "1,".repeat(1 << 23) + "1]}\n" + A);

        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.issues().get(0).reason()).contains("bytes");
    }

    @Test
    void fileThatIsNoTextIsUnreadable() throws IOException {
        Files.write(folder.resolve("c.json"), new byte[] {0, 0, 0, 0, (byte) 0xFF, 0, 0, 0, (byte) 0xFF, 1, 2, 3});

        assertThat(StripeExport.read(folder).issues()).hasSize(1);
    }

    @Test
    void emptyFileIsUnreadable() throws IOException {
        Loaded<RevenueBook> loaded = read("c.json", " \n ");

        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
        assertThatThrownBy(loaded::orElseThrow).isInstanceOf(LoadException.class);
    }

    @Test
    void listThatSaysThereIsMoreIsDoubtful() throws IOException {
        assertThat(read("c.json", "{\"data\":[" + A + "],\"has_more\":true}").issues())
                .extracting(Issue::severity)
                .containsExactly(Severity.WARNING);
        assertThat(read("c.json", "{\"data\":[" + A + "],\"has_more\":true}\n{\"data\":[" + B + "],\"has_more\":false}")
                        .issues())
                .isEmpty();
    }

    @Test
    void missingPathThrowsWithTheNextStep() {
        assertThatThrownBy(() -> StripeExport.read(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("Maybe check the path");
    }

    @Test
    void folderWithoutJsonIsUnreadable() throws IOException {
        assertThat(StripeExport.read(folder).issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);

        Loaded<RevenueBook> loaded = read("c.csv", "id\n1\n");
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
        assertThat(loaded.value().isEmpty()).isTrue();
    }

    @Test
    void otherFilesOfTheFolderAreNoted() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Loaded<RevenueBook> loaded = read("C.JSON", A);

        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.issues()).extracting(Issue::severity).containsExactly(Severity.NOTE);
        assertThat(loaded.issues().get(0).value()).isEqualTo("notes.txt");
    }

    @Test
    void kindsThatAreNotReadAreOneNoteEach() throws IOException {
        Loaded<RevenueBook> loaded = read("all.jsonl", """
                {"id":"pi_1","object":"payment_intent"}
                {"id":"pi_2","object":"payment_intent"}
                {"id":"evt_1","object":"event","type":"customer.subscription.trial_will_end","created":1}
                """ + A);

        assertThat(loaded.read()).isEqualTo(1);
        assertThat(loaded.issues().stream().map(Issue::value))
                .containsExactly("event customer.subscription.trial_will_end", "payment_intent");
        assertThat(loaded.issues()).extracting(Issue::code).containsOnly(IssueCode.UNKNOWN_KIND);
        assertThat(loaded.issues().get(1).reason()).startsWith("2 of this kind");
        assertThat(loaded.issues().get(1).source().file()).isEqualTo("all.jsonl");
    }

    @Test
    void objectThatDoesNotSayWhatItIsIsRejected() throws IOException {
        Loaded<RevenueBook> loaded = read("api.json", "{\"resources\":{\"customer\":" + A + "}}");

        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(loaded.issues().get(0).code()).isEqualTo(IssueCode.UNKNOWN_KIND);
        assertThat(loaded.issues().get(0).column()).isEqualTo("object");
    }

    @Test
    void customerIsAnAccount() throws IOException {
        Account account = read("c.json", """
                        {"id":"cus_a","object":"customer","created":1706176800,"name":" Acme ","email":"Billing@WWW.Acme.Example",
                         "currency":"usd","address":{"country":"SE"},"metadata":{"crm_account_id":"001","seats":12},
                         "discount":{"source":{"type":"coupon","coupon":null}}}""").value().accounts().get(0);

        assertThat(account.name()).contains("Acme");
        assertThat(account.domain()).contains("acme.example");
        assertThat(account.created()).contains(Life.at("2024-01-25T10:00:00Z"));
        assertThat(account.attributes())
                .isEqualTo(Map.of("country", "SE", "currency", "USD", "crm_account_id", "001", "seats", "12"));
    }

    @Test
    void emailWithoutADomainGivesNone() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "c.jsonl",
                "{\"id\":\"a\",\"object\":\"customer\",\"email\":\"nobody\"}\n{\"id\":\"b\",\"object\":\"customer\",\"email\":\"x@ \"}");

        assertThat(loaded.value().accounts()).allMatch(a -> a.domain().isEmpty());
    }

    @Test
    void discountOfACustomerIsAnIssue() throws IOException {
        Loaded<RevenueBook> loaded =
                read("c.json", "{\"id\":\"a\",\"object\":\"customer\",\"discount\":{\"coupon\":{\"id\":\"X\"}}}");

        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.issues()).extracting(Issue::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void sameObjectTwiceIsADuplicate() throws IOException {
        Files.writeString(folder.resolve("a.json"), A);
        Loaded<RevenueBook> loaded = read("b.json", A);

        assertThat(loaded.duplicates()).isEqualTo(1);
        assertThat(loaded.issues()).isEmpty();
        addsUp(loaded);
    }

    @Test
    void sameIdWithOtherContentIsAConflict() throws IOException {
        String named = "{\"id\":\"cus_a\",\"object\":\"customer\",\"name\":\"Acme\"}";
        Loaded<RevenueBook> one = read("c.json", "[" + A + "," + named + "," + A + "," + named + "]");
        Loaded<RevenueBook> other = read("c.json", "[" + named + "," + named + "," + A + "," + A + "]");

        assertThat(one.issues()).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
        assertThat(one.rejected()).isEqualTo(1);
        assertThat(one.duplicates()).isEqualTo(2);
        assertThat(other.value().accounts()).isEqualTo(one.value().accounts());
        addsUp(one);
        addsUp(other);
    }

    @Test
    void sameEventTwiceIsADuplicateAndWithOtherContentAConflict() throws IOException {
        Life life = Life.from("2025-01-10").created("evt_1").updated("evt_2", "2025-02-01", s -> Life.quantity(s, 7));
        life.events().add(life.events().get(1));
        life.events().add(life.events().get(1).replace("\"quantity\":7", "\"quantity\":8"));
        life.write(folder);

        Loaded<RevenueBook> loaded = StripeExport.read(folder);

        assertThat(loaded.duplicates()).isEqualTo(1);
        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(loaded.issues()).extracting(Issue::code).contains(IssueCode.CONFLICT);
        addsUp(loaded);
    }

    @Test
    void strictModeStopsAtTheFirstError() throws IOException {
        Files.writeString(folder.resolve("c.jsonl"), "{\n" + A);

        assertThatThrownBy(() -> StripeExport.reader().with(BadRows.STRICT).read(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("c.jsonl:1");
    }

    @Test
    void strictModeReadsWhatIsRight() throws IOException {
        Files.writeString(folder.resolve("c.jsonl"), A);

        assertThat(StripeExport.reader().with(BadRows.STRICT).read(folder).accepted())
                .isEqualTo(1);
    }

    @Test
    void fieldsOfAnotherTypeAreBadValuesWithTheirPath() throws IOException {
        Life life = Life.from("2025-01-10").created("evt_1");
        Loaded<RevenueBook> loaded = read(
                "bad.jsonl",
                String.join(
                        "\n",
                        "{\"object\":\"customer\"}",
                        "{\"object\":\"customer\",\"id\":{}}",
                        "{\"object\":\"customer\",\"id\":\"a\",\"created\":1706176800000}",
                        "{\"object\":\"customer\",\"id\":\"a\",\"created\":\"yesterday\"}",
                        "{\"object\":\"customer\",\"id\":\"a\",\"created\":1.5}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"items\":7}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"items\":[]}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"items\":[{\"id\":\"si\"}]}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"plan\":\"p\"}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"plan\":\"p\",\"customer\":\"c\"}",
                        "{\"object\":\"subscription\",\"id\":\"s\",\"plan\":\"p\",\"customer\":\"c\",\"status\":\"active\"}",
                        "{\"object\":\"event\",\"id\":\"e\",\"type\":\"customer.subscription.created\"}",
                        "{\"object\":\"event\",\"id\":\"e\",\"type\":\"customer.subscription.created\",\"data\":{}}",
                        life.events().get(0).replaceFirst("\"created\":\\d+,\"type\"", "\"type\""),
                        life.events().get(0).replace("\"currency\":\"usd\",\"trial", "\"currency\":\"xqz\",\"trial")));

        assertThat(loaded.accepted()).isZero();
        assertThat(loaded.issues().stream().map(Issue::column))
                .containsExactly(
                        "id",
                        "id",
                        "created",
                        "created",
                        "created",
                        "items",
                        "items",
                        "items[0].price",
                        "customer",
                        "status",
                        "start_date",
                        "data",
                        "data.object",
                        "created",
                        "data.object.currency");
        addsUp(loaded);
    }
}
