package io.revops.load;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file as text: a byte order mark says that it is UTF-8 or UTF-16; without one it is in the charset that was declared. */
final class TextFile {
    /** How many bytes at the start of a file tell what it is. */
    private static final int START = 4;

    private TextFile() {}

    /** A file that begins as archives do, among which are the files of spreadsheet programs. */
    private static final class ArchiveException extends CharacterCodingException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The text without its byte order mark. Bytes that are none of the charset are a
     * {@link java.nio.charset.CharacterCodingException} while it is read.
     */
    static Reader open(Path file, Charset declared) throws IOException {
        checkIsNoFolder(file);
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        PushbackInputStream in = new PushbackInputStream(raw, START);
        byte[] start = in.readNBytes(START);
        if (isArchive(start)) {
            in.close();
            throw new ArchiveException();
        }
        Charset charset = declared;
        int mark = 0;
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (starts(start, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (starts(start, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        in.unread(start, mark, start.length - mark);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    /** A whole file in UTF-8, up to a number of characters. */
    static String all(Path file, long longest) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 13];
        try (Reader in = new BoundedReader(open(file, StandardCharsets.UTF_8), longest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(buffer, 0, read);
            }
        }
        return text.toString();
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** A folder cannot be opened as a file, and systems say so in words that do not name it, or not at all. */
    static void checkIsNoFolder(Path file) throws FileSystemException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "It is a folder. Maybe name a file in it.");
        }
    }

    /** Zip, to which .xlsx and .ods belong, the older .xls, and gzip. */
    private static boolean isArchive(byte[] start) {
        return starts(start, 'P', 'K', 3, 4) || starts(start, 0xD0, 0xCF, 0x11, 0xE0) || starts(start, 0x1F, 0x8B);
    }

    /** What is said about bytes that are none of a charset. */
    static String broken(CharacterCodingException e, Charset charset, String kind) {
        if (e instanceof ArchiveException) {
            return "The file is not text, but a spreadsheet (.xlsx, .xls) or an archive (.zip, .gz). Maybe save it as "
                    + kind + ", or unpack it first.";
        }
        return "The file is not " + charset.name()
                + " text. Maybe it was saved in another encoding, such as Latin-1: declare it, or"
                + " save the file as UTF-8; or it is no " + kind + ".";
    }

    /** What is thrown for a file or folder that is not there. */
    static java.io.UncheckedIOException missing(Path path, NoSuchFileException e) {
        IOException named = new NoSuchFileException(
                path.toString(),
                null,
                "There is no such file or folder. Maybe check the path, from "
                        + Path.of("").toAbsolutePath());
        named.addSuppressed(e);
        return new java.io.UncheckedIOException(named);
    }
}
