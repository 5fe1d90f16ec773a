package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.report.Section;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Every kind of chart on data on which drawings go wrong. */
class DrawingTest {
    private static final double NONE = Double.NaN;

    private static Parsed draw(List<String> labels, double[]... columns) {
        return Parsed.of(HtmlReport.text(Gallery.of(Gallery.everyKind("s", labels, columns))));
    }

    private static Element figure(Parsed page, String title) {
        return page.all("figure").stream()
                .filter(f -> Parsed.within(f, "h3").get(0).getTextContent().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> ofClass(Element parent, String tag, String kind) {
        return Parsed.within(parent, tag).stream()
                .filter(e -> e.getAttribute("class").equals(kind))
                .toList();
    }

    private static Stream<String> words(Element parent, String kind) {
        return ofClass(parent, "text", kind).stream().map(Element::getTextContent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 13, 36, 60})
    void oneToSixtyMonthsAreDrawnWithinTheirFrame(int count) {
        Parsed page = draw(
                Gallery.months(count),
                Gallery.values(count, i -> 100 + i),
                Gallery.values(count, i -> -50 - i),
                Gallery.values(count, i -> 90 + i),
                Gallery.values(count, i -> 120 + i));
        Element bars = figure(page, "Chart bars");
        assertThat(ofClass(bars, "rect", "blue")).hasSize(count);
        assertThat(ofClass(bars, "rect", "rust")).hasSize(count);
        for (Element bar : Parsed.within(bars, "rect")) {
            assertThat(percent(bar, "x")).isBetween(0.0, 100.0);
            assertThat(percent(bar, "x") + percent(bar, "width")).isLessThanOrEqualTo(100.01);
            assertThat(number(bar, "y")).isBetween(0.0, 252.0);
            assertThat(number(bar, "y") + number(bar, "height")).isLessThanOrEqualTo(252.01);
        }
        assertThat(Parsed.within(figure(page, "Chart points"), "circle")).hasSize(count);
        assertThat(ofClass(figure(page, "Chart map"), "rect", "field")).hasSize(4 * count);
        assertThat(words(bars, "name").count()).as("names on a phone").isLessThanOrEqualTo(10);
    }

    @Test
    void namesOfMonthsAreShortAndTheirYearIsToldOnce() {
        double[] any = new double[14];
        Element line = figure(draw(Gallery.months(14), any, any, any, any), "Chart line");
        assertThat(words(line, "name").toList()).startsWith("Jan", "Mar").contains("Nov");
        assertThat(words(line, "name desk").toList()).startsWith("Feb", "Apr");
        assertThat(words(line, "name year").toList()).containsExactly("2023", "2024");
        assertThat(RowLabels.of(List.of("2024-Q4", "2025-Q1", "2025-Q2")).years())
                .containsExactly("2024", "2025", "");
    }

    @Test
    void aNumberThatDoesNotExistIsAGap() {
        double[] gaps = {1, 2, NONE, 4, 5, NONE, 7};
        double[] zeros = new double[7];
        Parsed page = draw(Gallery.months(7), gaps, zeros, gaps, gaps);
        assertThat(ofClass(figure(page, "Chart line"), "polyline", "line blue"))
                .extracting(l -> l.getAttribute("points").split(" ").length)
                .containsExactly(2, 2);
        assertThat(ofClass(figure(page, "Chart line"), "circle", "dot blue"))
                .as("the one alone at the end")
                .hasSize(1);
        assertThat(ofClass(figure(page, "Chart fan"), "polygon", "band sky")).hasSize(3);
        assertThat(ofClass(figure(page, "Chart bars"), "polyline", "line ink"))
                .as("no net without all its parts")
                .hasSize(3);
        assertThat(ofClass(figure(page, "Chart map"), "rect", "field")).hasSize(5 + 7 + 5 + 5);
        assertThat(ofClass(figure(page, "Chart points"), "circle", "point blue"))
                .hasSize(5);
    }

    @Test
    void withoutAnyNumberItIsSaidThatThereIsNone() {
        double[] none = {NONE, NONE};
        Parsed page = draw(Gallery.months(2), none, none, none, none);
        assertThat(page.all("figure"))
                .hasSize(6)
                .allSatisfy(f -> assertThat(Parsed.within(f, "svg")).isEmpty())
                .allSatisfy(f -> assertThat(f.getTextContent()).contains("There is no number to draw."));
        assertThat(page.ofClass("undefined")).hasSize(8);
        Parsed empty = draw(List.of(), new double[0], new double[0], new double[0], new double[0]);
        assertThat(empty.all("figure")).hasSize(6);
        assertThat(Parsed.rows(empty.byId("s-s-1"))).last().isEqualTo("none");
    }

    @Test
    void nothingButZerosIsALineAtZero() {
        double[] zeros = new double[3];
        Parsed page = draw(Gallery.months(3), zeros, zeros, zeros, zeros);
        assertThat(ofClass(figure(page, "Chart bars"), "line", "zero")).hasSize(1);
        assertThat(ofClass(figure(page, "Chart bars"), "line", "grid")).isEmpty();
        assertThat(words(figure(page, "Chart bars"), "tick")).containsExactly("0");
        assertThat(ofClass(figure(page, "Chart rows"), "rect", "teal")).isEmpty();
    }

    @Test
    void losingBarsGoToTheLeftOfZero() {
        Parsed page = draw(List.of("won", "lost"), new double[2], new double[] {30, -10}, new double[2], new double[2]);
        List<Element> bars = ofClass(figure(page, "Chart rows"), "rect", "teal");
        assertThat(bars).extracting(b -> b.getAttribute("x")).containsExactly("25%", "0%");
        assertThat(bars).extracting(b -> b.getAttribute("width")).containsExactly("75%", "25%");
    }

    @Test
    void aLongNameIsCutInTheDrawingAndWholeInTheTable() {
        String name = "Segment of everybody who is neither here nor there nor anywhere else, 日本語 🎉";
        double[] one = {1};
        Parsed page = draw(List.of(name), one, one, one, one);
        assertThat(words(figure(page, "Chart rows"), "bar-name"))
                .containsExactly("Segment of everybody who is neither…");
        assertThat(Parsed.rows(page.byId("s-s-1"))).last().asString().startsWith(name);
        assertThat(RowLabels.shortened("🎉🎉🎉🎉", 3)).isEqualTo("🎉🎉…");
    }

    @Test
    void theGreatestNumbersThereAreCanBeDrawn() {
        double[] huge = {1e299, -1e300};
        double[] beyond = {Double.MAX_VALUE, 1};
        double[] tiny = {Double.MIN_VALUE, 0};
        Section section = Gallery.everyKind("s", Gallery.months(2), tiny, tiny, tiny, tiny);
        assertThat(HtmlReport.text(Gallery.of(section))).doesNotContain("NaN", "Infinity");
        Section great = Gallery.everyKind("s", Gallery.months(2), huge, huge, huge, huge);
        assertThat(HtmlReport.text(Gallery.of(great))).doesNotContain("NaN", "Infinity");
        Parsed page = draw(Gallery.months(2), beyond, beyond, beyond, beyond);
        assertThat(ofClass(figure(page, "Chart bars"), "rect", "blue"))
                .as("what is beyond is a gap")
                .hasSize(1);
    }

    private static double percent(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute).replace("%", ""));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
