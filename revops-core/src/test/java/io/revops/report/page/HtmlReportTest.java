package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.SmallBook;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Headlines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The page of {@link SmallBook}, read again as XML. */
class HtmlReportTest {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final Report report = RevenueReport.of(SmallBook.view());
    private final String html = HtmlReport.text(report);
    private final Parsed page = Parsed.of(html);

    /** small.html was written by this class, and read through by eye. */
    @Test
    void theBridgeOfTheSmallBookIsThePageThatWasLookedAt() throws IOException {
        Report bridge = new Report(
                report.title(), report.span(), List.of(report.section("bridge").orElseThrow()), report.imprint());
        String drawn = HtmlReport.text(bridge).replaceFirst("(?s)<style>.*</style>", "<style></style>");
        String golden;
        try (var file = HtmlReportTest.class.getResourceAsStream("small.html")) {
            golden = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(drawn).isEqualTo(golden);
    }

    @Test
    void everySectionIsThereUnderItsHeadingAndInTheNavigation() {
        assertThat(page.all("h2"))
                .extracting(Element::getTextContent)
                .containsExactlyElementsOf(
                        report.sections().stream().map(Section::title).toList());
        assertThat(Parsed.within(page.all("nav").get(0), "a"))
                .extracting(a -> a.getAttribute("href"))
                .containsExactlyElementsOf(page.all("section").stream()
                        .map(s -> "#" + s.getAttribute("id"))
                        .toList());
    }

    @Test
    void headingsGoDownOneAtATime() {
        int before = 0;
        for (Element element : page.all()) {
            if (HEADINGS.contains(element.getTagName())) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        assertThat(page.all("h1")).hasSize(1);
        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void everyLinkLeadsToAPlaceOnThePageAndNoPlaceIsThereTwice() {
        Set<String> ids = new HashSet<>();
        for (Element element : page.all()) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        assertThat(page.all("a"))
                .extracting(a -> a.getAttribute("href"))
                .allSatisfy(href -> assertThat(href).startsWith("#"))
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
        for (Element svg : page.all("svg")) {
            if (svg.hasAttribute("aria-labelledby")) {
                assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" "));
            }
        }
    }

    @Test
    void nothingIsLoadedAndNothingRuns() {
        assertThat(html).doesNotContain("http:", "https:", "url(", "@import", "<script", "javascript:");
        assertThat(page.all())
                .extracting(Element::getTagName)
                .doesNotContain("script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use");
        for (Element element : page.all()) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("src", "style", "srcdoc", "action");
            }
        }
    }

    @Test
    void everyChartHasATitleADescriptionAndItsTableUnderIt() {
        int drawn = 0;
        for (Section section : report.sections()) {
            for (Chart chart : section.charts()) {
                String anchor = "s-" + section.id() + "-" + (tableIndex(section, chart) + 1);
                Element table = page.byId(anchor);
                assertThat(Parsed.rows(table)).hasSizeGreaterThan(1);
                Element block = (Element) table.getParentNode().getParentNode();
                assertThat(block.getTagName()).isEqualTo("details");
                if (!(chart instanceof Headlines)) {
                    Element figure = figure(chart);
                    assertThat(figure.getParentNode()).isEqualTo(block.getParentNode());
                    Element svg = Parsed.within(figure, "svg").get(0);
                    assertThat(svg.getAttribute("role")).isEqualTo("img");
                    assertThat(Parsed.within(svg, "title").get(0).getTextContent())
                            .isEqualTo(chart.title());
                    assertThat(Parsed.within(svg, "desc").get(0).getTextContent())
                            .isNotBlank();
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThanOrEqualTo(6);
    }

    private static int tableIndex(Section section, Chart chart) {
        return section.tables().stream().map(t -> t.id()).toList().indexOf(chart.table());
    }

    private Element figure(Chart chart) {
        return page.all("figure").stream()
                .filter(f -> Parsed.within(f, "h3").get(0).getTextContent().equals(chart.title()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTableHasItsCaptionAndItsHeadersSayWhatTheyHead() {
        List<Element> tables = page.all("table");
        assertThat(tables)
                .hasSize(report.sections().stream()
                        .mapToInt(s -> s.tables().size())
                        .sum());
        for (Element table : tables) {
            assertThat(Parsed.within(table, "caption"))
                    .singleElement()
                    .satisfies(c -> assertThat(c.getTextContent()).isNotBlank());
            assertThat(Parsed.within(table, "th"))
                    .extracting(th -> th.getAttribute("scope"))
                    .isNotEmpty()
                    .allSatisfy(scope -> assertThat(scope).isIn("col", "row"));
        }
    }

    @Test
    void tablesTellWhatTheReportTells() {
        assertThat(Parsed.rows(page.byId("s-bridge-1")))
                .contains("2025-02 | 306.67 | 80.00 | 50.00 | 0.00 | 0.00 | 0.00 | 0.00 | 436.67");
        assertThat(Parsed.within(page.byId("s-bridge-1"), "tfoot")).hasSize(1);
    }

    @Test
    void aFigureLeadsToItsFormulaItsTotalsAndTheAccountsThatMovedIt() {
        Element march = Parsed.within(page.byId("s-bridge-1"), "tr").get(3);
        Element link = Parsed.within(march, "a").get(0);
        Element how = page.byId(link.getAttribute("href").substring(1));
        assertThat(how.getTextContent())
                .contains("= opening + new + expansion")
                .contains("churn USD -166.67 a month, from 1 line")
                .contains("churn: account Birch (B)")
                .contains("2025-03-10T00:00:00Z");
        assertThat(((Element) how.getParentNode()).getTagName()).isEqualTo("details");
        assertThat(how.getParentNode().getFirstChild().getNextSibling().getTextContent())
                .startsWith("MRR movements, 2025-03");
    }

    @Test
    void everyFigureOfTheSummaryLeadsToHowItWasConcluded() {
        Element figures = page.byId("s-summary-1");
        int numbers = Parsed.within(figures, "td").size();
        assertThat(Parsed.within(figures, "a")).hasSize(numbers);
    }

    @Test
    void headlinesTellTheFigureItsChangeAndWhatItWas() {
        assertThat(page.ofClass("card")
                        .get(0)
                        .getTextContent()
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo("ARR USD 2,880.00 -10.0 % 2024-Q4: USD 3,200.00");
        assertThat(page.ofClass("spark")).isNotEmpty();
    }

    @Test
    void theFootTellsHowToGetThePageAgain() {
        assertThat(page.all("footer").get(0).getTextContent())
                .contains("2025-01-01 to 2025-04-01")
                .contains(report.imprint().policy())
                .contains(report.imprint().data())
                .contains(report.imprint().library());
    }

    @Test
    void factsInAnotherOrderGiveTheSameBytes() {
        List<Fact> facts = new ArrayList<>(SmallBook.builder().build().facts().toList());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(facts, new Random(seed));
            RevenueBook book = RevenueBook.builder().add(facts).build();
            Report again = RevenueReport.of(RevenueView.of(book, RevenuePolicy.standard(), SmallBook.SPAN));
            assertThat(HtmlReport.text(again)).isEqualTo(html);
            assertThat(MarkdownReport.text(again)).isEqualTo(MarkdownReport.text(report));
        }
    }

    @Test
    void ofNothingThereIsAPageToo() {
        Report nothing =
                RevenueReport.of(RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), SmallBook.SPAN));
        Parsed empty = Parsed.of(HtmlReport.text(nothing));
        assertThat(empty.all("h2")).hasSize(report.sections().size());
        assertThat(empty.all("footer").get(0).getTextContent()).contains("no book of facts");
    }

    @Test
    void thePageIsWrittenInUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        HtmlReport.write(report, file);
        assertThat(Files.readString(file))
                .isEqualTo(html)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> HtmlReport.write(report, folder.resolve("missing/report.html")))
                .withMessageContaining("missing");
    }
}
