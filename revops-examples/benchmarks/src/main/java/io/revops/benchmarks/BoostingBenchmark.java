package io.revops.benchmarks;

import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.BoostingModel;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Rounds;
import io.revops.forecast.learn.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 200 trees of eight leaves on 45 columns, most of them 0 and 1, by one thread: ours beside XGBoost's histogram method at depth 3;
 * then scoring a million rows and explaining ten thousand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class BoostingBenchmark {
    private static final int COLUMNS = 45;
    private static final int NUMBERS = 4;
    private static final int ROUNDS = 200;

    /** How many rows are learnt from. */
    @Param({"7043", "1000000"})
    public int rows;

    private DataSet data = rows(1);
    private DataSet million = data;
    private DataSet tenThousand = data;
    private float[] values = {};
    private float[] labels = {};
    private BoostingModel model = new BoostingModel(
            new Trees("1", data.features(), 0, List.of()));

    @Setup
    public void generate() {
        data = rows(rows);
        values = new float[rows * COLUMNS];
        labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = (float) data.label(i);
            for (int f = 0; f < COLUMNS; f++) {
                values[i * COLUMNS + f] = (float) data.value(i, f);
            }
        }
        if (rows < 100_000) {
            model = ours();
            million = rows(1_000_000);
            tenThousand = rows(10_000);
        }
    }

    @Setup(Level.Iteration)
    public void tidy() {
        System.gc(); // what an iteration left behind is not paid for by the next
    }

    /** Four columns of numbers; the others are 0 or 1; the event follows five of them, two of them together. */
    private static DataSet rows(int rows) {
        String[] names = new String[COLUMNS];
        for (int f = 0; f < COLUMNS; f++) {
            names[f] = "f" + f;
        }
        DataSetBuilder table = DataSet.of(names);
        SplittableRandom random = new SplittableRandom(20250331);
        double[] row = new double[COLUMNS];
        for (int i = 0; i < rows; i++) {
            for (int f = 0; f < COLUMNS; f++) {
                row[f] = f < NUMBERS ? random.nextDouble() * 100 : random.nextDouble() < 0.35 ? 1 : 0;
            }
            double logOdds = -1.5 + 0.02 * row[0] - 0.03 * row[1] + row[5] + 2 * row[6] * row[7];
            table.row(String.valueOf(i), random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds)) ? 1 : 0, row);
        }
        return table.build();
    }

    @Benchmark
    public BoostingModel ours() {
        return Boosting.standard().with(Rounds.of(ROUNDS)).learn(data).orElseThrow();
    }

    @Benchmark
    public Booster xgboost() throws XGBoostError {
        DMatrix matrix = new DMatrix(values, rows, COLUMNS, Float.NaN);
        try {
            matrix.setLabel(labels);
            Map<String, Object> options = new HashMap<>();
            options.put("objective", "binary:logistic");
            options.put("tree_method", "hist");
            options.put("eta", 0.05);
            options.put("max_depth", 3);
            options.put("nthread", 1);
            return XGBoost.train(matrix, options, ROUNDS, new HashMap<>(), null, null);
        } finally {
            matrix.dispose();
        }
    }

    /** A million rows by the model of the few; only with the few. */
    @Benchmark
    public Object scoreAMillion() {
        return model.probabilities(million);
    }

    /** Ten thousand rows explained; only with the few. */
    @Benchmark
    public Object explainTenThousand() {
        return model.reasonsOfEach(tenThousand);
    }
}
