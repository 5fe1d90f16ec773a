package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Outcome;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    private static final Span Q3 = Span.quarter(2026, 3);
    private static final LocalDate IN = LocalDate.of(2026, 9, 1);
    private static final LocalDate Q4 = LocalDate.of(2026, 11, 1);

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static SnapshotDeal open(String id, long amount, LocalDate closes) {
        return SnapshotDeal.of(id, Outcome.OPEN, usd(amount), closes);
    }

    private static SnapshotDeal won(String id, long amount) {
        return SnapshotDeal.of(id, Outcome.WON, usd(amount), IN);
    }

    private static SnapshotDeal lost(String id, long amount) {
        return SnapshotDeal.of(id, Outcome.LOST, usd(amount), IN);
    }

    private static Waterfall between(List<SnapshotDeal> before, List<SnapshotDeal> after) {
        Waterfall waterfall = Waterfall.between(Q3, Money.currency("USD"), before, after);
        assertThat(waterfall.difference()).isEqualTo(usd(0));
        return waterfall;
    }

    private static List<String> ids(Waterfall waterfall, WaterfallBar bar) {
        return waterfall.deals(bar).stream().map(Waterfall.Move::deal).toList();
    }

    /** As published by weflow, article 15328155: eight bars of a quarter. */
    @Test
    void publishedBarsLeadToThePublishedEnd() {
        Waterfall published = Waterfall.of(
                usd(1_257_559),
                Map.of(
                        WaterfallBar.CREATED, usd(1_501_878),
                        WaterfallBar.PULLED_IN, usd(180_171),
                        WaterfallBar.INCREASED, usd(149_382),
                        WaterfallBar.DECREASED, usd(0),
                        WaterfallBar.PUSHED, usd(271_125),
                        WaterfallBar.WON, usd(556_292),
                        WaterfallBar.LOST, usd(287_487)));
        assertThat(published.end()).isEqualTo(usd(1_974_086));
        assertThat(published.difference()).isEqualTo(usd(0));
        assertThat(published.deals(WaterfallBar.WON)).isEmpty();
    }

    /** Worked by hand, deal by deal. */
    @Test
    void everyDealIsInItsBars() {
        Waterfall quarter = between(
                List.of(
                        open("A", 100, IN),
                        open("B", 200, IN),
                        open("C", 150, IN),
                        open("D", 80, IN),
                        open("H", 60, IN),
                        open("I", 90, IN),
                        open("E", 120, Q4)),
                List.of(
                        won("A", 110),
                        open("B", 210, Q4),
                        open("C", 180, IN),
                        lost("D", 80),
                        open("E", 130, IN),
                        open("F", 70, IN),
                        won("G", 40),
                        open("H", 45, IN),
                        open("I", 90, IN),
                        open("J", 55, Q4)));
        assertThat(quarter.start()).isEqualTo(usd(680));
        assertThat(quarter.bar(WaterfallBar.CREATED)).isEqualTo(usd(110));
        assertThat(quarter.bar(WaterfallBar.PULLED_IN)).isEqualTo(usd(120));
        assertThat(quarter.bar(WaterfallBar.INCREASED)).isEqualTo(usd(50));
        assertThat(quarter.bar(WaterfallBar.DECREASED)).isEqualTo(usd(15));
        assertThat(quarter.bar(WaterfallBar.PUSHED)).isEqualTo(usd(200));
        assertThat(quarter.bar(WaterfallBar.WON)).isEqualTo(usd(150));
        assertThat(quarter.bar(WaterfallBar.LOST)).isEqualTo(usd(80));
        assertThat(quarter.end()).isEqualTo(usd(180 + 130 + 70 + 45 + 90));
        assertThat(ids(quarter, WaterfallBar.CREATED)).containsExactly("F", "G");
        assertThat(ids(quarter, WaterfallBar.INCREASED)).containsExactly("A", "C", "E");
        assertThat(ids(quarter, WaterfallBar.WON)).containsExactly("A", "G");
        assertThat(quarter.deals(WaterfallBar.PUSHED)).containsExactly(new Waterfall.Move("B", usd(200)));
        assertThat(quarter)
                .hasToString("USD 680.00 + created 110.00 + pulled in 120.00 + increased 50.00 - decreased 15.00"
                        + " - pushed 200.00 - won 150.00 - lost 80.00 = USD 515.00");
    }

    @Test
    void aDealThatIsLostLeavesWithWhatItWasWorthAtTheStart() {
        Waterfall zeroed = between(List.of(open("D", 80, IN)), List.of(lost("D", 0)));
        assertThat(zeroed.bar(WaterfallBar.LOST)).isEqualTo(usd(80));
        assertThat(zeroed.bar(WaterfallBar.DECREASED)).isEqualTo(usd(0));
    }

    @Test
    void aDealOfAnotherQuarterThatIsWonInThisOneIsPulledIn() {
        Waterfall pulled = between(List.of(open("E", 100, Q4)), List.of(won("E", 90)));
        assertThat(pulled.bar(WaterfallBar.PULLED_IN)).isEqualTo(usd(100));
        assertThat(pulled.bar(WaterfallBar.DECREASED)).isEqualTo(usd(10));
        assertThat(pulled.bar(WaterfallBar.WON)).isEqualTo(usd(90));
    }

    @Test
    void aDealOfAnotherQuarterThatIsLostOrStaysThereIsInNoBar() {
        assertThat(between(List.of(open("E", 100, Q4), open("K", 10, Q4)), List.of(lost("E", 100), open("K", 20, Q4))))
                .hasToString("USD 0.00 = USD 0.00");
    }

    @Test
    void aDealThatWasLostAndIsOpenAgainIsReopened() {
        Waterfall again = between(List.of(lost("L", 50), lost("M", 70)), List.of(open("L", 60, IN), lost("M", 70)));
        assertThat(again.bar(WaterfallBar.REOPENED)).isEqualTo(usd(60));
        assertThat(ids(again, WaterfallBar.REOPENED)).containsExactly("L");
    }

    @Test
    void aDealThatWasDeletedIsRemoved() {
        Waterfall gone = between(List.of(open("X", 50, IN), open("Y", 60, Q4)), List.of());
        assertThat(gone.bar(WaterfallBar.REMOVED)).isEqualTo(usd(50));
        assertThat(gone.end()).isEqualTo(usd(0));
    }

    @Test
    void aDealThatWasCreatedAndLostIsInBothBars() {
        Waterfall brief = between(List.of(), List.of(lost("Z", 30)));
        assertThat(brief.bar(WaterfallBar.CREATED)).isEqualTo(usd(30));
        assertThat(brief.bar(WaterfallBar.LOST)).isEqualTo(usd(30));
    }

    @Test
    void aDealWithoutACloseDateIsInNoWindow() {
        SnapshotDeal undated = new SnapshotDeal("U", Outcome.OPEN, usd(10), Optional.empty());
        assertThat(between(List.of(), List.of(undated)).end()).isEqualTo(usd(0));
        assertThat(between(List.of(open("U", 10, IN)), List.of(undated)).bar(WaterfallBar.PUSHED))
                .isEqualTo(usd(10));
    }

    @Test
    void firstAndLastDayOfTheWindowAreInIt() {
        List<SnapshotDeal> days = new ArrayList<>();
        days.add(open("before", 1, LocalDate.of(2026, 6, 30)));
        days.add(open("first", 10, LocalDate.of(2026, 7, 1)));
        days.add(open("last", 100, LocalDate.of(2026, 9, 30)));
        days.add(open("after", 1000, LocalDate.of(2026, 10, 1)));
        assertThat(between(days, days).start()).isEqualTo(usd(110));
    }

    @Test
    void twoDaysOfAPipelineAreHeldAgainstEachOther() {
        Pipeline end = SmallFunnel.pipeline(
                "2026-09-30",
                SmallFunnel.deal("A", "2026-06-01")
                        .amount(100)
                        .closes("2026-08-01")
                        .on("2026-07-10")
                        .amount(110)
                        .won("2026-08-05"),
                SmallFunnel.deal("B", "2026-06-01")
                        .amount(200)
                        .closes("2026-09-01")
                        .on("2026-09-29")
                        .closes("2026-11-01"),
                SmallFunnel.deal("D", "2026-06-01")
                        .amount(80)
                        .closes("2026-09-01")
                        .lost("2026-08-01"),
                SmallFunnel.deal("F", "2026-07-02").amount(70).closes("2026-09-30"));
        Waterfall quarter = Waterfall.since(LocalDate.of(2026, 6, 30), end, Q3);
        assertThat(quarter)
                .hasToString("USD 380.00 + created 70.00 + increased 10.00 - pushed 200.00 - won 110.00 - lost 80.00"
                        + " = USD 70.00");
        assertThat(quarter.difference()).isEqualTo(usd(0));
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> between(List.of(), List.of(won("A", 1), won("A", 2))))
                .hasMessageContaining("(A) is told twice");
        assertThatThrownBy(() ->
                        between(List.of(), List.of(SnapshotDeal.of("A", Outcome.OPEN, Money.of(1, "EUR"), IN))))
                .hasMessageContaining("[EUR, USD]");
        assertThatThrownBy(() -> Waterfall.of(usd(1), Map.of(WaterfallBar.WON, usd(-1))))
                .hasMessageContaining("Maybe write it above zero");
        assertThatThrownBy(() -> between(List.of(), List.of(open("A", -5, IN)))).hasMessageContaining("(A)");
    }
}
