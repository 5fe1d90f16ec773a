package io.revops.report.page;

import io.revops.report.Imprint;
import io.revops.report.Report;
import io.revops.report.Section;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A report as one HTML file that needs nothing else: no script, no font, no network.
 *
 * <p>It is read on a phone, on a desk, on paper (tables under pictures are printed where the browser can open them) and aloud
 * (every picture has a title, a description and its table), on light and on dark. A figure that tells how it was concluded
 * leads to its formula, the totals put in, and the accounts and changes that moved it most. The file is well-formed XML as well
 * as HTML5. Whatever stands in the data is text: it cannot become markup. The same report gives the same bytes.
 */
public final class HtmlReport {
    static final String POLICY = "policy-of-the-page";

    private final Report report;
    private final Markup page = new Markup();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The page. */
    public static String text(Report report) {
        return new HtmlReport(report).document();
    }

    /**
     * Writes the page to a file, in UTF-8.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Report report, Path file) {
        PageFile.write(text(report), file);
    }

    private String document() {
        page.open("html", "lang", "en");
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.empty("meta", "name", "generator", "content", report.imprint().library());
        page.words("title", report.title() + ", " + report.span());
        page.style(StyleSheet.text());
        page.close();
        page.open("body");
        page.words("a", "Skip to the report", "class", "skip", "href", "#report");
        header();
        page.open("main", "id", "report");
        Conclusions conclusions = new Conclusions(report.imprint().policy());
        for (Section section : report.sections()) {
            new SectionHtml(page, report, section, conclusions).write();
        }
        page.close();
        footer();
        page.close().close();
        return page.document();
    }

    private void header() {
        page.open("header", "class", "top");
        page.words("h1", report.title());
        page.open("p", "class", "span");
        page.words("strong", report.span().toString());
        if (!report.span().isEmpty()) {
            page.words(
                    "span",
                    " " + report.span().from() + " to " + report.span().to().minusDays(1));
        }
        page.close().close();
        page.open("nav", "aria-label", "Sections").open("ul");
        for (Section section : report.sections()) {
            page.open("li")
                    .words("a", section.title(), "href", "#" + SectionHtml.anchor(section))
                    .close();
        }
        page.close().close();
    }

    private void footer() {
        Imprint imprint = report.imprint();
        page.open("footer").open("dl");
        term("Span", report.span().from() + " to " + report.span().to() + ", the last day excluded");
        term("Policy", imprint.policy(), POLICY);
        term("Data", imprint.data());
        term("Made with", imprint.library());
        page.close();
        page.words("p", "The same data, policy and version give this file again, byte for byte.");
        page.close();
    }

    private void term(String name, String value) {
        term(name, value, "");
    }

    private void term(String name, String value, String id) {
        if (!value.isEmpty()) {
            page.open("div", "id", id).words("dt", name).words("dd", value).close();
        }
    }
}
