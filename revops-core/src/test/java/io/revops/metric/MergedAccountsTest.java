package io.revops.metric;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.LOGO_CHURN;
import static io.revops.catalog.Metrics.LOST_CUSTOMERS;
import static io.revops.catalog.Metrics.MRR_CHANGE;
import static io.revops.catalog.Metrics.MRR_MOVEMENTS;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.REVENUE_CHURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.Basis;
import io.revops.ledger.Clause;
import io.revops.ledger.Closing;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.metric.recurring.Restatement;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** T38: an account of 1,000 a year ends in June 2018, when it became part of one of 10,000 a year. */
class MergedAccountsTest {
    private static final Moment JUNE = Moment.of(2018, 6, 15);
    private static final AccountMerge MERGE =
            AccountMerge.builder("m1", "A", "B", JUNE).build();
    private static final Span YEAR = Span.year(2018);

    private static Subscription yearly(String id, String account, Moment from, String amount) {
        return Subscription.builder(id, account)
                .items(ItemChange.builder("i" + id, from, "plan")
                        .price(Price.perUnit(Money.of(amount, "USD"), BillingInterval.YEARLY))
                        .build())
                .build();
    }

    private static RevenueBook.Builder apart() {
        return RevenueBook.builder()
                .add(Account.builder("A").attribute("tier", "small").build())
                .add(Account.builder("B").attribute("tier", "large").build())
                .add(yearly("a", "A", Moment.of(2016, 6, 15), "1000").toBuilder()
                        .endings(Ending.builder("end", JUNE).build())
                        .build())
                .add(yearly("b", "B", Moment.of(2016, 1, 1), "10000"));
    }

    private static RevenueView view(RevenueBook book, Span span) {
        return RevenueView.of(book, RevenuePolicy.standard(), span);
    }

    private static RevenueView merged(Span span) {
        return view(apart().add(MERGE).build(), span);
    }

    private static void is(Measurement<Ratio> ratio, long numerator, long denominator) {
        assertThat(ratio.orElseThrow().value()).isEqualTo((double) numerator / denominator);
    }

    private static String perYear(RunRate rate) {
        return rate.perYear().amount().toPlainString();
    }

    @Test
    void unmergedTheAccountIsLost() {
        RevenueView view = view(apart().build(), YEAR);

        is(LOGO_CHURN.measure(view), 1, 2);
        is(REVENUE_CHURN.measure(view), 1, 11);
        is(NET_REVENUE_RETENTION.measure(view), 10, 11);
        assertThat(perYear(MRR_CHANGE.measure(view).orElseThrow().churn())).isEqualTo("-1000.00");
    }

