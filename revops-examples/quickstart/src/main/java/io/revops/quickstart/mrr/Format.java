package io.revops.quickstart.mrr;

/** How months are printed. */
enum Format {
    /** For the eye: columns, rounded to the currency's digits. */
    TABLE,
    /** Comma-separated, exact, a header first. */
    CSV,
    /** An array with an object for each row, exact. */
    JSON
}
