package io.revops.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int next;
    private int filled;
    private boolean ended;
    private boolean plain = true;
    private byte separator = ',';
    private long number;
    private int[] starts = new int[16];
    private int count;
    private int end;
    private boolean ascii;

    private PlainLines(InputStream in) {
        this.in = in;
    }

    static PlainLines open(Path file) throws IOException {
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
        int at = next;
        int from = next;
        count = 1;
        starts[0] = from;
        int all = 0;
        while (true) {
            if (at == filled) {
                int moved = more();
                at -= moved;
                from -= moved;
                if (at == filled) {
                    return lastLine(at, from, all);
                }
            }
            byte b = buffer[at];
            if (b == separator) {
                if (count == starts.length && !widen()) {
                    return stop();
                }
                starts[count++] = at + 1;
            } else if (b == '\n') {
                break;
            } else if (b == '"') {
                return stop();
            } else if (b == '\r') {
                if (at + 1 == filled) {
                    int moved = more();
                    at -= moved;
                    from -= moved;
                }
                if (at + 1 >= filled || buffer[at + 1] != '\n') {
                    return stop();
                }
                end = at;
                next = at + 2;
                return line(all);
            } else {
                all |= b;
            }
            at++;
            if (at - from > LONGEST_LINE) {
                return stop();
            }
        }
        end = at;
        next = at + 1;
        return line(all);
    }

    private boolean lastLine(int at, int from, int all) {
        if (at == from) {
            return false;
        }
        end = at;
        next = at;
        return buffer[at - 1] == separator ? stop() : line(all);
    }

    private boolean line(int all) {
        number++;
        ascii = all >= 0;
        return ascii || isUtf8() || stop();
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, starts[0], end - starts[0]));
            return true;
        } catch (CharacterCodingException e) {
            return false; // the general reader says so, and where
        }
    }

    private boolean stop() {
        plain = false;
        return false;
    }

    private boolean widen() {
        if (starts.length >= MOST_CELLS) {
            return false;
        }
        starts = Arrays.copyOf(starts, starts.length * 2);
        return true;
    }

    /** Moves the line at hand to the front, and reads on behind it; by how much it moved. */
    private int more() throws IOException {
        int moved = next;
        if (!ended) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
            for (int i = 0; i < count; i++) {
                starts[i] -= moved;
            }
            fill();
            return moved;
        }
        return 0;
    }

    private void fill() throws IOException {
        filled += in.readNBytes(buffer, filled, buffer.length - filled);
        ended = filled < buffer.length;
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
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return cell + 1 < count ? starts[cell + 1] - 1 : end;
    }

    boolean isAscii() {
        return ascii;
    }

    /** The cells as text. */
    String[] cells() {
        String[] cells = new String[count];
        for (int i = 0; i < count; i++) {
            cells[i] = new String(buffer, start(i), end(i) - start(i), StandardCharsets.UTF_8);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
