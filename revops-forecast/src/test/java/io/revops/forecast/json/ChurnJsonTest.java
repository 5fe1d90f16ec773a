package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.churn.ChurnHazard;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.ChurnPropensity;
import io.revops.forecast.churn.Exposure;
import io.revops.forecast.churn.FollowUp;
import io.revops.forecast.churn.HazardModel;
import io.revops.forecast.churn.RenewalAhead;
import io.revops.forecast.churn.RevenueAtRisk;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChurnJsonTest {
    private final List<FollowUp> followUps = new ArrayList<>();
    private final DataSet rows = rows();

    private DataSet rows() {
        DataSetBuilder data = DataSet.of("usage", "days").version("own 3");
        for (int i = 0; i < 300; i++) {
            RandomGenerator stream = Simulation.streamFor(1, "a" + i);
            double usage = Normals.next(stream);
            boolean leaves = Normals.uniform(stream) < 1 / (1 + StrictMath.exp(0.5 + 1.5 * usage));
            data.row("a" + i, leaves ? 1 : 0, i % 9 == 0 ? Double.NaN : usage, i % 120)
                    .on(LocalDate.of(2025, 3, 31));
            followUps.add(
                    leaves ? FollowUp.ended(1 + i % 3, i % 4 == 0 ? "involuntary" : "voluntary") : FollowUp.running(3));
        }
        return data.build();
    }

    @Test
    void propensityScoresTheSameBits() {
        ChurnModel model = ChurnPropensity.within(90).learn(rows).orElseThrow();
        String json = ChurnJson.text(model);
        ChurnModel read = ChurnJson.propensity(json);
        assertThat(read).isEqualTo(model);
        assertThat(ChurnJson.text(read)).isEqualTo(json);
        assertThat(read.score(rows)).isEqualTo(model.score(rows));
        assertThat(read.drift(rows).toString()).isEqualTo(model.drift(rows).toString());
    }

    @Test
    void hazardsGiveTheSameBits() {
        HazardModel model = ChurnHazard.ahead(3, TimeScale.MONTH)
                .with(RenewalAhead.in("days"))
                .learn(rows, followUps)
                .orElseThrow();
        String json = ChurnJson.text(model);
        HazardModel read = ChurnJson.hazard(json);
        assertThat(read).isEqualTo(model);
        assertThat(ChurnJson.text(read)).isEqualTo(json);
        assertThat(read.curve(Double.NaN, 40)).isEqualTo(model.curve(Double.NaN, 40));
        List<Exposure> exposures = List.of(Exposure.of("a1", 100), Exposure.of("a2", 70));
        assertThat(RevenueAtRisk.of(read, rows, exposures, 3, Simulation.of(1, 100)))
                .isEqualTo(RevenueAtRisk.of(model, rows, exposures, 3, Simulation.of(1, 100)));

        HazardModel every = ChurnHazard.ahead(3, TimeScale.MONTH)
                .with(RenewalAhead.in("days", "usage"))
                .learn(rows, followUps)
                .orElseThrow();
        assertThat(ChurnJson.hazard(ChurnJson.text(every))).isEqualTo(every);
        HazardModel plain =
                ChurnHazard.ahead(2, TimeScale.MONTH).learn(rows, followUps).orElseThrow();
        assertThat(ChurnJson.hazard(ChurnJson.text(plain))).isEqualTo(plain);
    }

    @Test
    void otherFilesAndOtherTablesAreNamed() {
        ChurnModel model = ChurnPropensity.within(90).learn(rows).orElseThrow();
        String json = ChurnJson.text(model);
        assertThatThrownBy(() -> ChurnJson.hazard(json))
                .hasMessageContaining("The model is a churn_propensity and not a churn_hazard");
        assertThatThrownBy(() -> ChurnJson.propensity(json.replace("\"formatVersion\":1", "\"formatVersion\":2")))
                .hasMessageContaining("format version 2");
        assertThatThrownBy(() -> ChurnJson.propensity(json.replace("\"horizonDays\"", "\"horizon\"")))
                .hasMessageContaining("no whole number (horizonDays)");
        assertThatThrownBy(() -> ChurnJson.propensity(json.substring(0, 300))).hasMessageContaining("not JSON");

        ChurnModel read = ChurnJson.propensity(json);
        assertThatThrownBy(() -> read.score(DataSet.of("usage").version("own 3").build()))
                .hasMessageContaining("The data have no column [days]");
        assertThatThrownBy(() -> read.score(
                        DataSet.of("usage", "days", "seats").version("own 3").build()))
                .hasMessageContaining("does not know the feature [seats]");
        assertThatThrownBy(() -> read.score(DataSet.of("usage", "days").build()))
                .hasMessageContaining("The features are of version 1, and the model (logistic) reads version own 3");

        String hazards = ChurnJson.text(
                ChurnHazard.ahead(2, TimeScale.MONTH).learn(rows, followUps).orElseThrow());
        assertThatThrownBy(() -> ChurnJson.hazard(hazards.replace("\"periods\":2", "\"periods\":3")))
                .hasMessageContaining("Maybe the file was changed");
        assertThatThrownBy(() -> ChurnJson.hazard(hazards.replace("\"isOfMissing\":false", "\"isOfMissing\":0")))
                .hasMessageContaining("no true or false (isOfMissing)");
        assertThatThrownBy(() -> ChurnJson.hazard(hazards.replaceFirst("\"covariance\":\\[[^,]*,", "\"covariance\":[")))
                .hasMessageContaining("Maybe the file was cut");
    }
}
