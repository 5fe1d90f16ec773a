package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Normals;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Simulation;
import io.revops.forecast.Training;
import io.revops.forecast.learn.BaseRateModel;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.ModelAdvice;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a propensity says where there is too little, and that it does not take what it has not seen for something else. */
class PropensityLimitsTest {
    private static final ChurnPropensity WITHIN_90 = ChurnPropensity.within(90);

    /** Whoever is told that nothing tells more looks for other features, and not for the rows that were lacking. */
    @Test
    void tooFewToMeasureOnIsNoVerdictOnTheFeatures() {
        for (int events = 5; events <= 8; events++) {
            DataSetBuilder rows = DataSet.of("usage");
            for (int i = 0; i < 60; i++) {
                boolean leaves = i < events;
                rows.row("a" + i, leaves ? 1 : 0, (leaves ? -2 : 0) + 0.01 * i);
            }
            Refused<ChurnModel> no =
                    (Refused<ChurnModel>) WITHIN_90.with(Folds.mod(2)).learn(rows.build());
            assertThat(no.code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
            assertThat(no.why())
                    .startsWith("There is too little to learn from and to measure on at once: of 60 rows " + events
                            + " left. Left out: logistic. On the rows of a fold: There are ")
                    .endsWith(" are needed.");
        }
    }

    /** The reason why a way was not tried is part of why there is no model. */
    @Test
    void whatWasLeftOutIsNamedAlsoWhereNothingIsBetter() {
        Learner<BaseRateModel> never = new Learner<>() {
            @Override
            public String name() {
                return "never";
            }

            @Override
            public Training<BaseRateModel> learn(DataSet data) {
                return new Refused<>(RefusalCode.TOO_FEW_CASES, "The moon is not full.", Optional.empty(), "wait");
            }
        };
        Refused<ChurnModel> no =
                (Refused<ChurnModel>) WITHIN_90.with(never).learn(PlantedCompany.rows(400, 101, 0, "a"));
        assertThat(no.code()).isEqualTo(RefusalCode.NO_BETTER_THAN_BASE_RATE);
        assertThat(no.why()).contains("nothing told more").endsWith("On the rows of a fold: The moon is not full.");
    }

    private static DataSet crossing(long seed) {
        DataSetBuilder rows = DataSet.of("first", "second", "a", "b", "c", "d", "e", "f", "g", "h");
        for (int i = 0; i < 400; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
            double[] values = new double[10];
            Arrays.setAll(values, v -> Normals.next(stream));
            rows.row("a" + i, Normals.uniform(stream) < (values[0] * values[1] > 0 ? 0.85 : 0.05) ? 1 : 0, values);
        }
        return rows.build();
    }

    /** A model of trees must not ask for another training of a company that is as it was. */
    @Test
    void treesDoNotTakeUnseenAccountsForOtherOnes() {
        ChurnModel model = WITHIN_90.learn(crossing(1)).orElseThrow();
        assertThat(model.scorer().name()).isEqualTo("boosting");
        for (int seed = 2; seed < 7; seed++) {
            assertThat(model.drift(crossing(seed)).score()).isPresent();
            assertThat(model.drift(crossing(seed)).advice()).isNotEqualTo(ModelAdvice.RETRAIN);
        }
    }
}
