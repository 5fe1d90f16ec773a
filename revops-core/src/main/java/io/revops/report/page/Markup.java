package io.revops.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements that are HTML5 and XML at once. Text and values of attributes go through {@link Printable} and are escaped,
 * whatever they hold; there is no other way in for them.
 */
final class Markup {
    private static final Set<String> INLINE = Set.of("a", "b", "span", "bdi", "strong", "em", "small", "code");
    private static final Set<String> VOID = Set.of("meta", "rect", "line", "circle", "polyline", "polygon", "br");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    Markup() {
        out.append("<!DOCTYPE html>");
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turns; an empty value leaves the attribute out
     */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        return this;
    }

    /** An element that holds nothing. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append(VOID.contains(tag) ? "/>" : "></" + tag + ">");
        return this;
    }

    /** An element that holds words. */
    Markup words(String tag, String words, String... attributes) {
        return open(tag, attributes).text(words).close();
    }

    Markup text(String words) {
        escape(Printable.of(words));
        return this;
    }

    /** The page's own style sheet, in which neither {@code <} nor {@code &} stands. */
    Markup style(String sheet) {
        if (sheet.indexOf('<') >= 0 || sheet.indexOf('&') >= 0) {
            throw new IllegalArgumentException("A style sheet holds markup. Maybe write the sign as its number.");
        }
        open("style");
        out.append('\n').append(sheet);
        return close();
    }

    private void start(String tag, String... attributes) {
        if (!INLINE.contains(tag)) {
            out.append('\n');
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(Printable.of(attributes[i + 1]));
                out.append('"');
            }
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** The whole document; every element has to be closed. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open + ". Maybe a close is missing.");
        }
        return out.append('\n').toString();
    }
}
