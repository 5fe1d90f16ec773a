package io.revops.reconcile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The orders in which rules are changed from the first policy's to the second's, as a sum over combinations: a rule's part is
 * the sum of what it adds whenever it is changed, over all orders, divided by their number.
 *
 * @param terms for each combination that is needed (a bit for each changed rule) how often it counts for each rule
 * @param denominator what the sums are divided by
 */
record Orders(TreeMap<Integer, long[]> terms, long denominator) {
    /** Up to so many rules every order is counted: 256 ledgers. */
    static final int MOST = 8;

    /**
     * All orders whose every step is possible, each once: the Shapley value, and where some combinations are impossible, its
     * form for ordered players (Faigle and Kern 1992). Empty if there is no such order.
     */
    static Optional<Orders> all(int rules, IntPredicate possible) {
        int whole = (1 << rules) - 1;
        long[] up = new long[whole + 1];
        long[] down = new long[whole + 1];
        for (int s = 0; s <= whole; s++) {
            up[s] = s == 0 ? 1 : possible.test(s) ? sumWithout(up, s, rules) : 0;
        }
        for (int s = whole; s >= 0; s--) {
            down[s] = s == whole ? 1 : possible.test(s) ? sumWith(down, s, rules) : 0;
        }
        if (up[whole] == 0) {
            return Optional.empty();
        }
        TreeMap<Integer, long[]> terms = new TreeMap<>();
        for (int s = 0; s <= whole; s++) {
            for (int i = 0; i < rules; i++) {
                int with = s | (1 << i);
                if (with != s && up[s] != 0 && down[with] != 0) {
                    add(terms, s, with, i, rules, Math.multiplyExact(up[s], down[with]));
                }
            }
        }
        return Optional.of(new Orders(terms, up[whole]).reduced());
    }

    /**
     * Two orders: at each step the first rule that can be changed, once beginning from the first policy and once, backwards,
     * from the second. So swapping the policies turns every sign. Empty if one of them ends before all are changed.
     */
    static Optional<Orders> two(int rules, IntPredicate possible) {
        int whole = (1 << rules) - 1;
        TreeMap<Integer, long[]> terms = new TreeMap<>();
        for (boolean forward : List.of(true, false)) {
            int s = forward ? 0 : whole;
            for (int step = 0; step < rules; step++) {
                int from = s;
                int i = 0;
                while (i < rules && !isStep(from, i, forward, possible)) {
                    i++;
                }
                if (i == rules) {
                    return Optional.empty();
                }
                s = from ^ (1 << i);
                add(terms, Math.min(from, s), Math.max(from, s), i, rules, 1);
            }
        }
        return Optional.of(new Orders(terms, 2).reduced());
    }

    private static boolean isStep(int from, int rule, boolean forward, IntPredicate possible) {
        boolean changed = (from & (1 << rule)) != 0;
        return changed != forward && possible.test(from ^ (1 << rule));
    }

    private static long sumWithout(long[] counts, int s, int rules) {
        long sum = 0;
        for (int i = 0; i < rules; i++) {
            sum += (s & (1 << i)) != 0 ? counts[s ^ (1 << i)] : 0;
        }
        return sum;
    }

    private static long sumWith(long[] counts, int s, int rules) {
        long sum = 0;
        for (int i = 0; i < rules; i++) {
            sum += (s & (1 << i)) == 0 ? counts[s ^ (1 << i)] : 0;
        }
        return sum;
    }

    private static void add(Map<Integer, long[]> terms, int without, int with, int rule, int rules, long weight) {
        terms.computeIfAbsent(without, s -> new long[rules])[rule] -= weight;
        terms.computeIfAbsent(with, s -> new long[rules])[rule] += weight;
    }

    /** The same with the smallest numbers. */
    private Orders reduced() {
        BigInteger common = BigInteger.valueOf(denominator);
        for (long[] weights : terms.values()) {
            for (long weight : weights) {
                common = common.gcd(BigInteger.valueOf(weight));
            }
        }
        long by = common.longValueExact();
        TreeMap<Integer, long[]> smaller = new TreeMap<>();
        terms.forEach((s, weights) -> {
            long[] divided = weights.clone();
            for (int i = 0; i < divided.length; i++) {
                divided[i] /= by;
            }
            smaller.put(s, divided);
        });
        return new Orders(smaller, denominator / by);
    }

    /** The combinations that have to be counted. */
    List<Integer> combinations() {
        return new ArrayList<>(terms.keySet());
    }
}
