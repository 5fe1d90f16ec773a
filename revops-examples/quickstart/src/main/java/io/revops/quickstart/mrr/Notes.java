package io.revops.quickstart.mrr;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.load.Loaded;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells beside the figures which rows they do not hold, and why: of each reason how often, and the first. */
final class Notes {
    private final PrintStream err;

    Notes(PrintStream err) {
        this.err = err;
    }

    void about(Loaded<?> loaded) {
        if (loaded.rejected() == 0
                && loaded.duplicates() == 0
                && loaded.issues().isEmpty()) {
            return;
        }
        for (Loaded.Count count : loaded.counts()) {
            say(count.file() + ": " + count.accepted() + " accepted + " + count.rejected() + " rejected + "
                    + count.duplicates() + " duplicates = " + count.read() + " rows read");
        }
        Map<IssueCode, List<Issue>> byCode = new EnumMap<>(IssueCode.class);
        loaded.issues()
                .forEach(i ->
                        byCode.computeIfAbsent(i.code(), c -> new ArrayList<>()).add(i));
        byCode.forEach((code, issues) -> say(
                "  " + code + (issues.size() == 1 ? ": " : ", " + issues.size() + " times, first: ") + issues.get(0)));
    }

    void say(String line) {
        err.print(line + "\n");
    }
}
