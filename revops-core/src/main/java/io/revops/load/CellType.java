package io.revops.load;

/** What the cells of a column hold. */
enum CellType {
    /** Any text, also text that a spreadsheet takes for a formula. */
    TEXT,
    /** A day or an instant. */
    MOMENT,
    /** A day. */
    DAY,
    /** An instant. */
    INSTANT,
    /** A number that is no amount of money. */
    NUMBER,
    /** An amount of money, without its currency. */
    AMOUNT,
    CURRENCY,
    /** One of a few words. */
    CHOICE
}
