package io.revops.forecast.pipeline;

import java.util.Arrays;

/** How many days deals were open in each place, and how many were won and lost there: all that the hazards are learnt from. */
final class HazardCells {
    private final HazardLevels levels;
    /** Open addressing: the cell + 1 of a key, at the first free place from its own on. */
    private int[] cellOf = new int[1024];

    private int[] keys = new int[256];
    private final byte[][] places = new byte[HazardLevels.FACTORS][256];
    private double[] days = new double[256];
    private double[] won = new double[256];
    private double[] lost = new double[256];
    private int size;

    HazardCells(HazardLevels levels) {
        this.levels = levels;
    }

    void open(int key) {
        int cell = cell(key);
        days[cell]++;
    }

    /** Takes a day back on which a deal had been seen as open, and was not. */
    void notOpen(int key) {
        int cell = cell(key);
        days[cell]--;
    }

    void won(int key) {
        int cell = cell(key);
        won[cell]++;
    }

    void lost(int key) {
        int cell = cell(key);
        lost[cell]++;
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
        byte[] place = levels.levels(key);
        for (int f = 0; f < place.length; f++) {
            places[f][cell] = place[f];
        }
        return cell;
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
        won = Arrays.copyOf(won, 2 * size);
        lost = Arrays.copyOf(lost, 2 * size);
        Arrays.setAll(places, f -> Arrays.copyOf(places[f], 2 * size));
        cellOf = new int[2 * cellOf.length];
        for (int cell = 0; cell < size; cell++) {
            cellOf[slot(keys[cell])] = cell + 1;
        }
    }

    HazardLevels levels() {
        return levels;
    }

    int size() {
        return size;
    }

    /** The level of a factor in each cell. */
    byte[] places(int factor) {
        return places[factor];
    }

    double[] days() {
        return days;
    }

    double[] wins() {
        return won;
    }

    double[] losses() {
        return lost;
    }

    double total(double[] events) {
        double sum = 0;
        for (int c = 0; c < size; c++) {
            sum += events[c];
        }
        return sum;
    }
}
