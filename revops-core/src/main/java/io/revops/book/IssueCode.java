package io.revops.book;

/** What is wrong with a row, a fact or a file. */
public enum IssueCode {
    /** A file or folder that is not there, is empty, or cannot be read as what it should be. */
    UNREADABLE,
    /** A column that has to be there is not. */
    MISSING_COLUMN,
    /** A value that has to be there is not. */
    MISSING_VALUE,
    /** A value that cannot be read as what it should be. */
    BAD_VALUE,
    /** A row that is cut off or has more cells than the header. */
    BROKEN_ROW,
    /** A row or object of a kind that is not read. */
    UNKNOWN_KIND,
    /** The same id and recording with another content. */
    CONFLICT,
    /** It names a fact that is not there. */
    DANGLING_REFERENCE,
    /** It ends before it starts. */
    END_BEFORE_START,
    /** Two rows of one subscription cover the same days. */
    OVERLAP,
    /** Its history is not known, and it was taken as unchanged. */
    NO_HISTORY,
    /** An account that pays and is linked to none in the other systems. */
    UNLINKED,
    /** A link that fits several accounts, or none. */
    BAD_LINK,
    /** An account that is merged into itself, twice, or in a circle. */
    BAD_MERGE,
    /** More issues than are kept; this one counts the rest. */
    MORE_ISSUES
}
