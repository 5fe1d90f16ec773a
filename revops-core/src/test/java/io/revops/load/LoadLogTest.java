package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadLogTest {
    private static final Issue NOTE =
            new Issue(IssueCode.NO_HISTORY, Severity.NOTE, place("z", 1), "", "", "", "By the way.");

    private static Source place(String file, long line) {
        return new Source("test", file, line);
    }

    private static void bad(LoadLog log, String file, long line) {
        log.read(place(file, line), () -> {
            throw new BadRow(IssueCode.BAD_VALUE, "amount", "abc", "No number. Maybe text.");
        });
    }

    @Test
    void everyRowIsAcceptedRejectedOrADuplicate() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        log.read(place("a", 2), () -> LoadLog.Verdict.ACCEPTED);
        log.read(place("a", 3), () -> LoadLog.Verdict.DUPLICATE);
        bad(log, "a", 4);
        log.read(place("a", 5), () -> {
            throw new IllegalArgumentException("Wrong. Maybe right.");
        });
        log.read(place("a", 6), () -> {
            throw new ArithmeticException("Too long.");
        });
        log.broken(place("a", 7), "x", "Cut off. Maybe again.");
        log.file("empty");

        Loaded<String> loaded = log.loaded(issues -> "value");

        assertThat(loaded.counts())
                .containsExactly(new Loaded.Count("a", 6, 1, 4, 1), new Loaded.Count("empty", 0, 0, 0, 0));
        assertThat(loaded.issues())
                .extracting(i -> i.code() + " " + i.source() + " " + i.column() + " " + i.value())
                .containsExactly("BAD_VALUE a:4 amount abc", "BAD_VALUE a:5  ", "BAD_VALUE a:6  ", "BROKEN_ROW a:7  x");
        assertThat(loaded.orElseThrow()).isEqualTo("value");
    }

    @Test
    void ifEveryRowIsRejectedTheFilesMayBeAnotherSystems() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        bad(log, "a", 2);
        bad(log, "a", 3);

        assertThatThrownBy(log.loaded(i -> "x")::orElseThrow)
                .hasMessageStartingWith(
                        "Nothing could be read, for 2 reasons, and all 2 rows were rejected: maybe they are"
                                + " another system's. The first: ERROR a:2");
    }

    @Test
    void aRowMayTurnOutToBeBadOrADuplicateLater() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        for (int line = 2; line < 5; line++) {
            log.read(place("a", line), () -> LoadLog.Verdict.ACCEPTED);
        }

        log.rejectAccepted(place("a", 2), IssueCode.OVERLAP, "start", "x", "Overlaps. Maybe not.");
        log.duplicate(place("a", 3));

        assertThat(log.loaded(i -> "").counts()).containsExactly(new Loaded.Count("a", 3, 1, 1, 1));
    }

    @Test
    void issuesComeByFileAndLine() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        bad(log, "b", 2);
        bad(log, "a", 10);
        bad(log, "a", 9);

        assertThat(log.loaded(i -> "").issues())
                .extracting(i -> i.source().toString())
                .containsExactly("a:9", "a:10", "b:2");
    }

    @Test
    void moreIssuesThanAreKeptAreCounted() {
        LoadLog log = new LoadLog(BadRows.collect(2));
        for (int line = 1; line <= 5; line++) {
            bad(log, "a", line);
        }

        Loaded<String> loaded = log.loaded(i -> "");

        assertThat(loaded.rejected()).isEqualTo(5);
        assertThat(loaded.issues()).hasSize(3);
        assertThat(loaded.issues().get(2).code()).isEqualTo(IssueCode.MORE_ISSUES);
        assertThat(loaded.issues().get(2).reason()).startsWith("3 more");
    }

    @Test
    void strictStopsAtAnErrorAndNotAtANote() {
        LoadLog log = new LoadLog(BadRows.STRICT);
        log.issue(NOTE);

        assertThatThrownBy(() -> bad(log, "a", 4)).isInstanceOfSatisfying(LoadException.class, e -> {
            assertThat(e).hasMessageContaining("a:4, amount: No number. Maybe text. (abc)");
            assertThat(e.issues()).hasSize(1);
        });
        assertThat(log.loaded(i -> "").issues()).containsExactly(NOTE);
    }

    @Test
    void aBookCarriesTheIssues() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        bad(log, "a", 4);

        RevenueBook book = log.loaded(
                        RevenueBook.builder().add(Account.builder("a").build()))
                .value();

        assertThat(book.issues()).hasSize(1);
    }

    @Test
    void nothingCouldBeReadOnlyIfNothingWasAcceptedAndThereIsAnError() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        log.issue(NOTE);
        assertThat(log.loaded(i -> "x").orElseThrow()).isEqualTo("x");

        bad(log, "a", 4);
        Loaded<String> loaded = log.loaded(i -> "x");
        assertThat(loaded.value()).isEqualTo("x");
        assertThatThrownBy(loaded::orElseThrow).isInstanceOfSatisfying(LoadException.class, e -> {
            assertThat(e).hasMessageContaining("for 2 reasons. The first: ERROR a:4");
            assertThat(e.issues()).hasSize(2);
        });
    }

    @Test
    void theReportIsShort() {
        LoadLog log = new LoadLog(BadRows.COLLECT);
        for (int line = 1; line <= 30; line++) {
            bad(log, "a", line);
        }

        String text = log.loaded(i -> "").toString();

        assertThat(text)
                .startsWith("Loaded: 0 of 30 rows, 30 rejected, 0 duplicates, 30 issues\n  ERROR a:1, amount")
                .endsWith("a:20, amount: No number. Maybe text. (abc)\n  ...");
        assertThat(new LoadLog(BadRows.COLLECT).loaded(i -> ""))
                .hasToString("Loaded: 0 of 0 rows, 0 rejected, 0 duplicates, 0 issues");
    }

    @Test
    void rowsThatDoNotAddUpAreAMistakeOfTheReader() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Loaded.Count("a", 3, 1, 1, 0))
                .withMessageContaining("do not add up");
    }

    @Test
    void thereIsAWayForEveryWish() {
        assertThat(List.of(BadRows.STRICT, BadRows.COLLECT, BadRows.collect(1)))
                .extracting(BadRows::toString)
                .containsExactly("strict", "collect up to 1000", "collect up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BadRows.collect(0))
                .withMessageContaining("Maybe BadRows.STRICT");
    }
}
