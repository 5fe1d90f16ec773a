package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteSampleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void optionsAreTakenInAnyOrder() {
        int code = run("--out", folder.toString(), "--seed", "5", "--months", "12", "--accounts", "10");

        assertThat(code).isZero();
        assertThat(said()).contains("10 accounts over 12 months, seed 5");
        assertThat(folder.resolve("stripe/events.jsonl")).isNotEmptyFile();
    }

    @Test
    void mistakesAreAnsweredWithTheNextStep() {
        assertThat(run("--accounts", "10")).isEqualTo(2);
        assertThat(run("--output", "x")).isEqualTo(2);
        assertThat(run("--accounts", "ten", "--out", folder.toString())).isEqualTo(2);
        assertThat(run("--out")).isEqualTo(2);
        assertThat(said())
                .contains(
                        "Maybe add --out",
                        "no option (--output). Maybe one of [--accounts, --months, --out, --seed]",
                        "--accounts (ten) is no whole number",
                        "Maybe its value is missing");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThat(run("--accounts", "1", "--out", file.toString())).isEqualTo(1);
        assertThat(said()).contains("could not be written to " + file);
    }

    private int run(String... arguments) {
        return WriteSample.run(arguments, out, out);
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
