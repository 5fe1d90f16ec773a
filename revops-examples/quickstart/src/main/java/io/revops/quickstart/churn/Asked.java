package io.revops.quickstart.churn;

import io.revops.forecast.learn.Folds;
import io.revops.quickstart.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was asked for on the command line: {@code --name value}, each name once. */
final class Asked {
    static final String USAGE = """
        Churn models of a flat table, measured on rows they have not seen.

          --data FILE        the table, a CSV file whose first row names the columns
          --label COLUMN     what is to be learnt: a column of two values, such as 1 and 0, Yes and No
          --id COLUMN        who a row is about; not learnt from. Rows are numbered unless given
          --model MODEL      logistic, boosting, or auto (both, and the mixture of them that is best on rows left out);
                             auto unless given
          --folds FOLDS      mod5: the i-th row of each label, in file order, is measured in fold i mod 5 (any number
                             goes); or a number N: N folds drawn by a hash of the row ids. mod5 unless given
          --format FORMAT    table or json; table unless given

        Measures are means over the folds. Nothing is resampled and no class is weighted, so that probabilities can be
        taken at their word. What is wrong with the data is warned of beside the figures.
        """;

    private static final List<String> NAMES = List.of("--data", "--label", "--id", "--model", "--folds", "--format");

    /** Folds that are drawn are drawn from this. */
    private static final long SEED = 1;

    private final Arguments arguments;

    private Asked(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    static Asked parse(String... args) {
        return new Asked(Arguments.only(NAMES, args));
    }

    Path data() {
        return Path.of(needed("--data", "FILE"));
    }

    String label() {
        return needed("--label", "COLUMN");
    }

    Optional<String> id() {
        return arguments.text("--id");
    }

    ModelChoice model() {
        return word("--model", ModelChoice.values(), ModelChoice.AUTO);
    }

    Format format() {
        return word("--format", Format.values(), Format.TABLE);
    }

    /** As it was written. */
    String foldsName() {
        return arguments.text("--folds").orElse("mod5");
    }

    Folds folds() {
        String name = foldsName();
        boolean isMod = name.startsWith("mod");
        String number = isMod ? name.substring("mod".length()) : name;
        if (!number.matches("\\d{1,3}") || Integer.parseInt(number) < 2) {
            throw new IllegalArgumentException(
                    "There are no folds (" + name + "). Maybe mod5, or a number such as 10.");
        }
        int n = Integer.parseInt(number);
        return isMod ? Folds.mod(n) : Folds.random(n, SEED);
    }

    private String needed(String name, String what) {
        return arguments
                .text(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The argument " + name + " is missing. Maybe " + name + " " + what + "; see --help."));
    }

    private <E extends Enum<E>> E word(String name, E[] all, E standard) {
        List<String> words =
                Arrays.stream(all).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
        String word = arguments.text(name).orElse(standard.name().toLowerCase(Locale.ROOT));
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    "There is no " + name.substring(2) + " (" + word + "). Maybe one of " + words + ".");
        }
        return all[words.indexOf(word)];
    }
}
