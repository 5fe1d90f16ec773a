package io.revops.quickstart.mrr;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Runs the program, and finds what it is compared with. */
final class Runs {
    private Runs() {}

    static Run of(String... args) {
        return Run.of(MrrFromCsv::run, args);
    }

    /** A sheet or a golden file beside the tests. */
    static Path file(String name) {
        URL url = Objects.requireNonNull(Runs.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String golden(String name) {
        try {
            return Files.readString(file(name)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
