package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Fact;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.Outcome;
import io.revops.book.Product;
import io.revops.book.Rep;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.UsageEvent;
import io.revops.time.Cadence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedSheetTest {
    private static final Mapping DEALS = Mapping.of("opportunities")
            .column("ID", "opportunity_id")
            .column("Opened", "created")
            .column("Phase", "stage")
            .column("Value", "amount")
            .column("Cur", "currency")
            .column("Closes", "close_date")
            .column("Chance", "probability")
            .dates("dd.MM.yyyy")
            .marks(',', '.')
            .unit(AmountUnit.MAJOR)
            .currency("EUR")
            .stage("Gewonnen", Outcome.WON)
            .stage("Verloren", Outcome.LOST)
            .stage("Gespr\u00e4ch", Outcome.OPEN)
            .empty("-", "n/a")
            .build();

    @TempDir
    Path folder;

    private Path sheet(String text) {
        return sheet(text, StandardCharsets.UTF_8);
    }

    private Path sheet(String text, Charset charset) {
        try {
            return Files.write(folder.resolve("sheet.csv"), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded<RevenueBook> read(String text, Mapping mapping) {
        Loaded<RevenueBook> loaded = MappedSheet.read(sheet(text), mapping);
        assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates()).isEqualTo(loaded.read());
        return loaded;
    }

    private static <F extends Fact> F only(Loaded<RevenueBook> loaded, Class<F> type) {
        assertThat(loaded.value().all(type)).hasSize(1);
        return loaded.value().all(type).get(0);
    }

    private static List<String> errors(Loaded<?> loaded) {
        return loaded.issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .map(i -> i.code() + " " + i.source() + " " + i.column() + " " + i.value())
                .toList();
    }

    @Test
    void aGermanSheetBecomesDeals() {
        Loaded<RevenueBook> loaded = read(
                "\uFEFFID;Opened;PHASE;Value;Cur;Closes;Chance;Note\r\n"
                        + "d1;01.02.2025;Gewonnen;1.234,56;;31.03.2025;100 %;\"a;\r\nb\"\r\n"
                        + "d2;01.02.2025;gespr\u00e4ch;$ 7;USD;-;45;\r\n"
                        + ";;;;;;;\r\n",
                DEALS);

        assertThat(errors(loaded)).isEmpty();
        List<Opportunity> deals = loaded.value().all(Opportunity.class);
        assertThat(deals).hasSize(2);
        assertThat(deals.get(0).latest().amount().orElseThrow()).hasToString("EUR 1234.56");
        assertThat(deals.get(0).latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deals.get(0).latest().closed().orElseThrow()).hasToString("2025-03-31");
        assertThat(deals.get(0).source()).hasToString("sheet.csv:2");
        assertThat(deals.get(1).latest().amount().orElseThrow()).hasToString("USD 7.00");
        assertThat(deals.get(1).latest().closeDate()).isEmpty();
        assertThat(deals.get(1).latest().outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void anIssueNamesTheColumnAndTheTextOfTheSheet() {
        Loaded<RevenueBook> loaded = read(
                "ID;Opened;Phase;Value;Cur;Closes;Chance\n"
                        + "d1;2025-02-01;Gewonnen;1;;;\n"
                        + "d2;01.02.2025;Vielleicht;1;;;\n"
                        + "d3;01.02.2025;Gespr\u00e4ch;1,234.56;;;\n"
                        + "d4;;Gespr\u00e4ch;1;;;\n"
                        + "d5;01.02.2025;Gespr\u00e4ch;1;EURO;;\n"
                        + "d6;01.02.2025;Gespr\u00e4ch;\u20ac 1;USD;;\n"
                        + "d7;01.02.2025;Gespr\u00e4ch;1;;30.02.2025;\n"
                        + "d9;01.02.2025;Gespr\u00e4ch;1;;;5 EUR\n"
                        + "d10;01.02.2025;Gespr\u00e4ch;$1;;;\n"
                        + "d11;01.02.2025;Gespr\u00e4ch;1;;;1;9\n",
                DEALS);

        assertThat(errors(loaded))
                .containsExactly(
                        "BAD_VALUE sheet.csv:2 Opened 2025-02-01",
                        "BAD_VALUE sheet.csv:3 Phase Vielleicht",
                        "BAD_VALUE sheet.csv:4 Value 1,234.56",
                        "MISSING_VALUE sheet.csv:5 Opened ",
                        "BAD_VALUE sheet.csv:6 Cur EURO",
                        "BAD_VALUE sheet.csv:7 Value \u20ac 1",
                        "BAD_VALUE sheet.csv:8 Closes 30.02.2025",
                        "BAD_VALUE sheet.csv:9 Chance 5 EUR",
                        "BAD_VALUE sheet.csv:10 Value $1",
                        "BROKEN_ROW sheet.csv:11  ");
        assertThat(loaded.rejected()).isEqualTo(10);
        assertThat(loaded.issues()).allSatisfy(i -> assertThat(i.reason()).contains("Maybe"));
    }

    @Test
    void aLostColumnIsAnErrorIfAFactNeedsItAndANoteIfNot() {
        Loaded<RevenueBook> lacking = read("ID;Phase\nd1;Gewonnen\n", DEALS);
        assertThat(errors(lacking)).containsExactly("MISSING_COLUMN sheet.csv:1 Opened ");
        assertThat(lacking.issues().get(0).reason()).contains("[Opened]", "the sheet has [ID, Phase]");
        assertThat(lacking.read()).isZero();

        Loaded<RevenueBook> loaded = read("id ; OPENED\nd1;01.02.2025\n", DEALS);
        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Severity.NOTE);
            assertThat(i.column()).isEqualTo("Phase, Value, Cur, Closes, Chance");
        });
    }

    @Test
    void minorUnitsAreOfTheCurrency() {
        Mapping minor = Mapping.of("products")
                .column("sku", "product_id")
                .column("cents", "list_unit_amount")
                .column("cur", "list_currency")
                .column("every", "list_billing_interval")
                .unit(AmountUnit.MINOR)
                .value("list_billing_interval", "Monthly", "month")
                .build();

        Loaded<RevenueBook> loaded = read("sku,cents,cur,every\na,1999,usd,monthly\nb,1999,JPY,\nc,1999,,\n", minor);

        assertThat(loaded.value().all(Product.class))
                .extracting(p -> p.listPrice().orElseThrow().unitAmount().toString())
                .containsExactly("USD 19.99", "JPY 1999");
        assertThat(errors(loaded)).containsExactly("BAD_VALUE sheet.csv:4 cents 1999");
    }

    @Test
    void aYearlyAmountStaysExact() {
        Mapping yearly = Mapping.of("periods")
                .column("id", "subscription_id")
                .column("who", "customer_id")
                .column("from", "start_date")
                .column("year", "yearly_amount")
                .column("month", "monthly_amount")
                .unit(AmountUnit.THOUSANDS)
                .currency("USD")
                .build();

        Loaded<RevenueBook> loaded =
                read("id,who,from,year,month\ns1,a,2025-01-01,2,\ns2,a,2025-01-01,2,1\ns3,a,2025-01-01,,\n", yearly);

        assertThat(only(loaded, Subscription.class).items().get(0).price().orElseThrow())
                .hasToString(io.revops.book.Price.flat(
                                io.revops.money.Money.of(2000, "USD"), io.revops.book.BillingInterval.YEARLY)
                        .toString());
        assertThat(errors(loaded)).containsExactly("CONFLICT sheet.csv:3 year 2", "MISSING_VALUE sheet.csv:4 month ");
    }

    @Test
    void columnsWithTheDateOfAStageBecomeTheHistoryOfADeal() {
        Mapping dated = DEALS.toBuilder()
                .stage("Demo", Outcome.OPEN)
                .history("Demo on", "stage", "Demo")
                .history("Won on", "stage", "Gewonnen")
                .build();
        Loaded<RevenueBook> loaded = read(
                "ID;Opened;Phase;Value;Closes;Chance;Demo on;Won on\n"
                        + "d1;01.01.2025;Gewonnen;5;31.03.2025;100;01.02.2025;15.03.2025\n"
                        + "d2;01.01.2025;Verloren;5;31.03.2025;0;01.02.2025;-\n"
                        + "d3;01.01.2025;Gespr\u00e4ch;5;31.03.2025;20;01.02.2025;\n"
                        + "d4;01.01.2025;Gespr\u00e4ch;5;;;;\n"
                        + "d5;01.01.2025;Gespr\u00e4ch;5;;;soon;\n",
                dated);

        List<Opportunity> deals = loaded.value().all(Opportunity.class);
        assertThat(deals.get(0).changes())
                .extracting(c -> c.effective() + " " + c.stage().orElse("-") + " "
                        + c.outcome().map(Enum::name).orElse("-") + " "
                        + c.probability().map(Object::toString).orElse("-"))
                .containsExactly("2025-01-01 - - -", "2025-02-01 Demo OPEN -", "2025-03-15 Gewonnen WON 100");
        assertThat(deals.get(1).changes())
                .extracting(c -> c.effective() + " " + c.stage().orElse("-") + " "
                        + c.outcome().map(Enum::name).orElse("-"))
                .containsExactly("2025-01-01 - -", "2025-02-01 Demo OPEN", "2025-03-31 Verloren LOST");
        assertThat(deals.get(2).latest().stage()).contains("Gespr\u00e4ch");
        assertThat(deals.get(2).latest().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(deals.get(3).changes()).hasSize(1);
        assertThat(errors(loaded)).containsExactly("BAD_VALUE sheet.csv:6 Demo on soon");
        assertThat(loaded.issues())
                .filteredOn(i -> i.code() == IssueCode.NO_HISTORY)
                .extracting(i -> i.source().line() + " " + i.value())
                .containsExactly("4 Gespr\u00e4ch");
    }

    @Test
    void everyOtherKindOfFactCanBeMapped() {
        Mapping usage = Mapping.of("usage_events")
                .column("who", "account_id")
                .column("when", "at")
                .column("n", "quantity")
                .joined("event_id", "who", "when")
                .fixed("meter", "logins")
                .dates("epochSeconds")
                .build();
        assertThat(only(read("who,when,n\nacme,1740787200,3\n", usage), UsageEvent.class))
                .satisfies(e -> {
                    assertThat(e.meter()).isEqualTo("logins");
                    assertThat(e.at()).hasToString("2025-03-01T00:00:00Z");
                });

        Mapping tickets = Mapping.of("tickets")
                .column("no", "ticket_id")
                .column("opened", "opened")
                .history("solved", "status", "solved")
                .zone(ZoneId.of("UTC"))
                .build();
        assertThat(only(read("no,opened,solved\n1,2025-03-01 08:00,2025-03-02 09:00\n", tickets), SupportTicket.class)
                        .statuses())
                .extracting(s -> s.effective() + " " + s.status())
                .containsExactly("2025-03-02T09:00:00Z solved");

        Mapping reps = Mapping.of("reps")
                .column("name", "rep_id")
                .column("left", "end_date")
                .end(EndDate.INCLUSIVE)
                .build();
        assertThat(only(read("name,left\nann,2025-03-31\n", reps), Rep.class)
                        .end()
                        .orElseThrow())
                .hasToString("2025-04-01");

        Mapping rates = Mapping.of("exchange_rates")
                .column("day", "date")
                .column("usd", "rate")
                .fixed("base", "EUR")
                .fixed("quote", "USD")
                .marks(',')
                .build();
        assertThat(read("day;usd\n2025-01-31;1,0393\n", rates).value().rates().all())
                .singleElement()
                .satisfies(r -> assertThat(r.rate()).isEqualByComparingTo("1.0393"));
    }

    @Test
    void severalSheetsBecomeOneBook() {
        Path accounts = sheet("account,sector,revenue,subsidiary_of\nAcme,retail,1.5,no subsidiaries\n");
        RowSource deals = RowSource.of(
                "pipeline",
                List.of(
                        "opportunity_id",
                        "account",
                        "deal_stage",
                        "engage_date",
                        "close_date",
                        "close_value",
                        "sales_agent"),
                List.of(List.of("d1", "Acme", "Won", "11/12/16", "3/1/17", 556, "Ann")));
        RowSource teams = RowSource.of("teams", List.of("sales_agent", "manager"), List.of(List.of("Ann", "Bob")));

        Loaded<RevenueBook> loaded = MappedSheet.reader()
                .with(BadRows.STRICT)
                .add(accounts, Mapping.shipped("sales-accounts"))
                .add(deals, Mapping.shipped("sales-pipeline"))
                .add(teams, Mapping.shipped("sales-teams"))
                .read();

        assertThat(loaded.value().issues()).extracting(Issue::severity).containsOnly(Severity.NOTE);
        assertThat(only(loaded, Account.class).companyRevenue().orElseThrow()).hasToString("USD 1500000.00");
        assertThat(only(loaded, Account.class).name()).contains("Acme");
        assertThat(only(loaded, Opportunity.class).latest().closed().orElseThrow())
                .hasToString("2017-03-01");
        assertThat(loaded.counts()).extracting(Loaded.Count::file).containsExactly("pipeline", "sheet.csv", "teams");
        assertThatThrownBy(() -> MappedSheet.reader().read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe add");
    }

    @Test
    void theFirstOfSeveralColumnsThatIsFilledCounts() {
        Mapping mapping = DEALS.toBuilder().column("Closed", "close_date").build();
        Loaded<RevenueBook> loaded = read(
                "ID;Opened;Phase;Closed;Closes\nd1;01.01.2025;Gewonnen;01.02.2025;\nd2;01.01.2025;Gewonnen;x;01.03.2025\n"
                        + "d3;01.01.2025;Gewonnen;x;\n",
                mapping);

        assertThat(loaded.value().all(Opportunity.class))
                .extracting(d -> d.latest().closeDate().orElseThrow().toString())
                .containsExactly("2025-02-01", "2025-03-01");
        assertThat(errors(loaded)).containsExactly("BAD_VALUE sheet.csv:4 Closed x");
    }

    @Test
    void anEncodingAndASeparatorMayBeDeclared() {
        Mapping latin = DEALS.toBuilder()
                .encoding(StandardCharsets.ISO_8859_1)
                .separator('|')
                .lasts(Cadence.MONTH)
                .build();
        String text = "ID|Opened|Phase\nd1|01.02.2025|Gespr\u00e4ch\n";

        assertThat(MappedSheet.read(sheet(text, StandardCharsets.ISO_8859_1), latin)
                        .accepted())
                .isOne();
        assertThat(errors(MappedSheet.read(sheet(text.replace('|', ';'), StandardCharsets.ISO_8859_1), DEALS)))
                .containsExactly("UNREADABLE sheet.csv  ");
    }
}
