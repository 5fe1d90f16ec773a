package io.revops.json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of JSON in UTF-8; what is wrong with a path is said with the next step. */
final class JsonFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private JsonFile() {}

    /** The text of a file, without a byte order mark. */
    static String text(Path file) throws IOException {
        checkIsNoFolder(file);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file.toString(),
                    null,
                    "There is no such file. Maybe check the path, from "
                            + Path.of("").toAbsolutePath());
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            FileSystemException named =
                    new FileSystemException(file.toString(), null, "It is not UTF-8 text. Maybe save it as UTF-8.");
            named.initCause(e);
            throw named;
        }
    }

    /** The same path, if a file may be written there. */
    static Path writable(Path file) throws IOException {
        checkIsNoFolder(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new FileSystemException(
                    file.toString(), null, "There is no such folder to write it into. Maybe create it first.");
        }
        return file;
    }

    private static void checkIsNoFolder(Path file) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "It is a folder. Maybe name a file in it.");
        }
    }
}
