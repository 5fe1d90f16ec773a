package io.revops.load.export;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The tokens of a document, object by object: one that is too large to hold is refused, and can be passed by. */
final class OneByOne extends JsonParserDelegate {
    /** Of an object, as of a line. */
    static final int MOST_BYTES = LineBytes.MOST;

    /** Names, values and brackets: an empty object is two bytes in a file, and a hundred in memory. */
    static final int MOST_TOKENS = 1 << 18;

    static final String TOO_LARGE = "has more than " + MOST_BYTES + " bytes, or more than " + MOST_TOKENS
            + " names, values and brackets. Maybe it is no object of an export.";

    /** An object is larger than any of an export. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private int depth;
    private boolean counts;
    private long from;
    private int tokens;

    OneByOne(JsonParser of) {
        super(of);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        if (counts && (++tokens > MOST_TOKENS || at() - from > MOST_BYTES)) {
            throw new TooLargeException();
        }
        return token;
    }

    /** In characters, if the document is in no encoding of bytes. */
    private long at() {
        JsonLocation at = currentLocation();
        return Math.max(at.getByteOffset(), at.getCharOffset());
    }

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    /** An object begins here. */
    void begin() {
        resume(0, 0);
    }

    /** How many bytes the object has so far. */
    long bytes() {
        return at() - from;
    }

    int tokens() {
        return tokens;
    }

    /** The object goes on here, after others that are counted by themselves. */
    void resume(long bytes, int soMany) {
        counts = true;
        from = at() - bytes;
        tokens = soMany;
    }

    /** No object begins before the next. */
    void end() {
        counts = false;
    }

    /** Reads on until no more are open than so many. */
    void leave(int open) throws IOException {
        counts = false;
        boolean more = true;
        while (more && depth > open) {
            more = nextToken() != null;
        }
    }
}
