package io.revops.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.BillingInterval;
import io.revops.book.ChurnCause;
import io.revops.book.Dimension;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityLine;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.StatusChange;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.Term;
import io.revops.book.UsageEvent;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Breakdown;
import io.revops.metric.Evidence;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Part;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric promises, whatever it measures. */
class MetricCatalogTest {
    private static final Span YEAR = Span.year(2025);

    @ParameterizedTest
    @CsvSource({
        "NRR, retention.net",
        "net_revenue_retenton, retention.net",
        "win rate, win-rate",
        "NET_REVENUE_RETENTION_FLOW, retention.net.flow"
    })
    void whoAsksForAMetricByAnotherNameIsToldItsId(String asked, String id) {
        assertThatThrownBy(() -> MetricCatalog.standard().find(asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("There is no metric \\(" + asked + "\\)\\. Maybe ([a-z.-]+, )*" + id
                        + "(, [a-z.-]+)*; it is one of \\[mrr, .*");
        assertThatThrownBy(() -> MetricCatalog.standard().find("xyzzy"))
                .hasMessageStartingWith("There is no metric (xyzzy). Maybe one of [mrr, ");
    }

    static Stream<Metric<?>> all() {
        return MetricCatalog.standard().all().stream();
    }

    private static MonthlyBooks books() {
        return MonthlyBooks.start()
                .account("a", "industry", "Retail")
                .account("b", "industry", "Fintech")
                .account("c", "industry", "Retail")
                .pays("a", "2024-03-01", "100")
                .pays("a", "2025-02-10", "150")
                .pays("b", "2024-05-15", "70.10")
                .pays("b", "2025-06-01", "30")
                .pays("b", "addon", "2025-08-01", "12", "USD")
                .pays("c", "2024-07-01", "55")
                .ends("c", "2025-09-09")
                .pays("d", "2025-03-03", "41.99")
                .add(Product.builder("seats").line("core").tier("pro").build())
                .add(Subscription.builder("renewing", "e")
                        .term(new Term(12, Term.Renewal.AUTOMATIC, 0))
                        .items(
                                item("1", Moment.of(2024, 4, 1), "10", "10"),
                                item("2", Moment.of(2025, 6, 15), "12", "11"))
                        .build())
                .add(Subscription.builder("left", "f")
                        .items(item("1", Moment.of(2024, 4, 1), "1", "20"))
                        .endings(Ending.builder("end", Moment.of(2025, 7, 7))
                                .cause(ChurnCause.INVOLUNTARY)
                                .reason("card expired")
                                .build())
                        .build())
                .add(Subscription.builder("tried", "g")
                        .items(item("1", Moment.of(2025, 2, 1), "1", "9"))
                        .spells(Spell.builder("trial", SpellKind.TRIAL, Moment.of(2025, 2, 1))
                                .end(Moment.of(2025, 2, 15))
                                .build())
                        .build())
                .add(won())
                .add(answer("1", SurveyKind.NPS, "a", 9))
                .add(answer("2", SurveyKind.NPS, "b", 3))
                .add(answer("3", SurveyKind.NPS, "c", 10))
                .add(answer("4", SurveyKind.CSAT, "a", 4))
                .add(answer("5", SurveyKind.CSAT, "b", 2))
                .add(Activity.builder("call", Moment.of(2025, 3, 5))
                        .account(new AccountId("b"))
                        .build())
                .add(use("1", "a", Moment.of(2025, 3, 3)))
                .add(use("2", "d", Moment.of(2025, 3, 9)))
                .add(use("3", "g", Moment.of(2025, 2, 2)))
                .add(ticket("1", "a", "open", "escalated", "solved"))
                .add(ticket("2", "b", "open", "solved", "open"))
                .add(ticket("3", "c", "open"))
                .add(ticket("4", "c", "open", "solved", "closed"))
                .add(ticket("5", "a", "new", "closed"))
                .deal("lost", "2025-01-05", Outcome.LOST, "2025-05-01")
                .deal("open", "2025-01-05", Outcome.OPEN, "2026-02-01");
    }

    private static UsageEvent use(String id, String account, Moment at) {
        return UsageEvent.builder(id, account, at, "login").user("ann").build();
    }

    /** A ticket that is answered on its first day, and takes a status a day. */
    private static SupportTicket ticket(String id, String account, String... statuses) {
        LocalDate opened = LocalDate.of(2025, 4, 1);
        SupportTicket.Builder ticket = SupportTicket.builder(id, Moment.of(opened))
                .account(new AccountId(account))
                .firstReply(Moment.of(opened));
        for (int day = 0; day < statuses.length; day++) {
            ticket.statuses(StatusChange.builder("day " + day, Moment.of(opened.plusDays(day)), statuses[day])
                    .build());
        }
        return ticket.build();
    }

    /** A deal that says what recurs of it, and for how long. */
    private static Opportunity won() {
        return Opportunity.builder("won", Moment.of(2025, 1, 5))
                .changes(OpportunityChange.builder("close", Moment.of(2025, 4, 1))
                        .stage("Won")
                        .outcome(Outcome.WON)
                        .closeDate(LocalDate.of(2025, 4, 1))
                        .amount(Money.of(100, "USD"))
                        .build())
                .lines(OpportunityLine.builder("line", Money.of(100, "USD"), ProductKind.RECURRING)
                        .termMonths(12)
                        .build())
                .build();
    }

    private static SurveyAnswer answer(String id, SurveyKind question, String account, int score) {
        return SurveyAnswer.builder(id, Moment.of(2025, 3, 3), question, BigDecimal.valueOf(score))
                .account(new AccountId(account))
                .build();
    }

    private static ItemChange item(String id, Moment from, String quantity, String price) {
        return ItemChange.builder(id, from, "item")
                .product(new ProductId("seats"))
                .quantity(new BigDecimal(quantity))
                .price(Price.perUnit(Money.of(price, "USD"), BillingInterval.MONTHLY))
                .build();
    }

    private static RevenueView view(RevenueBook book) {
        return RevenueView.of(book, RevenuePolicy.standard(), YEAR);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDefinedInWords(Metric<?> metric) {
        assertThat(metric.definition().id()).matches("[a-z][a-z.-]+");
        assertThat(metric.definition().title()).isNotBlank();
        assertThat(metric.definition().formula()).isNotBlank();
        assertThat(metric.definition().edges()).isNotEmpty();
        assertThat(metric.definition().reference()).isNotBlank();
        assertThat(MetricCatalog.standard().find(metric.definition().id())).isSameAs(metric);
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptyBookIsAReadingAndNoException(Metric<?> metric) {
        Measurement<?> measured = metric.measure(view(RevenueBook.empty()));
        assertThat(measured.toString()).startsWith(metric.definition().title() + ", 2025: ");
        assertThat(measured.explain().toString()).contains(metric.definition().formula());
    }

    @ParameterizedTest
    @MethodSource("all")
    void ledgerWithoutItsBookIsAReadingAndNoException(Metric<?> metric) {
        MrrLedger ledger = MrrLedger.of(books().book(), RevenuePolicy.standard());
        Measurement<?> measured = metric.measure(RevenueView.of(ledger, YEAR));
        boolean sales = isOfOtherFacts(metric);
        if (sales || metric.definition().edges().contains("the view has no book: undefined")) {
            assertThat(measured.reading())
                    .isInstanceOfSatisfying(
                            Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.NO_BOOK));
        } else {
            assertThat((Object) measured.reading())
                    .isEqualTo(metric.measure(view(books().book())).reading());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isKnownForABookThatTellsEnough(Metric<?> metric) {
        boolean withoutQuota = metric.definition().id().equals("pipeline.coverage");
        assertThat(metric.measure(view(books().book())).value().isEmpty()).isEqualTo(withoutQuota);
    }

    @ParameterizedTest
    @MethodSource("all")
    void evidenceConcludesToTheNumberAgain(Metric<?> metric) {
        Measurement<?> measured = metric.measure(view(books().book()));
        if (measured.evidence().undefined().isEmpty()) {
            assertThat((Object) metric.conclude(measured.evidence())).isEqualTo(measured.reading());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void orderOfFactsDoesNotMatter(Metric<?> metric) {
        RevenueBook book = books().book();
        List<io.revops.book.Fact> facts = new ArrayList<>(book.facts().toList());
        Collections.reverse(facts);
        RevenueBook reversed = RevenueBook.builder().add(facts).add(facts).build();
        assertThat(metric.measure(view(reversed)).explain().toString())
                .isEqualTo(metric.measure(view(book)).explain().toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void segmentsAddUpWhereTheDefinitionSaysSo(Metric<?> metric) {
        Measurement<?> whole = metric.measure(view(books().book()));
        for (Dimension by : List.of(Dimension.INDUSTRY, Dimension.PRODUCT)) {
            if (isOfOtherFacts(metric) && by == Dimension.PRODUCT
                    || whole.evidence().undefined().isPresent()) {
                continue;
            }
            Breakdown<?> cut = whole.by(by);
            boolean within = by.subject() == Dimension.Subject.ITEM;
            Adds adds = within
                    ? metric.definition().addsWithinAccounts()
                    : metric.definition().adds();
            assertThat(cut.adds()).isEqualTo(adds);
            if (adds == Adds.NONE) {
                assertThat(cut.toString()).contains("do not add up");
                continue;
            }
            for (Part<?> part : relevant(metric, whole.evidence(), within)) {
                assertThat(sum(cut, part))
                        .as(metric.definition().id() + " " + part)
                        .isEqualTo(sum(whole.evidence(), part));
            }
        }
    }

    private static boolean isOfOtherFacts(Metric<?> metric) {
        return metric.definition().id().matches("win-rate|(pipeline|bookings|survey|usage|onboarding|tickets).*");
    }

    private static List<Part<?>> relevant(Metric<?> metric, Evidence evidence, boolean within) {
        String id = metric.definition().id();
        if (id.equals("mrr.new")) {
            return List.of(Part.NEW);
        }
        if (id.equals("mrr.churned")) {
            return List.of(Part.CHURN);
        }
        if (id.equals("mrr.reactivation")) {
            return List.of(Part.REACTIVATION);
        }
        return within && evidence.currency().isPresent() ? List.of(Part.OPENING, Part.CLOSING) : evidence.parts();
    }

    private static BigDecimal sum(Evidence evidence, Part<?> part) {
        return evidence.lines().map(l -> number(l.get(part))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Breakdown<?> cut, Part<?> part) {
        return cut.segments().values().stream()
                .map(s -> sum(s.evidence(), part))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof io.revops.money.RunRate rate) {
            return rate.perYear().amount();
        }
        if (value instanceof io.revops.money.Money money) {
            return money.amount();
        }
        return value instanceof BigDecimal quantity ? quantity : BigDecimal.valueOf((Long) value);
    }

    @ParameterizedTest
    @MethodSource("all")
    void detachedNumberStaysAndCannotBeCut(Metric<?> metric) {
        Measurement<?> measured = metric.measure(view(books().book()));
        Measurement<?> detached = measured.detach();
        assertThat(detached.toString()).isEqualTo(measured.toString());
        assertThat(detached.evidence().toString()).isEqualTo(measured.evidence().toString());
        assertThatThrownBy(() -> detached.by(Dimension.INDUSTRY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe");
        assertThat(detached.evidence().lines().flatMap(l -> l.changes().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void monthsAreMeasuredOneByOne(Metric<?> metric) {
        assertThat(metric.measureMonthly(view(books().book())).points()).hasSize(12);
        assertThat(metric.measureEach(view(books().book()), Cadence.QUARTER).toString())
                .startsWith(metric.definition().title() + ", 2025-Q1 to 2025-Q4");
    }

    @Test
    void idsAreUniqueAndUnknownOnesAreRefused() {
        MetricCatalog catalog = MetricCatalog.standard();
        Set<String> ids = new HashSet<>();
        catalog.all().forEach(m -> assertThat(ids.add(m.definition().id())).isTrue());
        assertThat(catalog.toString()).startsWith("MetricCatalog: " + ids.size() + " metrics");
        assertThatThrownBy(() -> catalog.find("mrrr")).hasMessageContaining("Maybe one of");
        assertThatThrownBy(() -> MetricCatalog.of(List.of(Metrics.MRR, Metrics.MRR)))
                .hasMessageContaining("mrr");
    }
}
