package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anAnswerEndsWithZeroAndNothingOnTheErrorStream() {
        assertThat(run(() -> out.writeBytes("42\n".getBytes(StandardCharsets.UTF_8))))
                .isZero();
        assertThat(out).hasToString("42\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void helpPrintsTheUsageAndDoesNothingElse() {
        int status = run(
                () -> {
                    throw new IllegalArgumentException("not asked for");
                },
                "--out",
                "x",
                "--help");
        assertThat(status).isZero();
        assertThat(out).hasToString("usage\n");
    }

    @Test
    void whatIsWrongEndsWithTwoAndTheNextStep() {
        assertThat(run(() -> {
                    throw new IllegalStateException("refused: 3 rows. Maybe more.");
                }))
                .isEqualTo(2);
        assertThat(err).hasToString("refused: 3 rows. Maybe more.\nMaybe see --help.\n");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithANextStep() {
        assertThat(run(() -> {
                    throw new UncheckedIOException(new IOException("a.csv is locked"));
                }))
                .isEqualTo(2);
        assertThat(run(() -> {
                    throw new UncheckedIOException(new IOException("b.csv is gone. Maybe its name is misspelt."));
                }))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a.csv is locked). Maybe another program is writing it.")
                .contains("\nb.csv is gone. Maybe its name is misspelt.\n");
    }

    /** A fault of ours is not dressed up as the reader's. */
    @Test
    void aFaultOfTheProgramIsThrown() {
        assertThatThrownBy(() -> run(() -> {
                    throw new IndexOutOfBoundsException("7");
                }))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private int run(Runnable answer, String... args) {
        return Program.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "usage\n",
                answer,
                args);
    }
}
