package io.revops.quickstart.mrr;

import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.book.ItemId;
import io.revops.book.PeriodRows;
import io.revops.book.SubscriptionId;
import io.revops.ledger.Segments;
import io.revops.load.CsvTable;
import io.revops.load.RowSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of the sheet as segments: the value of the row that runs, of the last one where none does. Only rows that were
 * accepted have a say. An empty cell is {@value Dimension#NOT_SET}.
 */
final class SheetColumn implements Segments {
    private static final long DAY_SECONDS = 86_400;

    private final List<String> names;
    private final Map<SubscriptionId, Integer> subscriptions;
    private final int[] first;
    private final long[] runs;

    private SheetColumn(List<String> names, Map<SubscriptionId, Integer> subscriptions, int[] first, long[] runs) {
        this.names = names;
        this.subscriptions = subscriptions;
        this.first = first;
        this.runs = runs;
    }

    static SheetColumn of(Path file, String column, PeriodRows rows) {
        Cells cells = new Cells(column);
        CsvTable.of(file, Header.SYSTEM).read(cells);
        int[] first = new int[rows.subscriptions() + 1];
        for (int i = 0; i < rows.size(); i++) {
            first[rows.subscription(i) + 1]++;
        }
        for (int sub = 0; sub < rows.subscriptions(); sub++) {
            first[sub + 1] += first[sub];
        }
        int[] next = first.clone();
        long[] runs = new long[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            runs[next[rows.subscription(i)]++] = (long) rows.start(i) << 32 | cells.at(line(rows.row(i)));
        }
        Map<SubscriptionId, Integer> subscriptions = new HashMap<>(rows.subscriptions() * 4 / 3 + 1);
        for (int sub = 0; sub < rows.subscriptions(); sub++) {
            Arrays.sort(runs, first[sub], first[sub + 1]);
            subscriptions.put(rows.subscriptionId(sub), sub);
        }
        return new SheetColumn(cells.names, subscriptions, first, runs);
    }

    /** A period is named {@code file:line}. */
    private static int line(String row) {
        return Integer.parseInt(row.substring(row.lastIndexOf(':') + 1));
    }

    /** Every value that an accepted row has, in order. */
    List<String> values() {
        return Arrays.stream(runs)
                .mapToInt(run -> (int) run)
                .distinct()
                .mapToObj(names::get)
                .sorted()
                .toList();
    }

    @Override
    public String of(AccountId account, ItemId item, Instant before) {
        int sub = Objects.requireNonNull(subscriptions.get(item.subscription()));
        long day = Math.floorDiv(before.minusNanos(1).getEpochSecond(), DAY_SECONDS); // the last that has begun
        int low = first[sub];
        int high = first[sub + 1] - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (runs[middle] >> 32 <= day) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return names.get((int) runs[low]);
    }

    /** The cells of the column, by line. */
    private static final class Cells implements RowSource.Rows {
        private final String column;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private int at = -1;
        private int[] byLine = new int[1024];

        Cells(String column) {
            this.column = column;
        }

        int at(int line) {
            return byLine[line];
        }

        @Override
        public boolean columns(List<String> header) {
            at = header.stream().map(String::strip).toList().indexOf(column);
            return at >= 0;
        }

        @Override
        public void row(long number, @Nullable Object... values) {
            Object cell = at < values.length ? values[at] : null;
            String text = cell == null || cell.toString().isBlank()
                    ? Dimension.NOT_SET
                    : cell.toString().strip();
            int line = Math.toIntExact(number);
            if (line >= byLine.length) {
                byLine = Arrays.copyOf(byLine, line + (line >> 1) + 1);
            }
            byLine[line] = numbers.computeIfAbsent(text, t -> {
                names.add(t);
                return names.size() - 1;
            });
        }

        /** Was said when the rows were read. */
        @Override
        public void broken(long number, String reason) {}

        /** Was said when the rows were read. */
        @Override
        public void unreadable(String reason) {}
    }
}
