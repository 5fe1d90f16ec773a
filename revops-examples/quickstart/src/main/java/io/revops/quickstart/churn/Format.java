package io.revops.quickstart.churn;

/** How results are printed. */
enum Format {
    /** For the eye: the schema, a row for each model, the warnings. */
    TABLE,
    /** One object; the schema goes beside it, to standard error. */
    JSON
}
