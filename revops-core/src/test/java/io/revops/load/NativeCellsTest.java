package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCellsTest {
    @TempDir
    Path folder;

    private Issue issue(String file, String header, String row) {
        try {
            Files.writeString(folder.resolve(file + ".csv"), header + "\n" + row + "\n");
            Issue only = NativeForm.read(folder).issues().get(0);
            Files.delete(folder.resolve(file + ".csv"));
            return only;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDayIsNoInstantAndAnInstantNoDay() {
        assertThat(issue("accounts", "account_id,recorded", "a,2025-01-01").reason())
                .contains("A time is asked for");
        assertThat(issue("exchange_rates", "date,base,quote,rate", "2025-01-01T00:00:00Z,EUR,USD,1")
                        .reason())
                .contains("A day is asked for");
    }

    @Test
    void aWholeNumberHasNoFractionAndALimit() {
        assertThat(issue("accounts", "account_id,employees", "a,1.5").reason()).contains("no whole number");
        assertThat(issue("accounts", "account_id,employees", "a,3000000000").column())
                .isEqualTo("employees");
    }

    @Test
    void anAmountNeedsACurrency() {
        assertThat(issue("campaigns", "campaign_id,budget", "c,100").column()).isEqualTo("currency");
        assertThat(issue("campaigns", "campaign_id,budget,currency", "c,100,XYZ")
                        .reason())
                .contains("no currency (XYZ)");
    }

    @Test
    void aTermNeedsItsLengthAndWhatComesAfter() {
        String header = "subscription_id,account_id,term_months,renewal,notice_days";

        assertThat(issue("subscriptions", header, "s,a,12,,").column()).isEqualTo("renewal");
        assertThat(issue("subscriptions", header, "s,a,,automatic,").column()).isEqualTo("term_months");
        assertThat(issue("subscriptions", header, "s,a,,,30").column()).isEqualTo("term_months");
        assertThat(issue("subscriptions", header, "s,a,0,automatic,").reason()).contains("at least 1 month");
    }

    @Test
    void aFileWithoutARequiredColumnIsOneIssue() {
        Issue issue = issue("quotas", "quota_id,rep_id", "q,r");

        assertThat(issue.code()).isEqualTo(IssueCode.MISSING_COLUMN);
        assertThat(issue.column()).isEqualTo("start_date, end_date, amount, currency");
    }

    @Test
    void taxIsInTheCurrencyOfItsLineUnlessSaid() throws IOException {
        Files.writeString(folder.resolve("invoices.csv"), "invoice_id,account_id,issued\ni,a,2025-01-01\n");
        Files.writeString(
                folder.resolve("invoice_lines.csv"),
                "invoice_id,line_id,amount,currency,kind,tax,discount,discount_currency\n"
                        + "i,1,100,EUR,one-time,7,5,USD\n");

        var line = NativeForm.read(folder)
                .value()
                .all(io.revops.book.Invoice.class)
                .get(0)
                .lines()
                .get(0);

        assertThat(line.tax()).hasToString("Optional[EUR 7.00]");
        assertThat(line.discount()).hasToString("Optional[USD 5.00]");
    }
}
