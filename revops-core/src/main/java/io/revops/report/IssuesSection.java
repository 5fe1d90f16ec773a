package io.revops.report;

import io.revops.book.Issue;
import io.revops.book.RevenueBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was wrong with the data: counted by kind, then one by one. */
final class IssuesSection {
    private static final int MOST = 50;

    private IssuesSection() {}

    static Section of(RevenueBook book) {
        List<Issue> issues = book.issues();
        if (issues.isEmpty()) {
            return new Section("issues", "Data issues", List.of("None was found."), List.of(), List.of());
        }
        return new Section(
                "issues",
                "Data issues",
                List.of((issues.size() == 1 ? "1 issue" : issues.size() + " issues")
                        + ". What is an error was left out; what is a warning was kept and is doubtful."),
                List.of(counts(issues), list(issues)),
                List.of());
    }

    private static Table counts(List<Issue> issues) {
        Map<String, Long> counts = new TreeMap<>();
        issues.forEach(i -> counts.merge(
                i.severity().name().toLowerCase(Locale.ROOT) + " "
                        + words(i.code().name()),
                1L,
                Long::sum));
        List<List<Cell>> rows = new ArrayList<>();
        counts.forEach((kind, count) -> rows.add(List.of(Cell.text(kind), Cell.count(count))));
        return new Table(
                "kinds",
                "By kind",
                List.of(Column.words("kind", "kind"), Column.numbers("issues", "issues", "issues")),
                rows,
                List.of());
    }

    private static Table list(List<Issue> issues) {
        List<Issue> grave = new ArrayList<>(issues);
        grave.sort(java.util.Comparator.comparing(Issue::severity).reversed().thenComparing(Issue.ORDER));
        List<List<Cell>> rows = grave.stream()
                .limit(MOST)
                .map(i -> List.of(
                        Cell.text(i.severity().name().toLowerCase(Locale.ROOT)),
                        Cell.text(i.source().toString()),
                        Cell.text((i.subject() + " " + i.column()).strip()),
                        Cell.text(i.reason() + (i.value().isEmpty() ? "" : " (" + i.value() + ")"))))
                .toList();
        return new Table(
                "issues",
                "The gravest first",
                List.of(
                        Column.words("severity", "severity"),
                        Column.words("place", "place"),
                        Column.words("subject", "subject"),
                        Column.words("reason", "reason")),
                rows,
                issues.size() > MOST ? List.of("and " + (issues.size() - MOST) + " more") : List.of());
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
