package io.revops.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands under the rows of a chart: of months and quarters the short name, and the year where it begins; of anything else
 * its beginning.
 *
 * @param names one for each row
 * @param years one for each row, empty where it is that of the row before
 */
record RowLabels(List<String> names, List<String> years) {
    private static final Pattern DATED = Pattern.compile("(\\d{4})-(\\d{2}|Q[1-4])");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<Integer> STRIDES = List.of(1, 2, 3, 6, 12, 24, 60, 120, 600);
    private static final int LONGEST = 12;
    private static final int LETTER = 7;
    private static final int DESK = 760;
    private static final int PHONE = 250;

    static RowLabels of(List<String> labels) {
        List<String> names = new ArrayList<>();
        List<String> years = new ArrayList<>();
        String year = "";
        for (String label : labels) {
            Matcher dated = DATED.matcher(label);
            boolean isDated = dated.matches();
            names.add(isDated ? shortly(dated.group(2)) : shortened(label, LONGEST));
            String own = isDated ? dated.group(1) : "";
            years.add(own.equals(year) ? "" : own);
            year = own;
        }
        return new RowLabels(names, years);
    }

    private static String shortly(String part) {
        int month = part.charAt(0) == 'Q' ? 0 : Integer.parseInt(part);
        return month < 1 || month > 12 ? part : MONTHS.get(month - 1);
    }

    /** At most so many characters, the last a dot of omission. */
    static String shortened(String label, int most) {
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    void draw(Markup page, Plot plot, double y) {
        int desk = stride(DESK);
        int phone = Math.max(desk, stride(PHONE));
        int sinceYear = 0;
        for (int i = 0; i < names.size(); i++) {
            String x = Numerals.share(plot.x(i));
            if (i % desk == 0) {
                page.words(
                        "text",
                        names.get(i),
                        "class",
                        i % phone == 0 ? "name" : "name desk",
                        "x",
                        x,
                        "y",
                        Numerals.fixed(y));
            }
            if (!years.get(i).isEmpty()) {
                boolean roomy = i == 0 || (i - sinceYear) * (double) PHONE / names.size() > 5 * LETTER;
                page.words(
                        "text",
                        years.get(i),
                        "class",
                        roomy ? "name year" : "name year desk",
                        "x",
                        x,
                        "y",
                        Numerals.fixed(y + 15));
                sinceYear = i;
            }
        }
    }

    /** Every how manieth name fits into a width. */
    private int stride(int width) {
        int longest = names.stream().mapToInt(String::length).max().orElse(1);
        double room = (double) width / Math.max(1, names.size());
        return STRIDES.stream()
                .filter(stride -> stride * room >= longest * LETTER + 4)
                .findFirst()
                .orElse(STRIDES.get(STRIDES.size() - 1));
    }
}
