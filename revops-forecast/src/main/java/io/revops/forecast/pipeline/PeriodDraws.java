package io.revops.forecast.pipeline;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.random.RandomGenerator;

/**
 * The rest of a period in many worlds: in each, every open deal is won or not, a Poisson number of deals is opened and won, each
 * bringing what one of the latest won deals brought, and all is multiplied with a factor that the deals of the world share.
 */
final class PeriodDraws {
    /** Above this the wins of a world are drawn in parts. */
    private static final double LARGEST = 16;

    private PeriodDraws() {}

    /** All of the rest in each world, with the bias and the factor that is shared. */
    static double[] rest(Expected expected, Calibration calibration, long seed, String id, int worlds) {
        double[] open = open(expected, worlds, Simulation.streamFor(seed, id + "/open"));
        double[] fresh = fresh(expected, worlds, Simulation.streamFor(seed, id + "/new"));
        double[] shock = shock(calibration, worlds, Simulation.streamFor(seed, id + "/shock"));
        for (int w = 0; w < worlds; w++) {
            open[w] = (open[w] + fresh[w]) * shock[w];
        }
        return open;
    }

    /** What the open deals bring in each world, before the shared factor. */
    static double[] open(Expected expected, int worlds, RandomGenerator stream) {
        double[] sum = new double[worlds];
        for (int i = 0; i < expected.won().length; i++) {
            double p = expected.won()[i];
            double value = expected.deals().get(i).value();
            if (p <= 0 || value == 0) {
                continue;
            }
            if (p > 0.25) {
                for (int w = 0; w < worlds; w++) {
                    sum[w] += Normals.uniform(stream) < p ? value : 0;
                }
                continue;
            }
            // From one world in which it is won to the next is a geometric number of worlds.
            double log = StrictMath.log1p(-p);
            double w = Math.floor(StrictMath.log(Normals.uniform(stream)) / log);
            while (w < worlds) {
                sum[(int) w] += value;
                w += 1 + Math.floor(StrictMath.log(Normals.uniform(stream)) / log);
            }
        }
        return sum;
    }

    /** What deals bring that are not open yet in each world, before the shared factor. */
    static double[] fresh(Expected expected, int worlds, RandomGenerator stream) {
        double[] sum = new double[worlds];
        for (int s = 0; s < expected.newWins().length; s++) {
            double mean = expected.newWins()[s];
            NewWins values = expected.newValues();
            if (mean <= 0 || !values.isKnown(s)) {
                continue;
            }
            double scale = values.scale(s);
            for (int w = 0; w < worlds; w++) {
                int wins = poisson(mean, stream);
                for (int k = 0; k < wins; k++) {
                    sum[w] += scale * values.draw(s, stream);
                }
            }
        }
        return sum;
    }

    /** Factors whose mean is the bias: b · exp(σz − σ²/2). */
    static double[] shock(Calibration calibration, int worlds, RandomGenerator stream) {
        double shock = calibration.shock().orElse(0);
        double[] factors = new double[worlds];
        for (int w = 0; w < worlds; w++) {
            factors[w] = calibration.bias()
                    * (shock == 0 ? 1 : StrictMath.exp(shock * Normals.next(stream) - shock * shock / 2));
        }
        return factors;
    }

    private static int poisson(double mean, RandomGenerator stream) {
        int count = 0;
        double rest = mean;
        while (rest > 0) {
            double part = Math.min(rest, LARGEST);
            rest -= part;
            double limit = StrictMath.exp(-part);
            double product = Normals.uniform(stream);
            while (product > limit) {
                count++;
                product *= Normals.uniform(stream);
            }
        }
        return count;
    }

    /** The variance of the rest if every deal had only its own luck. */
    static double variance(Expected expected) {
        double variance = 0;
        for (int i = 0; i < expected.won().length; i++) {
            double p = expected.won()[i];
            double value = expected.deals().get(i).value();
            variance += p * (1 - p) * value * value;
        }
        for (int s = 0; s < expected.newWins().length; s++) {
            NewWins values = expected.newValues();
            if (values.isKnown(s)) {
                double scale = values.scale(s);
                variance += expected.newWins()[s] * scale * scale * values.square(s);
            }
        }
        return variance;
    }
}
