package io.revops.forecast.learn;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** How rows are divided into those to learn from and those to be measured on. */
@FunctionalInterface
public interface Folds {
    /** The folds of a table, at least one. */
    List<Fold> of(DataSet data);

    /**
     * The i-th row of each label, counted from 0 in the order of the table, is measured in fold i mod n: nothing is drawn, so that
     * anybody can make the same folds.
     *
     * @param n at least 2
     */
    static Folds mod(int n) {
        atLeastTwo(n);
        return data -> {
            Map<Double, Integer> seen = new HashMap<>();
            int[] fold = new int[data.size()];
            for (int i = 0; i < fold.length; i++) {
                fold[i] = (seen.merge(data.label(i), 1, Integer::sum) - 1) % n;
            }
            return folds(n, i -> fold[i], data.size());
        };
    }

    /**
     * Drawn by lot from a seed: the rows of each label are shuffled by a hash of seed and row id, so that the order of the table does
     * not matter, and dealt to n folds.
     */
    static Folds random(int n, long seed) {
        atLeastTwo(n);
        return data -> {
            double[] lots = IntStream.range(0, data.size())
                    .mapToDouble(i -> lot(seed, data.id(i) + "\n" + data.marks().day(i)))
                    .toArray();
            Map<Double, Integer> seen = new HashMap<>();
            int[] fold = new int[data.size()];
            for (int i : Order.ascending(lots)) {
                fold[i] = (seen.merge(data.label(i), 1, Integer::sum) - 1) % n;
            }
            return folds(n, i -> fold[i], data.size());
        };
    }

    /** Like {@link #random}, but whole groups are dealt: no account is on both sides. */
    static Folds grouped(int n, long seed) {
        atLeastTwo(n);
        return data -> {
            TreeSet<String> names = new TreeSet<>();
            for (int i = 0; i < data.size(); i++) {
                names.add(data.group(i));
            }
            List<String> dealt = new ArrayList<>(names);
            Map<String, Double> lots = new HashMap<>();
            dealt.forEach(g -> lots.put(g, lot(seed, g)));
            dealt.sort(Comparator.comparing((String g) -> lots.get(g)));
            Map<String, Integer> fold = new HashMap<>();
            for (int g = 0; g < dealt.size(); g++) {
                fold.put(dealt.get(g), g % n);
            }
            return folds(n, i -> fold.get(data.group(i)), data.size());
        };
    }

    /**
     * Rolling origin: at each of the days given, learnt from the rows whose outcome was known by then, measured on those from that
     * day to the next (the last one to the end of the table).
     *
     * @param embargoDays how long it takes until the outcome of a row is known, at least the label's horizon: a row dated less than
     *     so many days before the origin is not learnt from
     * @param origins in order
     */
    static Folds rolling(int embargoDays, List<LocalDate> origins) {
        if (embargoDays < 0 || origins.isEmpty()) {
            throw new IllegalArgumentException("There are " + origins.size() + " origins with an embargo of "
                    + embargoDays + " days. Maybe at least one day to start from, and the label's horizon.");
        }
        List<LocalDate> days = origins.stream().sorted().toList();
        return data -> {
            long[] dated = data.marks().days();
            if (IntStream.range(0, dated.length).anyMatch(i -> dated[i] == DataSet.NEVER)) {
                throw new IllegalArgumentException(
                        "Some rows have no date, and folds by date need one. Maybe .on(date) when they are added.");
            }
            List<Fold> folds = new ArrayList<>();
            for (int o = 0; o < days.size(); o++) {
                long from = days.get(o).toEpochDay();
                long to = o + 1 < days.size() ? days.get(o + 1).toEpochDay() : Long.MAX_VALUE;
                folds.add(Fold.of(
                        where(dated.length, i -> dated[i] <= from - embargoDays && dated[i] < from),
                        where(dated.length, i -> dated[i] >= from && dated[i] < to)));
            }
            return folds;
        };
    }

    private static int[] where(int size, java.util.function.IntPredicate rows) {
        return IntStream.range(0, size).filter(rows).toArray();
    }

    private static List<Fold> folds(int n, IntUnaryOperator foldOf, int size) {
        List<Fold> folds = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            int fold = f;
            folds.add(Fold.of(
                    where(size, i -> foldOf.applyAsInt(i) != fold), where(size, i -> foldOf.applyAsInt(i) == fold)));
        }
        return folds;
    }

    private static double lot(long seed, String id) {
        return Normals.uniform(Simulation.streamFor(seed, id));
    }

    private static void atLeastTwo(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("There are " + n + " folds. Maybe 5.");
        }
    }
}
