package io.revops.quickstart;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Tells on a terminal what is being done, once it has taken longer than a second. */
public final class Progress {
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final PrintStream terminal;
    private final boolean shown;
    private final LongSupplier nanos;
    private final long start;

    Progress(PrintStream terminal, boolean shown, LongSupplier nanos) {
        this.terminal = terminal;
        this.shown = shown;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** On the error stream, if there is somebody to read it. */
    @SuppressWarnings(
            "SystemConsoleNull") // from JDK 22 it is there without a terminal too: a few more words on the error stream
    public static Progress onTerminal() {
        return new Progress(System.err, System.console() != null, System::nanoTime);
    }

    /** What is being done from now on. */
    public void now(String what) {
        if (shown && nanos.getAsLong() - start > PATIENCE_NANOS) {
            terminal.println("... " + what);
        }
    }
}
