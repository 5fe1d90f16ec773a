package io.revops.forecast.territory;

/**
 * Numbers from a seed, the same on every machine and version: SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, OOPSLA 2014). Not shared between threads.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** 0 to bound - 1; the bias is below bound / 2³². */
    int below(int bound) {
        state += GOLDEN;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) ((((z ^ (z >>> 31)) >>> 32) * bound) >>> 32);
    }

    /** Puts numbers in any order (Fisher and Yates, in Durstenfeld's form). */
    void shuffle(int[] numbers) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
    }
}
