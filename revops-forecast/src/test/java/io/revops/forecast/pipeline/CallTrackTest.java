package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ForecastCategory;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.Nature;
import io.revops.forecast.Quantity;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTrackTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Span Q1 = Span.quarter(2026, 1);
    private static final Span Q2 = Span.quarter(2026, 2);

    private static CallTrack.Call call(CallTrack.Voice voice, String node, Span period, double amount) {
        return new CallTrack.Call(voice, node, period.from().plusDays(30), period, amount);
    }

    /** The deals said 100 and 200, the manager spoke once: 120. 130 and 180 came. */
    private static CallTrack two() {
        return CallTrack.none()
                .said(call(CallTrack.Voice.CALCULATED, "anna", Q1, 100))
                .said(call(CallTrack.Voice.CALCULATED, "anna", Q2, 200))
                .said(call(CallTrack.Voice.MANAGER, "anna", Q1, 120))
                .said(call(CallTrack.Voice.CALCULATED, "bert", Q1, 999))
                .came("anna", Q1, 130)
                .came("anna", Q2, 180);
    }

    @Test
    void everyVoiceIsMeasuredForItself() {
        CallTrack track = two();
        assertThat(track.of(CallTrack.Voice.CALCULATED)
                        .accuracy()
                        .orElseThrow()
                        .wape()
                        .orElseThrow()
                        .value())
                .as("nobody knows yet what came for bert")
                .isCloseTo((30.0 + 20) / 310, within(1e-15));
        assertThat(track.of(CallTrack.Voice.MANAGER).trials()).hasSize(1);
        assertThat(track.of(CallTrack.Voice.OWNER).accuracy()).isInstanceOf(Undefined.class);
        assertThat(track.of(CallTrack.Voice.CALCULATED, "anna"))
                .hasToString("calculated of anna: 2 forecasts from 2 origins");
        assertThat(track).hasToString("4 calls, 2 periods of nodes have come");
    }

    @Test
    void valueIsAddedOnlyWhereBothSpoke() {
        assertThat(two().valueAdded(CallTrack.Voice.MANAGER, CallTrack.Voice.CALCULATED)
                        .orElseThrow()
                        .value())
                .isCloseTo(30.0 / 130 - 10.0 / 130, within(1e-15));
        assertThat(two().valueAdded(CallTrack.Voice.CALCULATED, CallTrack.Voice.MANAGER)
                        .orElseThrow()
                        .value())
                .isCloseTo(-20.0 / 130, within(1e-15));
        assertThat(two().valueAdded(CallTrack.Voice.OWNER, CallTrack.Voice.CALCULATED))
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("both the owner and the calculated"));
        assertThat(two().came("anna", Q1, 0).valueAdded(CallTrack.Voice.MANAGER, CallTrack.Voice.CALCULATED))
                .isInstanceOf(Undefined.class);
    }

    @Test
    void aRollUpSaysWhatWasCalculatedAndWhatWasPutInItsPlace() {
        RollUp rollUp = RollUp.of(Hierarchy.of("Acme").put("anna", "Acme").build(), Money.currency("USD"))
                .deals(List.of(new CalledDeal("d", "anna", ForecastCategory.COMMIT, Money.of(100, "USD"))))
                .build()
                .adjust(
                        "anna",
                        ForecastCategory.COMMIT,
                        Money.of(90, "USD"),
                        Adjustment.Said.byOwner("anna", DAY, "late"))
                .adjust(
                        "anna",
                        ForecastCategory.COMMIT,
                        Money.of(95, "USD"),
                        Adjustment.Said.byManager("m", DAY, "no"));
        Quantity won = new Quantity("bookings", "Bookings", Unit.MONEY, "USD", Nature.FLOW);
        Forecast model =
                Forecast.of(won, DAY, Q1).part(Contribution.known("closed", 97)).build();
        CallTrack track = CallTrack.none()
                .said(rollUp, ForecastCategory.COMMIT, DAY, Q1)
                .said("anna", model)
                .came("anna", Q1, 96);
        assertThat(List.of(CallTrack.Voice.values()))
                .extracting(v -> track.of(v).trials().get(0).error())
                .containsExactly(1.0, 4.0, -6.0, -1.0);
        assertThat(track.said(rollUp, ForecastCategory.COMMIT, DAY, Q1))
                .isEqualTo(CallTrack.none()
                        .said("anna", model)
                        .said(rollUp, ForecastCategory.COMMIT, DAY, Q1)
                        .came("anna", Q1, 96));
    }

    @Test
    void whatIsSaidAgainOnTheSameDayHoldsInItsPlace() {
        CallTrack twice = CallTrack.none()
                .said(call(CallTrack.Voice.OWNER, "anna", Q1, 1))
                .said(call(CallTrack.Voice.OWNER, "anna", Q1, 2))
                .came("anna", Q1, 2);
        assertThat(twice.of(CallTrack.Voice.OWNER).trials()).hasSize(1);
        assertThat(twice.of(CallTrack.Voice.OWNER).trials().get(0).error()).isZero();
        assertThatThrownBy(() -> call(CallTrack.Voice.OWNER, "anna", Q1, Double.NaN))
                .hasMessageContaining("Maybe a number");
    }
}
