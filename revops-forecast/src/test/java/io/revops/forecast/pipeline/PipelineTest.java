package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ForecastCategory;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.forecast.History;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final LocalDate END = LocalDate.of(2025, 6, 30);

    private static History history(RevenueBook book, RevenuePolicy policy) {
        return History.of(RevenueView.of(book, policy, Span.of(LocalDate.of(2024, 12, 31), END.plusDays(1))));
    }

    private static History history(RevenueBook book) {
        return history(book, RevenuePolicy.standard());
    }

    private static OpportunityChange.Builder change(String id, String day) {
        return OpportunityChange.builder(id, Moment.parse(day));
    }

    private static Opportunity deal(String id, String created, OpportunityChange.Builder... changes) {
        Opportunity.Builder deal = Opportunity.builder(id, Moment.parse(created));
        for (OpportunityChange.Builder change : changes) {
            deal.changes(change.build());
        }
        return deal.build();
    }

    private static Opportunity told() {
        return deal(
                "told",
                "2025-01-10",
                change("a", "2025-01-10").stage("Demo").amount(Money.of(100, "USD")),
                change("b", "2025-02-10")
                        .amount(Money.of(120, "USD"))
                        .category(ForecastCategory.COMMIT)
                        .closeDate(LocalDate.of(2025, 3, 1)),
                change("c", "2025-03-05").outcome(Outcome.WON));
    }

    /** A row of a sheet, as its reader makes it. */
    private static Opportunity row(String id, String created, String closed, Outcome outcome, long amount) {
        return deal(
                id,
                created,
                change("created", created).amount(Money.of(amount, "USD")).closeDate(LocalDate.parse(closed)),
                change("closed", closed).stage(outcome.name()).outcome(outcome));
    }

    @Test
    void theStatesOfADealAreWalkedOnceAndSayTheSameAsAskingForEachDay() {
        Opportunity deal = told();
        List<OpportunityState> path = deal.path(ZoneOffset.UTC);
        assertThat(path).hasSize(3);
        for (OpportunityState state : path) {
            Instant just = state.since().orElseThrow().instant(ZoneOffset.UTC).plusNanos(1);
            assertThat(state).hasToString(deal.at(just, ZoneOffset.UTC).toString());
            assertThat(state.since()).isEqualTo(deal.at(just, ZoneOffset.UTC).since());
        }
        assertThat(deal.changes(ZoneOffset.UTC))
                .extracting(OpportunityChange::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aDealIsSeenAsItStoodOnEachDay() {
        Pipeline pipeline = Pipeline.of(history(RevenueBook.of(told())));
        DealPath deal = pipeline.deal("told").orElseThrow();
        assertThat(deal.at(LocalDate.of(2025, 1, 9))).isEmpty();
        assertThat(deal.at(LocalDate.of(2025, 2, 9)).orElseThrow().amount()).hasValue(100);
        DealStep committed = deal.at(LocalDate.of(2025, 3, 4)).orElseThrow();
        assertThat(committed.amount()).hasValue(120);
        assertThat(committed.category()).contains(ForecastCategory.COMMIT);
        assertThat(committed.isOpen()).isTrue();
        assertThat(deal.closed()).contains(LocalDate.of(2025, 3, 5));
        assertThat(pipeline.wonAmount(Span.quarter(2025, 1))).isEqualTo(120);
        assertThat(pipeline.currency()).isEqualTo("USD");
    }

    @Test
    void nothingThatHappensLaterIsSeen() {
        RevenueBook whole = RevenueBook.of(told(), row("row", "2025-01-02", "2025-05-01", Outcome.WON, 70));
        for (LocalDate day : List.of(LocalDate.of(2025, 1, 20), LocalDate.of(2025, 3, 5), LocalDate.of(2025, 5, 1))) {
            RevenueBook cut = whole.asOf(day, ZoneOffset.UTC);
            Pipeline walked = Pipeline.of(history(whole)).asOf(day);
            assertThat(walked).isEqualTo(Pipeline.of(history(whole).asOf(day)));
            assertThat(walked).isEqualTo(Pipeline.of(history(cut).asOf(day)));
        }
    }

    @Test
    void whatWasWrittenDownLaterIsNotSeenBefore() {
        Opportunity corrected = deal(
                "late",
                "2025-01-10",
                change("a", "2025-01-10").amount(Money.of(100, "USD")),
                change("b", "2025-02-10").amount(Money.of(500, "USD")).recorded(Instant.parse("2025-04-01T00:00:00Z")));
        Pipeline pipeline = Pipeline.of(history(RevenueBook.of(corrected)));
        assertThat(pipeline.deal("late").orElseThrow().last().amount()).hasValue(500);
        assertThat(pipeline.notes()).anyMatch(n -> n.startsWith("1 changes of deals were written down days after"));
        assertThat(pipeline.asOf(LocalDate.of(2025, 3, 1))
                        .deal("late")
                        .orElseThrow()
                        .last()
                        .amount())
                .hasValue(100);
    }

    @Test
    void aRowWithoutHistoryDoesNotTellHowTheDealEndedWhileItIsOpen() {
        RevenueBook sheet = RevenueBook.of(row("row", "2025-01-02", "2025-05-01", Outcome.WON, 70));
        Pipeline pipeline = Pipeline.of(history(sheet));
        DealStep open =
                pipeline.deal("row").orElseThrow().at(LocalDate.of(2025, 4, 30)).orElseThrow();
        assertThat(open.amount()).isEmpty();
        assertThat(open.closeDate()).isEmpty();
        assertThat(pipeline.wonAmount(Span.month(2025, 5))).isEqualTo(70);
        assertThat(pipeline.notes()).anyMatch(n -> n.contains("No change of stage, amount, close date, category"));
        DealStep believed = Pipeline.of(
                        history(sheet), PipelineOptions.standard().with(RowValues.sinceOpened()))
                .deal("row")
                .orElseThrow()
                .steps()
                .get(0);
        assertThat(believed.amount()).hasValue(70);
    }

    @Test
    void theRowOfAnOpenDealIsBelievedFromTheDayOfTheExportOn() {
        RevenueBook sheet = RevenueBook.of(
                deal("open", "2025-01-02", change("created", "2025-01-02").amount(Money.of(70, "USD"))));
        Pipeline pipeline = Pipeline.of(
                history(sheet), PipelineOptions.standard().with(RowValues.exportedOn(LocalDate.of(2025, 6, 1))));
        assertThat(pipeline.deal("open").orElseThrow().last().amount()).hasValue(70);
        assertThat(pipeline.asOf(LocalDate.of(2025, 5, 31))
                        .deal("open")
                        .orElseThrow()
                        .last()
                        .amount())
                .isEmpty();
    }

    @Test
    void aListPriceStandsInForAMissingAmountAndIsNamed() {
        Opportunity won = deal("won", "2025-01-02", change("x", "2025-03-01").outcome(Outcome.WON)).toBuilder()
                .attribute("product", "GTXPro")
                .build();
        Product product = Product.builder("GTX Pro")
                .listPrice(Price.oneTime(Money.of(4821, "USD")))
                .build();
        Pipeline pipeline = Pipeline.of(history(RevenueBook.of(won, product)));
        assertThat(pipeline.wonAmount(Span.month(2025, 3))).isEqualTo(4821);
        assertThat(pipeline.deal("won").orElseThrow().last().amountSource()).isEqualTo(AmountSource.LIST_PRICE);
        assertThat(pipeline.remarks()).extracting(DealRemark::code).containsExactly(DealRemark.Code.WON_AT_LIST_PRICE);
        Pipeline without = Pipeline.of(
                history(RevenueBook.of(won, product)),
                PipelineOptions.standard().with(PipelineOptions.MissingAmount.NONE));
        assertThat(without.wonAmount(Span.month(2025, 3))).isZero();
        assertThat(without.remarks()).extracting(DealRemark::code).containsExactly(DealRemark.Code.WON_WITHOUT_AMOUNT);
    }

    @Test
    void whatCannotBeTakenIsNamedAndNothingIsLost() {
        RevenueBook book = RevenueBook.of(
                deal("a", "2025-03-01", change("x", "2025-02-01").outcome(Outcome.LOST)),
                deal("b", "2025-03-01", change("x", "2025-04-01").outcome(Outcome.WON)),
                deal(
                        "c",
                        "2025-03-01",
                        change("x", "2025-04-01").stage("Nowhere").amount(Money.of(-5, "USD"))),
                deal("d", "2025-03-01", change("x", "2025-04-01").stage("Demo").amount(Money.of(5, "EUR"))));
        Pipeline pipeline = Pipeline.of(
                history(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD"))),
                PipelineOptions.standard().withStages(List.of("Demo")));
        assertThat(pipeline.remarks())
                .extracting(r -> r.deal() + " " + r.code())
                .containsExactly(
                        "a CLOSED_BEFORE_CREATED",
                        "b WON_WITHOUT_AMOUNT",
                        "c STAGE_UNKNOWN",
                        "c NEGATIVE_AMOUNT",
                        "d NO_RATE");
        assertThat(pipeline.notes())
                .first()
                .isEqualTo(
                        "1 deal counts for nothing in money, since there is no exchange rate for the currency. Maybe load the rates.");
        assertThat(pipeline.asOf(LocalDate.of(2025, 3, 15)).notes()).noneMatch(note -> note.contains("exchange rate"));
        assertThat(pipeline.deals()).extracting(DealPath::id).containsExactly("b", "c", "d");
        assertThatThrownBy(() -> Pipeline.of(history(book)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[EUR, USD]")
                .hasMessageContaining("Maybe");
    }

    @Test
    void closedDealsAreConvertedOnTheirDayAndOpenOnesToday() {
        RevenueBook book = RevenueBook.builder()
                .add(
                        deal(
                                "won",
                                "2025-01-01",
                                change("x", "2025-02-01").outcome(Outcome.WON).amount(Money.of(100, "EUR"))),
                        deal("open", "2025-01-01", change("x", "2025-02-01").amount(Money.of(100, "EUR"))))
                .add(ExchangeRate.of(LocalDate.of(2025, 1, 1), "EUR", "USD", "1.05"))
                .add(ExchangeRate.of(LocalDate.of(2025, 6, 1), "EUR", "USD", "1.10"))
                .build();
        Pipeline pipeline = Pipeline.of(history(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD"))));
        assertThat(pipeline.deal("won").orElseThrow().last().amount()).hasValue(105);
        assertThat(pipeline.deal("open").orElseThrow().last().amount()).hasValue(110);
        assertThat(pipeline.asOf(LocalDate.of(2025, 3, 1))
                        .deal("open")
                        .orElseThrow()
                        .last()
                        .amount())
                .hasValue(105);
    }

    @Test
    void aHostWithoutABookBringsItsDeals() {
        Pipeline pipeline = Pipeline.builder(END, "EUR")
                .deal(DealPath.of("a", LocalDate.of(2025, 1, 1))
                        .step(DealStep.on(LocalDate.of(2025, 2, 1)).amount(10).build())
                        .step(DealStep.on(LocalDate.of(2025, 7, 1))
                                .outcome(Outcome.WON)
                                .build())
                        .build())
                .build();
        assertThat(pipeline.open()).extracting(DealPath::id).containsExactly("a");
        assertThat(pipeline.open().get(0).steps()).hasSize(2);
        assertThatThrownBy(() -> pipeline.asOf(END.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }
}
