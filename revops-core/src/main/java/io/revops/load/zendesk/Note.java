package io.revops.load.zendesk;

import io.revops.book.IssueCode;

/** What is worth knowing about a file, said once with a count. */
enum Note {
    DELETED(
            IssueCode.UNKNOWN_KIND,
            "status",
            "rows are deleted, and were left out. Maybe restore them if they should count."),
    LEFT_WITH_TICKET(
            IssueCode.UNKNOWN_KIND,
            "ticket_id",
            "rows belong to tickets that are deleted or could not be read, and were left out with them. Maybe mend those first."),
    NO_HISTORY(
            IssueCode.NO_HISTORY,
            "status",
            "tickets have no history of statuses, and are taken to have the one they have: a solved or closed one since it was"
                    + " last updated, any other since it was opened. Maybe export ticket_field_history too."),
    DIFFERENT(
            IssueCode.CONFLICT,
            "status",
            "tickets have another status than their history ends with, and have it since they were last updated. Maybe the history"
                    + " was exported earlier."),
    NO_ACCOUNT(
            IssueCode.UNLINKED,
            "organization_id",
            "tickets belong to no organisation, and to no account. Maybe set the organisation of the people who asked.");

    private final IssueCode code;
    private final String column;
    private final String text;

    Note(IssueCode code, String column, String text) {
        this.code = code;
        this.column = column;
        this.text = text;
    }

    IssueCode code() {
        return code;
    }

    String column() {
        return column;
    }

    String text() {
        return text;
    }
}
