package io.revops.load;

import io.revops.book.IssueCode;

/** Thrown while a row is read, by {@link Row} or by whoever reads it; becomes an issue with the row's place. */
public final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final IssueCode code;
    private final String column;
    private final String value;

    /**
     * @param column the column or field, empty if it is about several
     * @param value the value as written
     * @param reason what is wrong, and a sentence that begins with "Maybe"; does not repeat the value
     */
    public BadRow(IssueCode code, String column, String value, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.column = column;
        this.value = value;
    }

    IssueCode code() {
        return code;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }
}
