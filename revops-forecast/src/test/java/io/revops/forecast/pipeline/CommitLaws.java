package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import io.revops.forecast.json.CommitJson;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every roll-up, every waterfall and every company. */
class CommitLaws {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @Provide
    Arbitrary<List<CalledDeal>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(ForecastCategory.class),
                        Arbitraries.longs().between(0, 1_000_000_00L))
                .as((owner, category, cents) ->
                        new CalledDeal("", "n" + owner, category, Money.of(BigDecimal.valueOf(cents, 2), "USD")))
                .list()
                .ofMaxSize(30)
                .map(list -> {
                    List<CalledDeal> named = new ArrayList<>();
                    for (CalledDeal deal : list) {
                        named.add(new CalledDeal("d" + named.size(), deal.owner(), deal.category(), deal.amount()));
                    }
                    return named;
                });
    }

    /** Ten people, each below one who was there before. */
    private static Hierarchy hierarchy(Random random) {
        Hierarchy.Builder hierarchy = Hierarchy.of("n0");
        for (int i = 1; i < 10; i++) {
            hierarchy.put("n" + i, "n" + random.nextInt(i));
        }
        return hierarchy.build();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.of(0, "USD"), Money::plus);
    }

    /** If it failed, the company would not be its regions, nor a region its sellers, and a board would see another number. */
    @Property(tries = 300)
    void theCompanyIsTheSumOfItsDealsWithoutAdjustments(
            @ForAll("deals") List<CalledDeal> deals, @ForAll @LongRange(min = 1, max = 1000) long seed) {
        Hierarchy hierarchy = hierarchy(new Random(seed));
        RollUp rollUp = RollUp.of(hierarchy, Money.currency("USD")).deals(deals).build();
        for (ForecastCategory category : ForecastCategory.values()) {
            assertThat(rollUp.company().calculated().single(category))
                    .isEqualTo(sum(deals.stream()
                            .filter(d -> d.category() == category)
                            .map(CalledDeal::amount)
                            .toList()));
        }
        for (RollUpLine line : rollUp.lines()) {
            assertThat(line.base()).isEqualTo(line.calculated().base());
            assertThat(line.stretch()).isEqualTo(line.calculated().stretch());
        }
    }

    /** If it failed, an adjustment would be lost on the way up, or counted twice. */
    @Property(tries = 300)
    void everyNodeRollsUpWhatIsShownBelow(
            @ForAll("deals") List<CalledDeal> deals, @ForAll @LongRange(min = 1, max = 1000) long seed) {
        Random random = new Random(seed);
        Hierarchy hierarchy = hierarchy(random);
        RollUp rollUp = RollUp.of(hierarchy, Money.currency("USD")).deals(deals).build();
        RollUp plain = rollUp;
        for (int i = 0; i < 5; i++) {
            rollUp = rollUp.adjust(
                    "n" + random.nextInt(10),
                    ForecastCategory.COMMIT,
                    Money.of(random.nextInt(1000), "USD"),
                    Adjustment.Said.byManager("m", FIRST, "because"));
        }
        for (RollUpLine line : rollUp.lines()) {
            Money below = sum(hierarchy.below(line.node()).stream()
                    .map(rollUp::line)
                    .map(RollUpLine::base)
                    .toList());
            assertThat(line.called(ForecastCategory.COMMIT).rolled())
                    .isEqualTo(below.plus(line.own().base()));
            assertThat(line.calculated()).isEqualTo(plain.line(line.node()).calculated());
        }
    }

    /** If it failed, sellers would be credited with more or less than what the customer pays. */
    @Property
    void sharesAddUpToTheDealToTheCent(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_00L) long cents,
            @ForAll @LongRange(min = 1, max = 49_999_999) long first,
            @ForAll @LongRange(min = 1, max = 49_999_999) long second) {
        CalledDeal deal =
                new CalledDeal("d", "a", ForecastCategory.COMMIT, Money.of(BigDecimal.valueOf(cents, 2), "USD"));
        Credits credits = Credits.none()
                .share("d", "a", BigDecimal.valueOf(first, 6).doubleValue())
                .share("d", "b", BigDecimal.valueOf(second, 6).doubleValue())
                .share(
                        "d",
                        "c",
                        BigDecimal.valueOf(100_000_000 - first - second, 6).doubleValue());
        List<CalledDeal> shares = credits.shares(deal);
        assertThat(sum(shares.stream().map(CalledDeal::amount).toList())).isEqualTo(deal.amount());
        assertThat(shares).allMatch(s -> s.amount().signum() >= 0);
    }

    @Provide
    Arbitrary<List<SnapshotDeal>> snapshot() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.of(Outcome.class),
                        Arbitraries.longs().between(0, 100_000_00L),
                        Arbitraries.integers().between(-100, 200).injectNull(0.1))
                .as((id, outcome, cents, day) -> new SnapshotDeal(
                        "d" + id,
                        outcome,
                        Money.of(BigDecimal.valueOf(cents, 2), "USD"),
                        Optional.ofNullable(day).map(d -> FIRST.plusDays(d))))
                .list()
                .ofMaxSize(16)
                .uniqueElements(SnapshotDeal::deal);
    }

    /** If it failed, the bars of a waterfall would not lead from what was open to what is, and nobody could say what happened. */
    @Property
    void theBarsLeadFromStartToEndToTheCent(
            @ForAll("snapshot") List<SnapshotDeal> before, @ForAll("snapshot") List<SnapshotDeal> after) {
        Waterfall waterfall = Waterfall.between(Span.quarter(2024, 1), Money.currency("USD"), before, after);
        assertThat(waterfall.difference()).isEqualTo(Money.of(0, "USD"));
        for (WaterfallBar bar : WaterfallBar.values()) {
            assertThat(sum(waterfall.deals(bar).stream()
                            .map(Waterfall.Move::amount)
                            .toList()))
                    .isEqualTo(waterfall.bar(bar));
        }
    }

    /** A deal: when it was opened, its category, its changes, and when and how it closed. */
    record Told(
            int opened,
            int owner,
            ForecastCategory category,
            int amount,
            int closes,
            int change,
            int closed,
            boolean won) {
        DealPath path(int id) {
            LocalDate from = FIRST.plusDays(opened);
            DealPath.Builder path = DealPath.of("d" + id, from);
            DealStep step = DealStep.on(from)
                    .stage(opened % 2 == 0 ? "Q" : "P")
                    .category(category)
                    .amount(amount)
                    .owner("o" + owner)
                    .closeDate(from.plusDays(closes))
                    .build();
            path.step(step);
            DealStep changed = step.toBuilder()
                    .day(from.plusDays(change))
                    .stage("N")
                    .amount(amount / 2.0)
                    .closeDate(from.plusDays(closes + 40))
                    .build();
            path.step(changed);
            return path.step(changed.toBuilder()
                            .day(from.plusDays(change + closed))
                            .outcome(won ? Outcome.WON : Outcome.LOST)
                            .build())
                    .build();
        }
    }

    @Provide
    Arbitrary<List<Told>> company() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(ForecastCategory.class),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(true, false))
                .as(Told::new)
                .list()
                .ofMinSize(60)
                .ofMaxSize(120);
    }

    /** Everything that this package says on the day of a pipeline. */
    private static String said(Pipeline pipeline) {
        Span month = Span.containing(pipeline.asOf().plusDays(1), Cadence.MONTH);
        String forecast = CommitForecast.of(Cadence.MONTH)
                .train(pipeline)
                .model()
                .map(m -> m.numbers() + " " + m.forecast(month).draws()
                        + m.backtest().trials())
                .orElse("refused");
        return forecast
                + RepBias.learnt(pipeline, month, CategoryMap.none(), ResolvedPeriods.standard())
                + StageWeights.learnt(pipeline, 3)
                + StageMoves.of(pipeline)
                + DealRisks.of(pipeline).flags()
                + PeriodDeals.of(pipeline, month)
                + Velocity.of(pipeline, month.previous())
                + Waterfall.since(pipeline.asOf().minusDays(30), pipeline, month);
    }

    /** If it failed, a backtest would show what nobody could have known, and the forecast would disappoint when it counts. */
    @Property(tries = 40)
    void whatHappensLaterMovesNothing(
            @ForAll("company") List<Told> told, @ForAll @IntRange(min = 350, max = 700) int until) {
        LocalDate day = FIRST.plusDays(until);
        Pipeline.Builder whole = Pipeline.builder(FIRST.plusDays(900), "USD");
        Pipeline.Builder known = Pipeline.builder(day, "USD");
        for (int i = 0; i < told.size(); i++) {
            DealPath deal = told.get(i).path(i);
            whole.deal(deal);
            if (!deal.opened().isAfter(day)) {
                DealPath.Builder cut = DealPath.of(deal.id(), deal.opened());
                deal.steps().stream().filter(s -> !s.day().isAfter(day)).forEach(cut::step);
                known.deal(cut.build());
            }
        }
        assertThat(said(whole.build().asOf(day))).isEqualTo(said(known.build()));
    }

    /** If it failed, two exports of the same company would be forecast differently. */
    @Property(tries = 20)
    void orderOfTheDealsMovesNothing(
            @ForAll("company") List<Told> told, @ForAll @LongRange(min = 1, max = 100) long seed) {
        List<DealPath> deals = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            deals.add(told.get(i).path(i));
        }
        LocalDate day = FIRST.plusDays(650);
        Pipeline.Builder one = Pipeline.builder(day, "USD");
        deals.forEach(one::deal);
        Collections.shuffle(deals, new Random(seed));
        Pipeline.Builder other = Pipeline.builder(day, "USD");
        deals.forEach(other::deal);
        assertThat(said(other.build())).isEqualTo(said(one.build()));
    }

    /** If it failed, a forecast in cents would be another one than in dollars. A factor of two moves no digit. */
    @Property(tries = 20)
    void amountsTwiceAsLargeGiveTheForecastTwiceAsLarge(@ForAll("company") List<Told> told) {
        LocalDate day = FIRST.plusDays(650);
        Span month = Span.containing(day.plusDays(1), Cadence.MONTH);
        Pipeline.Builder one = Pipeline.builder(day, "USD");
        Pipeline.Builder two = Pipeline.builder(day, "USD");
        for (int i = 0; i < told.size(); i++) {
            Told each = told.get(i);
            one.deal(each.path(i));
            two.deal(new Told(
                            each.opened(),
                            each.owner(),
                            each.category(),
                            2 * each.amount(),
                            each.closes(),
                            each.change(),
                            each.closed(),
                            each.won())
                    .path(i));
        }
        Optional<CommitModel> small =
                CommitForecast.of(Cadence.MONTH).train(one.build()).model();
        Optional<CommitModel> large =
                CommitForecast.of(Cadence.MONTH).train(two.build()).model();
        assertThat(large.isPresent()).isEqualTo(small.isPresent());
        small.ifPresent(model -> assertThat(large.orElseThrow().forecast(month).draws())
                .isEqualTo(model.forecast(month).draws().times(2)));
    }

    /** If it failed, a model that was stored would not be the one that was tested. */
    @Property(tries = 20)
    void whatIsReadForecastsTheSameBits(@ForAll("company") List<Told> told) {
        LocalDate day = FIRST.plusDays(650);
        Pipeline.Builder company = Pipeline.builder(day, "USD");
        for (int i = 0; i < told.size(); i++) {
            company.deal(told.get(i).path(i));
        }
        Span month = Span.containing(day.plusDays(1), Cadence.MONTH);
        CommitForecast.of(Cadence.MONTH).train(company.build()).model().ifPresent(model -> {
            CommitModel read = CommitJson.read(CommitJson.text(model));
            assertThat(read).isEqualTo(model).hasSameHashCodeAs(model);
            assertThat(read.forecast(month)).isEqualTo(model.forecast(month));
            assertThat(CommitJson.text(read)).isEqualTo(CommitJson.text(model));
        });
    }

    /** If it failed, a deal could earn a category without the ones that ask for less. */
    @Property(tries = 100)
    void aSurerCategoryAsksForAllThatALessSureOneDoes(@ForAll("company") List<Told> told) {
        Pipeline.Builder company = Pipeline.builder(FIRST.plusDays(650), "USD");
        for (int i = 0; i < told.size(); i++) {
            company.deal(told.get(i).path(i));
        }
        EntryRules rules = EntryRules.none()
                .require(ForecastCategory.BEST_CASE, new EntryRule.AmountAtLeast(100))
                .require(ForecastCategory.COMMIT, new EntryRule.ClosesInPeriod());
        List<ForecastCategory> order = List.of(
                ForecastCategory.PIPELINE,
                ForecastCategory.BEST_CASE,
                ForecastCategory.MOST_LIKELY,
                ForecastCategory.COMMIT);
        for (EntryRules.Check check : rules.check(company.build(), Span.quarter(2025, 4), Map.of())) {
            int earned = check.earned().map(order::indexOf).orElse(-1);
            assertThat(check.wanting().keySet())
                    .isEqualTo(java.util.Set.copyOf(order.subList(earned + 1, order.size())));
        }
    }

    private static final Comparator<String> NAMES = Comparator.naturalOrder();

    /** If it failed, two companies with the same people would be laid out differently. */
    @Property(tries = 100)
    void nodesStandBeforeThoseBelowThemInTheOrderOfTheirNames(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        Hierarchy hierarchy = hierarchy(new Random(seed));
        assertThat(hierarchy.nodes()).hasSize(10).doesNotHaveDuplicates();
        for (String node : hierarchy.nodes()) {
            assertThat(hierarchy.below(node)).isSortedAccordingTo(NAMES);
            hierarchy
                    .above(node)
                    .ifPresent(up -> assertThat(hierarchy.nodes().indexOf(up))
                            .isLessThan(hierarchy.nodes().indexOf(node)));
        }
    }
}
