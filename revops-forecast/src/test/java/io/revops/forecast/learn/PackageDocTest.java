package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("learn");
        try (Typed shell = Typed.bare()) {
            List<String> values = shell.type(lines);
            assertThat(values.get(3)).contains("400 rows x 2 features, 172 events");
            assertThat(values.get(5)).startsWith("Reasons[base=");
            assertThat(values.get(6)).contains("400 rows, 172 events: AUC 0.");
        }
    }
}
