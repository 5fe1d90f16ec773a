package io.revops.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A stream of random choices that belongs to one subject, such as an account's life or its deals.
 *
 * <p>The stream's seed is {@code mix(seed ^ mix(purpose * 0x9E3779B97F4A7C15 + number))}, where {@code mix} is the finalizer of
 * SplitMix64, and feeds {@code L64X128MixRandom}. No choice is therefore made in the order in which accounts are visited.
 * Everything is derived from {@code nextLong()} by arithmetic written here, because only that sequence is specified by the JDK.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;

    private Draw(RandomGenerator generator) {
        this.generator = generator;
    }

    static Draw of(long seed, Purpose purpose, long number) {
        return new Draw(FACTORY.create(hash(seed, purpose, number)));
    }

    /**
     * The same made faster, for very many subjects with few choices each: the stream is SplitMix64 itself, whose n-th number is
     * {@code mix(seed + n * 0x9E3779B97F4A7C15)}.
     */
    static Draw quick(long seed, Purpose purpose, long number) {
        return new Draw(new SplitMix(hash(seed, purpose, number)));
    }

    static long hash(long seed, Purpose purpose, long number) {
        return mix(seed ^ mix(purpose.number * GOLDEN + number));
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (generator.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    double between(double low, double high) {
        return low + uniform() * (high - low);
    }

    <T> T pick(List<T> choices) {
        return choices.get((int) (uniform() * choices.size()));
    }

    /** The index of a weight, chosen with a probability in proportion to it. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A size around the median, rarely very large: {@code median * exp(spread * z)}, z the sum of twelve uniforms less six. */
    double around(double median, double spread) {
        double z = -6;
        for (int i = 0; i < 12; i++) {
            z += uniform();
        }
        return median * StrictMath.exp(spread * z);
    }

    /** Normal with mean 0 and deviation 1, by the formula of Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** A waiting time with mean 1: by then a hazard of 1 has struck. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** How often something happens whose chance of not happening at all is given: Poisson with mean −log of it. */
    int poisson(double mean, double chanceOfNone) {
        double left = uniform() - chanceOfNone;
        double chance = chanceOfNone;
        int count = 0;
        while (left >= 0 && chance > 0) {
            count++;
            chance *= mean / count;
            left -= chance;
        }
        return count;
    }

    private static final class SplitMix implements RandomGenerator {
        private long state;

        SplitMix(long seed) {
            state = seed;
        }

        @Override
        public long nextLong() {
            state += GOLDEN;
            return mix(state);
        }
    }

    /** What a stream is drawn for; a stream of one purpose is not moved by a further draw of another. */
    enum Purpose {
        PROFILE(1),
        LIFE(2),
        DEALS(3),
        PROSPECT(4),
        RATES(5),
        CRM_SHOCK(6),
        CRM_ARRIVALS(7),
        CRM_DEAL(8),
        CRM_HABIT(9),
        CHURN_LIFE(10),
        CHURN_ROWS(11),
        TELEMETRY(12),
        FATE(13);

        private final int number;

        Purpose(int number) {
            this.number = number;
        }
    }
}
