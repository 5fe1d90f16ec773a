package io.revops.sample;

import io.revops.sample.EventJson.Event;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The event log in order of time. Accounts are told one after the other, so events are first laid into one part per month and
 * then sorted month by month: no more than the busiest month is ever in memory.
 */
final class EventLog implements Closeable {
    private final Path parts;
    private final Window window;
    private final List<BufferedWriter> months = new ArrayList<>();

    EventLog(Path parts, Window window) throws IOException {
        this.parts = Files.createDirectories(parts);
        this.window = window;
        for (int month = 0; month < window.months() + Window.MONTHS_BEFORE; month++) {
            months.add(Files.newBufferedWriter(part(month), StandardCharsets.UTF_8));
        }
    }

    void add(Event event) throws IOException {
        long month = ChronoUnit.MONTHS.between(window.earliest(), Times.date(event.at()));
        BufferedWriter part = months.get((int) StrictMath.max(0, month));
        part.write(event.sortKey() + "\t" + event.json() + "\n");
    }

    /** Writes the sorted log and tells of each line. */
    void writeTo(TextFile file, LineListener listener) throws IOException {
        for (int month = 0; month < months.size(); month++) {
            months.get(month).close();
            List<String> lines = new ArrayList<>(Files.readAllLines(part(month), StandardCharsets.UTF_8));
            Collections.sort(lines);
            for (String line : lines) {
                int tab = line.indexOf('\t');
                listener.written(line.substring(0, tab), file.line(line.substring(tab + 1)));
            }
        }
    }

    /** Removes the parts. */
    @Override
    public void close() throws IOException {
        for (int month = 0; month < months.size(); month++) {
            months.get(month).close();
            Files.deleteIfExists(part(month));
        }
        Files.deleteIfExists(parts);
    }

    private Path part(int month) {
        return parts.resolve("month-" + month);
    }

    /** Told of each line written: its sort key and its number. */
    interface LineListener {
        void written(String sortKey, int line);
    }
}
