package io.revops.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The style sheet of the page: the colours, then what lies beside this class. */
final class StyleSheet {
    private StyleSheet() {}

    static String text() {
        try (InputStream sheet = StyleSheet.class.getResourceAsStream("page.css")) {
            byte[] bytes = Objects.requireNonNull(sheet, "page.css").readAllBytes();
            return Palette.sheet() + new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
