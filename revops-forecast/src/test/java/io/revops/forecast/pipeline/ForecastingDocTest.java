package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Page;
import io.revops.forecast.Typed;
import org.junit.jupiter.api.Test;

/** The code of docs/forecasting-worked.md, typed in order after the startup script; and docs/forecasting.md, which quotes what it shows. */
class ForecastingDocTest {
    private static final Page METHOD = Page.of("forecasting.md");
    private static final Page WORKED = Page.of("forecasting-worked.md");

    @Test
    void workedQuarterIsWhatTheCodeShows() {
        try (Typed shell = Typed.afterStartup()) {
            assertThat(WORKED.isWhatItsCodeShows(shell)).hasSize(8);
        }
    }

    @Test
    void methodQuotesTheWorkedQuarter() {
        assertThat(METHOD.quoted()).hasSize(2).isSubsetOf(WORKED.quoted());
        String came = WORKED.quoted().get(7).replaceAll("[^0-9.,]", "");
        String missed = WORKED.quoted().get(5).replaceAll(".*WAPE (\\d+ %).*", "$1");
        assertThat(METHOD.text()).contains("it was " + came + ".").contains("it was " + missed + " off");
    }

    @Test
    void methodFitsOnTwoPages() {
        assertThat(METHOD.words()).isLessThanOrEqualTo(1_150);
    }
}
