package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Page;
import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked year of docs/planning.md: its code is typed in order, and each text is what the code before it shows last. */
class PlanningDocTest {
    @Test
    void workedYearIsWhatTheCodeShows() {
        try (Typed shell = Typed.bare()) {
            for (String start : List.of("io.revops.money.*", "io.revops.time.*", "java.time.*", "java.util.*")) {
                shell.type("import " + start + ";");
            }
            assertThat(Page.of("planning.md").isWhatItsCodeShows(shell)).hasSizeGreaterThan(8);
        }
    }
}
