package io.revops.load;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that refuses a text which is longer than it should be. */
final class BoundedReader extends FilterReader {
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(long longest) {
            super("The file has more than " + longest + " characters. Maybe it is another file.");
        }
    }

    private final long longest;
    private long left;

    BoundedReader(Reader in, long longest) {
        super(in);
        this.longest = longest;
        left = longest;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooLongException(longest);
        }
    }
}
