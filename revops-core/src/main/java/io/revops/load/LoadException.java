package io.revops.load;

import io.revops.book.Issue;
import java.util.List;

/** Nothing could be read, or, in strict mode, something could not. Holds every issue that was found. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;

    public LoadException(String message, List<Issue> issues) {
        super(message);
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
