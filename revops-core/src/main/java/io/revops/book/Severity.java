package io.revops.book;

/** How much an issue takes away. */
public enum Severity {
    /** Nothing: something worth knowing. */
    NOTE,
    /** It was kept, and is doubtful. */
    WARNING,
    /** It was left out. */
    ERROR
}
