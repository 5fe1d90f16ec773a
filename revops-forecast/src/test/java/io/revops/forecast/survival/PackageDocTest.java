package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("survival");
        try (Typed shell = Typed.bare()) {
            shell.type("import java.time.*;");
            List<String> values = shell.type(lines);
            assertThat(values).hasSize(11);
            assertThat(values.get(5)).contains("6 lifetimes in months as of 2025-12-31, 4 ended");
            assertThat(values.get(6)).isEqualTo("OptionalDouble[12.0]");
            assertThat(values.get(7)).contains("standardError=0.");
            assertThat(values.get(9)).contains("(90.0 %)");
            assertThat(values.get(10)).startsWith("OptionalDouble");
        }
    }
}
