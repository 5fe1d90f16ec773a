package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.revops.catalog.Metrics;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Column> COLUMNS = List.of(Column.words("who", "who"), Column.numbers("n", "number", "n"));

    @Test
    void aRowHasACellForEveryColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", "", COLUMNS, List.of(List.of(Cell.text("a"))), List.of()))
                .withMessage("A row of the table (t) has 1 cells and not 2. Maybe a column is missing.");
    }

    @Test
    void whatIsAddedToAListLaterDoesNotChangeATable() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of(Cell.text("a"), Cell.count(1))));
        List<String> notes = new ArrayList<>(List.of("one"));
        Table table = new Table("t", "", new ArrayList<>(COLUMNS), rows, notes);
        rows.get(0).set(0, Cell.text("b"));
        rows.clear();
        notes.add("two");
        assertThat(table.rows()).containsExactly(List.of(Cell.text("a"), Cell.count(1)));
        assertThat(table.notes()).containsExactly("one");
    }

    @Test
    void everyReasonIsGivenOnceBehindTheOtherNotes() {
        Cell none = new Cell("undefined", null, new Undefined<>(UndefinedCode.NO_ACCOUNTS, "Nobody."));
        Table table = new Table(
                "t",
                "",
                COLUMNS,
                List.of(
                        List.of(Cell.text("a"), none),
                        List.of(Cell.text("b"), Cell.count(2)),
                        List.of(Cell.text("c"), none)),
                List.of("first"));
        assertThat(table.withReasons().notes()).containsExactly("first", "undefined: Nobody.");
        assertThat(new Section("s", "S", List.of(), List.of(table), List.of())
                        .tables()
                        .get(0)
                        .notes())
                .containsExactly("first", "undefined: Nobody.");
    }

    @Test
    void columnsOfWordsHaveNoUnit() {
        assertThat(Column.words("k", "t").isNumeric()).isFalse();
        assertThat(Column.numbers("k", "t", "deals").isNumeric()).isTrue();
        assertThat(Column.perMonth("k", "t", "EUR")).isEqualTo(new Column("k", "t", "EUR/month", "EUR/year"));
        assertThatNullPointerException().isThrownBy(() -> Column.words(null, "t"));
        assertThatNullPointerException().isThrownBy(() -> Column.words("k", null));
        assertThatNullPointerException().isThrownBy(() -> Cell.text(null));
    }

    @Test
    void aCellHoldsTheExactNumberBesideThePrintedOne() {
        assertThat(Cell.count(12345)).isEqualTo(Cell.number("12,345", BigDecimal.valueOf(12345)));
        assertThat(Cell.of(Metrics.MRR.measure(SmallBook.view())))
                .isEqualTo(Cell.number("USD 240.00", new BigDecimal("2880.00")));
        assertThat(Cell.of(Metrics.LOGO_CHURN.measure(SmallBook.view())))
                .isEqualTo(Cell.number("50.0 %", new BigDecimal("0.5")));
    }

    @Test
    void anUndefinedCellHoldsItsReasonAndNoNumber() {
        Cell cell = Cell.of(Metrics.LOGO_CHURN.measure(SmallBook.view().during(Span.year(2020))));
        assertThat(cell.printed()).isEqualTo("undefined");
        assertThat(cell.exact()).isNull();
        assertThat(cell.undefined()).isNotNull().returns(UndefinedCode.OPENING_ZERO, Undefined::code);
    }

    @Test
    void exactNumbersAreWrittenOutWithoutExponents() {
        Money large = Money.of("12e5", "JPY");
        assertThat(Cell.exact(Unit.MONEY, large).toString()).isEqualTo("1200000");
        assertThat(Cell.exact(Unit.MONEY_PER_YEAR, RunRate.perYear(large)).toString())
                .isEqualTo("1200000");
        assertThat(Cell.exact(Unit.ACCOUNTS, 3L)).isEqualTo(BigDecimal.valueOf(3));
        assertThat(Cell.exact(Unit.RATIO, new io.revops.metric.Ratio(1e30)).toString())
                .isEqualTo("1" + "0".repeat(30));
    }
}
