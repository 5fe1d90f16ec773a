package io.revops.health;

import io.revops.book.Fact;
import io.revops.book.FactId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** How figures, days and columns are written here. */
final class Texts {
    /** Of many facts, the last ten are named. */
    private static final int NAMED = 10;

    private Texts() {}

    /** At most two digits after the point, and none that is zero at the end. */
    static String number(double figure) {
        BigDecimal rounded =
                new BigDecimal(figure).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A figure that may not be finite. */
    static String shown(double figure) {
        return Double.isFinite(figure) ? number(figure) : Double.toString(figure);
    }

    /** A share in percent, without digits after the point. */
    static String percent(double share) {
        return new BigDecimal(share).movePointRight(2).setScale(0, RoundingMode.HALF_EVEN) + " %";
    }

    /** {@code 1 day}, {@code 3 days}. */
    static String count(long n, String one, String many) {
        return n + " " + (n == 1 ? one : many);
    }

    /** The ids of the last of facts that are in order. */
    static List<FactId> last(List<? extends Fact> facts) {
        return facts.subList(Math.max(0, facts.size() - NAMED), facts.size()).stream()
                .map(Fact::id)
                .toList();
    }

    /** Cells in columns, each to the left but those that are numbers; every line begins with two blanks. */
    static String columns(List<List<String>> lines, int... numbers) {
        int[] widths = new int[lines.get(0).size()];
        lines.forEach(line -> IntStream.range(0, widths.length)
                .forEach(i -> widths[i] = Math.max(widths[i], line.get(i).length())));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                int column = i;
                String blanks = " ".repeat(widths[i] - line.get(i).length());
                boolean number = IntStream.of(numbers).anyMatch(n -> n == column);
                row.append("  ").append(number ? blanks + line.get(i) : line.get(i) + blanks);
            }
            text.append('\n').append(printable(row.toString().stripTrailing()));
        }
        return text.toString();
    }

    /** Ids and names come from files: what would move a terminal's cursor is not printed. */
    private static String printable(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return clean.toString();
    }
}
