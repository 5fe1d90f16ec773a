package io.revops.forecast.learn;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which features may move the score one way only: more late payments never lower a risk.
 *
 * @param directions by feature; others are free. Missing values are on either side
 */
public record Monotone(Map<String, Direction> directions) {
    public Monotone {
        directions = Map.copyOf(directions);
    }

    /** Which way. */
    public enum Direction {
        /** More of the feature never lowers the score. */
        RISING,
        /** More of the feature never raises the score. */
        FALLING
    }

    /** No feature is held. */
    public static Monotone none() {
        return new Monotone(Map.of());
    }

    /** The same and one more. */
    public Monotone and(String feature, Direction direction) {
        Map<String, Direction> more = new TreeMap<>(directions);
        more.put(feature, direction);
        return new Monotone(more);
    }

    /** 1, −1 or 0 for each of the features; empty where none is held. */
    int[] signs(DataSet data) {
        if (directions.isEmpty()) {
            return new int[0];
        }
        directions.keySet().forEach(data::place);
        return data.names().stream()
                .mapToInt(n -> !directions.containsKey(n) ? 0 : directions.get(n) == Direction.RISING ? 1 : -1)
                .toArray();
    }

    @Override
    public String toString() {
        return new TreeMap<>(directions).toString();
    }
}
