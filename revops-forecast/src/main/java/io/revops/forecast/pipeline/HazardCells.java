package io.revops.forecast.pipeline;

import java.util.Arrays;

/**
 * How many days deals were open in each place, and how many were won and lost at each level: all that the hazards are learnt from.
 *
 * <p>Places that differ only in age and calendar belong to one group: where the hazards of these two are given, the days of a group are
 * added up before anything is learnt of it.
 */
final class HazardCells {
    private final HazardLevels levels;
    /** Open addressing: the cell + 1 of a key, at the first free place from its own on. */
    private int[] cellOf = new int[1024];

    private int[] keys = new int[256];
    private double[] days = new double[256];
    /** Of each cell. */
    private int[] groups = new int[256];
    /** The age and the calendar of each cell, as one number. */
    private int[] times = new int[256];

    private int size;
    private double total;

    /** The group + 1 of what is known of a deal. */
    private final int[] groupOf;

    /** The level of each factor in each group. */
    private final byte[][] groupPlaces = new byte[HazardLevels.FACTORS][64];

    private int groupSize;
    private final double[][] won;
    private final double[][] lost;

    HazardCells(HazardLevels levels) {
        this.levels = levels;
        groupOf = new int[levels.groups()];
        won = levels.zeros();
        lost = levels.zeros();
    }

    /** Days that deals were open. */
    static final class Exposure {
        /** The level of each factor in each place, of more places than there are days; of a factor that is in the days already, none. */
        final byte[][] places;

        final double[] days;

        Exposure(byte[][] places, double[] days) {
            this.places = places;
            this.days = days;
        }
    }

    void open(int key) {
        int cell = cell(key);
        days[cell]++;
        total++;
    }

    /** Takes a day back on which a deal had been seen as open, and was not. */
    void notOpen(int key) {
        int cell = cell(key);
        days[cell]--;
        total--;
    }

    void won(int key) {
        count(won, key);
    }

    void lost(int key) {
        count(lost, key);
    }

    private void count(double[][] events, int key) {
        byte[] at = levels.levels(key);
        for (int f = 0; f < at.length; f++) {
            events[f][at[f]]++;
        }
    }

    private int cell(int key) {
        int at = slot(key);
        if (cellOf[at] != 0) {
            return cellOf[at] - 1;
        }
        if (size == days.length) {
            grow();
            at = slot(key);
        }
        int cell = size++;
        keys[cell] = key;
        cellOf[at] = size;
        groups[cell] = group(cell);
        times[cell] = levels.time(key);
        return cell;
    }

    private int group(int cell) {
        int known = levels.group(keys[cell]);
        if (groupOf[known] == 0) {
            if (groupSize == groupPlaces[0].length) {
                Arrays.setAll(groupPlaces, f -> Arrays.copyOf(groupPlaces[f], 2 * groupSize));
            }
            put(groupPlaces, groupSize++, keys[cell]);
            groupOf[known] = groupSize;
        }
        return groupOf[known] - 1;
    }

    private int slot(int key) {
        int mask = cellOf.length - 1;
        int at = ((key * 0x9E3779B9) >>> 7) & mask;
        while (cellOf[at] != 0 && keys[cellOf[at] - 1] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
        groups = Arrays.copyOf(groups, 2 * size);
        times = Arrays.copyOf(times, 2 * size);
        cellOf = new int[2 * cellOf.length];
        for (int cell = 0; cell < size; cell++) {
            cellOf[slot(keys[cell])] = cell + 1;
        }
    }

    HazardLevels levels() {
        return levels;
    }

    /** All days that deals were open. */
    double total() {
        return total;
    }

    /** How many were won at each level of each factor. */
    double[][] wins() {
        return won;
    }

    double[][] losses() {
        return lost;
    }

    /** The days in each place. */
    Exposure days() {
        byte[][] places = new byte[HazardLevels.FACTORS][size];
        for (int c = 0; c < size; c++) {
            put(places, c, keys[c]);
        }
        return new Exposure(places, Arrays.copyOf(days, size));
    }

    /** The days in each group, each day times what its age and its place in the calendar do to a hazard. */
    Exposure days(Hazard given) {
        double[] byTime = given.byTime(levels);
        double[] sums = new double[groupSize];
        for (int c = 0; c < size; c++) {
            sums[groups[c]] += days[c] * byTime[times[c]];
        }
        byte[][] places = groupPlaces.clone();
        for (HazardLevels.Factor factor : HazardLevels.TIME) {
            places[factor.place()] = new byte[0];
        }
        return new Exposure(places, sums);
    }

    private void put(byte[][] places, int at, int key) {
        byte[] place = levels.levels(key);
        for (int f = 0; f < place.length; f++) {
            places[f][at] = place[f];
        }
    }
}
