package io.revops.forecast.pipeline;

import java.util.Arrays;

/**
 * How many deals are opened a day: as many as over the last thirteen weeks, times how much the month of the quarter and the quarter of
 * the year usually differ from the thirteen weeks around them, shrunk as the hazards are.
 */
final class Creation {
    static final int WINDOW = 91;
    private static final int HALF = 45;

    private final int from;
    private final int[][] created;
    private final int[] total;

    Creation(DealTable table, int from) {
        this.from = from;
        int days = Math.max(0, table.asOf - from + 1);
        created = new int[table.segments.size() + 1][days];
        total = new int[days];
        for (int i = 0; i < table.size(); i++) {
            int t = table.day[table.first[i]] - from;
            if (t >= 0 && t < days) {
                created[table.segment[i]][t]++;
                total[t]++;
            }
        }
    }

    /** The rates per day of each segment, as they are seen at the end of a day. */
    CreationRates at(int day) {
        int end = day - from + 1;
        int begin = Math.max(0, end - WINDOW);
        double[] rates = new double[created.length];
        for (int s = 0; s < created.length; s++) {
            int sum = 0;
            for (int t = begin; t < end; t++) {
                sum += created[s][t];
            }
            rates[s] = sum / (double) Math.max(1, end - begin);
        }
        return season(rates, begin, end);
    }

    private CreationRates season(double[] rates, int begin, int end) {
        double[] month = new double[3];
        double[] quarter = new double[4];
        Arrays.fill(month, 1);
        Arrays.fill(quarter, 1);
        if (end >= 2 * WINDOW) {
            month = multipliers(end, 3, t -> calendar(t) % 3);
        }
        if (end >= 8 * WINDOW) {
            quarter = multipliers(end, 4, t -> calendar(t) / 3);
        }
        double mean = 0;
        for (int t = begin; t < end; t++) {
            mean += month[calendar(t) % 3] * quarter[calendar(t) / 3] / (end - begin);
        }
        double[] level = new double[rates.length];
        for (int s = 0; s < rates.length; s++) {
            level[s] = mean == 0 ? rates[s] : rates[s] / mean;
        }
        return new CreationRates(level, month, quarter);
    }

    private int calendar(int t) {
        return DealTable.date(from + t).getMonthValue() - 1;
    }

    /** Of weeks and not of days: deals are opened in batches. */
    private double[] multipliers(int end, int levels, java.util.function.IntUnaryOperator levelOf) {
        double[] counted = new double[levels];
        double[] expected = new double[levels];
        double[] cumulated = new double[end + 1];
        for (int t = 0; t < end; t++) {
            cumulated[t + 1] = cumulated[t] + total[t];
        }
        double dispersion = 0;
        double weeks = 0;
        for (int t = 0; t + 7 <= end; t += 7) {
            int low = Math.max(0, t + 3 - HALF);
            int high = Math.min(end, t + 4 + HALF);
            double x = 7 * (cumulated[high] - cumulated[low]) / (high - low);
            double e = cumulated[t + 7] - cumulated[t];
            int level = levelOf.applyAsInt(t + 3);
            counted[level] += e;
            expected[level] += x;
            if (x > 0) {
                dispersion += (e - x) * (e - x) / x;
                weeks++;
            }
        }
        double phi = weeks == 0 ? 1 : Math.max(1, dispersion / weeks);
        double over = 0;
        double squares = 0;
        for (int l = 0; l < levels; l++) {
            double off = counted[l] - expected[l];
            over += off * off - phi * expected[l];
            squares += expected[l] * expected[l];
        }
        double[] multipliers = new double[levels];
        for (int l = 0; l < levels; l++) {
            double spread = over <= 0 ? 0 : over / (phi * squares);
            multipliers[l] = (counted[l] * spread + 1) / (expected[l] * spread + 1);
        }
        return multipliers;
    }

    /**
     * Deals opened per day.
     */
    static final class CreationRates {
        /** Of each segment, in a month and a quarter like any other. */
        private final double[] level;

        /** Multipliers of the months of a quarter. */
        private final double[] month;

        /** Multipliers of the quarters of a year. */
        private final double[] quarter;

        CreationRates(double[] level, double[] month, double[] quarter) {
            this.level = level;
            this.month = month;
            this.quarter = quarter;
        }

        double[] level() {
            return level;
        }

        double[] month() {
            return month;
        }

        double[] quarter() {
            return quarter;
        }

        double at(int segment, int epochDay) {
            int m = DealTable.date(epochDay).getMonthValue() - 1;
            return level[segment] * month[m % 3] * quarter[m / 3];
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof CreationRates that
                    && Arrays.equals(level, that.level)
                    && Arrays.equals(month, that.month)
                    && Arrays.equals(quarter, that.quarter);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(level);
        }

        @Override
        public String toString() {
            return Arrays.toString(level) + " a day, " + Arrays.toString(month) + ", " + Arrays.toString(quarter);
        }
    }
}
