package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast of the sample company, and what a user meets when it cannot be made. */
class FirstForecastTest {
    @TempDir
    Path folder;

    private Run last = new Run(0, "", "");

    private int run(String... args) {
        last = Run.of(FirstForecast::run, args);
        return last.status();
    }

    private String printed() {
        return last.out();
    }

    @Test
    void threeMonthsOfTheSampleAreForecastTheSameEveryTime() throws IOException {
        assertThat(run("--out", folder.toString())).isZero();
        String first = printed();
        String page = Files.readString(folder.resolve("forecast.html"));
        assertThat(first)
                .startsWith("First forecast, 2024-01-01/2026-01-01")
                .contains("MRR by growth line, in USD", "2026-01", "2026-02", "2026-03", "Chosen by backtest")
                .doesNotContain("2026-04");
        assertThat(page).contains("<svg", "80 % interval").doesNotContain("<script");
        assertThat(run("--out", folder.toString())).isZero();
        assertThat(printed()).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("forecast.html"))).isEqualTo(page);
    }

    @Test
    void aShortHistoryIsRefusedWithWhatItCanCarry() {
        assertThat(run("--from", "2025-10-01", "--out", folder.toString())).isZero();
        assertThat(printed().replaceAll("\\s+", " "))
                .contains("The run rate of MRR needs 4 months to have one measured error 3 ahead, and there are 3. "
                        + "Maybe ask for 2 months ahead.");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(run("--strip", "x")).isEqualTo(2);
        assertThat(last.err()).contains("There is no argument (--strip)", "Maybe see --help.");
        assertThat(run("--stripe", "/no/such/folder")).isEqualTo(2);
        assertThat(last.err()).contains("There is no such file or folder. Maybe");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--from");
    }
}
