package io.revops.reconcile;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Two amounts for each month and the parts of their difference by rule, of one account or of all, in micro-units per year. */
abstract class Side {
    private Side() {}

    /** Of one account: nothing there outgrows a long. */
    static Side account(int months, int rules) {
        return new OfAccount(months, rules);
    }

    /** Of all accounts. */
    static Side total(int months, int rules) {
        return new OfAll(months, rules);
    }

    abstract void add(int month, long first, long second, long[] parts);

    abstract BigInteger first(int month);

    abstract BigInteger second(int month);

    abstract BigInteger part(int month, int rule);

    private static final class OfAccount extends Side {
        private final int rules;
        private final long[] first;
        private final long[] second;
        private long @Nullable [] parts;

        OfAccount(int months, int rules) {
            this.rules = rules;
            first = new long[months];
            second = new long[months];
        }

        @Override
        void add(int month, long before, long after, long[] each) {
            first[month] = Math.addExact(first[month], before);
            second[month] = Math.addExact(second[month], after);
            if (each.length > 0) {
                if (parts == null) {
                    parts = new long[first.length * rules];
                }
                for (int i = 0; i < rules; i++) {
                    parts[month * rules + i] = Math.addExact(parts[month * rules + i], each[i]);
                }
            }
        }

        @Override
        BigInteger first(int month) {
            return BigInteger.valueOf(first[month]);
        }

        @Override
        BigInteger second(int month) {
            return BigInteger.valueOf(second[month]);
        }

        @Override
        BigInteger part(int month, int rule) {
            return parts == null ? BigInteger.ZERO : BigInteger.valueOf(parts[month * rules + rule]);
        }
    }

    private static final class OfAll extends Side {
        private final int rules;
        private final BigInteger[] first;
        private final BigInteger[] second;
        private final BigInteger[] parts;

        OfAll(int months, int rules) {
            this.rules = rules;
            first = zeros(months);
            second = zeros(months);
            parts = zeros(months * rules);
        }

        private static BigInteger[] zeros(int size) {
            BigInteger[] zeros = new BigInteger[size];
            Arrays.fill(zeros, BigInteger.ZERO);
            return zeros;
        }

        @Override
        void add(int month, long before, long after, long[] each) {
            first[month] = first[month].add(BigInteger.valueOf(before));
            second[month] = second[month].add(BigInteger.valueOf(after));
            for (int i = 0; i < each.length; i++) {
                parts[month * rules + i] = parts[month * rules + i].add(BigInteger.valueOf(each[i]));
            }
        }

        @Override
        BigInteger first(int month) {
            return first[month];
        }

        @Override
        BigInteger second(int month) {
            return second[month];
        }

        @Override
        BigInteger part(int month, int rule) {
            return parts[month * rules + rule];
        }
    }
}
