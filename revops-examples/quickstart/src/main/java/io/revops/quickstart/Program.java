package io.revops.quickstart;

import io.revops.load.LoadException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every example does around its answer: prints in UTF-8, tells its usage, and says what is wrong on the error stream. */
public final class Program {
    private static final int FAILED = 2;

    private Program() {}

    /** A program as a test runs it: where it prints, and its arguments; returns its status. */
    @FunctionalInterface
    public interface Main {
        int run(PrintStream out, PrintStream err, String... args);
    }

    /** Runs a program on the terminal; ends with its status unless that is 0. */
    public static void main(Main program, String... args) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        int status = program.run(out, System.err, args);
        out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Prints the usage if it is asked for with {@code --help}, and the answer if not.
     *
     * @return 0; 2 if the arguments are wrong, an export cannot be read, a model is refused or a file cannot be written, which is told
     *     with the next step
     */
    public static int run(PrintStream out, PrintStream err, String usage, Runnable answer, String... args) {
        if (List.of(args).contains("--help")) {
            out.print(usage.stripTrailing() + "\n");
            return 0;
        }
        try {
            answer.run();
            return 0;
        } catch (IllegalArgumentException | IllegalStateException | LoadException e) {
            err.print(e.getMessage() + "\n");
        } catch (UncheckedIOException e) {
            err.print(told(e) + "\n");
        }
        err.print("Maybe see --help.\n");
        return FAILED;
    }

    /** Where a file's trouble says already what to do, that is enough. */
    private static String told(UncheckedIOException e) {
        String message = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        return message.contains("Maybe")
                ? message
                : "A file cannot be read or written (" + e.getCause() + "). Maybe another program is writing it.";
    }
}
