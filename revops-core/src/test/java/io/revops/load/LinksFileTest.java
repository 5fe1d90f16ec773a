package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.IssueCode;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksFileTest {
    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("links.csv"), String.join("\n", lines) + "\n");
    }

    @Test
    void aPairJoinsTwoAccounts() throws IOException {
        file("billing_account_id,crm_account_id", "cus,crm");
        Links links = LinksFile.read(folder).orElseThrow();

        RevenueBook merged = RevenueBook.merge(
                links,
                RevenueBook.of(
                        Account.builder("cus").build(),
                        Subscription.builder("s", "cus").build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThat(merged.accounts()).containsExactly(Account.builder("crm").build());
        assertThat(merged.issues()).isEmpty();
    }

    @Test
    void theFirstOfTwoLinksHolds() throws IOException {
        Loaded<Links> loaded =
                LinksFile.read(file("billing_account_id,crm_account_id", "cus,crm", "cus,crm", "cus,other"));

        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CONFLICT);
            assertThat(i.source()).hasToString("links.csv:4");
        });
    }

    @Test
    void anotherColumnIsAnIssue() throws IOException {
        Loaded<Links> loaded = LinksFile.read(file("billing_account_id,crm_account_id,note", "cus,crm,x"));

        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.column()).isEqualTo("note"));
    }

    @Test
    void aFileWithoutRowsHasNoLinks() throws IOException {
        assertThat(LinksFile.read(file("billing_account_id,crm_account_id")).orElseThrow())
                .hasToString("no links");
    }

    @Test
    void strictStopsAtTheFirstError() throws IOException {
        Path file = file("billing_account_id,crm_account_id", "cus,");

        assertThatThrownBy(() -> LinksFile.read(file, BadRows.STRICT))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("crm_account_id");
    }
}
