package io.revops.report;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.metric.Series;
import io.revops.metric.Undefined;
import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Numbers;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the opening MRR of each month to its closing, and the accounts beside it. */
final class BridgeSection {
    /** Columns by the place of their movement in {@link Bridge#movements}. */
    private static final Map<String, Integer> KEYS =
            columns("new", "expansion", "contraction", "churn", "reactivation", "fx");

    private static final int MERGES = 8;

    private static final Chart MOVEMENTS = StackedBars.of(
                    Frame.of("movements", "What moved MRR, month by month", "mrr", "month"))
            .with("new", Tone.BLUE)
            .with("expansion", Tone.SKY)
            .with("reactivation", Tone.TEAL)
            .with("churn", Tone.RUST)
            .with("contraction", Tone.AMBER)
            .with("fx", Tone.GREY)
            .withNet("net change");
    private static final Chart ARR = LineChart.of(Frame.of("arr", "ARR at the close of each month", "mrr", "month")
                    .with(Numbers.EXACT))
            .with("closing", Tone.BLUE);
    private static final Chart ACCOUNTS = StackedBars.of(
                    Frame.of("accounts", "Accounts won and lost, month by month", "accounts", "month"))
            .with("new", Tone.BLUE)
            .with("reactivated", Tone.TEAL)
            .with("churned", Tone.RUST)
            .withNet("net change");

    private BridgeSection() {}

    static Section of(RevenueView view) {
        Measurement<Bridge> whole = Metrics.MRR_MOVEMENTS.measure(view);
        if (whole.reading() instanceof Undefined<Bridge> undefined) {
            return new Section("bridge", "MRR bridge", List.of(undefined.text()), List.of(), List.of());
        }
        Series<Bridge> months = Metrics.MRR_MOVEMENTS.measureMonthly(view);
        Amounts amounts = Amounts.forSize(whole.orElseThrow().closing());
        return new Section(
                        "bridge",
                        "MRR bridge",
                        List.of(),
                        List.of(money(months, whole.orElseThrow(), amounts), accounts(months, whole.orElseThrow())),
                        List.of(whole.explain()))
                .with(MOVEMENTS)
                .with(ARR)
                .with(ACCOUNTS);
    }

    private static Table money(Series<Bridge> months, Bridge whole, Amounts amounts) {
        String currency = whole.opening().currency().getCurrencyCode();
        List<Column> columns = new ArrayList<>(
                List.of(Column.words("month", "month"), Column.perMonth("opening", "opening", currency)));
        Map<String, Integer> keys = keys(months);
        keys.keySet().forEach(key -> columns.add(Column.perMonth(key, key, currency)));
        columns.add(Column.perMonth("closing", "closing", currency));
        List<List<Cell>> rows = new ArrayList<>();
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Measurement<Bridge> month : months.points()) {
            Bridge bridge = month.orElseThrow();
            List<BigDecimal> printed = bridge.printedMovements(amounts.digits());
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.text(month.span().toString()), amounts.balance(bridge.opening())));
            keys.forEach((key, i) -> {
                sums.merge(key, printed.get(i), BigDecimal::add);
                row.add(Amounts.printed(printed.get(i), bridge.movements().get(i)));
            });
            row.add(amounts.balance(bridge.closing()).with(month.explain()));
            rows.add(row);
        }
        List<Cell> total = new ArrayList<>(List.of(Cell.text("total"), amounts.balance(whole.opening())));
        keys.forEach((key, i) -> {
            RunRate exact = months.points().stream()
                    .map(month -> month.orElseThrow().movements().get(i))
                    .reduce(RunRate.zero(whole.opening().currency()), RunRate::plus);
            total.add(Amounts.printed(sums.getOrDefault(key, BigDecimal.ZERO), exact));
        });
        total.add(amounts.balance(whole.closing()));
        rows.add(total);
        return new Table(
                "mrr",
                "MRR by month, in " + currency,
                columns,
                rows,
                List.of(
                        "Every row and every column adds up as printed: balances are rounded, and the movements between them "
                                + "share out what rounding leaves."),
                1);
    }

    /** Merges have columns if there are any: of the whole they take each other away, and of accounts they are shown in full. */
    private static Map<String, Integer> keys(Series<Bridge> months) {
        boolean merged = months.points().stream()
                .map(Measurement::orElseThrow)
                .anyMatch(bridge ->
                        !bridge.mergeIn().isZero() || !bridge.mergeOut().isZero());
        if (!merged) {
            return KEYS;
        }
        Map<String, Integer> keys = new LinkedHashMap<>(KEYS);
        keys.put("merge in", MERGES);
        keys.put("merge out", MERGES + 1);
        return keys;
    }

    private static Map<String, Integer> columns(String... inOrder) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String key : inOrder) {
            places.put(key, places.size());
        }
        return places;
    }

    private static Table accounts(Series<Bridge> months, Bridge whole) {
        List<Column> columns = List.of(
                Column.words("month", "month"),
                Column.numbers("opening", "opening", "accounts"),
                Column.numbers("new", "new", "accounts"),
                Column.numbers("reactivated", "reactivated", "accounts"),
                Column.numbers("churned", "churned", "accounts"),
                Column.numbers("closing", "closing", "accounts"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Measurement<Bridge> month : months.points()) {
            rows.add(accounts(month.span().toString(), month.orElseThrow()));
        }
        rows.add(accounts("total", whole));
        return new Table("accounts", "Active accounts by month", columns, rows, List.of(), 1);
    }

    private static List<Cell> accounts(String name, Bridge bridge) {
        return List.of(
                Cell.text(name),
                Cell.count(bridge.activeAtOpening()),
                Cell.count(bridge.news()),
                Cell.count(bridge.reactivated()),
                Cell.count(-bridge.churned()),
                Cell.count(bridge.active()));
    }
}
