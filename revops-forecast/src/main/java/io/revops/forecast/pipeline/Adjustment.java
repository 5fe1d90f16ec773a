package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * A number that a person has put in the place of another, and everything that an auditor asks: who, when, from what, to what, why.
 *
 * @param node whose number it is
 * @param category which of the cumulative numbers
 * @param from what was shown before
 * @param to what is shown instead
 * @param said by whom, when and why
 */
public record Adjustment(String node, ForecastCategory category, Money from, Money to, Said said) {
    /** In which capacity somebody adjusts. */
    public enum Hand {
        /** The one whose number it is. */
        OWNER,
        /** Somebody above: this adjustment holds over the owner's. */
        MANAGER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * By whom, when and why.
     *
     * @param hand in which capacity
     * @param who the person
     * @param day when
     * @param why never blank
     */
    public record Said(Hand hand, String who, LocalDate day, String why) {
        public Said {
            Objects.requireNonNull(hand, "hand");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(day, "day");
            if (why.isBlank()) {
                throw new IllegalArgumentException(
                        who + " gives no reason for the adjustment of " + day + ". Maybe one sentence.");
            }
        }

        /** By the one whose number it is. */
        public static Said byOwner(String who, LocalDate day, String why) {
            return new Said(Hand.OWNER, who, day, why);
        }

        /** By somebody above. */
        public static Said byManager(String who, LocalDate day, String why) {
            return new Said(Hand.MANAGER, who, day, why);
        }
    }

    public Adjustment {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(said, "said");
        OneCurrency.of(from, to);
        if (category == ForecastCategory.CLOSED || category == ForecastCategory.OMITTED) {
            throw new IllegalArgumentException("What is " + category.name().toLowerCase(Locale.ROOT)
                    + " is not adjusted. Maybe commit, most likely, best case or pipeline.");
        }
    }

    /** {@code 2026-02-01 maria (manager): anna's commit USD 100.00 to USD 120.00, because ...}. */
    @Override
    public String toString() {
        return said.day() + " " + said.who() + " (" + said.hand() + "): " + node + "'s "
                + category.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + from + " to " + to + ", because "
                + said.why();
    }
}
