package io.revops.report;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.metric.cohort.Triangle;
import io.revops.report.chart.Frame;
import io.revops.report.chart.HeatMap;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What became of the accounts that began together: the last twelve cohorts, by month in the first year, then by quarter. */
final class CohortsSection {
    private static final int MOST = 12;
    private static final int QUARTERS = 4;
    private static final String OPEN = "-";

    private CohortsSection() {}

    static Section of(RevenueView view) {
        Triangle<?> logos = Metrics.LOGO_RETENTION_COHORTS.with(Cadence.QUARTER).measure(view);
        if (logos.cohorts().isEmpty()) {
            return new Section(
                    "cohorts",
                    "Cohorts",
                    List.of("No account ever began. Maybe load subscriptions, or a span that ends later."),
                    List.of(),
                    List.of());
        }
        Cadence length = Cadence.QUARTER;
        if (logos.cohorts().size() <= QUARTERS) {
            length = Cadence.MONTH;
            logos = Metrics.LOGO_RETENTION_COHORTS.measure(view);
        }
        Triangle<?> revenue = Metrics.REVENUE_RETENTION_COHORTS.with(length).measure(view);
        int first = Math.max(0, logos.cohorts().size() - MOST);
        List<Span> shown = logos.cohorts().subList(first, logos.cohorts().size());
        List<Table> tables = new ArrayList<>(List.of(table(
                "logos",
                "Logo retention by " + name(length) + ", in percent of the accounts that began",
                logos,
                shown)));
        String text = "";
        if (revenue.cohorts().isEmpty()) {
            text = " " + ((Undefined<?>) revenue.total(0)).text();
        } else {
            tables.add(table(
                    "revenue",
                    "Revenue retention by " + name(length) + ", in percent of what they were worth when they began",
                    revenue,
                    shown));
        }
        List<String> ages = tables.get(0).columns().stream()
                .map(Column::key)
                .filter(key -> key.startsWith("age_"))
                .toList();
        int age = Math.min(shown.size() - 1, length == Cadence.QUARTER ? QUARTERS : MOST - 1);
        Section section = new Section(
                "cohorts",
                "Cohorts",
                List.of("Accounts by the " + name(length)
                        + " in which they were first worth something. Age 0 is the close of "
                        + "that " + name(length)
                        + ", age 1 that of the next; the last row is of every cohort, also those "
                        + "that are not shown, each by its weight." + text),
                tables,
                revenue.cohorts().isEmpty()
                        ? List.of(logos.explain(age))
                        : List.of(logos.explain(age), revenue.explain(age)));
        for (Table table : tables) {
            section = section.with(HeatMap.of(
                    Frame.of(table.id() + "_by_age", table.title(), table.id(), "cohort")
                            .withNote("A row for each cohort, a column for each " + name(length)
                                    + " of age; what is not over yet is empty."),
                    ages));
        }
        return section;
    }

    private static Table table(String id, String title, Triangle<?> triangle, List<Span> shown) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.words("cohort", "cohort"), Column.numbers("accounts", "accounts", "accounts")));
        for (int age = 0; age < shown.size(); age++) {
            columns.add(new Column("age_" + age, Integer.toString(age), "percent", "ratio"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Span cohort : shown) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(cohort.toString()), Cell.count(triangle.size(cohort))));
            for (int age = 0; age < shown.size(); age++) {
                row.add(cell(triangle.cell(cohort, age)));
            }
            rows.add(row);
        }
        long all = triangle.cohorts().stream().mapToLong(triangle::size).sum();
        List<Cell> total = new ArrayList<>(List.of(Cell.text("all"), Cell.count(all)));
        for (int age = 0; age < shown.size(); age++) {
            total.add(cell(triangle.total(age)));
        }
        rows.add(total);
        return new Table(id, title, columns, rows, List.of()).withTotals(1);
    }

    /** Whole percent, and a dash where the period is not over; the exact share beside it. */
    private static Cell cell(Reading<?> reading) {
        if (reading instanceof Undefined<?> undefined) {
            return new Cell(undefined.code() == UndefinedCode.INCOMPLETE ? OPEN : "", null, undefined);
        }
        BigDecimal exact = Cell.exact(Unit.PERCENT, reading.orElseThrow());
        BigDecimal percent = exact.movePointRight(2).setScale(0, java.math.RoundingMode.HALF_EVEN);
        return Cell.number(Unit.grouped(percent), exact);
    }

    private static String name(Cadence length) {
        return length == Cadence.QUARTER ? "quarter" : "month";
    }
}
