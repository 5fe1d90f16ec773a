package io.revops.report.page;

/** Words as Markdown that reads as these words and as nothing else. */
final class MarkdownText {
    private MarkdownText() {}

    /** Words within a line. */
    static String of(String words) {
        String shown = Printable.of(words);
        StringBuilder text = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '@' -> text.append("&#64;");
                case '\\', '`', '*', '_', '[', ']', '|', '~', '$', '#', '!', '{', '}', '^' ->
                    text.append('\\').append(c);
                case ':' -> text.append(shown.startsWith("//", i + 1) ? "&#58;" : ":");
                case '.' -> text.append(isAfterWww(shown, i) ? "&#46;" : ".");
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Words at the beginning of a line, where a dash would make a list and a number with a point one too. */
    static String line(String words) {
        String text = of(words.strip());
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean marked = digits < text.length()
                && (digits == 0 ? "-+=".indexOf(text.charAt(0)) >= 0 : ".)".indexOf(text.charAt(digits)) >= 0);
        return marked ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
    }

    /** A host name that begins so is made a link. */
    private static boolean isAfterWww(String words, int dot) {
        return dot >= 3 && words.regionMatches(true, dot - 3, "www", 0, 3);
    }
}
