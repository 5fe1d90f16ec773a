package io.revops.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that is one JSON document with an object on each line: a bare array, or a list object as the API returns it. */
final class JsonList implements Closeable {
    private final TextFile file;
    private final String close;
    private @Nullable String pending;

    private JsonList(TextFile file, String open, String close) throws IOException {
        this.file = file;
        this.close = close;
        file.line(open);
    }

    static JsonList array(Path path) throws IOException {
        return new JsonList(new TextFile(path), "[", "]");
    }

    static JsonList listObject(Path path, String url) throws IOException {
        String open = "{\"object\":\"list\",\"url\":\"" + url + "\",\"has_more\":false,\"data\":[";
        return new JsonList(new TextFile(path), open, "]}");
    }

    /** Adds an object and returns the number of its line. The comma needs the next one, so it is written one line late. */
    int add(String json) throws IOException {
        int line = 1;
        if (pending != null) {
            line = file.line(pending + ",");
        }
        pending = json;
        return line + 1;
    }

    @Override
    public void close() throws IOException {
        if (pending != null) {
            file.line(pending);
        }
        file.line(close);
        file.close();
    }
}
