package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.IssueCode;
import io.revops.book.Outcome;
import io.revops.book.Source;
import io.revops.book.SpellKind;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Source PLACE = new Source("test", "t.csv", 2);

    private static Row row(String value) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        columns.put("x", 0);
        columns.put("short", 1);
        return new Row(columns, new String[] {value}, PLACE);
    }

    private static void bad(Supplier<?> read, IssueCode code, String value, String reason) {
        assertThatThrownBy(read::get).isInstanceOfSatisfying(BadRow.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.column()).isEqualTo("x");
            assertThat(bad.value()).isEqualTo(value);
            assertThat(bad).hasMessageContaining(reason).hasMessageContaining("Maybe");
        });
    }

    @Test
    void blanksAreNoValue() {
        assertThat(row(" \t").text("x")).isEmpty();
        assertThat(row("1").text("short")).isEmpty();
        assertThat(row("1").text("other")).isEmpty();
        assertThat(row(" a b ").text("x")).contains("a b");
    }

    @Test
    void itKnowsItsColumnsAndItsPlace() {
        assertThat(row("1").columns()).containsExactly("x", "short");
        assertThat(row("1").has("x")).isTrue();
        assertThat(row("1").has("y")).isFalse();
        assertThat(row("1").source()).isEqualTo(PLACE);
    }

    @Test
    void whatIsRequiredHasToBeThere() {
        bad(() -> row("").required("x"), IssueCode.MISSING_VALUE, "", "no x");
        bad(() -> row("").requiredMoment("x"), IssueCode.MISSING_VALUE, "", "no x");
        bad(() -> row("").requiredDate("x"), IssueCode.MISSING_VALUE, "", "no x");
        bad(() -> row("").requiredDecimal("x"), IssueCode.MISSING_VALUE, "", "no x");
        assertThat(row("1").required("x")).isEqualTo("1");
    }

    @Test
    void aMomentIsADayOrAnInstant() {
        assertThat(row("2025-03-01").requiredMoment("x")).isEqualTo(Moment.of(2025, 3, 1));
        assertThat(row("2025-03-01T01:00+01:00").moment("x")).contains(Moment.parse("2025-03-01T00:00:00Z"));
        bad(() -> row("1/2/25").moment("x"), IssueCode.BAD_VALUE, "1/2/25", "no date");
    }

    @Test
    void aDayHasNoTime() {
        assertThat(row("2025-03-01").requiredDate("x")).isEqualTo(LocalDate.of(2025, 3, 1));
        bad(() -> row("2025-03-01T00:00:00Z").date("x"), IssueCode.BAD_VALUE, "2025-03-01T00:00:00Z", "A day");
    }

    @Test
    void aNumberHasAPointAndALimit() {
        assertThat(row("-1.50").requiredDecimal("x")).isEqualTo(new BigDecimal("-1.50"));
        bad(() -> row("1,50").decimal("x"), IssueCode.BAD_VALUE, "1,50", "no number");
        bad(() -> row("1e100000000").decimal("x"), IssueCode.BAD_VALUE, "1e100000000", "more than 38 digits");
    }

    @Test
    void aWholeNumberHasNoFraction() {
        assertThat(row("12").integer("x")).contains(12);
        assertThat(row("12.0").integer("x")).contains(12);
        bad(() -> row("1.5").integer("x"), IssueCode.BAD_VALUE, "1.5", "no whole number");
    }

    @Test
    void aFlagIsYesOrNoInAnyWriting() {
        for (String yes : new String[] {"true", "YES", "1", "t", "y"}) {
            assertThat(row(yes).flag("x")).contains(true);
        }
        for (String no : new String[] {"False", "no", "0", "f", "n"}) {
            assertThat(row(no).flag("x")).contains(false);
        }
        bad(() -> row("maybe").flag("x"), IssueCode.BAD_VALUE, "maybe", "neither true nor false");
    }

    @Test
    void aCurrencyIsACode() {
        assertThat(row("usd").currency("x")).contains(Currency.getInstance("USD"));
        bad(() -> row("$").currency("x"), IssueCode.BAD_VALUE, "$", "no currency");
    }

    @Test
    void aConstantIsReadInAnyCase() {
        assertThat(row("won").oneOf("x", Outcome.class)).contains(Outcome.WON);
        assertThat(row("Past Due").oneOf("x", SpellKind.class)).contains(SpellKind.PAST_DUE);
        assertThat(row("past-due").oneOf("x", SpellKind.class)).contains(SpellKind.PAST_DUE);
        bad(() -> row("gone").oneOf("x", Outcome.class), IssueCode.BAD_VALUE, "gone", "[OPEN, WON, LOST]");
    }
}
