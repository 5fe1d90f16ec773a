package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells what a column of text holds. */
final class Detection {
    private static final int MOST_LEVELS = 60;
    private static final int FEWEST_ROWS_OF_LEVEL = 20;
    private static final Pattern ID_NAME =
            Pattern.compile("(?i)(.*[^a-z])?id|.*[a-z]I[dD]|row ?_?(number|num|id)?|index|");

    private final String name;
    private final Map<String, Integer> words = new TreeMap<>();
    private int rows;
    private int missing;
    private int broken;
    private int numbers;
    private int dates;
    private final Set<Double> distinct = new HashSet<>();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private boolean whole = true;

    private Detection(String name, List<String> cells) {
        this.name = name;
        Map<String, Integer> counts = new HashMap<>();
        cells.forEach(c -> counts.merge(c, 1, Integer::sum));
        counts.forEach(this::count);
    }

    private void count(String cell, int times) {
        rows += times;
        if (CellWords.isMissing(cell)) {
            missing += times;
            return;
        }
        if (CellWords.isNotFinite(cell)) {
            broken += times;
            return;
        }
        words.merge(cell, times, Integer::sum);
        double number = CellWords.number(cell);
        if (!Double.isNaN(number)) {
            numbers += times;
            distinct.add(number);
            low = Math.min(low, number);
            high = Math.max(high, number);
            whole &= number == Math.rint(number);
        }
        dates += Double.isNaN(CellWords.day(cell)) ? 0 : times;
    }

    static SchemaColumn of(String name, List<String> cells) {
        return new Detection(name, cells).column();
    }

    private SchemaColumn column() {
        int present = rows - missing - broken;
        if (present == 0) {
            return leftOut("every cell is empty");
        }
        if (dates == present) {
            return new SchemaColumn(name, ColumnKind.DATE, List.of(), "days since 1970-01-01" + missed());
        }
        boolean isNumber = numbers == present || (numbers * 10L >= present * 9L && distinct.size() > 10);
        if (isNumber) {
            return number(present);
        }
        if (words.size() == 1) {
            return leftOut("every cell is " + words.keySet().iterator().next());
        }
        if (words.size() > 50 && words.size() * 2L > present) {
            return leftOut("nearly every row has a word of its own");
        }
        return category();
    }

    private SchemaColumn number(int present) {
        boolean isDistinct = distinct.size() == present && whole && present >= FEWEST_ROWS_OF_LEVEL;
        if (isDistinct && (high - low == present - 1.0 || ID_NAME.matcher(name).matches())) {
            return leftOut("every row has a whole number of its own, such as an id");
        }
        int others = present - numbers + broken;
        String words = others > 0 ? ", " + others + " cells that are no number" : "";
        return new SchemaColumn(
                name, ColumnKind.NUMBER, List.of(), plain(low) + " to " + plain(high) + missed() + words);
    }

    private SchemaColumn category() {
        if (words.size() == 2 && missing == 0) {
            List<String> two = new ArrayList<>(words.keySet());
            if (CellWords.saysItHappened(two.get(0)) && !CellWords.saysItHappened(two.get(1))) {
                two.sort(Comparator.reverseOrder());
            }
            return new SchemaColumn(name, ColumnKind.FLAG, two, "0 is " + two.get(0) + ", 1 is " + two.get(1));
        }
        int fewest = Math.max(FEWEST_ROWS_OF_LEVEL, rows / 200);
        boolean isSmall = rows < 10 * FEWEST_ROWS_OF_LEVEL;
        List<String> levels = words.entrySet().stream()
                .filter(e -> isSmall || e.getValue() >= fewest)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        long covered = levels.stream().mapToLong(l -> words.getOrDefault(l, 0)).sum();
        if (levels.isEmpty() || (levels.size() < words.size() && covered * 2 < rows - missing)) {
            return leftOut("none of " + words.size() + " words is in " + fewest + " rows, or those that are cover few");
        }
        List<String> all = new ArrayList<>(levels);
        if (levels.size() < words.size()) {
            all.add(SchemaColumn.OTHER);
        }
        if (missing > 0) {
            all.add(SchemaColumn.MISSING);
        }
        String note = words.size() + " words" + (levels.size() <= 6 ? " " + levels : "")
                + (levels.size() < words.size()
                        ? ", " + (words.size() - levels.size()) + " rare ones taken together"
                        : "")
                + missed();
        return new SchemaColumn(name, ColumnKind.CATEGORY, all, note);
    }

