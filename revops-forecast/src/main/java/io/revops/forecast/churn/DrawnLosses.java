package io.revops.forecast.churn;

import io.revops.forecast.Draws;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticSpread;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/** Losses in each world of a simulation, added up by segment and cause as accounts come, in the order of their ids. */
final class DrawnLosses {
    /** So many sets of coefficients are drawn; worlds take turns. */
    static final int SETS = 200;

    private static final int ROUNDS = 200;
    private static final double NOTHING = 1e-9;

    private final HazardModel model;
    private final PeriodColumns ahead;
    private final int periods;
    private final Simulation simulation;
    private final int causes;
    private final int sets;
    private final LogisticModel[] learnt;
    private final LogisticModel[][] drawn;
    private final SortedMap<String, double[][]> losses = new TreeMap<>();
    private final SortedMap<String, Double> known = new TreeMap<>();

    DrawnLosses(HazardModel model, int periods, Simulation simulation) {
        this.model = model;
        this.ahead = model.ahead();
        this.periods = periods;
        this.simulation = simulation;
        this.causes = model.causes().size();
        this.sets = Math.min(SETS, simulation.draws());
        this.learnt = model.causes().stream().map(HazardCause::model).toArray(LogisticModel[]::new);
        this.drawn = new LogisticModel[sets][causes];
        for (int c = 0; c < causes; c++) {
            HazardCause cause = model.causes().get(c);
            LogisticSpread.Drawer drawer = cause.spread().drawer(cause.model());
            for (int s = 0; s < sets; s++) {
                drawn[s][c] = drawer.next(simulation.streamFor("coefficients " + cause.name() + " " + s));
            }
        }
    }

    void add(Exposure exposure, Optional<LocalDate> asOf, double[] values) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    "The simulation was interrupted. Maybe run it again; it starts from its seed.");
        }
        double[][] rows = new double[periods][];
        for (int k = 1; k <= periods; k++) {
            rows[k - 1] = ahead.with(values, k, asOf);
        }
        double[][] incidence = new double[sets][];
        for (int s = 0; s < sets; s++) {
            incidence[s] = incidence(drawn[s], rows, values.length);
        }
        centre(incidence, incidence(learnt, rows, values.length));
        double[][] sums = losses.computeIfAbsent(exposure.segment(), s -> new double[causes][simulation.draws()]);
        RandomGenerator lots = simulation.streamFor("churn of " + exposure.account());
        for (int world = 0; world < simulation.draws(); world++) {
            double lot = Normals.uniform(lots);
            double[] of = incidence[world % sets];
            for (int c = 0; c < causes; c++) {
                lot -= of[c];
                if (lot < 0) {
                    sums[c][world] += exposure.amount();
                    break;
                }
            }
        }
    }

    /** An account of which it is known that it ends, or does not: no lot is drawn. */
    void know(Exposure exposure, double lost) {
        losses.computeIfAbsent(exposure.segment(), s -> new double[causes][simulation.draws()]);
        if (lost > 0) {
            known.merge(exposure.segment(), lost, Double::sum);
        }
    }

    /**
     * Makes the mean over the sets what is expected: e^η of a coefficient that moves either way is larger on average than e^η of its middle.
     * A set whose causes would add up to more than 1 is held at 1, and what it cannot take is laid upon the others.
     */
    static void centre(double[][] incidence, double[] expected) {
        boolean isHeld = true;
        for (int round = 0; round < ROUNDS && isHeld; round++) {
            double off = 0;
            for (int c = 0; c < expected.length; c++) {
                double sum = 0;
                for (double[] set : incidence) {
                    sum += set[c];
                }
                double factor = sum > 0 ? expected[c] * incidence.length / sum : 1;
                off = Math.max(off, Math.abs(factor - 1));
                for (double[] set : incidence) {
                    set[c] *= factor;
                }
            }
            isHeld = hold(incidence) && off > NOTHING;
        }
    }

    private static boolean hold(double[][] incidence) {
        boolean isHeld = false;
        for (double[] set : incidence) {
            double sum = Arrays.stream(set).sum();
            if (sum > 1) {
                isHeld = true;
                for (int c = 0; c < set.length; c++) {
                    set[c] /= sum;
                }
            }
        }
        return isHeld;
    }

    /** By cause, the probability to have ended for it by the horizon: what a period changes is a sum of a few terms. */
    private double[] incidence(LogisticModel[] models, double[][] rows, int features) {
        double[] first = new double[causes];
        for (int c = 0; c < causes; c++) {
            first[c] = models[c].logOdds(rows[0]);
        }
        double[] incidence = new double[causes];
        double[] eta = new double[causes];
        double survival = 1;
        for (int k = 0; k < periods; k++) {
            double all = 1;
            for (int c = 0; c < causes; c++) {
                double moved = first[c];
                for (int t = features; k > 0 && t < rows[k].length; t++) {
                    moved += models[c].terms().get(t).coefficient() * (rows[k][t] - rows[0][t]);
                }
                eta[c] = StrictMath.exp(Math.min(moved, 700));
                all += eta[c];
            }
            double left = 0;
            for (int c = 0; c < causes; c++) {
                double ends = survival * eta[c] / all;
                incidence[c] += ends;
                left += ends;
            }
            survival = Math.max(0, survival - left);
        }
        return incidence;
    }

    SortedMap<String, SortedMap<String, Draws>> draws() {
        Support.Simulated support = new Support.Simulated(simulation.seed(), simulation.draws(), OptionalInt.empty());
        SortedMap<String, SortedMap<String, Draws>> all = new TreeMap<>();
        losses.forEach((segment, sums) -> {
            SortedMap<String, Draws> byCause = new TreeMap<>();
            for (int c = 0; c < causes; c++) {
                byCause.put(model.causes().get(c).name(), Draws.of(support, Arrays.copyOf(sums[c], sums[c].length)));
            }
            if (!known.isEmpty()) {
                byCause.merge(RevenueAtRisk.KNOWN, Draws.exact(known.getOrDefault(segment, 0.0)), Draws::plus);
            }
            all.put(segment, byCause);
        });
        return all;
    }
}
