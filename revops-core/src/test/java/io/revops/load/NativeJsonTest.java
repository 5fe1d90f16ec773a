package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.BillingInterval;
import io.revops.book.IssueCode;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeJsonTest {
    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private Loaded<RevenueBook> read(byte[] json) {
        try {
            return NativeForm.read(Files.write(folder.resolve("book.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onlyIssue(Loaded<?> loaded, IssueCode code, String place, String reason) {
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(code);
            assertThat(i.source()).hasToString(place);
            assertThat(i.reason()).contains(reason, "Maybe");
        });
    }

    @Test
    void numbersAndTextsAreBothAmounts() {
        RevenueBook book = read("""
                {"subscription_items": [
                   {"subscription_id": "s", "effective": "2025-01-01", "unit_amount": 19.90, "currency": "USD",
                    "billing_interval": "month", "quantity": "3"}],
                 "subscriptions": [{"subscription_id": "s", "account_id": "a", "end_date": null, "attr.vip": true}],
                 "accounts": [{"account_id": "a"}]}
                """).orElseThrow();

        assertThat(book.issues()).isEmpty();
        assertThat(book.subscriptions()).singleElement().satisfies(s -> {
            assertThat(s.items().get(0).price())
                    .contains(Price.perUnit(Money.of("19.90", "USD"), BillingInterval.MONTHLY));
            assertThat(s.attributes()).containsEntry("vip", "true");
        });
    }

    @Test
    void aByteOrderMarkIsAccepted() {
        assertThat(read("\uFEFF{\"accounts\":[{\"account_id\":\"a\"}]}").value().accounts())
                .hasSize(1);
    }

    @Test
    void aBadRowIsNamedByItsLine() {
        Loaded<RevenueBook> loaded = read("{\"accounts\": [\n{\"account_id\": \"a\"},\n{\"name\": \"B\"}]}");

        onlyIssue(loaded, IssueCode.MISSING_VALUE, "book.json:3", "no account_id");
        assertThat(loaded.accepted()).isOne();
    }

    @Test
    void anUnknownKeyIsReportedOnce() {
        Loaded<RevenueBook> loaded = read("""
                {"accounts": [
                {"account_id": "a", "nmae": "A", "more": {"x": [1, 2]}},
                {"account_id": "b", "nmae": "B"}]}
                """);

        assertThat(loaded.issues())
                .extracting(i -> i.code() + " " + i.source() + " " + i.column())
                .containsExactly(
                        "BAD_VALUE book.json:2 more", "UNKNOWN_KIND book.json:2 more", "UNKNOWN_KIND book.json:2 nmae");
        assertThat(loaded.value().accounts()).hasSize(1);
    }

    @Test
    void anUnknownArrayIsAnIssueAndTheRestIsRead() {
        Loaded<RevenueBook> loaded = read("{\"acounts\": [{\"a\": 1}], \"accounts\": [{\"account_id\": \"a\"}]}");

        onlyIssue(loaded, IssueCode.UNKNOWN_KIND, "book.json:1", "no such array");
        assertThat(loaded.value().accounts()).hasSize(1);
    }

    @Test
    void aColumnThatIsThereTwiceBreaksItsRow() {
        onlyIssue(
                read("{\"accounts\": [{\"account_id\": \"a\", \"account_id\": \"b\"}]}"),
                IssueCode.BROKEN_ROW,
                "book.json:1",
                "twice");
    }

    @Test
    void anArrayThatIsThereTwiceIsReadAsOne() {
        Loaded<RevenueBook> loaded = read("""
                {"accounts": [{"account_id": "a"}],
                "account_changes": [{"account_id": "a", "effective": "2025-01-01", "attribute": "tier"}],
                "account_changes": [{"account_id": "a", "effective": "2025-01-01", "attribute": "tier"}]}
                """);

        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().accounts().get(0).changes()).hasSize(1);
    }

    @Test
    void whatIsNoRowIsRejected() {
        Loaded<RevenueBook> loaded = read("{\"accounts\": [1, [2], {\"account_id\": \"a\"}], \"leads\": {\"x\": 1}}");

        assertThat(loaded.issues())
                .hasSize(3)
                .allSatisfy(i -> assertThat(i.code()).isEqualTo(IssueCode.BROKEN_ROW));
        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.rejected()).isEqualTo(3);
    }

    @Test
    void aDocumentThatBreaksOffKeepsWhatWasRead() {
        Loaded<RevenueBook> loaded = read("{\"accounts\": [\n{\"account_id\": \"a\"},\n{\"account_id\": ");

        onlyIssue(loaded, IssueCode.BROKEN_ROW, "book.json:3", "cannot be taken apart");
        assertThat(loaded.value().accounts()).hasSize(1);
        assertThat(loaded.read()).isEqualTo(2);
    }

    @Test
    void aSecondDocumentIsAnIssue() {
        onlyIssue(read("{\"accounts\": []}\n{}"), IssueCode.BROKEN_ROW, "book.json:2", "two documents");
    }

    @Test
    void whatIsNoObjectIsUnreadable() {
        onlyIssue(read(""), IssueCode.UNREADABLE, "book.json", "no JSON object");
        onlyIssue(read("[]"), IssueCode.UNREADABLE, "book.json", "no JSON object");
        assertThatThrownBy(() -> read("[]").orElseThrow()).isInstanceOf(LoadException.class);
    }

    @Test
    void brokenBytesAreUnreadable() {
        onlyIssue(read(new byte[] {'{', '"', (byte) 0xC3, '"'}), IssueCode.UNREADABLE, "book.json", "not UTF-8");
    }

    @Test
    void aNewerVersionIsNotRead() {
        onlyIssue(read("{\"schemaVersion\": 2}"), IssueCode.UNREADABLE, "book.json", "newer release");
        assertThat(read("{\"schemaVersion\": 1}").issues()).isEmpty();
    }

    @Test
    void depthAndLengthAreLimited() throws IOException {
        String deep = "{\"accounts\": [{\"account_id\": " + "[".repeat(100) + "]".repeat(100) + "}]}";
        onlyIssue(read(deep), IssueCode.BROKEN_ROW, "book.json:1", "cannot be taken apart");

        String text = "{\"accounts\": [{\"account_id\": \"a\", \"name\": \"" + "x".repeat(1_000_001) + "\"}]}";
        onlyIssue(read(text), IssueCode.BROKEN_ROW, "book.json:1", "cannot be taken apart");

        Path file = Files.writeString(folder.resolve("long.json"), "{\"accounts\": []}" + " ".repeat(100_000));
        onlyIssue(NativeForm.reader().read(file, 20), IssueCode.BROKEN_ROW, "long.json:1", "more than 20 characters");
        assertThat(NativeForm.reader().read(file, 200_000).issues()).isEmpty();
    }

    @Test
    void aNumberThatWouldNeedAGigabyteIsRefused() {
        onlyIssue(
                read("{\"survey_answers\": [{\"answer_id\": \"a\", \"at\": \"2025-01-01\", \"kind\": \"nps\","
                        + " \"score\": 1e100000000}]}"),
                IssueCode.BAD_VALUE,
                "book.json:1",
                "more than 38 digits");
    }
}
