package io.revops.report.page;

import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import java.util.List;
import java.util.Locale;

/** A section of the page: its words, then each table under the pictures of it, then how the section's figures were concluded. */
final class SectionHtml {
    private final Markup page;
    private final Report report;
    private final Section section;
    private final Conclusions conclusions;

    SectionHtml(Markup page, Report report, Section section, Conclusions conclusions) {
        this.page = page;
        this.report = report;
        this.section = section;
        this.conclusions = conclusions;
    }

    /** The fragment that leads to a section. */
    static String anchor(Section section) {
        return "s-" + word(section.id());
    }

    /** A name as part of an id: letters, digits and dashes. */
    static String word(String name) {
        StringBuilder word = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .chars()
                .forEach(c -> word.append((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? (char) c : '-'));
        return word.toString();
    }

    void write() {
        page.open("section", "id", anchor(section), "class", "s-" + word(section.id()));
        page.words("h2", section.title());
        section.text().forEach(paragraph -> page.words("p", paragraph, "class", "lead"));
        page.open("div", "class", "blocks");
        for (int i = 0; i < section.tables().size(); i++) {
            table(section.tables().get(i), anchor(section) + "-" + (i + 1));
        }
        page.close();
        new HowHtml(page, conclusions).write("How it was concluded", section.how());
        page.close();
    }

    /** Several of them stand side by side where there is room. */
    private boolean hasSeveralBarCharts() {
        return section.charts().stream().filter(BarChart.class::isInstance).count() > 1;
    }

    private void table(Table table, String anchor) {
        List<Chart> charts = section.charts().stream()
                .filter(c -> c.table().equals(table.id()))
                .toList();
        boolean half =
                !charts.isEmpty() && hasSeveralBarCharts() && charts.stream().allMatch(BarChart.class::isInstance);
        page.open("div", "class", half ? "block half" : "block");
        for (int i = 0; i < charts.size(); i++) {
            new ChartHtml(page, report, table, anchor + "-c" + (i + 1), conclusions).write(charts.get(i));
        }
        TableHtml html = new TableHtml(page, table, conclusions);
        if (charts.isEmpty()) {
            if (!table.title().isEmpty()) {
                page.words("h3", table.title());
            }
            html.write(anchor);
        } else {
            page.open("details", "class", "data");
            page.words(
                    "summary",
                    "Table: " + (table.title().isEmpty() ? charts.get(0).title() : table.title()));
            html.write(anchor);
            page.close();
        }
        new HowHtml(page, conclusions).write("How these figures were concluded", html.concluded());
        page.close();
    }
}
