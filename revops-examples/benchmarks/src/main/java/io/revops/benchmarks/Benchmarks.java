package io.revops.benchmarks;

import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.load.PeriodsCsv;
import io.revops.time.Cadence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Generates the data, compares the answers of every way to the movement table, measures each in a process of its own, and
 * prints what came out beside what was aimed at. An argument is a pattern of the benchmarks to run.
 */
public final class Benchmarks {
    static final int PERIODS = 1_000_000;

    private static final List<String> JMH = List.of(
            "LedgerBenchmark",
            "DuckDbBenchmark",
            "PresetBenchmark",
            "ReportBenchmark",
            "SimulationBenchmark",
            "PipelineBenchmark",
            "BoostingBenchmark",
            "CoxBenchmark",
            "ChurnFeatureBenchmark",
            "TerritoryBenchmark",
            "LargeTerritoryBenchmark");

    private static final Map<String, String> PROBES =
            Map.of("rows", "-Xmx2g", "book", "-Xmx4g", "scale", "-Xmx4g", "fact", "-Xmx4g");

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, SQLException, IOException, InterruptedException {
        Pattern which = Pattern.compile(args.length == 0 || args[0].isBlank() ? ".*" : args[0]);
        String agreed = agreed();
        Map<String, Double> found = new TreeMap<>();
        if (JMH.stream().anyMatch(name -> which.matcher(name).find())) {
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(which.pattern())
                            .jvmArgsAppend("-D" + Answer.AGREED + "=" + agreed)
                            .shouldFailOnError(true)
                            .build())
                    .run()) {
                String name = result.getPrimaryResult().getLabel();
                for (String parameter : List.of("periods", "preset", "rows", "size")) {
                    String value = result.getParams().getParam(parameter);
                    name += value == null ? "" : "." + value;
                }
                found.put(
                        name,
                        result.getPrimaryResult().getStatistics().getPercentile(50));
            }
        }
        for (String probe : List.of("rows", "book", "scale", "fact")) {
            if (which.matcher("Probe." + probe).find()) {
                probe(probe, agreed, found);
            }
        }
        System.out.print(new Targets(found));
    }

    /** What all ways agree upon, before any is measured. */
    private static String agreed() throws SQLException {
        Path file = PeriodsFile.of(PERIODS);
        Answer ours = Answer.of(
                MrrLedger.of(PeriodsCsv.reader().stream(file).orElseThrow(), RevenuePolicy.standard())
                        .table(PeriodsFile.SPAN, Cadence.MONTH));
        try (Connection duck = Sql.open()) {
            Sql.run(duck, "CREATE TABLE periods AS SELECT * FROM " + Sql.csv(file));
            for (String sql : List.of(Sql.delta("periods"), Sql.spine("periods"))) {
                Answer theirs = Answer.of(duck, sql);
                if (!theirs.equals(ours)) {
                    throw new IllegalStateException("The answers differ, so there is nothing to measure:\n"
                            + String.join("\n", ours.months()) + "\n\n" + String.join("\n", theirs.months()));
                }
            }
        }
        System.out.println("The ledger and both queries agree on " + ours.months().size() + " months: "
                + ours.months().get(ours.months().size() - 1));
        return ours.mark();
    }

    private static void probe(String name, String agreed, Map<String, Double> found)
            throws IOException, InterruptedException {
        System.out.println("Probe " + name + ", " + PROBES.get(name));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        java.util.Objects.requireNonNull(PROBES.get(name)),
                        name.equals("scale") ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC",
                        "-D" + Answer.AGREED + "=" + agreed,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            said.lines().forEach(line -> {
                System.out.println("  " + line);
                String[] parts = line.split(" ", 2);
                found.put(parts[0], Double.valueOf(parts[1]));
            });
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The probe " + name + " failed.");
        }
    }
}
