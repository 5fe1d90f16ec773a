package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.SubscriptionId;
import io.revops.load.PeriodsCsv;
import io.revops.money.ExchangeRates;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that strain the walk over rows: each gives the ledger of its book, whatever is kept of accounts that cost nothing. */
class RowLedgerTest {
    private static final Span SPAN = Span.parse("2011-10-01/2012-07-01");
    private static final LocalDate FIRST = LocalDate.of(2011, 10, 1);

    static List<RevenuePolicy> policies() {
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        return List.of(
                dollars,
                dollars.with(FreeAccount.ACTIVE),
                dollars.with(Pause.ZERO_ACTIVE, Grain.SUBSCRIPTION),
                dollars.with(Grain.ITEM, StateRounding.CENTS),
                dollars.with(ReportingZone.of("Pacific/Apia"), Basis.EVENT));
    }

    private static String line(
            String subscription, String customer, int from, int to, String amount, String plan, String in) {
        return String.join(
                ",",
                subscription,
                customer,
                FIRST.plusDays(from).toString(),
                to == 0 ? "" : FIRST.plusDays(to).toString(),
                amount,
                plan,
                "1",
                in);
    }

    /** One after another in two currencies, then the first again, so that each is found among the others. */
    @ParameterizedTest
    @MethodSource("policies")
    void aSubscriptionSellsTwentyProductsInTwoCurrencies(RevenuePolicy policy) throws IOException {
        List<String> lines = new ArrayList<>();
        int day = 0;
        for (int round = 0; round < 2; round++) {
            for (String currency : List.of("USD", "EUR")) {
                for (int product = 0; product < 10; product++) {
                    String amount = product == 3 ? "0" : (10 + product) + ".50";
                    lines.add(line("s", "a", day, day + 2, amount, product == 5 ? "" : "p" + product, currency));
                    day += product % 4 == 1 ? 5 : 2;
                }
            }
        }
        RowLedgerLaws.areTheSame(lines, policy);
    }

    /** More states of one account than are put in order by insertion, not written in the order of days or ids. */
    @ParameterizedTest
    @MethodSource("policies")
    void anAccountHasHundredsOfStates(RevenuePolicy policy) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int sub = 0; sub < 60; sub++) {
            int start = 7 * sub % 40;
            lines.add(line("s" + sub, "a", start, start + 30, "" + (20 + sub), "p", "USD"));
            lines.add(line("s" + sub, "a", start + 30, start + 31 + sub % 5, sub % 7 == 0 ? "0" : "9.99", "q", "EUR"));
            lines.add(line("s" + sub, "a", start + 60, sub % 3 == 0 ? 0 : start + 90, "5", "p", "USD"));
            lines.add(line("t" + sub, "b" + sub % 2, start, 0, "1", "p", "USD"));
        }
        Collections.shuffle(lines, new Random(8));
        RowLedgerLaws.areTheSame(lines, policy);
    }

    /** Otherwise accounts that come to nothing would open a ledger, or shift those behind them. */
    @ParameterizedTest
    @MethodSource("policies")
    void accountsThatAreNeverWorthAnythingStandBetweenOthers(RevenuePolicy policy) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int account = 0; account < 30; account++) {
            String amount = account % 3 == 1 ? "0" : "" + account;
            lines.add(line(
                    "s" + account, "a" + account, account, account % 2 == 0 ? 0 : account + 100, amount, "", "USD"));
        }
        RowLedgerLaws.areTheSame(lines, policy);
    }

    @Test
    void everythingOfASubscriptionIsNothingInAPauseAndAfterItsEnd(@TempDir Path folder) throws IOException {
        MrrLedger ledger = ledger(
                folder,
                List.of(
                        line("s", "a", 0, 10, "100", "p", "USD"),
                        line("s", "a", 20, 30, "100", "p", "USD"),
                        line("s", "a", 30, 40, "70", "q", "USD")),
                RevenuePolicy.standard());
        assertThat(ledger.changes(new AccountId("a"), SPAN))
                .extracting(c -> c.at().toString().substring(0, 10) + " "
                        + c.item() + ": "
                        + c.before().microsPerYear().longValueExact() / 12_000_000 + "-"
                        + c.after().microsPerYear().longValueExact() / 12_000_000)
                .containsExactly(
                        "2011-10-01 s/item/p: 0-100",
                        "2011-10-11 s/item/p: 100-0",
                        "2011-10-21 s/item/p: 0-100",
                        "2011-10-31 s/item/p: 100-0",
                        "2011-10-31 s/item/q: 0-70",
                        "2011-11-10 s/item/q: 70-0");
        assertThat(ledger.changes(new AccountId("a"), SPAN))
                .allMatch(c -> c.item().subscription().equals(new SubscriptionId("s")));
    }

    /** Who paid and now pays nothing stays active where free accounts are, to the end of the row; who never paid is no customer. */
    @Test
    void whoPaysNothingAnyMoreIsActiveWhereFreeAccountsAre(@TempDir Path folder) throws IOException {
        List<String> lines = List.of(
                line("s", "a", 0, 35, "7", "p", "USD"),
                line("s", "a", 35, 70, "0", "p", "USD"),
                line("t", "b", 0, 0, "5", "p", "USD"),
                line("u", "c", 0, 0, "0", "p", "USD"));
        MrrLedger free = ledger(folder, lines, RevenuePolicy.standard().with(FreeAccount.ACTIVE));
        assertThat(free.table(SPAN, Cadence.MONTH).rows())
                .extracting(MovementTable.Row::active)
                .startsWith(2L, 2L, 1L);
        MrrLedger paid = ledger(folder, lines, RevenuePolicy.standard());
        assertThat(paid.table(SPAN, Cadence.MONTH).rows())
                .extracting(MovementTable.Row::active)
                .startsWith(2L, 1L, 1L);
    }

    private static MrrLedger ledger(Path folder, List<String> lines, RevenuePolicy policy) throws IOException {
        Path file = Files.writeString(
                folder.resolve("periods.csv"),
                "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency\n"
                        + String.join("\n", lines) + "\n");
        return MrrLedger.of(PeriodsCsv.reader().stream(file).value(), ExchangeRates.none(), policy, Workers.one());
    }
}
