package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.RevenueBook;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.History;
import io.revops.forecast.json.PipelineJson;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.sample.CrmWorld;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Deals that are kept up days after the fact: nothing is seen before it is written down, and what happened counts on its own day. */
class LateEntriesTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    private static History history(RevenueBook book) {
        RevenuePolicy policy = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        return History.of(RevenueView.of(book, policy, Span.of(START, END.plusDays(1))));
    }

    /** A third of the changes are written down up to three weeks later, and a tenth of the deals as late as that. */
    private static RevenueBook late() {
        CrmWorld world = CrmWorld.standard().during(START, 2);
        SplittableRandom random = new SplittableRandom(5);
        RevenueBook.Builder book = RevenueBook.builder();
        for (Opportunity deal : SimulatedCrm.book(world.company(3)).opportunities()) {
            List<OpportunityChange> changes = new ArrayList<>();
            for (OpportunityChange change : deal.changes()) {
                Instant when = change.effective().instant(ZoneOffset.UTC);
                changes.add(change.toBuilder().recorded(later(when, random, 3)).build());
            }
            Instant created = deal.created().instant(ZoneOffset.UTC);
            book.add(deal.toBuilder()
                    .onlyChanges(changes)
                    .recorded(later(created, random, 10))
                    .build());
        }
        return book.build();
    }

    private static Instant later(Instant when, SplittableRandom random, int oneOf) {
        return random.nextInt(oneOf) == 0 ? when.plus(random.nextInt(1, 21), ChronoUnit.DAYS) : when;
    }

    /** Else the measured errors would be those of a forecaster who is told tomorrow's entries. */
    @Test
    void whatIsWrittenDownAfterAnOriginChangesNoByteOfWhatIsForecastFromIt() {
        History whole = history(late());
        LocalDate earlier = END.minusDays(7 * 12);
        PipelineForecast trainer = PipelineForecast.of(PeriodAhead.next(30));
        PipelineModel then = trainer.train(whole.asOf(earlier)).orElseThrow();
        PipelineModel now = trainer.train(whole).orElseThrow();
        assertThat(now.numbers().notes()).anyMatch(n -> n.contains("written down days after they took effect"));
        int compared = 0;
        for (PipelineMethod method : PipelineMethod.values()) {
            for (BacktestTrial trial : then.backtest(method).trials()) {
                BacktestTrial same = now.backtest(method).trials().stream()
                        .filter(t -> t.origin().equals(trial.origin()))
                        .findFirst()
                        .orElseThrow();
                assertThat(same.forecast())
                        .as(method + " from " + trial.origin())
                        .isEqualTo(trial.forecast());
                assertThat(same.quantiles()).isEqualTo(trial.quantiles());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(400);
        assertThat(then.backtest(PipelineMethod.COMMIT_YIELDS).trials()).hasSizeGreaterThan(40);
        assertThat(now.backtestOfChoosing().trials().stream().map(BacktestTrial::forecast))
                .startsWith(then.backtestOfChoosing().trials().stream()
                        .map(BacktestTrial::forecast)
                        .toArray(Double[]::new));
    }

    @Test
    void deletingWhatIsWrittenDownLaterChangesNoByteOfTheModel() {
        RevenueBook whole = late();
        LocalDate day = LocalDate.of(2023, 5, 17);
        RevenueBook cut = whole.asKnownAt(
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
        PipelineForecast trainer = PipelineForecast.of(Span.quarter(2023, 2));
        assertThat(PipelineJson.text(trainer.train(history(cut).asOf(day)).orElseThrow()))
                .isEqualTo(PipelineJson.text(
                        trainer.train(history(whole).asOf(day)).orElseThrow()));
    }

    @Test
    void aDealIsSeenFromTheDayOnWhichItIsWrittenDownAndWonOnItsOwn() {
        Opportunity deal = Opportunity.builder("d", Moment.of(2022, 3, 1))
                .recorded(Instant.parse("2022-03-04T10:00:00Z"))
                .changes(
                        OpportunityChange.builder("a", Moment.of(2022, 3, 1))
                                .amount(Money.of(100, "USD"))
                                .recorded(Instant.parse("2022-03-04T10:00:00Z"))
                                .build(),
                        OpportunityChange.builder("b", Moment.of(2022, 3, 30))
                                .outcome(Outcome.WON)
                                .recorded(Instant.parse("2022-04-06T10:00:00Z"))
                                .build(),
                        OpportunityChange.builder("c", Moment.of(2022, 3, 20))
                                .amount(Money.of(90, "USD"))
                                .recorded(Instant.parse("2022-04-08T10:00:00Z"))
                                .build())
                .build();
        Pipeline pipeline = Pipeline.of(history(RevenueBook.of(deal)));
        DealPath path = pipeline.deal("d").orElseThrow();
        assertThat(path.opened()).isEqualTo("2022-03-01");
        assertThat(path.seen()).isEqualTo("2022-03-04");
        assertThat(path.at(LocalDate.of(2022, 3, 3))).isEmpty();
        assertThat(path.at(LocalDate.of(2022, 4, 5)).orElseThrow().isOpen()).isTrue();
        DealStep won = path.at(LocalDate.of(2022, 4, 7)).orElseThrow();
        assertThat(won.closedOn()).contains(LocalDate.of(2022, 3, 30));
        assertThat(won.amount()).hasValue(100);
        assertThat(path.last().amount()).hasValue(90);
        assertThat(path.closed()).contains(LocalDate.of(2022, 3, 30));
        assertThat(pipeline.wonAmount(Span.month(2022, 3))).isEqualTo(90);
        assertThat(pipeline.asOf(LocalDate.of(2022, 4, 5)).open()).hasSize(1);
        assertThat(pipeline.asOf(LocalDate.of(2022, 3, 3)).deals()).isEmpty();
        assertThat(path.asOf(LocalDate.of(2022, 3, 3))).isEmpty();
    }

    /** A week of entering deals late is no week in which they were open. */
    @Test
    void hazardsAreThoseOfTheDaysOnWhichDealsClosed() {
        LocalDate end = LocalDate.of(2024, 8, 15);
        Pipeline.Builder prompt = Pipeline.builder(end, "USD");
        Pipeline.Builder late = Pipeline.builder(end, "USD");
        for (DealPath deal : Deals.constant(900, END, 7).build().deals()) {
            DealPath.Builder path = DealPath.of(deal.id(), deal.opened());
            for (DealStep step : deal.steps()) {
                path.step(
                        step.isOpen()
                                ? step
                                : step.toBuilder()
                                        .day(step.day().plusDays(7))
                                        .closedOn(step.day())
                                        .build());
            }
            if (!deal.isOpen()) {
                prompt.deal(deal);
                late.deal(path.build());
            }
        }
        // both begin on the day on which the first deal is seen to be closed
        DealPath first = DealPath.of("first", START)
                .step(DealStep.on(START.plusDays(1)).outcome(Outcome.LOST).build())
                .build();
        Learning one = new Learning(DealTable.of(prompt.deal(first).build(), DealSegments.byType()));
        Learning other = new Learning(DealTable.of(late.deal(first).build(), DealSegments.byType()));
        int day = (int) end.toEpochDay();
        one.learnTo(day);
        other.learnTo(day);
        Hazard expected = one.snapshot().time().win().get(0);
        Hazard hazard = other.snapshot().time().win().get(0);
        assertThat(hazard.rate()).isEqualTo(expected.rate(), within(1e-9));
        for (int f = 0; f < HazardLevels.FACTORS; f++) {
            assertThat(hazard.multipliers()[f]).containsExactly(expected.multipliers()[f], within(1e-9));
            assertThat(hazard.events()[f]).containsExactly(expected.events()[f], within(1e-9));
        }
        assertThat(other.snapshot().wonByDay()).containsExactly(one.snapshot().wonByDay(), within(1e-9));
    }

    @Test
    void aDayOfClosingIsNotAfterTheDayOnWhichItIsWrittenDown() {
        DealStep.Builder step = DealStep.on(START).outcome(Outcome.WON).closedOn(START.plusDays(1));
        assertThatThrownBy(step::build).hasMessageContaining("Maybe a day up to that of the step");
        assertThatThrownBy(() -> DealPath.of("d", START).seen(START.minusDays(1)))
                .hasMessageContaining("Maybe swap");
    }
}
