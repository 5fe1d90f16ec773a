package io.revops.metric.bookings;

/** What a reader has to know about a contract before the reader compares it with others. */
public enum BookingFinding {
    /** Its run rate is that of less than a year. */
    TERM_UNDER_12_MONTHS("term under 12 months"),
    /** What is paid changes within the term: the first year is booked as ARR, the rest is contracted expansion. */
    RAMP("ramp"),
    /** A subscription without a term: what it will bring in all is not agreed. */
    EVERGREEN("no end is agreed"),
    /** A deal says that something recurs, and not for how long. */
    NO_TERM("what recurs has no term"),
    /** A deal has an amount and no lines: nothing says what recurs. */
    NOT_SPLIT("an amount without lines"),
    /** A deal has neither lines nor an amount. */
    NO_AMOUNT("no amount"),
    /** The lines of a deal do not add up to its amount; they hold. */
    LINES_DIFFER("lines differ from the amount"),
    /** Usage is what a seller expects and no buyer has committed to: it is left out. */
    USAGE_LEFT_OUT("usage is left out");

    private final String text;

    BookingFinding(String text) {
        this.text = text;
    }

    /** The finding in words. */
    public String text() {
        return text;
    }
}
