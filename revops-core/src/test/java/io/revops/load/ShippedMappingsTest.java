package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.Fact;
import io.revops.book.Opportunity;
import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Spend;
import io.revops.book.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedMappingsTest {
    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String text, Mapping mapping) {
        try {
            return MappedSheet.read(Files.writeString(folder.resolve("sheet.csv"), text), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    void aLastDayIsFollowedByTheEnd() {
        String text = "Subscription,Customer,Start,End,MRR,Seats\n"
                + "s1,acme,2025-01-01,2025-03-31,100,5\ns1,acme,4/1/2025,30.06.2025,\"$1,180.00\",9\ns2,beta,2025-01-01,-,\u20ac5,\n";
        Loaded<RevenueBook> loaded = read(text, Mapping.shipped("subscriptions"));

        assertThat(errors(loaded)).isEmpty();
        List<Subscription> all = loaded.value().all(Subscription.class);
        assertThat(all.get(0).items()).hasSize(2);
        assertThat(all.get(0).ends().orElseThrow()).hasToString("2025-07-01");
        assertThat(all.get(0).items().get(1).price().orElseThrow().unitAmount()).hasToString("USD 1180.00");
        assertThat(all.get(1).ends()).isEmpty();
        assertThat(all.get(1).items().get(0).price().orElseThrow().unitAmount()).hasToString("EUR 5.00");
        assertThat(loaded.value().all(Account.class)).hasSize(2);

        Mapping exclusive = Mapping.shipped("subscriptions").toBuilder()
                .end(EndDate.EXCLUSIVE)
                .build();
        assertThat(errors(read(text, exclusive))).isEmpty();
        assertThat(read(text, exclusive)
                        .value()
                        .all(Subscription.class)
                        .get(0)
                        .ends()
                        .orElseThrow())
                .hasToString("2025-06-30");
    }

    @Test
    void aPipedriveDealClosesWhenItWasWon() {
        Loaded<RevenueBook> loaded = read(
                "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Status,Deal - Stage,Deal - Deal created,"
                        + "Deal - Expected close date,Deal - Won time,Deal - Lost time\n"
                        + "7,Big,\"1,200\",EUR,Won,Negotiation,2025-01-02 09:30:00,2025-02-28,2025-03-01 10:00:00,\n"
                        + "8,Small,100,EUR,Open,Demo,2025-01-02 09:30,2025-02-28,,\n",
                Mapping.shipped("pipedrive-deals").toBuilder()
                        .zone(ZoneId.of("Europe/Berlin"))
                        .build());

        assertThat(errors(loaded)).isEmpty();
        List<Opportunity> deals = loaded.value().all(Opportunity.class);
        assertThat(deals.get(0).created()).hasToString("2025-01-02T08:30:00Z");
        assertThat(deals.get(0).latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deals.get(0).latest().closed().orElseThrow()).hasToString("2025-03-01T09:00:00Z");
        assertThat(deals.get(1).latest().outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void aSalesforceReportAndAHubSpotExportAreRead() {
        Loaded<RevenueBook> report = read(
                "\"Opportunity ID\",\"Opportunity Name\",\"Account Name\",\"Stage\",\"Amount Currency\",\"Amount\",\"Close Date\","
                        + "\"Created Date\",\"Opportunity Owner\",\"Type\",\"Probability (%)\"\n"
                        + "\"006A1\",\"Big\",\"Acme\",\"Closed Won\",\"USD\",\"1,234.50\",\"3/31/2025\",\"1/2/2025\",\"Ann\",\"New Business\",\"100%\"\n"
                        + "\"006A2\",\"Next\",\"Acme\",\"Proposal\",\"USD\",\"\",\"6/30/2025\",\"1/2/2025\",\"Ann\",\"Odd\",\"40\"\n",
                Mapping.shipped("salesforce-opportunity-report"));
        assertThat(errors(report)).isEmpty();
        assertThat(report.value().all(Opportunity.class).get(0)).satisfies(d -> {
            assertThat(d.account().orElseThrow().value()).isEqualTo("Acme");
            assertThat(d.type()).contains(io.revops.book.DealType.NEW);
            assertThat(d.latest().amount().orElseThrow()).hasToString("USD 1234.50");
        });
        assertThat(report.value().all(Opportunity.class).get(1).type()).isEmpty();

        Loaded<RevenueBook> hubspot = read(
                "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Create Date,Deal Type,Forecast category\n"
                        + "901,Big,Closed won,2025-03-31 14:05,Ann,1200,USD,2025-01-02 09:30,New Business,Best case\n",
                Mapping.shipped("hubspot-deals"));
        assertThat(errors(hubspot)).isEmpty();
        assertThat(only(hubspot, Opportunity.class).latest().closeDate().orElseThrow())
                .hasToString("2025-03-31");
    }

    @Test
    void rowsWithoutAnIdOrAnEndGetThem() {
        Loaded<RevenueBook> spend = read(
                "Month,Department,Channel,Amount\n2025-01,Marketing,Ads,\"1,000\"\nFeb 2025,Marketing,,2000\n2/2025,Sales,,5\n",
                Mapping.shipped("spend-by-month"));
        assertThat(errors(spend)).isEmpty();
        assertThat(spend.value().all(Spend.class))
                .extracting(s -> s.id().value() + " " + s.span())
                .containsExactlyInAnyOrder(
                        "2025-01|Marketing|Ads " + io.revops.time.Span.month(2025, 1),
                        "Feb 2025|Marketing| " + io.revops.time.Span.month(2025, 2),
                        "2/2025|Sales| " + io.revops.time.Span.month(2025, 2));

        Loaded<RevenueBook> quotas =
                read("Rep,Quarter,Quota\nann,Q2 2025,\"$45,000\"\n", Mapping.shipped("quotas-by-quarter"));
        assertThat(only(quotas, Quota.class).span()).isEqualTo(io.revops.time.Span.quarter(2025, 2));
        assertThat(only(quotas, Quota.class).amount()).hasToString("USD 45000.00");
        assertThat(errors(read("Rep,Quota\nann,1\n", Mapping.shipped("quotas-by-quarter"))))
                .containsExactly("MISSING_COLUMN sheet.csv:1 Quarter ");
    }
}
