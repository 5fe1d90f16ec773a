package io.revops.report.page;

import io.revops.metric.Explanation;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.Table;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.Numbers;
import io.revops.report.chart.Spark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that are read first, each on a card: how much, how it went, and what it was. */
final class HeadlinesHtml {
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) (-?[0-9,]+(?:\\.[0-9]+)?)");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3} ");
    private static final BigDecimal LONG = BigDecimal.valueOf(10_000);

    private final Markup page;
    private final Report report;
    private final Table table;
    private final Conclusions conclusions;

    HeadlinesHtml(Markup page, Report report, Table table, Conclusions conclusions) {
        this.page = page;
        this.report = report;
        this.table = table;
        this.conclusions = conclusions;
    }

    void write(Headlines headlines) {
        page.open("ul", "class", "cards", "aria-label", headlines.title());
        for (Headline headline : headlines.figures()) {
            table.rows().stream()
                    .filter(row ->
                            row.get(table.column(headlines.label())).printed().equals(headline.figure()))
                    .findFirst()
                    .ifPresent(row -> card(headlines, headline, row));
        }
        page.close();
    }

    private void card(Headlines headlines, Headline headline, List<Cell> row) {
        Cell now = row.get(table.column(headlines.now()));
        Cell before = row.get(table.column(headlines.before()));
        page.open("li", "class", "card");
        page.words("p", headline.figure(), "class", "label");
        page.open("p", "class", "figure");
        Explanation how = now.how();
        if (how == null) {
            figure(shortly(now));
        } else {
            page.open("a", "class", "why", "href", "#" + conclusions.anchor(how));
            figure(shortly(now));
            page.close();
        }
        page.close();
        page.open("p", "class", "change");
        if (!headline.change().isEmpty()) {
            page.words("span", headline.change(), "class", news(headline));
            page.text(" ");
        }
        String then = table.columns().get(table.column(headlines.before())).title();
        page.words("span", then + ": " + shortly(before), "class", "before");
        page.close();
        headline.spark().ifPresent(this::spark);
        page.close();
    }

    /** A currency stands small before its amount. */
    private void figure(String printed) {
        if (CURRENCY.matcher(printed).lookingAt()) {
            page.words("small", printed.substring(0, 3)).text(printed.substring(3));
        } else {
            page.text(printed);
        }
    }

    private static String news(Headline headline) {
        return "news " + headline.news().name().toLowerCase(Locale.ROOT);
    }

    /** The number without its interval, and an amount of many digits with few. */
    static String shortly(Cell cell) {
        String printed = cell.printed();
        int interval = printed.indexOf(" (");
        String number = interval < 0 ? printed : printed.substring(0, interval);
        Matcher money = MONEY.matcher(number);
        if (money.matches()) {
            BigDecimal amount = new BigDecimal(money.group(2).replace(",", ""));
            if (amount.abs().compareTo(LONG) >= 0) {
                return money.group(1) + " " + Numerals.compact(amount);
            }
        }
        return number;
    }

    private void spark(Spark spark) {
        Optional<Table> found = report.section(spark.section())
                .flatMap(s -> s.tables().stream()
                        .filter(t -> t.id().equals(spark.table()))
                        .findFirst());
        if (found.isEmpty()
                || found.get().columns().stream().noneMatch(c -> c.key().equals(spark.column()))) {
            return;
        }
        double[] values = found.get().numbers(spark.column(), Numbers.AS_PRINTED).stream()
                .mapToDouble(n -> n.map(BigDecimal::doubleValue).orElse(Double.NaN))
                .toArray();
        SparkDrawing.draw(page, values);
    }
}
