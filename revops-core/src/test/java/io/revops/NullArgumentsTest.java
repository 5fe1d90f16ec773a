package io.revops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Fact;
import io.revops.book.Links;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.catalog.Metrics;
import io.revops.json.HealthScorecardJson;
import io.revops.json.PresetJson;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.BadRows;
import io.revops.load.CsvTable;
import io.revops.load.LinksFile;
import io.revops.load.Mapping;
import io.revops.load.NativeForm;
import io.revops.load.PeriodsCsv;
import io.revops.load.baremetrics.BaremetricsTemplate;
import io.revops.load.chargebee.ChargebeeExport;
import io.revops.load.hubspot.HubSpotExport;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import io.revops.load.zendesk.ZendeskExport;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.reconcile.Reconciliation;
import io.revops.report.RevenueReport;
import io.revops.time.FiscalCalendar;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A null is refused where it is given, by the name of what it should have been, and not somewhere within. */
class NullArgumentsTest {
    private static final RevenueBook BOOK = RevenueBook.empty();
    private static final RevenuePolicy POLICY = RevenuePolicy.standard();
    private static final Span YEAR = Span.year(2025);

    private static Arguments of(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                of("currency code", () -> Money.currency(null)),
                of("currency code", () -> ReportingCurrency.of(null)),
                of("currency code", () -> PeriodsCsv.in(null)),
                of("from", () -> Span.of(null, LocalDate.of(2025, 1, 1))),
                of("to", () -> Span.of(LocalDate.of(2025, 1, 1), null)),
                of("text", () -> Span.parse(null)),
                of("text", () -> Money.of((String) null, "USD")),
                of("text", () -> Moment.parse(null)),
                of("id", () -> Account.builder((String) null)),
                of("amount", () -> Price.perUnit(null, BillingInterval.MONTHLY)),
                of("pairs", () -> Links.of(null)),
                of("day", () -> BOOK.asOf(null, ZoneOffset.UTC)),
                of("zone", () -> BOOK.asOf(LocalDate.of(2025, 1, 1), null)),
                of("kind", () -> BOOK.only(null)),
                of("span", () -> MrrLedger.of(BOOK, POLICY).movements(null)),
                of("json", () -> PresetJson.parse(null)),
                of("json", () -> HealthScorecardJson.parse(null)),
                of("firstMonth", () -> FiscalCalendar.startingIn(null)),
                of("links", () -> RevenueBook.merge(null, BOOK)),
                of("book", () -> RevenueBook.merge(Links.none(), BOOK, null)),
                of("fact", () -> RevenueBook.builder().add((Fact) null)),
                of("rate", () -> RevenueBook.builder().add((ExchangeRate) null)),
                of("option", () -> POLICY.with((PolicyOption) null)),
                of("book", () -> MrrLedger.of((RevenueBook) null, POLICY)),
                of("book", () -> RevenueView.of(null, POLICY, YEAR)),
                of("policy", () -> RevenueView.of(BOOK, null, YEAR)),
                of("span", () -> RevenueView.of(BOOK, POLICY, null)),
                of("view", () -> Metrics.MRR.measure(null)),
                of("view", () -> Metrics.MRR.measureMonthly(null)),
                of(
                        "dimension",
                        () -> Metrics.MRR
                                .measure(RevenueView.of(BOOK, POLICY, YEAR))
                                .by(null)),
                of("view", () -> RevenueReport.of(null)),
                of("first", () -> Reconciliation.between(null, POLICY, BOOK, YEAR)),
                of("second", () -> Reconciliation.between(POLICY, null, BOOK, YEAR)),
                of("span", () -> Reconciliation.between(POLICY, POLICY, BOOK, null)),
                of("json", () -> Mapping.parse(null)),
                of("path", () -> LinksFile.read(null)),
                of("path", () -> NativeForm.read(null)),
                of("path", () -> StripeExport.read(null)),
                of("path", () -> ChargebeeExport.read(null)),
                of("path", () -> HubSpotExport.read(null)),
                of("path", () -> ZendeskExport.read(null)),
                of("folder", () -> SalesforceExport.read(null)),
                of("file", () -> PeriodsCsv.in("USD").read((Path) null)),
                of("file", () -> PeriodsCsv.in("USD").stream(null)),
                of("file", () -> BaremetricsTemplate.read(null)),
                of("file", () -> CsvTable.of(null, "test")),
                of("badRows", () -> NativeForm.reader().with(null)),
                of("badRows", () -> PeriodsCsv.in("USD").with(null)),
                of("badRows", () -> StripeExport.reader().with(null)),
                of("badRows", () -> ChargebeeExport.reader().with((BadRows) null)),
                of("badRows", () -> HubSpotExport.reader().with((BadRows) null)),
                of("badRows", () -> SalesforceExport.reader().with((BadRows) null)),
                of("badRows", () -> ZendeskExport.reader().with(null)),
                of("badRows", () -> BaremetricsTemplate.reader().with(null)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aNullIsNamedWhereItIsGiven(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }
}
