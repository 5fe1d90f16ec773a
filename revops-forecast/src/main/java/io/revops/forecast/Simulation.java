package io.revops.forecast;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A number of possible worlds, drawn from a seed.
 *
 * <p>Every thing that is drawn has a stream of random numbers of its own, told by its id and not by its turn: the same seed
 * gives the same bytes for any order, any number of threads, any machine. Long work stops when the calling thread is
 * interrupted, with a {@link CancellationException}; its results are then lost, and nothing else is.
 */
public final class Simulation {
    /** So many things are drawn and added up before their sum is added to the rest: a fixed order of additions. */
    private static final int BLOCK = 64;

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;
    private final int draws;
    private final Workers workers;
    private final ProgressListener listener;

    private Simulation(long seed, int draws, Workers workers, ProgressListener listener) {
        this.seed = seed;
        this.draws = draws;
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * So many worlds, on the caller's thread.
     *
     * @param draws at least 1; 10,000 is enough for a 1 % quantile, and moves a mean by 1 % of the spread
     */
    public static Simulation of(long seed, int draws) {
        if (draws < 1) {
            throw new IllegalArgumentException("There are " + draws + " draws. Maybe 10,000.");
        }
        return new Simulation(seed, draws, Workers.of(1), ProgressListener.NONE);
    }

    /** The same worlds, drawn by several threads. */
    public Simulation with(Workers option) {
        return new Simulation(seed, draws, option, listener);
    }

    /** The same worlds, and somebody who is told how far it has come. */
    public Simulation with(ProgressListener option) {
        return new Simulation(seed, draws, workers, option);
    }

    public long seed() {
        return seed;
    }

    /** How many worlds. */
    public int draws() {
        return draws;
    }

    /** The stream of a thing in this simulation, at its beginning. */
    public RandomGenerator streamFor(String id) {
        return streamFor(seed, id);
    }

    /**
     * The stream that belongs to a seed and an id, at its beginning.
     *
     * <p>It is the JDK's {@code L64X128MixRandom}, seeded with mix(seed + φ · mix(FNV-1a(id))): FNV-1a with 64 bits over the
     * id's UTF-8 bytes, φ = 0x9E3779B97F4A7C15, and mix the finalizer of SplitMix64 (Stafford's thirteenth variant).
     */
    public static RandomGenerator streamFor(long seed, String id) {
        long hash = 0xCBF29CE484222325L;
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
        }
        return GENERATORS.create(mix(seed + 0x9E3779B97F4A7C15L * mix(hash)));
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** One thing in every world. */
    public Draws draw(String id, Drawn thing) {
        return draws(add(new double[draws], id, thing));
    }

    /**
     * The sum of many things in every world, each drawn from its own stream.
     *
     * @param things by id, in any order
     */
    public Draws total(Map<String, ? extends Drawn> things) {
        List<Map.Entry<String, Drawn>> sorted = new ArrayList<>(new TreeMap<String, Drawn>(things).entrySet());
        List<List<Map.Entry<String, Drawn>>> blocks = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += BLOCK) {
            blocks.add(sorted.subList(from, Math.min(sorted.size(), from + BLOCK)));
        }
        double[] sum = new double[draws];
        if (workers.threads() == 1 || blocks.size() <= 1) {
            for (int i = 0; i < blocks.size(); i++) {
                addTo(sum, block(blocks.get(i)));
                listener.done(i + 1, blocks.size());
            }
        } else {
            inParallel(blocks, sum);
        }
        return draws(sum);
    }

    private void inParallel(List<List<Map.Entry<String, Drawn>>> blocks, double[] sum) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(workers.threads(), blocks.size()));
        try {
            List<Future<double[]>> results = new ArrayList<>();
            blocks.forEach(b -> results.add(threads.submit(() -> block(b))));
            for (int i = 0; i < results.size(); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw stopped(); // a result that is there already is given to an interrupted thread too
                }
                addTo(sum, results.get(i).get());
                results.set(i, null);
                listener.done(i + 1, blocks.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private double[] block(List<Map.Entry<String, Drawn>> things) {
        double[] sum = new double[draws];
        things.forEach(t -> add(sum, t.getKey(), t.getValue()));
        return sum;
    }

    private double[] add(double[] sum, String id, Drawn thing) {
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
        RandomGenerator stream = streamFor(id);
        for (int world = 0; world < draws; world++) {
            sum[world] += thing.in(world, stream);
        }
        return sum;
    }

    private static CancellationException stopped() {
        return new CancellationException(
                "The simulation was interrupted. Maybe run it again; it starts from its seed.");
    }

    private static void addTo(double[] sum, double[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }

    private Draws draws(double[] values) {
        return Draws.of(new Support.Simulated(seed, draws, OptionalInt.empty()), values);
    }

    @Override
    public String toString() {
        return draws + " worlds of seed " + seed;
    }
}
