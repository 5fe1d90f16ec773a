package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("churn");
        try (Typed shell = Typed.bare()) {
            List<String> values = shell.type(lines);
            int last = values.size() - 1;
            assertThat(values.get(last - 2)).contains("churn within 30 days").contains("left out");
            assertThat(values.get(last - 1)).contains(", 4 folds: ").contains("AUC 0.");
            assertThat(values.get(last)).contains("uses down");
        }
    }
}
