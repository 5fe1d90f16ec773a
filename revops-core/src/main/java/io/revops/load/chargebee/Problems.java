package io.revops.load.chargebee;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;

/** What could not be read of one subscription as it should. */
final class Problems {
    private final LoadLog log;
    private final String subscription;
    private final Source place;

    Problems(LoadLog log, String subscription, Source place) {
        this.log = log;
        this.subscription = subscription;
        this.place = place;
    }

    void noHistory(String column, String what) {
        issue(IssueCode.NO_HISTORY, Severity.NOTE, column, "", what + " Maybe export the field " + column + ".");
    }

    void missing(String column, String value, String reason) {
        issue(IssueCode.MISSING_VALUE, Severity.ERROR, column, value, reason);
    }

    void doubtful(String column, String value, String reason) {
        issue(IssueCode.BAD_VALUE, Severity.WARNING, column, value, reason);
    }

    private void issue(IssueCode code, Severity severity, String column, String value, String reason) {
        log.issue(new Issue(code, severity, place, "subscription " + subscription, column, value, reason));
    }
}
