package io.revops.load;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lines of a CSV file that needs no taking apart but at its separators: UTF-8, no quotes, lines that end with a line feed
 * or both marks. At the first sign of anything else it stops, and is no longer {@link #isPlain}.
 */
final class PlainLines implements AutoCloseable {
    /** A header beyond this is looked at by the general reader, which finds the separator in as much. */
    private static final int LONGEST_HEADER = 1 << 13;

    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_CELLS = 1 << 10;

    /** So many lines are cut at once, if the buffer has them. */
    private static final int AHEAD = 64;

    private static final int BUFFER = 1 << 18;
    private static final int WORD = 8;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long REST = 0x7F * EACH;
    private static final long LOWEST_LETTERS = (0x80 - '"' - 1) * EACH;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER + WORD];
    private int next;
    private int filled;
    private boolean ended;
    private boolean plain = true;
    private byte separator = ',';
    private long number;
    /** Of each line where its cells start, and behind the last where one more would. */
    private final int[] starts = new int[4 * MOST_CELLS];

    private final int[] firstCell = new int[AHEAD + 1];
    private final boolean[] ascii = new boolean[AHEAD];
    private int lines;
    private int line;
    private int block;

    private PlainLines(InputStream in) {
        this.in = in;
    }

    static PlainLines open(Path file) throws IOException {
        TextFile.checkIsNoFolder(file);
        PlainLines lines = new PlainLines(Files.newInputStream(file));
        lines.fill();
        if (lines.filled >= 3
                && lines.buffer[0] == (byte) 0xEF
                && lines.buffer[1] == (byte) 0xBB
                && lines.buffer[2] == (byte) 0xBF) {
            lines.next = 3;
        }
        return lines;
    }

    /** The columns by name; none if the first line is anything but a plain header. */
    Map<String, Integer> header() throws IOException {
        int at = next;
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
            commas += buffer[at] == ',' ? 1 : 0;
            semicolons += buffer[at] == ';' ? 1 : 0;
            tabs += buffer[at] == '\t' ? 1 : 0;
            if (buffer[at] <= 0 || buffer[at] == '"') {
                return Map.of();
            }
            at++;
        }
        if (at - next > LONGEST_HEADER || at == filled) {
            return Map.of();
        }
        separator = (byte) (tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',');
        Map<String, Integer> columns = new LinkedHashMap<>();
        if (!next()) {
            return Map.of();
        }
        String[] names = cells();
        for (int i = 0; i < names.length; i++) {
            String column = names[i].strip();
            if (column.isEmpty() || columns.putIfAbsent(column, i) != null) {
                return Map.of();
            }
        }
        return columns;
    }

    /** Goes to the next line; false at the end, and where the file is not plain any more. */
    boolean next() throws IOException {
        line++;
        if (line >= lines && !cut()) {
            return false;
        }
        number++;
        return true;
    }

    /** Cuts the lines that come next, as far as the buffer has them whole; false if there is none. */
    private boolean cut() throws IOException {
        block++;
        line = 0;
        lines = 0;
        while (plain && lines < AHEAD && firstCell[lines] < starts.length - MOST_CELLS - 1) {
            if (!cutLine()) {
                if (lines > 0 || ended) {
                    break;
                }
                more();
            }
        }
        return plain && lines > 0;
    }

    /** Cuts a line; false if the buffer does not have its end, or it is not plain. */
    private boolean cutLine() {
        int first = firstCell[lines];
        int to = first;
        boolean isAscii = true;
        starts[to++] = next;
        for (int at = next; at < filled; at += WORD) {
            for (long marks = marks((long) WORDS.get(buffer, at)); marks != 0; marks &= marks - 1) {
                int i = at + (Long.numberOfTrailingZeros(marks) >>> 3);
                byte b = buffer[i];
                if (b == separator) {
                    if (to - first == MOST_CELLS) {
                        return stop();
                    }
                    starts[to++] = i + 1;
                } else if (b == '\n') {
                    return line(to, i, i + 1, isAscii);
                } else if (b == '\r') {
                    if (i + 1 == filled && !ended) {
                        return false;
                    }
                    return (i + 1 < filled && buffer[i + 1] == '\n') ? line(to, i, i + 2, isAscii) : stop();
                } else if (b == '"') {
                    return stop();
                } else if (b < 0) {
                    isAscii = false;
                }
            }
        }
        if (filled - next > LONGEST_LINE) {
            return stop();
        }
        if (!ended || next == filled) {
            return false;
        }
        return buffer[filled - 1] == separator ? stop() : line(to, filled, filled, isAscii);
    }

    /** The bytes of a word that may be more than text, by their highest bits: separators, those up to ", and beyond ASCII. */
    private long marks(long word) {
        long differs = word ^ (separator * EACH);
        long separates = ~(((differs & REST) + REST) | differs);
        long isLow = ~((word & REST) + LOWEST_LETTERS);
        return (separates | isLow | word) & HIGH;
    }

    private boolean line(int to, int end, int behind, boolean isAscii) {
        if (end - next > LONGEST_LINE || !(isAscii || isUtf8(next, end))) {
            return stop();
        }
        starts[to] = end + 1;
        ascii[lines++] = isAscii;
        firstCell[lines] = to + 1;
        next = behind;
        return true;
    }

    private boolean isUtf8(int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false; // the general reader says so, and where
        }
    }

    private boolean stop() {
        plain = false;
        return false;
    }

    /** Moves what is not cut yet to the front, and reads on behind it. */
    private void more() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        fill();
    }

    private void fill() throws IOException {
        filled += in.readNBytes(buffer, filled, BUFFER - filled);
        ended = filled < BUFFER;
        Arrays.fill(buffer, filled, filled + WORD, (byte) 'x'); // a word may reach so far: no mark
    }

    /** Whether all lines so far were plain. */
    boolean isPlain() {
        return plain;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    byte[] bytes() {
        return buffer;
    }

    /** How many cells the line has. */
    int count() {
        return count(line);
    }

    int start(int cell) {
        return starts[firstCell[line] + cell];
    }

    int end(int cell) {
        return starts[firstCell[line] + cell + 1] - 1;
    }

    boolean isAscii() {
        return ascii[line];
    }

    /** Changes when {@link #bytes} may have: lines that were cut together are in one block. */
    int block() {
        return block;
    }

    /** How many lines the block has. */
    int inBlock() {
        return lines;
    }

    /** Which of them, from 0, the line is. */
    int nth() {
        return line;
    }

    int count(int nth) {
        return firstCell[nth + 1] - firstCell[nth] - 1;
    }

    int start(int nth, int cell) {
        return starts[firstCell[nth] + cell];
    }

    int end(int nth, int cell) {
        return starts[firstCell[nth] + cell + 1] - 1;
    }

    /** The cells as text. */
    String[] cells() {
        String[] cells = new String[count()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new String(buffer, start(i), end(i) - start(i), StandardCharsets.UTF_8);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
