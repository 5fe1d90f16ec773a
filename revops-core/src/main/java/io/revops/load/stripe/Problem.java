package io.revops.load.stripe;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;

/** Something about a subscription that could not be read as it should. */
record Problem(IssueCode code, Severity severity, String column, String value, String reason) {
    Issue of(String subscription, Source place) {
        return new Issue(code, severity, place, "subscription " + subscription, column, value, reason);
    }
}
