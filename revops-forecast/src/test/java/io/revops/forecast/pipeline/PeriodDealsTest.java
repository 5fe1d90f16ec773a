package io.revops.forecast.pipeline;

import static io.revops.forecast.pipeline.SmallFunnel.deal;
import static io.revops.forecast.pipeline.SmallFunnel.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.ForecastCategory;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodDealsTest {
    private static final Span Q1 = Span.quarter(2026, 1);

    private static SmallFunnel open(String id) {
        return deal(id, "2026-01-05")
                .owner("anna")
                .amount(100)
                .closes("2026-03-31")
                .category(ForecastCategory.COMMIT);
    }

    @Test
    void wonDealsAreClosedAndOpenOnesAreWhatTheirSellersSay() {
        PeriodDeals deals = PeriodDeals.of(
                pipeline(
                        "2026-02-15",
                        open("first").won("2026-01-10"),
                        open("likely").category(ForecastCategory.MOST_LIKELY),
                        open("lost").lost("2026-01-10"),
                        open("next").closes("2026-04-01"),
                        deal("earlier", "2025-01-01").amount(5).won("2025-12-31"),
                        deal("undated", "2026-01-01").amount(5).category(ForecastCategory.COMMIT)),
                Q1);
        assertThat(deals.counted())
                .containsExactly(
                        new CalledDeal("first", "anna", ForecastCategory.CLOSED, Money.of(100, "USD")),
                        new CalledDeal("likely", "anna", ForecastCategory.MOST_LIKELY, Money.of(100, "USD")));
        assertThat(deals).hasToString("2026-Q1: 2 deals, 0 left out");
    }

    @Test
    void whatCannotBeCountedIsListedWithItsReason() {
        PeriodDeals deals = PeriodDeals.of(
                pipeline(
                        "2026-02-15",
                        deal("a", "2026-01-05").amount(1).closes("2026-03-01"),
                        open("b").category(ForecastCategory.CLOSED),
                        deal("c", "2026-01-05").closes("2026-03-01").category(ForecastCategory.COMMIT),
                        deal("d", "2026-01-05").won("2026-02-01")),
                Q1);
        assertThat(deals.counted()).isEmpty();
        assertThat(deals.left())
                .containsExactly(
                        "a: nobody gave it a category.",
                        "b: it says that it is closed, and is open.",
                        "c: it has no amount.",
                        "d: it has no amount.");
    }

    @Test
    void aStageStandsInForACategoryThatNobodyGave() {
        CategoryMap stages = CategoryMap.none().with("Legal", ForecastCategory.COMMIT);
        PeriodDeals deals = PeriodDeals.of(
                pipeline(
                        "2026-02-15",
                        deal("a", "2026-01-05").amount(1).closes("2026-03-01").stage("Legal"),
                        open("b").stage("Legal").category(ForecastCategory.BEST_CASE)),
                Q1,
                stages);
        assertThat(deals.counted())
                .extracting(CalledDeal::category)
                .containsExactly(ForecastCategory.COMMIT, ForecastCategory.BEST_CASE);
    }

    @Test
    void dealsOfABookKeepTheCurrencyInWhichTheyWereWritten() {
        RevenueBook book = RevenueBook.of(opportunity("e", "EUR", Outcome.OPEN), opportunity("u", "USD", Outcome.WON));
        RevenueView view =
                RevenueView.of(book, RevenuePolicy.standard(), Span.of(Q1.from(), LocalDate.of(2026, 2, 16)));
        assertThat(PeriodDeals.of(view, Q1, CategoryMap.none()).counted())
                .containsExactly(
                        new CalledDeal("e", "anna", ForecastCategory.COMMIT, Money.of(100, "EUR")),
                        new CalledDeal("u", "anna", ForecastCategory.CLOSED, Money.of(100, "USD")));
        RevenueView before = RevenueView.of(book, RevenuePolicy.standard(), Span.month(2026, 1));
        assertThat(PeriodDeals.of(before, Q1, CategoryMap.none()).counted())
                .as("u was won in February")
                .extracting(CalledDeal::category)
                .containsExactly(ForecastCategory.COMMIT, ForecastCategory.COMMIT);
    }

    private static Opportunity opportunity(String id, String currency, Outcome outcome) {
        return Opportunity.builder(id, Moment.parse("2026-01-05"))
                .changes(
                        OpportunityChange.builder("1", Moment.parse("2026-01-05"))
                                .amount(Money.of(100, currency))
                                .owner(new RepId("anna"))
                                .category(ForecastCategory.COMMIT)
                                .closeDate(LocalDate.of(2026, 3, 1))
                                .build(),
                        OpportunityChange.builder("2", Moment.parse("2026-02-10"))
                                .outcome(outcome)
                                .build())
                .build();
    }
}
