package io.revops.quickstart.mrr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every run of the program that README.md shows prints what is printed there. */
class ReadmeRunTest {
    private static final Pattern RUN =
            Pattern.compile("exec:java@mrr -Dexec\\.args=\"([^\"]+)\"\n```\n(?:[^`]*\n)?```text\n([^`]*)```");

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("revops.jsh"))) {
            at = at.getParent();
        }
        return at;
    }

    @Test
    void runsOfTheReadmePrintWhatItShows() throws IOException {
        String readme = Files.readString(root().resolve("README.md")).replace("\r\n", "\n");
        assumeThat(readme).contains("exec:java@mrr");
        assertThat(RUN.matcher(readme).results()).isNotEmpty().allSatisfy(this::isRight);
    }

    private void isRight(MatchResult shown) {
        String[] args = shown.group(1).split(" +", -1);
        for (int i = 0; i < args.length; i++) {
            args[i] = args[i].startsWith("revops-examples/")
                    ? root().resolve(args[i]).toString()
                    : args[i];
        }
        Run run = Runs.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(shown.group(2));
    }
}
