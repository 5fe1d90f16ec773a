package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a calibrator is made of log-odds that were said and what happened, on rows the model had not seen. */
public enum CalibrationMethod {
    /** No calibration. */
    NONE {
        @Override
        public Calibrator fit(double[] labels, double[] logOdds) {
            return new Calibrator.None();
        }
    },
    /** A straight line, its targets drawn in a little so that it has a largest likelihood. */
    PLATT {
        @Override
        public Calibrator fit(double[] labels, double[] logOdds) {
            double events = Arrays.stream(labels).sum();
            double[] targets = Arrays.stream(labels)
                    .map(y -> y == 1 ? (events + 1) / (events + 2) : 1 / (labels.length - events + 2))
                    .toArray();
            double[][] rows = new double[labels.length][];
            Arrays.setAll(rows, i -> new double[] {1, logOdds[i]});
            double[] line =
                    Irls.fit(rows, targets, ones(labels.length), new double[2]).beta();
            return line[1] >= 0
                    ? new Calibrator.Platt(line[1], line[0])
                    : new Calibrator.Platt(
                            0, LogOdds.of(Arrays.stream(targets).average().orElse(0.5)));
        }
    },
    /** The beta curve; a side that would fall is left out, as its authors do. */
    BETA {
        @Override
        public Calibrator fit(double[] labels, double[] logOdds) {
            double[] up = Arrays.stream(logOdds).map(x -> -LogOdds.softplus(-x)).toArray();
            double[] down = Arrays.stream(logOdds).map(LogOdds::softplus).toArray();
            double[] both = curve(labels, up, down);
            if (both[1] < 0) {
                both = curve(labels, new double[up.length], down);
            } else if (both[2] < 0) {
                both = curve(labels, up, new double[up.length]);
            }
            return new Calibrator.Beta(Math.max(0, both[1]), Math.max(0, both[2]), both[0]);
        }
    },
    /** Pooled adjacent violators, for {@value #LEAST_ISOTONIC} rows or more. */
    ISOTONIC {
        @Override
        public Calibrator fit(double[] labels, double[] logOdds) {
            double[] said = Arrays.stream(logOdds).map(LogOdds::probability).toArray();
            List<Double> knots = new ArrayList<>();
            List<Double> means = new ArrayList<>();
            List<Double> counts = new ArrayList<>();
            int[] order = Order.ascending(said);
            for (int from = 0; from < order.length; ) {
                int to = from;
                double events = 0;
                while (to < order.length && said[order[to]] == said[order[from]]) {
                    events += labels[order[to]];
                    to++;
                }
                knots.add(said[order[from]]);
                means.add(events / (to - from));
                counts.add((double) (to - from));
                from = to;
            }
            double[] rising = PooledViolators.of(
                    means.stream().mapToDouble(m -> m).toArray(),
                    counts.stream().mapToDouble(c -> c).toArray());
            return new Calibrator.Isotonic(knots, Arrays.stream(rising).boxed().toList(), 0.5 / (labels.length + 1.0));
        }
    };

    /** With fewer rows it follows chance. */
    static final int LEAST_ISOTONIC = 1_000;

    /**
     * The calibrator of some rows.
     *
     * @param labels 0 or 1, both of them there
     * @param logOdds one for each, finite
     */
    public abstract Calibrator fit(double[] labels, double[] logOdds);

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** c, a, b; held a little, so that scores without a fault have a curve too. */
    private static double[] curve(double[] labels, double[] up, double[] down) {
        double[][] rows = new double[labels.length][];
        Arrays.setAll(rows, i -> new double[] {1, up[i], down[i]});
        return Irls.fit(rows, labels, ones(labels.length), new double[] {0, 1e-3, 1e-3})
                .beta();
    }
}
