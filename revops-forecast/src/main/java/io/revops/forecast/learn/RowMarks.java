package io.revops.forecast.learn;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who the rows are about, and when: what a model never reads and a check does. Days are counted from 1970-01-01. */
final class RowMarks {
    private final String[] ids;
    private final String[] groups;
    private final long[] days;
    private final long[] outcomes;
    private final Map<String, long[]> filled;
    private final long asOf;

    /**
     * Marks of rows.
     *
     * @param ids one for each row
     * @param groups one for each row
     * @param days one for each row, {@link DataSet#NEVER} where none was given
     * @param outcomes the day on which the outcome was known, likewise
     * @param filled by column, the day on which the row's value was written, likewise
     * @param asOf the day as of which the table is
     */
    RowMarks(String[] ids, String[] groups, long[] days, long[] outcomes, Map<String, long[]> filled, long asOf) {
        this.ids = ids;
        this.groups = groups;
        this.days = days;
        this.outcomes = outcomes;
        this.filled = filled;
        this.asOf = asOf;
    }

    String id(int row) {
        return ids[row];
    }

    String group(int row) {
        return groups[row];
    }

    long day(int row) {
        return days[row];
    }

    /** Of all rows, for reading only. */
    long[] days() {
        return days;
    }

    /** Of all rows, for reading only. */
    long[] outcomes() {
        return outcomes;
    }

    Map<String, long[]> filled() {
        return filled;
    }

    long asOf() {
        return asOf;
    }

    RowMarks select(int... rows) {
        Map<String, long[]> some = new HashMap<>();
        filled.forEach((column, days) -> some.put(column, pick(days, rows)));
        return new RowMarks(pick(ids, rows), pick(groups, rows), pick(days, rows), pick(outcomes, rows), some, asOf);
    }

    static Optional<LocalDate> day(long day) {
        return day == DataSet.NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    private static String[] pick(String[] words, int... rows) {
        return IntStream.of(rows).mapToObj(r -> words[r]).toArray(String[]::new);
    }

    private static long[] pick(long[] days, int... rows) {
        return IntStream.of(rows).mapToLong(r -> days[r]).toArray();
    }
}