    private SchemaColumn leftOut(String why) {
        return new SchemaColumn(name, ColumnKind.LEFT_OUT, List.of(), why);
    }

    private String missed() {
        return missing == 0 ? "" : ", " + missing + " missing";
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** The column to be learnt. */
    static SchemaColumn label(String name, List<String> cells) {
        Map<String, Integer> words = new TreeMap<>();
        cells.stream().filter(c -> !CellWords.isMissing(c)).forEach(c -> words.merge(c, 1, Integer::sum));
        List<String> two = new ArrayList<>(words.keySet());
        if (two.isEmpty() || two.size() > 2) {
            throw new IllegalArgumentException("The label (" + name + ") has " + two.size() + " values"
                    + (two.isEmpty() ? "" : " such as " + two.subList(0, Math.min(5, two.size())))
                    + ", and two are needed. Maybe another column, or take together what counts as the event.");
        }
        if (two.size() == 1) {
            boolean happened = CellWords.saysItHappened(two.get(0));
            List<String> levels = happened ? List.of("", two.get(0)) : two;
            return new SchemaColumn(name, ColumnKind.LABEL, levels, "every row is " + two.get(0));
        }
        boolean first = CellWords.saysItHappened(two.get(0));
        boolean second = CellWords.saysItHappened(two.get(1));
        boolean isGuessed = first == second;
        boolean firstIsEvent =
                isGuessed ? words.getOrDefault(two.get(0), 0) < words.getOrDefault(two.get(1), 0) : first;
        List<String> levels = firstIsEvent ? List.of(two.get(1), two.get(0)) : two;
        return new SchemaColumn(
                name,
                ColumnKind.LABEL,
                levels,
                "1 is " + levels.get(1) + (isGuessed ? ", the rarer of two words" : "") + ", 0 is " + levels.get(0));
    }

    /** What of a column of text cannot be taken as it is. */
    static List<Finding> findings(SchemaColumn column, List<String> cells) {
        List<Finding> findings = new ArrayList<>();
        String name = column.name();
        if (column.kind() == ColumnKind.LEFT_OUT) {
            String note = column.note().toLowerCase(Locale.ROOT);
            FindingCode code = note.startsWith("every cell")
                    ? FindingCode.CONSTANT_COLUMN
                    : note.startsWith("none of") ? FindingCode.RARE_LEVELS : FindingCode.LOOKS_LIKE_ID;
            findings.add(new Finding(
                    code, name, cells.size(), "The column (" + name + ") was left out: " + column.note() + "."));
        }
        if (column.levels().contains(SchemaColumn.OTHER)) {
            findings.add(new Finding(
                    FindingCode.RARE_LEVELS,
                    name,
                    cells.size(),
                    "The column (" + name + ") has " + column.note() + "."));
        }
        long unknown = cells.stream().filter(column::isUnknown).count();
        if (unknown > 0) {
            findings.add(new Finding(
                    FindingCode.UNKNOWN_LEVEL,
                    name,
                    unknown,
                    "The column (" + name + ") has words in " + unknown
                            + " rows that were not there when the model was made. Maybe train again."));
        }
        if (column.kind() == ColumnKind.NUMBER) {
            long broken = cells.stream()
                    .filter(c ->
                            CellWords.isNotFinite(c) || (!CellWords.isMissing(c) && Double.isNaN(CellWords.number(c))))
                    .count();
            if (broken > 0) {
                findings.add(new Finding(
                        FindingCode.NOT_FINITE,
                        name,
                        broken,
                        "The column (" + name + ") holds something that is no finite number in " + broken
                                + " rows, which are taken as missing. Maybe a division by zero."));
            }
        }
        return findings;
    }
}
