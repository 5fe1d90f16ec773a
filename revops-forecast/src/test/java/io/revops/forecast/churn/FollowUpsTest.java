package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ChurnCause;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 30);

    private static int period(int month, int day) {
        return FollowUps.period(TimeScale.MONTH, JUNE, LocalDate.of(month < 7 ? 2026 : 2025, month, day));
    }

    /** Who is gone on 1 August left at the end of July; an as-of date at the end of a short month must not move that. */
    @Test
    void accountEndsInTheMonthOfItsLastDay() {
        assertThat(period(7, 1)).isEqualTo(1);
        assertThat(period(7, 15)).isEqualTo(1);
        assertThat(period(8, 1)).isEqualTo(1);
        assertThat(period(8, 2)).isEqualTo(2);
        assertThat(period(1, 1)).isEqualTo(6);
        assertThat(period(6, 30)).isEqualTo(12);
    }

    @Test
    void outcomesAreFollowedToTheEndOfTheHorizon() {
        ChurnOutcome stayed = new ChurnOutcome(ChurnOutcome.Kind.STAYED, Optional.empty(), Optional.empty(), 0);
        ChurnOutcome failed = new ChurnOutcome(
                ChurnOutcome.Kind.CHURNED,
                Optional.of(ChurnCause.INVOLUNTARY),
                Optional.of(LocalDate.of(2025, 9, 10)),
                1);
        ChurnOutcome unsaid =
                new ChurnOutcome(ChurnOutcome.Kind.CHURNED, Optional.empty(), Optional.of(LocalDate.of(2025, 7, 4)), 1);
        assertThat(FollowUps.of(rows(ChurnLabel.within(365), stayed, failed, unsaid), TimeScale.MONTH))
                .containsExactly(
                        FollowUp.running(12), FollowUp.ended(3, "involuntary"), FollowUp.ended(1, "voluntary"));
        assertThat(FollowUps.of(rows(ChurnLabel.within(90), stayed), TimeScale.MONTH))
                .containsExactly(FollowUp.running(3));
        // nobody who stayed was seen through the third month: who left in it is known to have lasted two
        assertThat(FollowUps.of(rows(ChurnLabel.within(80), stayed, failed, unsaid), TimeScale.MONTH))
                .containsExactly(FollowUp.running(2), FollowUp.running(2), FollowUp.ended(1, "voluntary"));
        assertThatThrownBy(() -> FollowUps.of(rows(ChurnLabel.within(90).after(7), stayed), TimeScale.MONTH))
                .hasMessageContaining("a gap of 7 days");
        assertThatThrownBy(() -> ChurnPropensity.within(30).learn(rows(ChurnLabel.within(90), stayed)))
                .hasMessageContaining("who left within 90 days, and the model is to say it of 30");
    }

    private static ChurnRows rows(ChurnLabel label, ChurnOutcome... outcomes) {
        FeatureSet set = FeatureSet.of("own", "1", ChurnFeature.of("x", FeatureUnit.COUNT, (w, a) -> 1));
        List<FeatureRow> rows = java.util.stream.IntStream.range(0, outcomes.length)
                .mapToObj(i -> new FeatureRow(
                        set, new io.revops.book.AccountId("a" + i), JUNE, Optional.empty(), new double[] {i}))
                .toList();
        return new ChurnRows(set, label, rows, List.of(outcomes), new LeftOut(0, 0, 0, 0), List.of());
    }
}
