package io.revops.quickstart.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a company is told that has little to learn from: younger than what is looked back at, or without a customer left. */
class YoungCompanyTest {
    private static final LocalDate START = LocalDate.of(2024, 3, 11);
    private static final String NO_END = "";

    @TempDir
    Path folder;

    private Run run(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 4, args.length);
        all[0] = "--native";
        all[1] = folder.toString();
        all[2] = "--out";
        all[3] = folder.toString();
        return Run.of(ChurnRisk::run, all);
    }

    /** So many customers, one a day, in one currency after the other. */
    private void company(int customers, String end, String... currencies) throws IOException {
        StringBuilder accounts = new StringBuilder("account_id,name\n");
        StringBuilder subscriptions = new StringBuilder("subscription_id,account_id,start_date,end_date\n");
        StringBuilder items =
                new StringBuilder("subscription_id,effective,quantity,unit_amount,currency,billing_interval\n");
        for (int i = 0; i < customers; i++) {
            LocalDate from = START.plusDays(i);
            accounts.append("a" + i + ",Company " + i + "\n");
            subscriptions.append("s" + i + ",a" + i + "," + from + "," + end + "\n");
            items.append("s" + i + "," + from + ",1,100," + currencies[i % currencies.length] + ",month\n");
        }
        Files.writeString(folder.resolve("accounts.csv"), accounts);
        Files.writeString(folder.resolve("subscriptions.csv"), subscriptions);
        Files.writeString(folder.resolve("subscription_items.csv"), items);
    }

    /** Days before the first subscription are not looked at: neither quarters of hazards nor months of health. */
    @Test
    void companyOfAFewMonthsIsToldWhatThereIs() throws IOException {
        company(1, NO_END, "USD");
        Run run = run("--as-of", "2024-08-31");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("No model: ", "None is told. Of no quarter's end from 2021-09-01 on", "2024-03-31 ")
                .doesNotContain("2024-02-29", "NaN");
    }

    @Test
    void companyOlderThanWhatIsLearntFromIsLookedAtFromItsFirstDay() throws IOException {
        company(1, NO_END, "USD");
        Run run = run("--as-of", "2026-12-31"); // 36 months before, there was nobody yet
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("None is told. None of 8 rows ended within 12 months. Maybe look further");
    }

    @Test
    void dayWithoutAnythingToLookAtIsRefused() throws IOException {
        company(1, NO_END, "USD");
        refused("Nothing is known of any subscription by 2023-12-31. Maybe a later day with --as-of.", "2023-12-31");
        refused("No subscription was known at the end of any month before 2024-03-01, so that", "2024-03-20");
    }

    private void refused(String why, String asOf) {
        Run run = run("--as-of", asOf);
        assertThat(run.status()).as(why).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(why).contains("Maybe").doesNotContain("\tat ");
    }

    /** Two currencies and no rate: who leaves is told all the same, what that is worth is not. */
    @Test
    void revenueInTwoCurrenciesIsNotAddedUp() throws IOException {
        company(40, NO_END, "USD", "EUR");
        Files.writeString(
                folder.resolve("subscriptions.csv"),
                Files.readString(folder.resolve("subscriptions.csv"))
                        .replaceAll("(s\\d*7,.*),\n", "$1,2024-10-01\n")
                        .replaceAll("(s\\d*3,.*),\n", "$1,2024-12-01\n"));
        Run run = run("--as-of", "2026-03-31");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "None is told. The subscriptions are in [EUR, USD], and amounts of different currencies are not"
                                + " added. Maybe set a reporting currency in the policy, and load exchange rates.");
    }

    /** A model that is there has nobody to be compared with. */
    @Test
    void companyWithoutACustomerLeftHasNobodyToScore() throws IOException {
        company(60, "2025-09-01", "USD");
        Files.writeString(
                folder.resolve("subscriptions.csv"),
                Files.readString(folder.resolve("subscriptions.csv"))
                        .replaceAll("(s\\d*[37],.*),2025-09-01", "$1,2024-11-15")
                        .replaceAll("(s\\d*[15],.*),2025-09-01", "$1,2025-03-15"));
        Run run = run("--as-of", "2025-12-31");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("0 of 0 accounts scored").doesNotContain("No model", "NaN");
    }

    /** Who pays nothing is no customer, and of nobody there is no share. */
    @Test
    void companyWhosePricesAreZeroHasNoCustomer() throws IOException {
        company(5, NO_END, "USD");
        Path items = folder.resolve("subscription_items.csv");
        Files.writeString(items, Files.readString(items).replace(",1,100,", ",1,0,"));
        Run run = run("--as-of", "2025-12-31");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("No account is scored: nobody is active. ", "There is no lifetime to learn from. Maybe")
                .doesNotContain("NaN");
    }

    /** A sheet that was left out, such as for its header, is said before what is missing for it. */
    @Test
    void errorsOfTheSheetsAreSaid() throws IOException {
        company(1, NO_END, "USD");
        Files.writeString(
                folder.resolve("subscriptions.csv"), "subscription_id,account,start_date\ns0,a0,2024-03-11\n");
        Files.delete(folder.resolve("subscription_items.csv"));
        Run run = run();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(
                                        "1 error was found in the exports, and what is wrong was left out. The first:"
                                                + " ERROR subscriptions.csv:1, account_id: "),
                        line -> assertThat(line).startsWith("There is no dated fact to tell the day from. Maybe"),
                        line -> assertThat(line).isEqualTo("Maybe see --help."));
    }
}
