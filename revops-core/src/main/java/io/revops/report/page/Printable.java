package io.revops.report.page;

/** Text from files as it may stand on a page: what no page can show, or what would reorder the words around it, is replaced. */
final class Printable {
    private static final int UNKNOWN = 0xFFFD;

    private Printable() {}

    /** The text with a blank for every tab and line end, and U+FFFD for what cannot be shown. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(shown(c)));
        return clean.toString();
    }

    private static int shown(int c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return ' ';
        }
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return Character.isISOControl(c) || half || nothing || reorders(c) ? UNKNOWN : c;
    }

    /** Embeddings, overrides, isolates and marks of direction, and the separators that some readers take for a line end. */
    private static boolean reorders(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0x2028
                || c == 0x2029;
    }
}
