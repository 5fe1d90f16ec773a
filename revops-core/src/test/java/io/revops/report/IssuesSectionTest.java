package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import org.junit.jupiter.api.Test;

class IssuesSectionTest {
    @Test
    void aBookWithoutIssuesSaysSo() {
        Section section = IssuesSection.of(RevenueBook.empty());
        assertThat(section.text()).containsExactly("None was found.");
        assertThat(section.tables()).isEmpty();
    }

    @Test
    void issuesAreCountedByKind() {
        Table kinds = IssuesSection.of(several()).tables().get(0);
        assertThat(printed(kinds))
                .containsExactly("error bad value | 2", "note no history | 1", "warning bad link | 1");
        assertThat(exact(kinds, 0)).containsExactly(null, "2");
    }

    @Test
    void theGravestComeFirstThenByTheirPlace() {
        Section section = IssuesSection.of(several());
        assertThat(section.text())
                .containsExactly(
                        "4 issues. What is an error was left out; what is a warning was kept and is doubtful.");
        assertThat(printed(section.tables().get(1)))
                .containsExactly(
                        "error | a.csv:7 | Amount | There is no number. Maybe write one. (n/a)",
                        "error | b.csv:2 | deal d1 Stage | It is wrong.",
                        "warning | built by hand | account a | It fits nobody. (x)",
                        "note | b.csv |  | Nothing changed.");
    }

    @Test
    void oneIssueIsNotSeveral() {
        RevenueBook book = RevenueBook.builder()
                .issue(issue(Severity.ERROR, IssueCode.BAD_VALUE, "a.csv", 1, "", "", "", "It is wrong."))
                .build();
        assertThat(IssuesSection.of(book).text()).singleElement().asString().startsWith("1 issue. ");
    }

    @Test
    void moreThanFiftyAreCountedAndNotListed() {
        assertThat(IssuesSection.of(many(50)).tables().get(1).notes()).isEmpty();
        Table list = IssuesSection.of(many(53)).tables().get(1);
        assertThat(list.rows()).hasSize(50);
        assertThat(list.notes()).containsExactly("and 3 more");
    }

    private static RevenueBook many(int count) {
        RevenueBook.Builder book = RevenueBook.builder();
        for (int i = 1; i <= count; i++) {
            book.issue(issue(Severity.ERROR, IssueCode.BAD_VALUE, "a.csv", i, "", "", "", "It is wrong."));
        }
        return book.build();
    }

    private static RevenueBook several() {
        return RevenueBook.builder()
                .issue(issue(Severity.NOTE, IssueCode.NO_HISTORY, "b.csv", 0, "", "", "", "Nothing changed."))
                .issue(issue(Severity.WARNING, IssueCode.BAD_LINK, "", 0, "account a", "", "x", "It fits nobody."))
                .issue(issue(Severity.ERROR, IssueCode.BAD_VALUE, "b.csv", 2, "deal d1", "Stage", "", "It is wrong."))
                .issue(issue(
                        Severity.ERROR,
                        IssueCode.BAD_VALUE,
                        "a.csv",
                        7,
                        "",
                        "Amount",
                        "n/a",
                        "There is no number. Maybe write one."))
                .build();
    }

    private static Issue issue(
            Severity severity,
            IssueCode code,
            String file,
            long line,
            String subject,
            String column,
            String value,
            String reason) {
        return new Issue(code, severity, new Source("", file, line), subject, column, value, reason);
    }
}
