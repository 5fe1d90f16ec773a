package io.revops.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of lines, in UTF-8 and with {@code \n}, which knows how many lines it has. */
final class TextFile implements Closeable {
    private final BufferedWriter writer;
    private int lines;

    TextFile(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    }

    /** Writes the line and returns its number, from 1. */
    int line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
        return ++lines;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
