package io.revops.forecast.pipeline;

import java.util.Locale;
import java.util.Objects;

/**
 * Why an open deal may not close as its seller says, with what it was held against.
 *
 * @param deal its id
 * @param kind what is wrong
 * @param found the deal's own number: days, pushes, amount
 * @param limit what it was held against
 * @param cases how many stays or deals the limit was learnt from; 0 if it was set
 * @param evidence both in a sentence
 */
public record RiskFlag(String deal, Kind kind, double found, double limit, long cases, String evidence) {
    /** What is wrong with a deal. */
    public enum Kind {
        /** The day on which it was to close has passed. */
        CLOSE_DATE_PASSED,
        /** It has stood longer in its stage than most won deals did. */
        STALLED,
        /** Its close date was moved to a later month again and again. */
        PUSHED,
        /** Nothing has happened for long. */
        QUIET,
        /** Its amount is far above what its seller has won. */
        LARGE_FOR_SELLER;

        /** {@code close date passed}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public RiskFlag {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** {@code D-17 stalled: ...}. */
    @Override
    public String toString() {
        return deal + " " + kind + ": " + evidence;
    }
}
