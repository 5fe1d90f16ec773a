package io.revops.forecast.pipeline;

import static io.revops.forecast.pipeline.SmallFunnel.deal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Activity;
import io.revops.book.OpportunityId;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DealRisksTest {
    /** Ten deals that anna won, which stood in Demo for 1 to 10 days and brought 10 to 100. */
    private static Pipeline with(SmallFunnel... open) {
        List<SmallFunnel> deals = new ArrayList<>(List.of(open));
        for (int i = 1; i <= 10; i++) {
            LocalDate opened = LocalDate.of(2026, 1, 1);
            deals.add(deal("won" + i, opened.toString())
                    .stage("Demo")
                    .owner("anna")
                    .amount(10 * i)
                    .won(opened.plusDays(i).toString()));
        }
        return SmallFunnel.pipeline("2026-03-31", deals.toArray(SmallFunnel[]::new));
    }

    private static RiskFlag only(DealRisks risks) {
        assertThat(risks.flags()).hasSize(1);
        return risks.flags().get(0);
    }

    @Test
    void aDealIsStalledBeyondTheEightiethPercentileOfItsStage() {
        assertThat(DealRisks.of(with(deal("d", "2026-03-23").stage("Demo"))).flags())
                .as("8 days are the percentile")
                .isEmpty();
        RiskFlag stalled = only(DealRisks.of(with(deal("d", "2026-03-22").stage("Demo"))));
        assertThat(stalled)
                .isEqualTo(new RiskFlag(
                        "d",
                        RiskFlag.Kind.STALLED,
                        9,
                        8,
                        10,
                        "it has stood in (Demo) for 9 days; of 10 stays of won deals 80.0 % took 8 days or less."));
    }

    @Test
    void aStageThatFewWonDealsHaveLeftIsNotJudged() {
        DealRisks risks = DealRisks.of(with(deal("d", "2026-03-02").stage("Legal")));
        assertThat(risks.flags()).isEmpty();
        assertThat(risks.notJudged())
                .containsExactly("d: whether it is stalled in (Legal), which won deals have left 0 times and not 10.");
        assertThat(risks).hasToString("0 flags of 0 deals, 1 not judged");
    }

    @Test
    void aCloseDateIsPushedWhenItMovesToALaterMonth() {
        SmallFunnel once = deal("d", "2026-03-25")
                .closes("2026-04-10")
                .on("2026-03-26")
                .closes("2026-04-28")
                .on("2026-03-27")
                .closes("2026-05-01")
                .on("2026-03-28")
                .closes("2026-04-01");
        assertThat(DealRisks.of(with(once)).flags()).isEmpty();
        RiskFlag pushed = only(DealRisks.of(with(once.on("2026-03-30").closes("2026-06-01"))));
        assertThat(pushed.kind()).isEqualTo(RiskFlag.Kind.PUSHED);
        assertThat(pushed)
                .hasToString("d pushed: its close date was moved to a later month 2 times, last to 2026-06-01.");
    }

    @Test
    void aDealIsQuietWhenNeitherAChangeNorAnActivityIsNear() {
        Pipeline pipeline = with(deal("d", "2026-02-20"));
        RiskFlag quiet = only(DealRisks.of(pipeline));
        assertThat(quiet.evidence()).isEqualTo("nothing has happened for 39 days, since it changed on 2026-02-20.");
        assertThat(risks(pipeline, "2026-03-01").flags())
                .as("30 days are not yet long")
                .isEmpty();
        assertThat(only(risks(pipeline, "2026-02-28")).evidence())
                .isEqualTo("nothing has happened for 31 days, since the activity of 2026-02-28.");
        assertThat(only(risks(pipeline, "2026-04-02")).evidence())
                .as("not yet seen")
                .contains("since it changed");
    }

    private static DealRisks risks(Pipeline pipeline, String activity) {
        return DealRisks.of(pipeline, RiskThresholds.standard(), Map.of("d", LocalDate.parse(activity)));
    }

    @Test
    void aCloseDateThatHasPassedIsNamed() {
        assertThat(DealRisks.of(with(deal("d", "2026-03-20").closes("2026-03-31")))
                        .flags())
                .as("it may close today")
                .isEmpty();
        assertThat(only(DealRisks.of(with(deal("d", "2026-03-20").closes("2026-03-30")))))
                .hasToString("d close date passed: it was to close on 2026-03-30, 1 day ago.");
    }

    @Test
    void anAmountIsLargeBesideTheMiddleOfWhatTheSellerHasWon() {
        assertThat(DealRisks.of(with(deal("d", "2026-03-20").owner("anna").amount(150)))
                        .flags())
                .isEmpty();
        RiskFlag large =
                only(DealRisks.of(with(deal("d", "2026-03-20").owner("anna").amount(151))));
        assertThat(large.limit()).isEqualTo(150);
        assertThat(large.evidence())
                .isEqualTo("its amount is USD 151.00; the middle one of 10 deals that anna has won is USD 50.00, the"
                        + " largest USD 100.00.");
        DealRisks bert = DealRisks.of(with(deal("d", "2026-03-20").owner("bert").amount(1_000_000)));
        assertThat(bert.flags()).isEmpty();
        assertThat(bert.notJudged()).containsExactly("d: whether it is large for bert, who has won 0 deals and not 5.");
    }

    @Test
    void oneDealMayHaveSeveralFlags() {
        DealRisks risks = DealRisks.of(with(deal("d", "2026-01-20")
                .stage("Demo")
                .closes("2026-03-01")
                .owner("anna")
                .amount(999)));
        assertThat(risks.of("d"))
                .extracting(RiskFlag::kind)
                .containsExactly(
                        RiskFlag.Kind.CLOSE_DATE_PASSED,
                        RiskFlag.Kind.STALLED,
                        RiskFlag.Kind.QUIET,
                        RiskFlag.Kind.LARGE_FOR_SELLER);
        assertThat(risks.of("won1")).isEmpty();
        assertThat(risks).hasToString("4 flags of 1 deal, 0 not judged");
    }

    @Test
    void activitiesOfABookAreTheLastOnesOfTheSpan() {
        RevenueBook book =
                RevenueBook.of(activity("1", "2026-03-01"), activity("2", "2026-03-05"), activity("3", "2026-04-01"));
        RevenueView view = RevenueView.of(book, RevenuePolicy.standard(), Span.quarter(2026, 1));
        assertThat(DealRisks.activities(view)).containsExactly(Map.entry("d", LocalDate.of(2026, 3, 5)));
    }

    private static Activity activity(String id, String day) {
        return Activity.builder(id, Moment.parse(day))
                .opportunity(new OpportunityId("d"))
                .build();
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new RiskThresholds(80, 10, 2, 30, 3, 5))
                .hasMessageContaining("Maybe a quantile between 0 and 1");
    }
}
