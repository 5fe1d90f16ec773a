package io.revops.forecast.learn;

import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;

/**
 * A tree that adds to 64 rows at once. Its leaves are numbered, and the number of each row's leaf is put together from sets of rows, one
 * for each binary digit: so a row costs the same whatever its leaf is, and nothing has to be guessed.
 */
final class BlockTree {
    /** By eight bits, eight bytes that are 0 or 1. */
    private static final long[] BYTES = bytes();

    /** By node that asks, in order: itself, the place of its answer, of rows without a value that go left, and its children. */
    private final int[] nodes;

    private final int[] questions;
    private final int[] missings;
    private final int[] lefts;
    private final int[] rights;
    /** By digit, the leaves whose number has a 1 there. */
    private final int[][] digits;
    /** By number of a leaf, what it adds. */
    private final double[] values;
    /** By node, the rows that come by; written anew in each block. */
    private final long[] sets;
    /** By digit, the rows whose leaf has a 1 there; written anew in each block. */
    private final long[] rows;

    private BlockTree(RegressionTree tree, ToIntBiFunction<RegressionTree, Integer> place) {
        nodes = IntStream.range(0, tree.size()).filter(i -> !tree.isLeaf(i)).toArray();
        questions = IntStream.of(nodes).map(i -> place.applyAsInt(tree, i)).toArray();
        missings = IntStream.of(nodes)
                .map(i -> tree.isMissingLeft(i) ? tree.feature(i) + 1 : 0)
                .toArray();
        lefts = IntStream.of(nodes).map(tree::left).toArray();
        rights = IntStream.of(nodes).map(tree::right).toArray();
        int[] leaves = IntStream.range(0, tree.size()).filter(tree::isLeaf).toArray();
        values = IntStream.of(leaves).mapToDouble(tree::value).toArray();
        digits = new int[Integer.SIZE - Integer.numberOfLeadingZeros(leaves.length - 1)][];
        for (int d = 0; d < digits.length; d++) {
            int digit = 1 << d;
            digits[d] = IntStream.range(0, leaves.length)
                    .filter(number -> (number & digit) != 0)
                    .map(number -> leaves[number])
                    .toArray();
        }
        rows = new long[digits.length];
        sets = new long[tree.size()];
        sets[0] = -1L;
    }

    /**
     * A tree.
     *
     * @param place where the answer to the question of a node is
     */
    static BlockTree of(RegressionTree tree, ToIntBiFunction<RegressionTree, Integer> place) {
        return new BlockTree(tree, place);
    }

    private static long[] bytes() {
        long[] bytes = new long[1 << Byte.SIZE];
        for (int bits = 0; bits < bytes.length; bits++) {
            for (int i = 0; i < Byte.SIZE; i++) {
                bytes[bits] |= ((bits >>> i) & 1L) << (Byte.SIZE * i);
            }
        }
        return bytes;
    }

    /**
     * Adds to the sum of each row what its leaf says.
     *
     * @param below by question, the rows that go left
     * @param missing by feature, counted from 1, the rows that have no value; none at 0
     * @param sums of the 64 rows
     */
    void add(long[] below, long[] missing, double[] sums) {
        for (int n = 0; n < nodes.length; n++) {
            long set = sets[nodes[n]];
            long left = below[questions[n]] | missing[missings[n]];
            sets[lefts[n]] = set & left;
            sets[rights[n]] = set & ~left;
        }
        for (int d = 0; d < digits.length; d++) {
            long of = 0;
            for (int leaf : digits[d]) {
                of |= sets[leaf];
            }
            rows[d] = of;
        }
        if (digits.length <= Byte.SIZE) {
            addByBytes(sums);
        } else {
            addByBits(sums);
        }
    }

    /** Up to 256 leaves: the numbers of eight rows are the bytes of a word. */
    private void addByBytes(double[] sums) {
        for (int from = 0; from < BlockScores.BLOCK; from += Byte.SIZE) {
            long numbers = 0;
            for (int d = 0; d < rows.length; d++) {
                numbers |= BYTES[(int) (rows[d] >>> from) & 0xff] << d;
            }
            for (int i = 0; i < Byte.SIZE; i++) {
                sums[from + i] += values[(int) (numbers >>> (Byte.SIZE * i)) & 0xff];
            }
        }
    }

    private void addByBits(double[] sums) {
        for (int i = 0; i < BlockScores.BLOCK; i++) {
            int number = 0;
            for (int d = 0; d < rows.length; d++) {
                number |= ((int) (rows[d] >>> i) & 1) << d;
            }
            sums[i] += values[number];
        }
    }
}
