package io.revops.load;

/**
 * Text in a cell of the native form.
 *
 * <p>A spreadsheet runs a cell that begins with {@code = + - @}, a tab or a carriage return as a formula. Such text is written
 * with an apostrophe before it, and so is text that would not survive in a table: empty, with blanks around it, or looking as
 * if it had been marked like this. The reader takes the apostrophe away, and no other one: {@code 's-Hertogenbosch} stays.
 */
final class CellText {
    private static final String FORMULA = "=+-@\t\r";
    private static final String MARK = "'";

    private CellText() {}

    /** As it is written in a CSV file. */
    static String inCsv(String text) {
        return needsMark(text) ? MARK + text : text;
    }

    /** As it is written in JSON, which no spreadsheet opens: marked only where something would be lost. */
    static String inJson(String text) {
        return isLost(text) ? MARK + text : text;
    }

    /** The text of a cell that is not blank. */
    static String read(String cell) {
        if (cell.startsWith(MARK) && needsMark(cell.substring(1))) {
            return cell.substring(1);
        }
        return cell.strip();
    }

    private static boolean needsMark(String text) {
        int first = 0;
        while (first < text.length() && text.startsWith(MARK, first)) {
            first++;
        }
        String rest = text.substring(first);
        return rest.isEmpty() || FORMULA.indexOf(rest.charAt(0)) >= 0 || !rest.equals(rest.strip());
    }

    private static boolean isLost(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return needsMark(text) && !(formula && text.equals(text.strip()));
    }
}
