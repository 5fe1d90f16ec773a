package io.revops.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** The one that fewest letters have to be changed for, if that is less than half of them; of several the first. */
    static Optional<String> to(String written, Collection<String> words) {
        String word = key(written);
        return words.stream()
                .min(Comparator.comparingInt(w -> distance(word, key(w))))
                .filter(w -> distance(word, key(w)) * 2 < Math.max(2, Math.max(word.length(), w.length())));
    }

    /** {@code (colums). Maybe columns; one of [...]} */
    static String maybe(String written, Collection<String> words) {
        return "(" + clipped(written) + "). " + meant(written, words);
    }

    /** {@code Maybe columns; it is one of [...].} */
    static String meant(String written, Collection<String> words) {
        return "Maybe " + to(written, words).map(w -> w + "; it is ").orElse("") + "one of " + words + ".";
    }

    private static String clipped(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static String key(String text) {
        String lower =
                text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
        return lower.length() <= 60 ? lower : lower.substring(0, 60);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
