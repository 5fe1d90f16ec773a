package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc about calls, typed after the startup script as a newcomer would. */
class CommitDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("pipeline", "RollUp.of(");
        assertThat(lines).hasSizeBetween(8, 10);
        try (Typed shell = Typed.afterStartup()) {
            List<String> values = shell.type(lines);
            assertThat(values.get(6)).contains("Quillmere: base USD ");
            assertThat(values.get(7)).contains("Bookings, 2025-Q4: USD ");
            assertThat(values.get(8)).contains(" = USD ").contains("won");
            assertThat(values.get(9)).contains("close date passed");
        }
    }
}
