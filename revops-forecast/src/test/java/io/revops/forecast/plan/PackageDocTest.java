package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed after the startup script as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("plan");
        assertThat(lines).hasSizeBetween(8, 10);
        try (Typed shell = Typed.afterStartup()) {
            List<String> values = shell.type(lines);
            assertThat(values.get(5))
                    .contains("Plan 2026: USD 3,600,000.00 = target USD 3,000,000.00, over-assigned 20 %")
                    .contains("Cem: USD 1,100,000.00")
                    .contains("ramped 62.5 %"); // from March: 0, ¼, ½, ¾ and six whole months of twelve
            assertThat(values.get(6)).contains("claim ", "potential 1,562,500 of 5,562,500");
            assertThat(values.get(8)).contains("hire");
            assertThat(values.get(9)).contains("Target USD 3,000,000.00: chance ", " of 10000, P10 USD ");
        }
    }
}
