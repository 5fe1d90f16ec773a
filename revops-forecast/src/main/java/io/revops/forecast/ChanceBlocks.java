package io.revops.forecast;

/**
 * Draws very many chances in a block of worlds after the other, so that the sums of a block stay in the fastest memory.
 *
 * <p>A chance has a key, the first number of its own stream. Its lots are those of SplitMix64 from that key, counted by the world: lot
 * number w / 2 + 1 is {@code mix(key + φ · (w / 2 + 1))}, whose upper half is for even worlds and the lower for odd ones. A lot can
 * therefore be looked up anywhere, and depends on nothing but the seed, the id and the world. A chance comes true where its half is
 * below probability · 2³²; probabilities are so told to 2⁻³².
 *
 * <p>Whether it comes true is told by a sign bit and not by a branch, which a processor would guess wrong half of the time.
 */
final class ChanceBlocks {
    /** Worlds in a block: 16 kB of sums and 16 kB of shocks. Even, so that two worlds of one lot are in one block. */
    static final int WORLDS = 2048;

    private static final double SCALE = 0x1p32;

    private final double[] thresholds;
    private final double[] amounts;
    private final long[] keys;

    ChanceBlocks(Chances chances, Simulation simulation) {
        int count = chances.size();
        thresholds = new double[count];
        amounts = new double[count];
        keys = new long[count];
        for (int i = 0; i < count; i++) {
            thresholds[i] = chances.probability(i) * SCALE;
            amounts[i] = chances.amount(i);
            keys[i] = simulation.streamFor(chances.id(i)).nextLong();
        }
    }

    /** The totals of the worlds from one on, as many as there is room for; the chances are added in the order of their ids. */
    double[] totals(int from, int worlds) {
        double[] sum = new double[worlds + 1];
        for (int i = 0; i < keys.length; i++) {
            long threshold = (long) StrictMath.ceil(thresholds[i]);
            long amount = Double.doubleToRawLongBits(amounts[i]);
            long lot = keys[i] + Simulation.GOLDEN * (from / 2);
            for (int world = 0; world < worlds; world += 2) {
                lot += Simulation.GOLDEN;
                long bits = Simulation.mix(lot);
                long first = ((bits >>> 32) - threshold) >> 63;
                long second = ((bits & 0xFFFFFFFFL) - threshold) >> 63;
                sum[world] += Double.longBitsToDouble(amount & first);
                sum[world + 1] += Double.longBitsToDouble(amount & second);
            }
        }
        return sum;
    }

    /** The same where the probabilities of a world are multiplied by its shock. */
    double[] totals(int from, int worlds, double[] shocks) {
        double[] sum = new double[worlds + 1];
        double[] shock = new double[worlds + 1];
        System.arraycopy(shocks, from, shock, 0, worlds);
        for (int i = 0; i < keys.length; i++) {
            double threshold = thresholds[i];
            long amount = Double.doubleToRawLongBits(amounts[i]);
            long lot = keys[i] + Simulation.GOLDEN * (from / 2);
            for (int world = 0; world < worlds; world += 2) {
                lot += Simulation.GOLDEN;
                long bits = Simulation.mix(lot);
                long first = sign((bits >>> 32) - threshold * shock[world]);
                long second = sign((bits & 0xFFFFFFFFL) - threshold * shock[world + 1]);
                sum[world] += Double.longBitsToDouble(amount & first);
                sum[world + 1] += Double.longBitsToDouble(amount & second);
            }
        }
        return sum;
    }

    /** All bits set below zero, and none otherwise. */
    private static long sign(double value) {
        return Double.doubleToRawLongBits(value) >> 63;
    }
}
