package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Simulation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.survival.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every account and every way to cut a company. */
class ChurnLaws {
    private static final PlantedCompany.Followed PAST = PlantedCompany.followed(600, 8, 1, "past ");
    private static final HazardModel MODEL = ChurnHazard.ahead(8, TimeScale.MONTH)
            .learn(PAST.data(), PAST.followUps())
            .orElseThrow();
    private static final DataSet TODAY = PlantedCompany.followed(40, 0, 2, "a").data();

    /** A customer who is more likely to be here next month than this one would be a customer who came back. */
    @Property(tries = 60)
    void survivalFallsStaysInItsBoundsAndLeavesTheRestToTheCauses(
            @ForAll @DoubleRange(min = -50, max = 50) double usage,
            @ForAll @IntRange(min = 0, max = 40) int tickets,
            @ForAll boolean isMissing) {
        ChurnCurve curve = MODEL.curve(isMissing ? Double.NaN : usage, tickets, 1);
        double before = 1;
        for (int k = 1; k <= 8; k++) {
            assertThat(curve.at(k)).isBetween(0.0, before);
            before = curve.at(k);
            assertThat(curve.incidence("voluntary", k) + curve.incidence("involuntary", k) + before)
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** Two people who cut the company differently would otherwise argue about the total. */
    @Property(tries = 25)
    void everyCutReAddsToTheSameTotal(@ForAll @IntRange(min = 1, max = 9) int segments) {
        List<Exposure> cut = new ArrayList<>();
        List<Exposure> whole = new ArrayList<>();
        IntStream.range(0, TODAY.size()).forEach(i -> {
            cut.add(new Exposure(TODAY.id(i), 10.01 * i, "s" + i * 7 % segments));
            whole.add(Exposure.of(TODAY.id(i), 10.01 * i));
        });
        RevenueAtRisk risk = RevenueAtRisk.of(MODEL, TODAY, cut, 6, Simulation.of(1, 200));
        RevenueAtRisk one = RevenueAtRisk.of(MODEL, TODAY, whole, 6, Simulation.of(1, 200));
        assertThat(risk.expected()).isEqualTo(one.expected());
        long micros = risk.bySegment().values().stream()
                .mapToLong(s -> Math.round(s.expected() * 1e6))
                .sum();
        assertThat(micros).isEqualTo(Math.round(one.expected() * 1e6));
        for (int w = 0; w < 200; w++) {
            assertThat(risk.losses().at(w)).isCloseTo(one.losses().at(w), within(1e-8));
        }
    }
}
