package io.revops.forecast.learn;

/** In what order numbers stand: a stable merge sort of their places, the same for any machine. */
final class Order {
    private Order() {}

    /** The places of the values from the smallest to the largest; equal ones as they came. No value is {@code NaN}. */
    static int[] ascending(double... values) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] from = order;
        int[] to = new int[order.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int low = 0; low < order.length; low += 2 * width) {
                merge(
                        values,
                        from,
                        to,
                        low,
                        Math.min(low + width, order.length),
                        Math.min(low + 2 * width, order.length));
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(double[] values, int[] from, int[] to, int low, int middle, int high) {
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = left < middle && (right >= high || values[from[left]] <= values[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** The places of the values from the largest to the smallest; equal ones as they came. */
    static int[] descending(double... values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return ascending(negative);
    }

    /** The rank of each value, counted from 1; equal ones share the mean of their ranks. */
    static double[] midranks(double... values) {
        int[] order = ascending(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
