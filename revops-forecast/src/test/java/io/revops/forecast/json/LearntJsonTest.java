package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Trained;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.Calibrator;
import io.revops.forecast.learn.Combination;
import io.revops.forecast.learn.CombinationModel;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.FrozenBins;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.LearntModel;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.learn.ModelCard;
import io.revops.forecast.learn.Reasons;
import io.revops.forecast.learn.Rounds;
import io.revops.forecast.learn.Schema;
import io.revops.forecast.learn.TextTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LearntJsonTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static DataSet data(long seed) {
        DataSetBuilder rows = DataSet.of("usage", "tickets").version("2025-1");
        for (int i = 0; i < 300; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
            double usage = Normals.next(stream);
            double tickets = i % 9 == 0 ? Double.NaN : Math.floor(5 * Normals.uniform(stream));
            double label = Normals.uniform(stream) < 1 / (1 + StrictMath.exp(usage * usage - 1)) ? 1 : 0;
            rows.row("r" + i, label, usage, tickets).on(FIRST.plusDays(i));
        }
        return rows.build();
    }

    private static LearntModel learnt(Learner<? extends Explained> learner, DataSet data) {
        return LearntModel.of((Trained<? extends Explained>) learner.learn(data), data);
    }

    private static void isTheSame(LearntModel model, DataSet data) {
        String text = LearntJson.text(model);
        LearntModel read = LearntJson.read(text);
        assertThat(read).isEqualTo(model);
        assertThat(LearntJson.text(read)).isEqualTo(text).doesNotContain("NaN", "Infinity");
        assertThat(read.probabilities(data)).isEqualTo(model.probabilities(data));
        for (int i = 0; i < 20; i++) {
            double[] row = data.values(i);
            assertThat(read.probability(row)).isEqualTo(model.probability(row));
            assertThat(read.reasons(row)).isEqualTo(model.reasons(row));
        }
    }

    /** If it failed, a risk would change because the model was moved to another server. */
    @Property(tries = 15)
    void everyModelScoresTheSameBitsAfterARoundTrip(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        DataSet data = data(seed);
        Boosting quick = Boosting.standard().with(Rounds.of(10));
        List<Calibrator> calibrators = List.of(
                new Calibrator.None(),
                new Calibrator.Platt(1.0 / 3, -0.1),
                new Calibrator.Beta(0.7, 1.3, 1e-17),
                new Calibrator.Isotonic(List.of(0.1, 1.0 / 3), List.of(0.0, 2.0 / 3), 0.001));
        isTheSame(learnt(LogisticRegression.standard(), data).with(calibrators.get((int) (seed % 4))), data);
        isTheSame(learnt(quick, data).with(calibrators.get((int) (seed / 4 % 4))), data);
        isTheSame(learnt(BaseRate.standard(), data), data);
        isTheSame(learnt(Combination.of(LogisticRegression.standard(), quick), data), data);
        CombinationModel half = new CombinationModel(List.of(
                new CombinationModel.Member(0.5, quick.learn(data).orElseThrow()),
                new CombinationModel.Member(
                        0.5, LogisticRegression.standard().learn(data).orElseThrow())));
        LearntModel any = learnt(quick, data);
        isTheSame(new LearntModel(half, new Calibrator.None(), Optional.empty(), any.card()), data);
    }

    @Test
    void cardSaysWhatTheModelLearntFrom() {
        DataSet data = data(5);
        ModelCard plain = learnt(LogisticRegression.standard(), data).card();
        ModelCard card = plain.with(CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(5)));
        assertThat(card.rows()).isEqualTo(300);
        assertThat(card.events()).isEqualTo(data.events());
        assertThat(card.from()).contains(FIRST);
        assertThat(card.to()).contains(FIRST.plusDays(299));
        assertThat(card.provenance().asOf()).isEqualTo(FIRST.plusDays(299));
        assertThat(card.provenance().data()).isEqualTo(data.fingerprint());
        assertThat(card.measures()).containsOnlyKeys("auc", "averagePrecision", "logLoss", "brier", "ece");
        assertThat(plain.measures()).isEmpty();
        assertThat(plain.measuredRows()).isZero();
        LearntModel measured = learnt(LogisticRegression.standard(), data).with(card);
        String before =
                LearntJson.text(measured).replace("\"measuredRows\":300,\"measuredEvents\":" + data.events() + ",", "");
        assertThat(before).doesNotContain("measuredRows");
        assertThat(LearntJson.read(before).card().measuredRows()).isZero();
        assertThat(card.measuredRows()).isEqualTo(300);
        assertThat(card.measuredEvents()).isEqualTo(data.events());
        assertThat(plain.bins()).extracting(FrozenBins::name).containsExactly("usage", "tickets");
        assertThat(card.warnings()).contains("MISSING_VALUES: The column (tickets) is missing in 34 of 300 rows.");
        assertThat(card.bins()).extracting(FrozenBins::name).containsExactly("usage", "tickets", ModelCard.SCORE);
        FrozenBins tickets = card.bins().get(1);
        assertThat(tickets.missing()).isEqualTo(34);
        assertThat(tickets.edges()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(tickets.counts().stream().mapToLong(c -> c).sum()).isEqualTo(266);
        assertThat(tickets.recount(0, 0, 9, Double.NaN).counts()).containsExactly(2L, 0L, 0L, 0L, 1L);
        LearntModel model = learnt(LogisticRegression.standard(), data).with(card);
        assertThat(LearntJson.read(LearntJson.text(model)).card()).isEqualTo(card);
    }

    @Test
    void undatedTableHasACardToo() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 40; i++) {
            rows.row("r" + i, i % 2, i % 7);
        }
        isTheSame(learnt(LogisticRegression.standard(), rows.build()), rows.build());
    }

    @Test
    void schemaGoesWithTheModel() {
        TextTable.Builder rows = TextTable.of(List.of("plan", "mrr", "churned"));
        for (int i = 0; i < 120; i++) {
            rows.row(List.of(
                    i % 3 == 0 ? "basic" : i % 3 == 1 ? "team" : "pro", "" + i % 50, i % 4 == 0 ? "yes" : "no"));
        }
        Schema schema = Schema.detect(rows.build(), "churned", Optional.empty());
        DataSet data = schema.encode(rows.build());
        LearntModel model = learnt(LogisticRegression.standard(), data).with(schema);
        LearntModel read = LearntJson.read(LearntJson.text(model));
        assertThat(read).isEqualTo(model);
        Map<String, String> row = Map.of("plan", "team", "mrr", "12");
        assertThat(read.probability(row)).isEqualTo(model.probability(schema.encode(row)));
        assertThatThrownBy(() -> read.probability(Map.of("plan", "team")))
                .hasMessageContaining("The row has no column (mrr)");
        assertThatThrownBy(() -> learnt(LogisticRegression.standard(), data(1)).with(schema))
                .hasMessageContaining("Maybe they are of two trainings");
        assertThatThrownBy(() -> learnt(LogisticRegression.standard(), data(1)).probability(row))
                .hasMessageContaining("no schema for text");
    }

    @Test
    void wrongColumnsAreTold() {
        DataSet data = data(3);
        LearntModel model = LearntJson.read(LearntJson.text(learnt(LogisticRegression.standard(), data)));
        assertThatThrownBy(() -> model.probabilities(data.only(List.of("usage"))))
                .hasMessageContaining("The data have no column [tickets]");
        DataSet more = DataSet.of("usage", "tickets", "extra")
                .version("2025-1")
                .row("a", 0, 1, 2, 3)
                .build();
        assertThatThrownBy(() -> model.probabilities(more)).hasMessageContaining("does not know the feature [extra]");
        DataSet later = DataSet.of("usage", "tickets")
                .version("2026-1")
                .row("a", 0, 1, 2)
                .build();
        assertThatThrownBy(() -> model.probabilities(later))
                .hasMessageContaining("The features are of version 2026-1")
                .hasMessageContaining("reads version 2025-1");
        assertThatThrownBy(() -> model.probability(1)).hasMessageContaining("1 values, and the model reads 2");
    }

    @Test
    void brokenFileIsTold() {
        String text = LearntJson.text(learnt(Boosting.standard().with(Rounds.of(2)), data(4)));
        assertThatThrownBy(() -> LearntJson.read(text.replace("\"formatVersion\":1", "\"formatVersion\":2")))
                .hasMessageContaining("format version 2, and this library reads 1");
        assertThatThrownBy(() -> LearntJson.read(text.replace("\"kind\":\"boosting\"", "\"kind\":\"forest\"")))
                .hasMessageContaining("There is no model (forest)");
        assertThatThrownBy(() -> LearntJson.read(text.replace("\"kind\":\"none\"", "\"kind\":\"magic\"")))
                .hasMessageContaining("There is no calibrator (magic)");
        assertThatThrownBy(() -> LearntJson.read(text.replace("\"trees\":", "\"shrubs\":")))
                .hasMessageContaining("There is no list (trees)");
        assertThatThrownBy(() -> LearntJson.read(text.replaceFirst("\"cover\":\\[300.0,", "\"cover\":[")))
                .hasMessageContaining("of another property. Maybe the file was cut");
        assertThatThrownBy(() -> LearntJson.read(text.replaceFirst("\"cover\":\\[300.0,", "\"cover\":[0,")))
                .hasMessageContaining("is broken");
        assertThatThrownBy(() -> LearntJson.read(text.substring(0, 100))).hasMessageContaining("is not JSON");
    }

    @Test
    void hostsOwnModelIsNotWritten() {
        record Own(List<String> features) implements Explained {
            @Override
            public double logOdds(double... values) {
                return 0;
            }

            @Override
            public Reasons reasons(double... values) {
                return new Reasons(0, List.of());
            }
        }
        ModelCard card = learnt(LogisticRegression.standard(), data(1)).card();
        LearntModel own = new LearntModel(new Own(List.of("x")), new Calibrator.None(), Optional.empty(), card);
        assertThatThrownBy(() -> LearntJson.text(own)).hasMessageContaining("(own) are not known here");
    }
}
