package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.DAY;
import static io.revops.forecast.churn.SmallBook.at;
import static io.revops.forecast.churn.SmallBook.cancellation;
import static io.revops.forecast.churn.SmallBook.ending;
import static io.revops.forecast.churn.SmallBook.item;
import static io.revops.forecast.churn.SmallBook.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.revops.book.AccountMerge;
import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.FindingCode;
import io.revops.ledger.Basis;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Unpaid;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ledger says happened after 30 June 2025; the horizon of 90 days runs from 1 July to 28 September. */
class OutcomesTest {
    private static final ChurnLabel LABEL = ChurnLabel.within(90);
    private static final FeatureSet SET = ChurnFeatures.standard().only("tenure");

    private static ChurnRows rows(ChurnLabel label, Fact... facts) {
        return SET.rows(SmallBook.view(facts), label, List.of(DAY));
    }

    private static ChurnOutcome outcome(Fact... facts) {
        ChurnRows rows = rows(LABEL, facts);
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.leftOut().total()).isZero();
        return rows.outcome(0);
    }

    private static Subscription endingOn(String day) {
        return subscription("acme", "2025-01-01").endings(ending(day)).build();
    }

    @Test
    void theHorizonIsWalkedAtItsEdges() {
        assertThat(outcome(endingOn("2025-07-01")).kind()).isEqualTo(ChurnOutcome.Kind.CHURNED);
        assertThat(outcome(endingOn("2025-09-28")).kind()).isEqualTo(ChurnOutcome.Kind.CHURNED);
        assertThat(outcome(endingOn("2025-09-28")).on()).contains(LocalDate.of(2025, 9, 28));
        assertThat(outcome(endingOn("2025-09-29")).kind()).isEqualTo(ChurnOutcome.Kind.STAYED);
        // gone on the as-of date: no row, and nothing to count
        ChurnRows gone = rows(LABEL, endingOn("2025-06-30"));
        assertThat(gone.size()).isZero();
        assertThat(gone.leftOut().total()).isZero();
    }

    @Test
    void whoLeavesInTheGapIsCountedAndIsNoRow() {
        ChurnLabel label = LABEL.after(14); // 15 July to 12 October
        assertThat(rows(label, endingOn("2025-07-14")).leftOut().leftBefore()).isEqualTo(1);
        assertThat(rows(label, endingOn("2025-07-14")).size()).isZero();
        assertThat(rows(label, endingOn("2025-07-15")).outcome(0).is(ChurnTarget.CHURN))
                .isTrue();
        assertThat(rows(label, endingOn("2025-10-12")).outcome(0).is(ChurnTarget.CHURN))
                .isTrue();
        assertThat(rows(label, endingOn("2025-10-13")).outcome(0).is(ChurnTarget.CHURN))
                .isFalse();
        assertThat(label).hasToString("churn within 90 days, after a gap of 14");
        assertThat(label.embargoDays()).isEqualTo(104);
    }

    @Test
    void theCauseIsThatOfTheLedger() {
        Subscription wanted = subscription("acme", "2025-01-01")
                .endings(Ending.builder("e", at("2025-08-01"))
                        .cause(ChurnCause.VOLUNTARY)
                        .build())
                .build();
        Subscription unpaid = subscription("acme", "2025-01-01")
                .spells(Spell.builder("s", SpellKind.UNPAID, at("2025-08-01")).build())
                .build();
        assertThat(outcome(wanted).cause()).contains(ChurnCause.VOLUNTARY);
        assertThat(outcome(endingOn("2025-08-01")).cause()).isEmpty();
        RevenueView view =
                RevenueView.of(RevenueBook.of(unpaid), RevenuePolicy.standard().with(Unpaid.EXCLUDE), SmallBook.YEARS);
        ChurnOutcome involuntary = SET.rows(view, LABEL, List.of(DAY)).outcome(0);
        assertThat(involuntary.cause()).contains(ChurnCause.INVOLUNTARY);
        assertThat(involuntary.lost()).isEqualTo(1);
    }

    @Test
    void eachTargetLabelsItsOwn() {
        Optional<LocalDate> none = Optional.empty();
        ChurnOutcome voluntary =
                new ChurnOutcome(ChurnOutcome.Kind.CHURNED, Optional.of(ChurnCause.VOLUNTARY), none, 1);
        ChurnOutcome unsaid = new ChurnOutcome(ChurnOutcome.Kind.CHURNED, Optional.empty(), none, 1);
        ChurnOutcome involuntary =
                new ChurnOutcome(ChurnOutcome.Kind.CHURNED, Optional.of(ChurnCause.INVOLUNTARY), none, 1);
        ChurnOutcome less = new ChurnOutcome(ChurnOutcome.Kind.CONTRACTED, Optional.empty(), none, 0.2);
        assertThat(List.of(voluntary, unsaid, involuntary, less))
                .extracting(
                        o -> o.is(ChurnTarget.CHURN),
                        o -> o.is(ChurnTarget.VOLUNTARY),
                        o -> o.is(ChurnTarget.INVOLUNTARY),
                        o -> o.is(ChurnTarget.CONTRACTION))
                .containsExactly(
                        tuple(true, true, false, false),
                        tuple(true, true, false, false),
                        tuple(true, false, true, false),
                        tuple(false, false, false, true));
    }

    @Test
    void contractionIsTheShareThatIsPaidLess() {
        Subscription cut = subscription("acme", "2025-01-01")
                .items(item("c", "2025-08-01", "7", 20))
                .build();
        ChurnOutcome outcome = outcome(cut);
        assertThat(outcome.kind()).isEqualTo(ChurnOutcome.Kind.CONTRACTED);
        assertThat(outcome.lost()).isEqualTo(1 - 7 / 10.0);
        Subscription grown = subscription("acme", "2025-01-01")
                .items(item("c", "2025-08-01", "12", 20))
                .build();
        assertThat(outcome(grown).kind()).isEqualTo(ChurnOutcome.Kind.STAYED);
    }

    @Test
    void whoIsBackByTheEndHasNotLeftOnANetBasisAndHasByEvent() {
        Subscription back = Subscription.builder("sub_2", "acme")
                .items(item("again", "2025-08-15", "5", 20))
                .build();
        Fact[] facts = {endingOn("2025-08-01"), back};
        assertThat(outcome(facts).is(ChurnTarget.CHURN)).isFalse();
        RevenueView byEvent =
                RevenueView.of(RevenueBook.of(facts), RevenuePolicy.standard().with(Basis.EVENT), SmallBook.YEARS);
        ChurnOutcome left = SET.rows(byEvent, LABEL, List.of(DAY)).outcome(0);
        assertThat(left.is(ChurnTarget.CHURN)).isTrue();
        assertThat(left.on()).contains(LocalDate.of(2025, 8, 1));
    }

    private static ChurnOutcome byEvent(Fact... facts) {
        RevenueView view =
                RevenueView.of(RevenueBook.of(facts), RevenuePolicy.standard().with(Basis.EVENT), SmallBook.YEARS);
        return SET.rows(view, LABEL, List.of(DAY)).outcome(0);
    }

    /** If a later day or another cause were taken, hazards would be learnt from ends that were none. */
    @Test
    void byEventTheFirstDepartureCountsAndASwapAtOneInstantIsNone() {
        Subscription left = subscription("acme", "2025-01-01")
                .endings(Ending.builder("e", at("2025-08-01"))
                        .cause(ChurnCause.INVOLUNTARY)
                        .build())
                .build();
        Subscription back = Subscription.builder("sub_2", "acme")
                .items(item("again", "2025-08-10", "5", 20))
                .endings(Ending.builder("e2", at("2025-09-01"))
                        .cause(ChurnCause.VOLUNTARY)
                        .build())
                .build();
        Subscription swapped = Subscription.builder("sub_3", "acme")
                .items(item("instead", "2025-09-01", "5", 20))
                .build();
        for (Fact[] facts : new Fact[][] {{left, back}, {left, back, swapped}}) {
            ChurnOutcome outcome = byEvent(facts);
            assertThat(outcome.on()).contains(LocalDate.of(2025, 8, 1));
            assertThat(outcome.cause()).contains(ChurnCause.INVOLUNTARY);
        }
        // net of the horizon it has left when it is gone at its end, which was the second time
        assertThat(outcome(left, back).on()).contains(LocalDate.of(2025, 9, 1));
        assertThat(outcome(left, back, swapped).kind()).isEqualTo(ChurnOutcome.Kind.CONTRACTED);
    }

    /** A model of contractions that saw none would be taken for one of a company in which nobody pays less. */
    @Test
    void whereAmountsCannotBeComparedItIsSaid() {
        Subscription cut = subscription("acme", "2025-01-01")
                .items(item("c", "2025-08-01", "7", 20))
                .build();
        Subscription euros = Subscription.builder("sub_e", "bolt")
                .items(ItemChange.builder("e", at("2025-01-01"), "seats")
                        .quantity(java.math.BigDecimal.ONE)
                        .price(Price.perUnit(Money.of(java.math.BigDecimal.TEN, "EUR"), BillingInterval.MONTHLY))
                        .build())
                .build();
        ChurnRows rows = rows(LABEL, cut, euros);
        assertThat(rows.outcome(0).kind()).isEqualTo(ChurnOutcome.Kind.STAYED);
        assertThat(rows.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.NO_AMOUNTS);
            assertThat(finding.toString())
                    .contains("Whether 2 rows that stayed pay less is not known")
                    .contains("The subscriptions are in [EUR, USD]")
                    .contains("Maybe ");
        });
        assertThat(rows(LABEL, cut).findings()).isEmpty();
    }

    @Test
    void whoAskedToGoIsLeftOutUnlessKept() {
        Subscription asked = subscription("acme", "2025-01-01")
                .cancellations(cancellation("2025-06-15", "2025-08-01"))
                .build();
        ChurnRows without = rows(LABEL, asked);
        assertThat(without.size()).isZero();
        assertThat(without.leftOut()).isEqualTo(new LeftOut(0, 0, 1, 0));
        ChurnRows kept = rows(LABEL.with(KnownLeavers.KEPT), asked);
        assertThat(kept.outcome(0).is(ChurnTarget.CHURN)).isTrue();
        assertThat(kept.row(0).isLeaving()).isTrue();
        Subscription takenBack = subscription("acme", "2025-01-01")
                .cancellations(Cancellation.builder("c", at("2025-06-15"), at("2025-08-01"))
                        .withdrawn(at("2025-06-29"))
                        .build())
                .build();
        assertThat(rows(LABEL, takenBack).outcome(0).kind()).isEqualTo(ChurnOutcome.Kind.STAYED);
    }

    @Test
    void whoIsMergedIntoAnotherHasNotLeft() {
        Fact other = Subscription.builder("sub_b", "bolt")
                .items(item("b", "2025-01-01", "1", 20))
                .build();
        Fact merge = AccountMerge.builder("m", "acme", "bolt", at("2025-08-01")).build();
        ChurnRows rows = rows(LABEL, SmallBook.acme(), other, merge);
        assertThat(rows.leftOut()).isEqualTo(new LeftOut(0, 0, 0, 1));
        assertThat(rows.rows()).extracting(r -> r.account().value()).containsExactly("bolt");
    }

    @Test
    void whatWasRecordedLateIsAnAccountThatHadLeftBefore() {
        Subscription late = subscription("acme", "2025-01-01")
                .endings(Ending.builder("e", at("2025-06-01"))
                        .recorded(at("2025-07-15").instant(ZoneOffset.UTC))
                        .build())
                .build();
        assertThat(SET.asOf(SmallBook.view(late), DAY).rows()).hasSize(1);
        assertThat(rows(LABEL, late).leftOut()).isEqualTo(new LeftOut(0, 1, 0, 0));
    }

    @Test
    void aHorizonThatIsNotOverIsCensoredAndCounted() {
        RevenueView view = SmallBook.view(
                        SmallBook.acme(), subscription("bolt", "2025-11-01").build())
                .during(Span.year(2025));
        ChurnRows rows = SET.rows(view, LABEL); // the last horizon that is over began on 3 October
        assertThat(rows.days()).hasSize(9).startsWith(LocalDate.of(2025, 1, 31)).endsWith(LocalDate.of(2025, 9, 30));
        assertThat(rows.leftOut()).isEqualTo(new LeftOut(3 + 2, 0, 0, 0));
        assertThat(rows.toString())
                .isEqualTo("9 rows of 1 accounts on 9 days, standard 1: 1 features; churn within 90 days: 0 left\n"
                        + "5 left out: 5 whose horizon is not over, 0 that left before it began, 0 that had asked to go,"
                        + " 0 that became part of another");
        assertThat(SET.rows(view, LABEL, List.of(LocalDate.of(2025, 10, 2))).size())
                .isEqualTo(1);
        assertThat(SET.rows(view, LABEL, List.of(LocalDate.of(2025, 10, 3))).size())
                .isZero();
    }

    @Test
    void rowsAreATableWithIdsDatesAndGroups() {
        RevenueView view = SmallBook.view(
                endingOn("2025-08-01"), subscription("bolt", "2025-01-01").build());
        ChurnRows rows = SET.rows(view, LABEL, List.of(DAY, LocalDate.of(2025, 3, 31), DAY));
        DataSet data = rows.data();
        assertThat(data.version()).isEqualTo("standard 1");
        assertThat(data.size()).isEqualTo(4);
        assertThat(data.labels()).containsExactly(0, 0, 1, 0);
        assertThat(data.id(2)).isEqualTo("acme 2025-06-30");
        assertThat(data.group(2)).isEqualTo("acme");
        assertThat(data.date(2)).contains(DAY);
        assertThat(data.value(2, 0)).isEqualTo(180);
        assertThat(rows.data(ChurnTarget.INVOLUNTARY).events()).isZero();
        assertThat(rows.folds(1).of(data)).singleElement().satisfies(fold -> {
            assertThat(fold.train()).containsExactly(0, 1);
            assertThat(fold.test()).containsExactly(2, 3);
        });
    }

    @Test
    void featuresOfFactsThatACompanyDoesNotHaveAreLeftOutOnRequest() {
        RevenueView view = SmallBook.view(
                endingOn("2025-08-01"), subscription("bolt", "2025-02-01").build());
        ChurnRows all = ChurnFeatures.standard().rows(view, LABEL, List.of(DAY));
        ChurnRows some = all.withoutConstants();
        assertThat(some.set().names()).containsExactly("tenure"); // 180 and 149 days; all else is alike or missing
        assertThat(some.data().column("tenure")).containsExactly(180, 149);
        assertThat(some.outcomes()).isEqualTo(all.outcomes());
        assertThat(some.row(1).id()).isEqualTo("bolt 2025-06-30");
        ChurnRows alone = SET.rows(SmallBook.view(SmallBook.acme()), LABEL, List.of(DAY));
        assertThatThrownBy(alone::withoutConstants).hasMessageContaining("Maybe ");
    }

    @Test
    void whatMergedAccountsAreWorthIsToldHoweverFarApartTheirIdsAre() {
        RevenueBook.Builder book = RevenueBook.builder();
        IntStream.range(0, 600)
                .forEach(i ->
                        book.add(subscription("a" + (1000 + i), "2025-01-01").build()));
        book.add(AccountMerge.builder("m", "a1000", "a1599", at("2025-03-01")).build());
        RevenueView view = RevenueView.of(book.build(), RevenuePolicy.standard(), SmallBook.YEARS);
        FeatureTable table = ChurnFeatures.standard().only("mrr").asOf(view, DAY);
        assertThat(table.rows()).hasSize(599);
        assertThat(table.of("a1599").value("mrr")).hasValue(StrictMath.log1p(400));
        assertThat(table.of("a1300").value("mrr")).hasValue(StrictMath.log1p(200));
    }
}
