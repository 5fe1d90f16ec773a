package io.revops.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs Jazzer over every {@link FuzzTarget}, each in a JVM of its own with a small heap, and prints how many inputs each got.
 *
 * <pre>{@code FuzzRun TOTAL FOLDER [TARGET ...]}</pre>
 *
 * The total is shared out evenly. The corpus of a target is kept in the folder, so that the next run goes on from it; an input
 * that breaks something is kept there too, and ends the run with an error.
 */
final class FuzzRun {
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    private FuzzRun() {}

    /** Starts here. */
    public static void main(String[] args) throws IOException, InterruptedException {
        long total = Long.parseLong(args[0]);
        Path folder = Path.of(args[1]).toAbsolutePath();
        List<FuzzTarget> targets = args.length > 2
                ? Arrays.stream(args).skip(2).map(FuzzTarget::valueOf).toList()
                : List.of(FuzzTarget.values());
        Files.createDirectories(folder);
        Path words = dictionary(folder);
        long each = (total + targets.size() - 1) / targets.size();
        Map<FuzzTarget, Long> done = new TreeMap<>();
        List<FuzzTarget> broken = new ArrayList<>();
        for (FuzzTarget target : targets) {
            Path log = folder.resolve(target + ".log");
            int exit = run(target, each, folder, words, log);
            done.put(target, count(log));
            if (exit != 0) {
                broken.add(target);
            }
        }
        done.forEach((target, inputs) -> System.out.printf(
                Locale.ROOT, "%-14s %,12d inputs%s%n", target, inputs, broken.contains(target) ? "  BROKEN" : ""));
        System.out.printf(
                Locale.ROOT,
                "%-14s %,12d inputs%n",
                "total",
                done.values().stream().mapToLong(n -> n).sum());
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken + " broke. Maybe see the logs and the crash files in " + folder);
        }
    }

    private static int run(FuzzTarget target, long runs, Path folder, Path words, Path log)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve(target.name()));
        List<byte[]> seeds = target.seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        // The code changes while it is instrumented: compiling it hard costs more than it brings.
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + memory(),
                        "-Drevops.fuzz=" + target,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Fuzzed.class.getName(),
                        "--instrumentation_includes=io.revops.**",
                        "--custom_hook_includes=io.revops.**",
                        "--disabled_hooks=*",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/" + target + "-",
                        "-dict=" + words,
                        "-runs=" + runs,
                        "-seed=7",
                        "-max_len=2048",
                        "-reduce_inputs=0",
                        "-timeout=60",
                        "-rss_limit_mb=2048",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    /** A folder in memory, if there is one: every input is a file. */
    private static Path memory() {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static long count(Path log) throws IOException {
        Matcher matcher = DONE.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        long runs = 0;
        while (matcher.find()) {
            runs = Long.parseLong(matcher.group(1));
        }
        return runs;
    }

    private static Path dictionary(Path folder) throws IOException {
        List<String> lines = FuzzSeeds.words().stream()
                .filter(w -> !w.isEmpty())
                .map(w -> "\"" + w.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .toList();
        return Files.write(folder.resolve("words.dict"), lines, StandardCharsets.US_ASCII);
    }
}
