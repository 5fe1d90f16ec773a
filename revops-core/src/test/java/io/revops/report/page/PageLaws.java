package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.metric.Explanation;
import io.revops.report.Cell;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/**
 * Names come from files that strangers write. If one could become markup, whoever forwards the page would forward what the
 * stranger put into it.
 */
class PageLaws {
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "]]>",
            "<!--",
            "-->",
            "</title>",
            "</style>",
            "&lt;b&gt;",
            "&#60;",
            "\u0000\u0001\u001b[31m\u007f\u0085",
            "\u202Egnp.exe\u2066\u2069\u200F",
            "\uFFFE\uFFFF\ud83c",
            "\uD83C\uDF89",
            "| a | b |",
            "`code`",
            "[x](javascript:alert(1))",
            "https://example.org www.example.org a@example.org",
            "# h",
            "1. x",
            "- x",
            "a\r\nb\tc",
            "\\|");

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("<>&\"'`|\\[]()*_#-+.!:/@= aw1\n")
                .ofMaxLength(20);
        Arbitrary<String> hostile = Arbitraries.of(HOSTILE);
        return Arbitraries.oneOf(any, signs, hostile).list().ofMaxSize(3).map(parts -> String.join("", parts));
    }

    private static Report report(String name) {
        Explanation how =
                new Explanation(name, name, List.of(name), List.of(name), List.of(name, "    " + name), List.of(name));
        Table of = Gallery.table(List.of(List.of(
                Cell.text(name), Gallery.cell(1).with(how), Gallery.cell(2), Gallery.cell(0), Gallery.cell(3))));
        Table table = new Table("t", name, of.columns(), of.rows(), List.of(name));
        Section charts = Gallery.everyKind("s", table);
        return Gallery.of(new Section("s", name, List.of(name), List.of(table), List.of(how), charts.charts()));
    }

    /** The elements and attributes of the page of a harmless name. */
    private static List<String> shape(Parsed page) {
        return page.all().stream()
                .filter(e -> !e.getTagName().equals("td") && !e.getTagName().equals("th"))
                .map(e -> e.getTagName() + e.getAttributes().getLength())
                .toList();
    }

    @Property(tries = 300)
    void aNameNeverBecomesMarkup(@ForAll("names") String name) {
        Parsed page = Parsed.of(HtmlReport.text(report(name)));
        assertThat(page.all())
                .extracting(Element::getTagName)
                .doesNotContain("script", "img", "iframe", "object", "base", "form", "input");
        if (!name.isEmpty()) {
            assertThat(shape(page)).isEqualTo(shape(Parsed.of(HtmlReport.text(report("harmless")))));
        }
        assertThat(page.all("h2").get(0).getTextContent()).isEqualTo(Printable.of(name));
        Element cell = Parsed.within(page.byId("s-s-1"), "th").get(5);
        assertThat(cell.getTextContent()).isEqualTo(Printable.of(name));
        if (!name.isEmpty()) {
            assertThat(Parsed.within(page.all("table").get(0), "caption").get(0).getTextContent())
                    .isEqualTo(Printable.of(name));
        }
    }

    @Property
    void whatIsShownCanBeShownAndIsOtherwiseTheName(@ForAll("names") String name) {
        String shown = Printable.of(name);
        assertThat(shown.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069)
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(Printable.of(shown)).isEqualTo(shown);
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(name.codePointCount(0, name.length()));
        int[] before = name.codePoints().toArray();
        int[] after = shown.codePoints().toArray();
        for (int i = 0; i < before.length; i++) {
            if (after[i] != 0xFFFD && after[i] != ' ') {
                assertThat(after[i]).isEqualTo(before[i]);
            }
        }
    }

    @Property
    void markdownReadsAsTheName(@ForAll("names") String name) {
        String text = MarkdownText.of(name);
        assertThat(text)
                .doesNotContain("<", ">", "@", "://", "www.")
                .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[`|*_\\[\\]~$]");
        assertThat(read(text)).isEqualTo(Printable.of(name));
        String line = MarkdownText.line(name);
        assertThat(line).doesNotContainPattern("^([-+=#>]|\\d+[.)]|\\s)");
        assertThat(read(line)).isEqualTo(Printable.of(name).strip());
    }

    @Property(tries = 100)
    void everyRowOfAMarkdownTableHasItsCells(@ForAll("names") String name) {
        String markdown = MarkdownReport.text(report(name));
        assertThat(markdown.lines().filter(l -> l.startsWith("| ")))
                .hasSize(3)
                .allSatisfy(
                        row -> assertThat(row.replaceAll("\\\\.", "").chars().filter(c -> c == '|'))
                                .hasSize(6));
        assertThat(markdown).doesNotContain("<");
    }

    /** What a reader of Markdown makes of escaped words. */
    private static String read(String markdown) {
        StringBuilder words = new StringBuilder();
        int i = 0;
        while (i < markdown.length()) {
            char c = markdown.charAt(i);
            if (c == '\\') {
                words.append(markdown.charAt(i + 1));
                i += 2;
            } else if (c == '&') {
                int end = markdown.indexOf(';', i);
                words.append(
                        switch (markdown.substring(i, end)) {
                            case "&amp" -> '&';
                            case "&lt" -> '<';
                            case "&gt" -> '>';
                            default -> (char) Integer.parseInt(markdown.substring(i + 2, end));
                        });
                i = end + 1;
            } else {
                words.append(c);
                i++;
            }
        }
        return words.toString();
    }
}
