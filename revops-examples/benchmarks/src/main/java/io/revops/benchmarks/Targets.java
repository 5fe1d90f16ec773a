package io.revops.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;

/** What was measured, as medians, beside what was aimed at; what was not run is left out. */
final class Targets {
    private final Map<String, Double> found;
    private final List<String> lines = new ArrayList<>();

    Targets(Map<String, Double> found) {
        this.found = found;
    }

    private void time(String what, String name) {
        Double value = found.get(name);
        if (value != null) {
            lines.add(String.format(Locale.ROOT, "  %-66s %10.0f ms", what, value));
        }
    }

    private void ratio(String what, String over, String under, String aim, DoublePredicate met) {
        Double dividend = found.get(over);
        Double divisor = found.get(under);
        if (dividend != null && divisor != null) {
            double ratio = dividend / divisor;
            lines.add(String.format(
                    Locale.ROOT, "  %-66s %10.2f x   aim %-10s %s", what, ratio, aim, verdict(met.test(ratio))));
        }
    }

    private void value(String what, String name, String unit, String aim, DoublePredicate met) {
        Double value = found.get(name);
        if (value != null) {
            String verdict = aim.isEmpty() ? "" : String.format(Locale.ROOT, "aim %-10s %s", aim, verdict(met.test(value)));
            lines.add(String.format(Locale.ROOT, "  %-66s %10.0f %-3s %s", what, value, unit, verdict)
                    .stripTrailing());
        }
    }

    private static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }

    @Override
    public String toString() {
        lines.clear();
        String million = "." + Benchmarks.PERIODS;
        lines.add("Movement table of 36 months, 1,000,000 subscription periods, one thread each");
        time("DuckDB, date spine and lag, from a table in memory", "spine" + million);
        time("DuckDB, deltas, from a table in memory", "delta" + million);
        time("DuckDB, deltas, over read_csv", "fileDelta" + million);
        time("DuckDB, deltas, from read_csv into a table", "fileTableDelta" + million);
        time("revops, from a ledger", "ledgerToTable" + million);
        time("revops, from rows in memory: ledger and table", "rowsToTable" + million);
        time("revops, from the CSV file: rows, ledger and table", "fileToTable" + million);
        ratio("spine SQL / table of a ledger", "spine" + million, "ledgerToTable" + million, ">= 30", r -> r >= 30);
        ratio("delta SQL / ledger and table", "delta" + million, "rowsToTable" + million, ">= 2", r -> r >= 2);
        Double direct = found.get("fileDelta" + million);
        Double table = found.get("fileTableDelta" + million);
        String best = direct != null && table != null && table < direct ? "fileTableDelta" : "fileDelta";
        ratio("best SQL from the file / from the file", best + million, "fileToTable" + million, ">= 1", r -> r >= 1);
        ratio(
                "ten times the rows, from rows in memory",
                "rowsToTable" + million,
                "rowsToTable.100000",
                "<= 12",
                r -> r <= 12);
        ratio("ten times the rows, from the file", "fileToTable" + million, "fileToTable.100000", "<= 12", r -> r <= 12);
        lines.add("The same by other conventions: standard (accounts, net months), stripe (every event), fivetran-dbt (items)");
        for (String preset : PresetBenchmark.PRESETS) {
            time("DuckDB, deltas, from a table in memory: " + preset, "presetDelta." + preset);
            time("revops, from rows in memory: " + preset, "presetRows." + preset);
            time("revops, from a ledger: " + preset, "presetTable." + preset);
            ratio("delta SQL / ledger and table", "presetDelta." + preset, "presetRows." + preset, ">= 1", r -> r >= 1);
        }
        lines.add("Report");
        value("10,000 accounts, 36 months: ledger, every section, text", "report", "ms", "<= 2000", v -> v <= 2000);
        lines.add("Simulation of 2,000 open deals in 100,000 worlds, one thread");
        value("independent", "total", "ms", "<= 1000", v -> v <= 1000);
        value("with a common shock", "shaken", "ms", "<= 1000", v -> v <= 1000);
        value("drawn one by one", "oneByOne", "ms", "", v -> true);
        value("exact odds to the nearest thousand", "odds", "ms", "", v -> true);
        lines.add("Pipeline of 50,000 closed deals over three years, one thread");
        value("hazards of winning and losing", "hazards", "ms", "<= 2000", v -> v <= 2000);
        value("every method from each of more than 52 weeks", "walk", "ms", "<= 60000", v -> v <= 60_000);
        lines.add("Territories, two measures and ways, one thread");
        value("1,000 accounts for 20 reps, greedily", "greedy.1000x20", "ms", "", v -> true);
        value("1,000 accounts for 20 reps, the start alone", "start.1000x20", "ms", "", v -> true);
        value("1,000 accounts for 20 reps", "search.1000x20", "ms", "<= 3000", v -> v <= 3000);
        value("10,000 accounts for 100 reps, greedily", "greedy.10000x100", "ms", "", v -> true);
        value("10,000 accounts for 100 reps, the start alone", "start.10000x100", "ms", "", v -> true);
        value("10,000 accounts for 100 reps", "search.10000x100", "ms", "<= 30000", v -> v <= 30000);
        lines.add("Boosted trees, 200 rounds, one thread");
        for (String rows : List.of("7043", "1000000")) {
            time("XGBoost4J: " + rows + " rows of 45 columns", "xgboost." + rows);
            time("revops: " + rows + " rows of 45 columns", "ours." + rows);
        }
        ratio("ours / XGBoost4J, 7,043 rows", "ours.7043", "xgboost.7043", "<= 2", r -> r <= 2);
        ratio("ours / XGBoost4J, 1,000,000 rows", "ours.1000000", "xgboost.1000000", "<= 3", r -> r <= 3);
        value("1,000,000 rows scored", "scoreAMillion.7043", "ms", "<= 1000", v -> v <= 1000);
        value("10,000 rows explained", "explainTenThousand.7043", "ms", "<= 1000", v -> v <= 1000);
        value("Cox regression of 7,043 rows on twelve columns", "cox", "ms", "<= 150", v -> v <= 150);
        lines.add("Churn features of 250,000 accounts as of a day, one pass over 20,000,000 uses, one thread");
        value("the stream alone", "stream.250000", "ms", "", v -> true);
        value("the stream and the ready set of each account", "features.250000", "ms", "", v -> true);
        lines.add("Heap of 1,000,000 periods");
        value("rows and their ledger, without a book", "heap.rows.mb", "MB", "", v -> true);
        value("book", "heap.book.mb", "MB", "", v -> true);
        value("book and its ledger", "heap.book.ledger.mb", "MB", "", v -> true);
        value("ledger of a book, built once, cold", "book.ledger.ms", "ms", "", v -> true);
        lines.add("Scale: 10,000,000 periods in memory, 4 GB of heap");
        value("accounts", "scale.accounts", "", "", v -> true);
        value("ledger and table, one thread", "scale.ms", "ms", "<= 6000", v -> v <= 6000);
        value("ledger, one thread", "scale.build.ms", "ms", "", v -> true);
        value("ledger, two threads, the same bytes", "scale.two.ms", "ms", "", v -> true);
        ratio("one thread / two threads", "scale.build.ms", "scale.two.ms", ">= 1.6", r -> r >= 1.6);
        value("a fact added to one account of a million, median", "fact.median.us", "us", "<= 1000", v -> v <= 1000);
        value("the slowest of a hundred", "fact.p99.us", "us", "", v -> true);
        return "\n" + String.join("\n", lines) + "\n";
    }
}
