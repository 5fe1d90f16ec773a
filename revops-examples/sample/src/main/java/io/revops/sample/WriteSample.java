package io.revops.sample;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The command that writes a sample company: {@code --accounts N --months M --seed S --out DIR}, each optional but the last. */
public final class WriteSample {
    private static final String USAGE = "WriteSample --out DIR [--accounts 200] [--months 36] [--seed 123]";

    private WriteSample() {}

    public static void main(String[] arguments) {
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            write(arguments, out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("Usage: " + USAGE);
            return 2;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage() + ": " + e.getCause());
            return 1;
        }
    }

    private static void write(String[] arguments, PrintStream out) {
        long seed = SampleCompany.STANDARD_SEED;
        int accounts = 200;
        int months = 36;
        Path folder = null;
        for (int i = 0; i < arguments.length; i += 2) {
            String option = arguments[i];
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "There is nothing after (" + option + "). Maybe its value is missing.");
            }
            String value = arguments[i + 1];
            switch (option) {
                case "--accounts" -> accounts = (int) number(option, value, Integer.MAX_VALUE);
                case "--months" -> months = (int) number(option, value, Integer.MAX_VALUE);
                case "--seed" -> seed = number(option, value, Long.MAX_VALUE);
                case "--out" -> folder = Path.of(value);
                default ->
                    throw new IllegalArgumentException(
                            "There is no option (" + option + "). Maybe one of [--accounts, --months, --out, --seed].");
            }
        }
        if (folder == null) {
            throw new IllegalArgumentException("No folder is given. Maybe add --out with one that may be overwritten.");
        }
        SampleCompany company = SampleCompany.of(seed, accounts, months);
        company.writeTo(folder);
        company.writeTelemetryTo(folder);
        out.println("Wrote " + accounts + " accounts over " + months + " months, seed " + seed + ", to " + folder);
    }

    private static long number(String option, String value, long most) {
        try {
            long number = Long.parseLong(value);
            if (number > most) {
                throw new IllegalArgumentException(
                        option + " (" + value + ") is too large. Maybe at most " + most + ".");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " (" + value + ") is no whole number. Maybe 200.", e);
        }
    }
}
