package io.revops.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a page to a file, in UTF-8; what is wrong with the path is said with the next step. */
final class PageFile {
    private PageFile() {}

    static void write(String text, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new FileSystemException(
                        file.toString(), null, "There is no such folder to write it into. Maybe create it first.");
            }
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, "It is a folder. Maybe name a file in it.");
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
