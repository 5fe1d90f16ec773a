package io.revops.forecast.pipeline;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something about a deal that a forecast could not take as it is written.
 *
 * @param deal the id of the deal
 * @param day since when it is so
 * @param code what it is, for a program
 * @param text what it is, and what was done
 */
public record DealRemark(String deal, LocalDate day, Code code, String text) {
    /** What it is. */
    public enum Code {
        /** It was closed before it was created: left out. */
        CLOSED_BEFORE_CREATED,
        /** It was won without an amount, and no list price stands in for it: it counts as a deal, and for nothing in money. */
        WON_WITHOUT_AMOUNT,
        /** It was won without an amount, and counts with the list price of its product. */
        WON_AT_LIST_PRICE,
        /** It is in a stage that the company's stages do not hold: it is taken to be in no stage. */
        STAGE_UNKNOWN,
        /** There is no rate from its currency: it counts as a deal, and for nothing in money. */
        NO_RATE,
        /** Its amount is below zero: it is taken to have none. */
        NEGATIVE_AMOUNT
    }

    public DealRemark {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
