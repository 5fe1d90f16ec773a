package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.SmallBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser that runs no script. Runs in the profile {@code browser}, which names the browser. */
@EnabledIfSystemProperty(named = "revops.browser", matches = ".+")
class BrowserTest {
    private static final String LONG =
            "A segment of a name that goes on and on withoutabreakwithoutabreakwithoutabreakwithoutabreak";

    @TempDir
    static Path folder;

    private static Path small;
    private static Path gallery;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        Report report = RevenueReport.of(SmallBook.view());
        small = folder.resolve("small.html");
        HtmlReport.write(report, small);
        gallery = folder.resolve("gallery.html");
        double[] three = {3, -1, 2};
        Section many = Gallery.everyKind(
                "many",
                Gallery.months(60),
                Gallery.values(60, i -> 1000 + i),
                Gallery.values(60, i -> -i),
                Gallery.values(60, i -> 900 + i),
                Gallery.values(60, i -> 1200 + i));
        Section names = Gallery.everyKind("long", List.of(LONG, "b", "c"), three, three, three, three);
        HtmlReport.write(Gallery.of(many, names), gallery);
        browser = Chromium.start(
                Path.of(System.getProperty("revops.browser")),
                Files.createDirectories(Path.of("target", "browser", "profile").toAbsolutePath()));
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 768, 1280, 1920})
    void nothingIsWiderThanTheScreen(int width) throws IOException {
        for (Path page : List.of(small, gallery)) {
            browser.open(page, width, 900);
            assertThat(browser.contentWidth())
                    .as(page.getFileName() + " at " + width)
                    .isLessThanOrEqualTo(width);
            browser.screenshot(Path.of("target", "browser", page.getFileName() + "-" + width + ".png"));
        }
    }

    @Test
    void aTableUnfoldsUnderItsChart() {
        browser.open(small, 390, 844);
        double folded = browser.contentHeight();
        browser.click("#s-bridge details.data > summary");
        assertThat(browser.has("#s-bridge details.data", "open")).isTrue();
        assertThat(browser.contentHeight()).isGreaterThan(folded + 100);
        assertThat(browser.contentWidth()).as("a wide table scrolls in itself").isLessThanOrEqualTo(390);
    }

    @Test
    void aFigureUnfoldsHowItWasConcluded() {
        browser.open(small, 1280, 900);
        assertThat(browser.has("#s-summary details.hows", "open")).isFalse();
        double folded = browser.contentHeight();
        browser.click(".card a.why");
        assertThat(browser.has("#s-summary details.hows", "open")).isTrue();
        assertThat(browser.has("#s-summary details.how", "open")).isTrue();
        assertThat(browser.contentHeight()).isGreaterThan(folded + 100);
    }

    @Test
    void theNavigationLeadsToASection() {
        browser.open(small, 1280, 900);
        browser.click("nav a[href='#s-policy']");
        assertThat(browser.scrolled()).isGreaterThan(1000);
    }

    @Test
    void onPaperItHasPages() {
        browser.open(small, 1280, 900);
        assertThat(browser.pages()).isBetween(3L, 30L);
    }

    @Test
    void itFollowsADarkScheme() throws IOException {
        browser.scheme("dark");
        browser.open(small, 1280, 900);
        browser.screenshot(Path.of("target", "browser", "dark.png"));
        browser.scheme("light");
        browser.open(small, 1280, 900);
        browser.screenshot(Path.of("target", "browser", "light.png"));
        assertThat(Files.readAllBytes(Path.of("target", "browser", "dark.png")))
                .isNotEqualTo(Files.readAllBytes(Path.of("target", "browser", "light.png")));
    }
}
