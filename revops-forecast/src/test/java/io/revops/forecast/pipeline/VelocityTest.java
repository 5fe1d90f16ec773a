package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.metric.Undefined;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The worked case: 80 deals of 25,000, 22 % won, 80 days; and two millions in a year. */
class VelocityTest {
    private static final Velocity VELOCITY = new Velocity(80, Money.of(25_000, "USD"), 0.22, 80);

    @Test
    void dealsTimesValueTimesWinRateOverDays() {
        assertThat(VELOCITY.perDay()).isEqualTo(Money.of(5_500, "USD"));
        assertThat(VELOCITY).hasToString("USD 5,500.00 a day");
    }

    @Test
    void aGoalAsksForSoMuchADay() {
        Money goal = Velocity.goalPerDay(Money.of(2_000_000, "USD"), 365);
        assertThat(goal.amount().doubleValue()).isCloseTo(400000.0 / 73, within(5e-7));
        assertThat(goal.amount()).isEqualByComparingTo(new BigDecimal("5479.452055"));
    }

    @Test
    void aGoalNeedsSoManyDeals() {
        double needed =
                VELOCITY.dealsFor(Money.of(2_000_000, "USD"), 365).orElseThrow().value();
        assertThat(needed).isCloseTo(400000.0 / 73 * 80 / 5500, within(1e-12)).isCloseTo(79.70, within(0.005));
        assertThat(StrictMath.ceil(needed)).isEqualTo(80);
    }

    @Test
    void dealsThatAreNeverWonAreNeverEnough() {
        assertThat(new Velocity(80, Money.of(25_000, "USD"), 0, 80).dealsFor(Money.of(1, "USD"), 1))
                .isInstanceOf(Undefined.class);
    }

    @Test
    void aPipelineHasOne() {
        Pipeline pipeline = SmallFunnel.pipeline(
                "2026-03-31",
                SmallFunnel.deal("a", "2026-01-01").amount(100).won("2026-01-11"),
                SmallFunnel.deal("b", "2026-01-01").amount(300).won("2026-01-31"),
                SmallFunnel.deal("c", "2026-01-01").amount(100).lost("2026-02-01"),
                SmallFunnel.deal("d", "2026-01-01").amount(100).lost("2026-02-01"),
                SmallFunnel.deal("e", "2026-01-01").won("2027-01-01"),
                SmallFunnel.deal("f", "2026-03-01"));
        assertThat(Velocity.of(pipeline, Span.quarter(2026, 1)).orElseThrow())
                .isEqualTo(new Velocity(2, Money.of(200, "USD"), 0.5, 20));
        assertThat(Velocity.of(pipeline, Span.quarter(2025, 1))).isInstanceOf(Undefined.class);
        Pipeline late = SmallFunnel.pipeline(
                "2026-03-31", SmallFunnel.deal("a", "2026-01-01").amount(100).won("2026-01-01"));
        assertThat(Velocity.of(late, Span.quarter(2026, 1))).isInstanceOf(Undefined.class);
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> new Velocity(1, Money.of(1, "USD"), 22, 80)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new Velocity(1, Money.of(1, "USD"), 0.2, 0)).hasMessageContaining("days above 0");
        assertThatThrownBy(() -> Velocity.goalPerDay(Money.of(1, "USD"), 0)).hasMessageContaining("Maybe 1 or more");
        assertThatThrownBy(() -> VELOCITY.dealsFor(Money.of(1, "USD"), 0)).hasMessageContaining("Maybe 1 or more");
        assertThatThrownBy(() -> VELOCITY.dealsFor(Money.of(1, "EUR"), 1)).hasMessageContaining("[EUR, USD]");
    }
}
