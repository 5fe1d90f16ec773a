package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The entries that hold, and what follows from them: the state of a deal, an attribute, the end of a subscription. */
class EntriesTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final Moment MAY = Moment.of(2025, 5, 1);
    private static final Moment JUNE = Moment.of(2025, 6, 1);

    private static StatusChange status(String id, Moment at, String status, Instant recorded) {
        return StatusChange.builder(id, at, status).recorded(recorded).build();
    }

    @Test
    void aLaterRecordingReplacesAnEarlierOneOfItsId() {
        StatusChange first = status("1", MAY, "open", null);
        StatusChange second = status("1", JUNE, "open", NOON);
        StatusChange third = status("1", MAY, "solved", NOON.plusSeconds(1));

        assertThat(Entries.current(List.of(third, first, second))).containsExactly(third);
    }

    @Test
    void entriesComeInTheOrderInWhichTheyTookEffect() {
        StatusChange may = status("c", MAY, "x", null);
        StatusChange june = status("b", JUNE, "x", null);
        StatusChange juneToo = status("a", JUNE, "y", null);
        StatusChange juneRecorded = status("0", Moment.parse("2025-06-01T00:00:00Z"), "z", NOON);

        assertThat(Entries.current(List.of(juneRecorded, juneToo, june, may)))
                .containsExactly(may, juneToo, june, juneRecorded);
        assertThat(Entries.current(List.of(may))).containsExactly(may);
    }

    @Test
    void twoContentsOfOneIdAndRecordingDoNotDependOnTheOrder() {
        StatusChange a = status("1", MAY, "a", null);
        StatusChange b = status("1", MAY, "b", null);

        assertThat(Entries.current(List.of(a, b)))
                .isEqualTo(Entries.current(List.of(b, a)))
                .hasSize(1);
    }

    @Test
    void aDealsStateAddsUpItsChanges() {
        Opportunity deal = Opportunity.builder("d", MAY)
                .changes(
                        OpportunityChange.builder("1", MAY)
                                .stage("Demo")
                                .amount(Money.of(5, "USD"))
                                .closeDate(LocalDate.of(2025, 9, 30))
                                .owner(new RepId("r"))
                                .probability(BigDecimal.TEN)
                                .category(ForecastCategory.COMMIT)
                                .build(),
                        OpportunityChange.builder("2", JUNE)
                                .stage("Demo")
                                .amount(Money.of(7, "USD"))
                                .outcome(Outcome.WON)
                                .build(),
                        OpportunityChange.builder("3", Moment.of(2025, 7, 1))
                                .outcome(Outcome.WON)
                                .build(),
                        OpportunityChange.builder("4", Moment.of(2025, 8, 1))
                                .stage("Demo 2")
                                .outcome(Outcome.OPEN)
                                .build())
                .build();

        OpportunityState june = deal.at(JUNE.instant(ZoneOffset.UTC).plusNanos(1), ZoneOffset.UTC);
        assertThat(june.stage()).contains("Demo");
        assertThat(june.stageSince()).contains(MAY);
        assertThat(june.amount()).contains(Money.of(7, "USD"));
        assertThat(june.closeDate()).contains(LocalDate.of(2025, 9, 30));
        assertThat(june.owner()).contains(new RepId("r"));
        assertThat(june.probability()).contains(BigDecimal.TEN);
        assertThat(june.category()).contains(ForecastCategory.COMMIT);
        assertThat(june.closed()).contains(JUNE);
        assertThat(june).hasToString("WON, Demo, USD 7.00, closing 2025-09-30");

        OpportunityState july = deal.at(Instant.parse("2025-07-15T00:00:00Z"), ZoneOffset.UTC);
        assertThat(july.closed()).contains(JUNE);
        assertThat(deal.latest().closed()).isEmpty();
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(deal.latest().stageSince()).contains(Moment.of(2025, 8, 1));
        OpportunityState before = deal.at(MAY.instant(ZoneOffset.UTC), ZoneOffset.UTC);
        assertThat(before.stage()).isEmpty();
        assertThat(before.outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void inAnotherZoneADayAndAnInstantMayComeTheOtherWayRound() {
        Opportunity deal = Opportunity.builder("d", MAY)
                .changes(
                        OpportunityChange.builder("day", JUNE).stage("by day").build(),
                        OpportunityChange.builder("instant", Moment.parse("2025-06-01T02:00:00Z"))
                                .stage("by instant")
                                .build())
                .build();

        assertThat(deal.at(NOON, ZoneOffset.UTC).stage()).contains("by instant");
        assertThat(deal.at(NOON, ZoneId.of("America/New_York")).stage()).contains("by day");
    }

    @Test
    void anAttributeMayBeCleared() {
        Account account = Account.builder("a")
                .attribute("tier", " gold ")
                .attribute("region", " ")
                .changes(
                        AttributeChange.builder("1", MAY, "tier")
                                .value("silver")
                                .build(),
                        AttributeChange.builder("2", JUNE, "tier").build())
                .build();

        assertThat(account.attribute("tier", MAY.instant(ZoneOffset.UTC), ZoneOffset.UTC))
                .contains("gold");
        assertThat(account.attribute("tier", JUNE.instant(ZoneOffset.UTC), ZoneOffset.UTC))
                .contains("silver");
        assertThat(account.attribute("tier")).isEmpty();
        assertThat(account.attributes()).containsOnlyKeys("tier");
    }

    @Test
    void aSubscriptionEndsByItsEndingElseByACancellationThatHolds() {
        Subscription.Builder subscription = Subscription.builder("s", "a");
        assertThat(subscription.build().begins()).isEmpty();
        assertThat(subscription.build().ends()).isEmpty();

        subscription
                .items(
                        ItemChange.builder("2", JUNE, "i").build(),
                        ItemChange.builder("1", MAY, "i").build())
                .cancellations(
                        Cancellation.builder("1", MAY, Moment.of(2025, 7, 1))
                                .withdrawn(JUNE)
                                .build(),
                        Cancellation.builder("2", MAY, Moment.of(2025, 9, 1)).build(),
                        Cancellation.builder("3", MAY, Moment.of(2025, 8, 1)).build());
        assertThat(subscription.build().begins()).contains(MAY);
        assertThat(subscription.build().ends()).contains(Moment.of(2025, 8, 1));

        subscription
                .start(JUNE)
                .endings(
                        Ending.builder("e", Moment.of(2025, 10, 1)).build(),
                        Ending.builder("e", Moment.of(2025, 8, 15))
                                .recorded(NOON)
                                .build());
        assertThat(subscription.build().begins()).contains(JUNE);
        assertThat(subscription.build().ends()).isEqualTo(Optional.of(Moment.of(2025, 8, 15)));
    }
}
