package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed after the startup script as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("territory");
        assertThat(lines).hasSizeBetween(8, 10);
        try (Typed shell = Typed.afterStartup()) {
            List<String> values = shell.type(lines);
            assertThat(values.get(7)).contains("4 accounts for 2 reps, 1 change hands");
            assertThat(values.get(8)).startsWith("\"core: Ana → Ben: ");
            assertThat(values.get(9)).contains("east: ");
        }
    }
}
