package io.revops.forecast.learn;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.random.RandomGenerator;

/** Rows with planted log-odds, drawn from a seed, so that a model can be compared with the truth. */
final class Planted {
    private Planted() {}

    /**
     * Log-odds are a straight line: −1 + 1.2 usage − 0.8 tickets + 0 noise, usage and noise normal, tickets 0 to 4; a tenth of usage
     * is missing where {@code gaps} is 10, none where it is 0.
     */
    static DataSet line(int rows, long seed, int gaps) {
        DataSetBuilder data = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < rows; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
            double usage = Normals.next(stream);
            double tickets = Math.floor(Normals.uniform(stream) * 5);
            double noise = Normals.next(stream);
            double logOdds = -1 + 1.2 * usage - 0.8 * tickets + 1.6;
            double label = Normals.uniform(stream) < LogOdds.probability(logOdds) ? 1 : 0;
            boolean isGap = gaps > 0 && Normals.uniform(stream) * gaps < 1;
            data.row("row " + i, label, isGap ? Double.NaN : usage, tickets, noise);
        }
        return data.build();
    }

    /** The event is likely where two features are both high or both low: nothing that a straight line can see. */
    static DataSet crossing(int rows, long seed) {
        DataSetBuilder data = DataSet.of("first", "second", "noise");
        for (int i = 0; i < rows; i++) {
            RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
            double first = Normals.next(stream);
            double second = Normals.next(stream);
            double p = first * second > 0 ? 0.8 : 0.1;
            data.row("row " + i, Normals.uniform(stream) < p ? 1 : 0, first, second, Normals.next(stream));
        }
        return data.build();
    }

    /** The same rows in an order drawn from a seed. */
    static int[] shuffled(int rows, long seed) {
        double[] lots = new double[rows];
        for (int i = 0; i < rows; i++) {
            lots[i] = Normals.uniform(Simulation.streamFor(seed, "lot " + i));
        }
        return Order.ascending(lots);
    }
}
