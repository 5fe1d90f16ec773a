package io.revops.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** What the spread of a forecast rests on, and so which quantiles it can carry. */
public sealed interface Support {
    /** How many cases there are: draws, or errors. */
    int cases();

    /** How many cases a quantile needs, for a probability between 0 and 1. */
    long needed(double probability);

    /** Whether there are enough cases for a quantile. */
    default boolean carries(double probability) {
        return cases() >= needed(probability);
    }

    /** A number that is known: what has closed is closed. */
    record Exact() implements Support {
        @Override
        public int cases() {
            return 1;
        }

        @Override
        public long needed(double probability) {
            return 1;
        }

        @Override
        public String toString() {
            return "known";
        }
    }

    /**
     * The errors that forecasts from earlier days had: one possible outcome for each. A quantile is an order statistic of them
     * that covers at least its share of future errors, if those come from where the past ones came from (split conformal
     * prediction: V. Vovk, A. Gammerman, G. Shafer, Algorithmic Learning in a Random World, 2005): below 10 % or above 90 % it
     * needs 9 errors, below 5 % or above 95 % it needs 19.
     *
     * @param origins the days the forecasts were made on, in order, each once
     */
    record Fitted(List<LocalDate> origins) implements Support {
        public Fitted {
            origins = List.copyOf(origins);
            for (int i = 1; i < origins.size(); i++) {
                if (!origins.get(i - 1).isBefore(origins.get(i))) {
                    throw new IllegalArgumentException("The origin " + origins.get(i) + " comes after "
                            + origins.get(i - 1) + ". Maybe sort them, each once.");
                }
            }
        }

        @Override
        public int cases() {
            return origins.size();
        }

        @Override
        public long needed(double probability) {
            return errorsFor(probability);
        }

        @Override
        public String toString() {
            return "fitted, " + origins.size() + (origins.size() == 1 ? " error" : " errors");
        }
    }

    /**
     * Draws of a simulation: one possible outcome for each. A quantile needs ten draws beyond it.
     *
     * @param seed of the simulation
     * @param draws how many
     * @param errors how many errors lie behind the draws, where some were drawn from errors: drawing often makes no more of them
     */
    record Simulated(long seed, int draws, OptionalInt errors) implements Support {
        private static final int BEYOND = 10;

        @Override
        public int cases() {
            return draws;
        }

        @Override
        public long needed(double probability) {
            return BigDecimal.valueOf(BEYOND)
                    .divide(tail(probability), 0, RoundingMode.CEILING)
                    .longValueExact();
        }

        @Override
        public boolean carries(double probability) {
            return draws >= needed(probability) && (errors.isEmpty() || errors.getAsInt() >= errorsFor(probability));
        }

        @Override
        public String toString() {
            return "simulated, " + draws + " draws"
                    + (errors.isPresent() ? " from " + errors.getAsInt() + " errors" : "");
        }
    }

    private static long errorsFor(double probability) {
        return BigDecimal.ONE
                .divide(tail(probability), 0, RoundingMode.CEILING)
                .subtract(BigDecimal.ONE)
                .max(BigDecimal.ONE)
                .longValueExact();
    }

    private static BigDecimal tail(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "There is no quantile at (" + probability + "). Maybe a probability between 0 and 1.");
        }
        BigDecimal exact = BigDecimal.valueOf(probability);
        return exact.min(BigDecimal.ONE.subtract(exact));
    }
}
