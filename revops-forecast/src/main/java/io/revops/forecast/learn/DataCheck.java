package io.revops.forecast.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a statistician looks for in a table before learning from it; the gravest first. */
final class DataCheck {
    /** Below so many rows, or events, only a regression that is held tight learns anything. */
    static final int FEW_ROWS = 200;

    static final int FEW_EVENTS = 50;

    private final DataSet data;
    private final List<Finding> findings = new ArrayList<>();

    private DataCheck(DataSet data) {
        this.data = data;
    }

    static List<Finding> of(DataSet data) {
        DataCheck check = new DataCheck(data);
        check.label();
        check.findings.addAll(LeakageGuard.of(data));
        check.filledLate();
        check.dates();
        check.ids();
        for (int f = 0; f < data.features().size(); f++) {
            check.column(f);
        }
        check.twins();
        return check.findings;
    }

    private void label() {
        if (!data.isBinary()) {
            add(
                    FindingCode.LABEL_NOT_BINARY,
                    "",
                    data.size(),
                    "The label is not 0 or 1 everywhere. Maybe predict it as a number.");
            return;
        }
        int events = data.events();
        if (data.size() > 0 && (events == 0 || events == data.size())) {
            add(
                    FindingCode.ONE_CLASS,
                    "",
                    data.size(),
                    "All " + data.size() + " rows have the label " + (events == 0 ? 0 : 1)
                            + ": nothing tells them apart. Maybe a longer horizon.");
        }
        if (data.size() < FEW_ROWS || events < FEW_EVENTS) {
            add(
                    FindingCode.TOO_FEW_CASES,
                    "",
                    data.size(),
                    "There are " + data.size() + " rows with " + events + " events. Below " + FEW_ROWS + " rows or "
                            + FEW_EVENTS + " events take the base rate, or a regularised logistic regression.");
        }
    }

    private void filledLate() {
        data.marks().filled().forEach((column, days) -> {
            int late = 0;
            for (int i = 0; i < days.length; i++) {
                long outcome = data.marks().outcomes()[i];
                late += days[i] != DataSet.NEVER && outcome != DataSet.NEVER && days[i] >= outcome ? 1 : 0;
            }
            if (late > 0) {
                add(
                        FindingCode.FILLED_AFTER_OUTCOME,
                        column,
                        late,
                        "The column (" + column + ") was written on the day of the outcome or later in " + late
                                + " rows. Maybe take the value that was known before.");
            }
        });
    }

    private void dates() {
        long asOf = data.marks().asOf();
        long ahead = Arrays.stream(data.marks().days()).filter(d -> d > asOf).count();
        if (ahead > 0) {
            add(
                    FindingCode.DATE_IN_FUTURE,
                    "",
                    ahead,
                    ahead + " rows are dated after " + LocalDate.ofEpochDay(asOf)
                            + ", the day as of which the table is. Maybe a wrong year.");
        }
    }

    private void ids() {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < data.size(); i++) {
            String key = data.id(i) + "\n" + data.marks().day(i);
            seen.merge(key, 1, Integer::sum);
        }
        Set<String> twice = new TreeSet<>();
        long rows = 0;
        for (Map.Entry<String, Integer> each : seen.entrySet()) {
            if (each.getValue() > 1) {
                twice.add(each.getKey().substring(0, each.getKey().lastIndexOf('\n')));
                rows += each.getValue();
            }
        }
        if (!twice.isEmpty()) {
            add(
                    FindingCode.DUPLICATE_ID,
                    "",
                    rows,
                    twice.size() + " ids are there more than once, such as ("
                            + twice.iterator().next()
                            + "): the same row on both sides of a fold looks like foresight. Maybe keep one row of each.");
        }
    }

    private void column(int place) {
        String name = data.features().get(place).name();
        double[] values = data.raw(place);
        long missing = 0;
        double first = Double.NaN;
        boolean varies = false;
        for (double value : values) {
            if (Double.isNaN(value)) {
                missing++;
            } else if (Double.isNaN(first)) {
                first = value;
            } else {
                varies |= value != first;
            }
        }
        if (!varies && values.length > 0) {
            add(
                    FindingCode.CONSTANT_COLUMN,
                    name,
                    values.length,
                    missing == values.length
                            ? "The column (" + name + ") has no value at all. Maybe leave it out."
                            : "The column (" + name + ") is " + first
                                    + " wherever it has a value. Maybe leave it out.");
        }
        if (missing > 0) {
            add(
                    FindingCode.MISSING_VALUES,
                    name,
                    missing,
                    "The column (" + name + ") is missing in " + missing + " of " + values.length + " rows.");
        }
    }

    private void twins() {
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        for (int f = 0; f < data.features().size(); f++) {
            double[] values = data.raw(f);
            List<Integer> alike = byHash.computeIfAbsent(Arrays.hashCode(values), h -> new ArrayList<>());
            for (int other : alike) {
                if (values.length > 0 && Arrays.equals(values, data.raw(other))) {
                    String name = data.features().get(f).name();
                    add(
                            FindingCode.DUPLICATE_COLUMN,
                            name,
                            values.length,
                            "The column (" + name + ") holds the same as ("
                                    + data.features().get(other).name() + "). Maybe leave one out.");
                    break;
                }
            }
            alike.add(f);
        }
    }

    private void add(FindingCode code, String column, long count, String text) {
        findings.add(new Finding(code, column, count, text));
    }
}
