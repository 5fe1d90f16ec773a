package io.revops.load.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, so that broken characters spoil one line and not the file. */
final class LineBytes {
    /** A longer line is read to its end and thrown away. */
    static final int MOST = 1 << 24;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 13];
    private int length;
    private long number;
    private boolean tooLong;

    LineBytes(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false if there is none. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        number++;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
                if (end == 0) {
                    return any;
                }
            }
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(stop);
            boolean whole = stop < end;
            at = whole ? stop + 1 : stop;
            if (whole) {
                return true;
            }
        }
    }

    /** From 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = mark(); i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The line without the byte order mark that may begin the first. */
    byte[] bytes() {
        return Arrays.copyOfRange(line, mark(), length);
    }

    private int mark() {
        boolean marked = number == 1
                && length >= 3
                && line[0] == (byte) 0xEF
                && line[1] == (byte) 0xBB
                && line[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private void append(int stop) {
        int more = stop - at;
        if (length + more > MOST) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }
}
