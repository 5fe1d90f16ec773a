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
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
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

    /** φ · 2⁶⁴, by which SplitMix64 counts. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;
    private final int draws;
    private final Threads workers;
    private final ProgressListener listener;

    private Simulation(long seed, int draws, Threads workers, ProgressListener listener) {
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
        return new Simulation(seed, draws, Threads.of(1), ProgressListener.NONE);
    }

    /** The same worlds, drawn by several threads. */
    public Simulation with(Threads option) {
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
        return GENERATORS.create(mix(seed + GOLDEN * mix(hash)));
    }

    static long mix(long bits) {
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
        run(blocks.size(), i -> block(blocks.get(i)), (block, i) -> addTo(sum, block));
        return draws(sum);
    }

    /**
     * The sum of many chances in every world; far faster than to draw each as a thing, and from other lots.
     *
     * <p>The lots of a chance begin with the first number of the {@linkplain #streamFor stream of its id}, from which they are counted
     * by the world: two totals with the same id, such as amounts and {@linkplain Chances#counted() numbers}, are of the same worlds.
     */
    public Draws total(Chances chances) {
        ChanceBlocks lots = new ChanceBlocks(chances, this);
        return draws(blocks(lots::totals));
    }

    /**
     * The same where the probabilities of a world are all multiplied by one shock, and 1 at most.
     *
     * @param shock drawn through this simulation, or known; never below 0
     */
    public Draws total(Chances chances, Draws shock) {
        OptionalInt errors = OptionalInt.empty();
        if (!(shock.support() instanceof Support.Exact)) {
            if (!(shock.support() instanceof Support.Simulated drawn)
                    || drawn.seed() != seed
                    || drawn.draws() != draws) {
                throw new IllegalArgumentException("The shock (" + shock.support() + ") is not of " + this
                        + ". Maybe draw it through this simulation.");
            }
            errors = drawn.errors();
        }
        double[] shocks = new double[draws];
        for (int world = 0; world < draws; world++) {
            shocks[world] = shock.at(world);
            if (!(shocks[world] >= 0)) {
                throw new IllegalArgumentException("A shock is " + shocks[world] + ". Maybe a factor of 0 or more.");
            }
        }
        ChanceBlocks lots = new ChanceBlocks(chances, this);
        double[] totals = blocks((from, worlds) -> lots.totals(from, worlds, shocks));
        return Draws.of(new Support.Simulated(seed, draws, errors), totals);
    }

    private interface Block {
        /** Room for at least so many worlds, filled. */
        double[] totals(int from, int worlds);
    }

    private double[] blocks(Block block) {
        double[] all = new double[draws];
        int size = ChanceBlocks.WORLDS;
        run(
                (draws + size - 1) / size,
                i -> block.totals(i * size, Math.min(size, draws - i * size)),
                (totals, i) -> System.arraycopy(totals, 0, all, i * size, Math.min(size, draws - i * size)));
        return all;
    }

    /** Several pieces of work, taken in their order. */
    private void run(int pieces, IntFunction<double[]> work, ObjIntConsumer<double[]> take) {
        if (workers.threads() > 1 && pieces > 1) {
            inParallel(pieces, work, take);
            return;
        }
        for (int i = 0; i < pieces; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped();
            }
            take.accept(work.apply(i), i);
            listener.done(i + 1, pieces);
        }
    }

    private void inParallel(int pieces, IntFunction<double[]> work, ObjIntConsumer<double[]> take) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(workers.threads(), pieces));
        try {
            List<Future<double[]>> results = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                int piece = i;
                results.add(threads.submit(() -> work.apply(piece)));
            }
            for (int i = 0; i < results.size(); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw stopped(); // a result that is there already is given to an interrupted thread too
                }
                take.accept(results.get(i).get(), i);
                results.set(i, null);
                listener.done(i + 1, pieces);
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