    @Test
    void mergedItIsAContractionOfTheOneThatGoesOn() {
        RevenueView view = merged(YEAR);

        is(LOGO_CHURN.measure(view), 0, 1);
        is(REVENUE_CHURN.measure(view), 0, 11);
        is(NET_REVENUE_RETENTION.measure(view), 10, 11);
        is(GROSS_REVENUE_RETENTION.measure(view), 10, 11);
        assertThat(LOST_CUSTOMERS.measure(view).orElseThrow()).isZero();
        Evidence retained = NET_REVENUE_RETENTION.measure(view).evidence();
        assertThat(retained.lines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.subject()).isEqualTo(new AccountId("B"));
            assertThat(perYear(line.get(Part.OPENING))).isEqualTo("11000.00");
            assertThat(perYear(line.get(Part.CONTRACTION))).isEqualTo("-1000.00");
            assertThat(line.changes())
                    .anySatisfy(change -> assertThat(change.account()).hasToString("A"));
        });
    }

    @Test
    void everyBridgeTiesAndCountsThePartiesAsOneAccount() {
        for (Measurement<Bridge> measured :
                List.of(MRR_CHANGE.measure(merged(YEAR)), MRR_MOVEMENTS.measure(merged(YEAR)))) {
            Bridge bridge = measured.orElseThrow();
            assertThat(perYear(bridge.opening())).isEqualTo("11000.00");
            assertThat(perYear(bridge.mergeIn())).isEqualTo("1000.00");
            assertThat(perYear(bridge.mergeOut())).isEqualTo("-1000.00");
            assertThat(perYear(bridge.contraction())).isEqualTo("-1000.00");
            assertThat(bridge.churn().isZero()).isTrue();
            assertThat(perYear(bridge.closing())).isEqualTo("10000.00");
            assertThat(bridge.activeAtOpening()).isOne();
            assertThat(bridge.news() + bridge.reactivated() + bridge.churned()).isZero();
            assertThat(bridge.active()).isOne();
            assertThat(bridge.toString()).contains("merge in").contains("merge out");
        }
        assertThat(ACTIVE_CUSTOMERS.measure(merged(YEAR)).orElseThrow()).isOne();
    }

    @Test
    void theSegmentOfEachAccountTies() {
        Breakdown<Bridge> tiers = MRR_MOVEMENTS.measure(merged(YEAR)).by(Dimension.TIER);

        Bridge small = tiers.of("small").orElseThrow();
        assertThat(perYear(small.opening())).isEqualTo("1000.00");
        assertThat(perYear(small.mergeOut())).isEqualTo("-1000.00");
        assertThat(small.closing().isZero()).isTrue();
        Bridge large = tiers.of("large").orElseThrow();
        assertThat(perYear(large.mergeIn())).isEqualTo("1000.00");
        assertThat(perYear(large.closing())).isEqualTo("10000.00");
        // retained is what belongs to the account that goes on, in its segment
        is(NET_REVENUE_RETENTION.measure(merged(YEAR)).by(Dimension.TIER).of("large"), 10, 11);
    }

    @Test
    void aMergeOfLaterYearsLeavesTheYearBeforeAsItWas() {
        assertThat(ACTIVE_CUSTOMERS.measure(merged(Span.year(2017))).orElseThrow())
                .isEqualTo(2);
        assertThat(NET_REVENUE_RETENTION
                        .measure(merged(Span.year(2017)))
                        .evidence()
                        .lines())
                .hasSize(2);
    }

    @Test
    void movementsNameTheMergeThatBroughtThemAbout() {
        MrrLedger ledger = merged(YEAR).ledger();

        assertThat(ledger.movements(YEAR))
                .extracting(m -> m.account() + " " + m.kind() + " " + m.factIds())
                .containsExactly("A MERGE_OUT [m1]", "B CONTRACTION [m1, end]", "B MERGE_IN [m1, end]");
        assertThat(ledger.movements(YEAR).get(0).decided()).isEqualTo(Clause.MERGED_AWAY.text());
    }

    @Test
    void whoPaidBeforeTheMergeComesBackAfterIt() {
        RevenueBook book = RevenueBook.builder()
                .add(Account.builder("A").build(), Account.builder("B").build())
                .add(yearly("a", "A", Moment.of(2016, 6, 15), "1000").toBuilder()
                        .endings(Ending.builder("end", Moment.of(2017, 6, 15)).build())
                        .build())
                .add(yearly("b", "B", Moment.of(2018, 9, 1), "500"))
                .add(MERGE)
                .build();
        for (Basis basis : Basis.values()) {
            assertThat(MrrLedger.of(book, RevenuePolicy.standard().with(basis)).movements(YEAR))
                    .extracting(m -> m.account() + " " + m.kind())
                    .containsExactly("B REACTIVATION");
        }
    }

    @Test
    void aMergeThatIsRecordedLateIsPostedToTheOpenMonth() {
        RevenueBook book = RevenueBook.builder()
                .add(Account.builder("A").build(), Account.builder("B").build())
                .add(yearly("a", "A", Moment.of(2016, 6, 15), "1000"))
                .add(yearly("b", "B", Moment.of(2016, 1, 1), "10000"))
                .add(MERGE.toBuilder()
                        .recorded(Instant.parse("2018-09-01T00:00:00Z"))
                        .build())
                .build();
        RevenuePolicy closed = RevenuePolicy.standard()
                .with(new Closing(List.of(new Closing.Close(LocalDate.of(2018, 7, 31), LocalDate.of(2018, 8, 5)))));

        assertThat(MrrLedger.of(book, closed).movements(YEAR))
                .extracting(m -> m.period() + " " + m.account() + " " + m.kind())
                .containsExactly("2018-08 A MERGE_OUT", "2018-08 B MERGE_IN");
        Restatement restated = Restatement.between(
                book,
                RevenuePolicy.standard(),
                YEAR,
                Instant.parse("2018-08-05T00:00:00Z"),
                Instant.parse("2018-10-01T00:00:00Z"));
        assertThat(restated.lines())
                .extracting(Restatement.Line::toString)
                .containsExactly(
                        "2018-06 A MERGE_OUT USD 0.00 -> USD -83.33 (m1)",
                        "2018-06 B MERGE_IN USD 0.00 -> USD 83.33 (m1)");
        assertThat(restated.changes()).containsOnlyKeys(MovementKind.MERGE_IN, MovementKind.MERGE_OUT);
    }
}
