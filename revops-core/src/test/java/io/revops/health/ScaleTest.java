package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final Scale BENT = Scale.from(0.5, 0).to(1, 0.8).to(1.25, 1);

    @Test
    void figureBetweenTwoPointsIsWorthWhatTheLineSays() {
        assertThat(Scale.rising(0, 16).worth(8)).isEqualTo(0.5);
        assertThat(Scale.falling(30, 180).worth(105)).isEqualTo(0.5);
        assertThat(BENT.worth(0.75)).isEqualTo(0.4);
        assertThat(BENT.worth(1.125)).isEqualTo(0.9);
    }

    @Test
    void figureOutsideIsWorthWhatTheNearestPointIs() {
        assertThat(BENT.worth(-5)).isZero();
        assertThat(BENT.worth(0.5)).isZero();
        assertThat(BENT.worth(1)).isEqualTo(0.8);
        assertThat(BENT.worth(1.25)).isEqualTo(1);
        assertThat(BENT.worth(Double.MAX_VALUE)).isEqualTo(1);
        assertThat(BENT)
                .hasToString("0.5 is 0, 1 is 0.8, 1.25 is 1")
                .isEqualTo(Scale.from(0.5, 0).to(1, 0.8).to(1.25, 1));
    }

    @Test
    void scaleThatGoesBackOrLeavesZeroToOneIsRefused() {
        assertThatThrownBy(() -> Scale.rising(5, 5)).hasMessageContaining("from the figure 5.0 to 5.0. Maybe");
        assertThatThrownBy(() -> Scale.from(0, 1.5)).hasMessageContaining("is worth 1.5. Maybe");
        assertThatThrownBy(() -> Scale.from(Double.NaN, 1)).hasMessageContaining("NaN");
    }

    /** If this failed, a customer who used the product more could be told to be less healthy for it. */
    @Property
    void moreIsNeverWorthLessOnARisingScale(
            @ForAll @DoubleRange(min = -3, max = 3) double a, @ForAll @DoubleRange(min = -3, max = 3) double b) {
        assertThat(BENT.worth(Math.max(a, b))).isGreaterThanOrEqualTo(BENT.worth(Math.min(a, b)));
        assertThat(BENT.worth(a)).isBetween(0.0, 1.0);
    }

    /** If this failed, a better score could be in a worse band. */
    @Property
    void higherScoreIsNeverInALowerBand(
            @ForAll @DoubleRange(min = 0, max = 100) double a, @ForAll @DoubleRange(min = 0, max = 100) double b) {
        HealthLimits limits = HealthLimits.of(33.3, 66.6);
        assertThat(limits.band(BigDecimal.valueOf(Math.max(a, b))))
                .isGreaterThanOrEqualTo(limits.band(BigDecimal.valueOf(Math.min(a, b))));
    }

    @Test
    void bandBeginsAtItsLimit() {
        HealthLimits limits = HealthLimits.STANDARD;
        assertThat(limits.band(new BigDecimal("39.9"))).isEqualTo(HealthBand.RED);
        assertThat(limits.band(new BigDecimal("40.0"))).isEqualTo(HealthBand.YELLOW);
        assertThat(limits.band(new BigDecimal("69.9"))).isEqualTo(HealthBand.YELLOW);
        assertThat(limits.band(new BigDecimal("70.0"))).isEqualTo(HealthBand.GREEN);
        assertThatThrownBy(() -> HealthLimits.of(70, 40)).hasMessageContaining("Maybe 40 and 70");
    }
}
