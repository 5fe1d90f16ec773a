package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept, what is left out and why. */
class LifetimesTest {
    private static Lifetimes of(Lifetime... rows) {
        return Lifetimes.in(TimeScale.MONTH, Oracle.DAY)
                .columns("seats")
                .addAll(List.of(rows))
                .build();
    }

    private static RowProblem problem(Lifetime row) {
        Lifetimes lifetimes = of(row);
        assertThat(lifetimes.size()).isZero();
        assertThat(lifetimes.problems()).hasSize(1);
        return lifetimes.problems().get(0);
    }

    @Test
    void everyRowThatCannotBeIsNamed() {
        assertThat(problem(Lifetime.ended("a", Double.NaN).having(1)))
                .isEqualTo(new RowProblem(
                        RowProblem.Kind.NOT_A_NUMBER,
                        "a",
                        "The lifetime (a) is seen from 0.0 to NaN and weighs 1.0. Maybe a date is missing."));
        assertThat(problem(Lifetime.ended("a", Double.POSITIVE_INFINITY).having(1))
                        .kind())
                .isEqualTo(RowProblem.Kind.NOT_A_NUMBER);
        assertThat(problem(Lifetime.ended("a", -1).having(1)))
                .hasToString("The lifetime (a) is seen from 0.0 to -1.0. Maybe its dates are exchanged.");
        assertThat(problem(Lifetime.running("a", 3).enteringAt(-0.5).having(1)).kind())
                .isEqualTo(RowProblem.Kind.NEGATIVE_TIME);
        assertThat(problem(Lifetime.running("a", 3).enteringAt(4).having(1)))
                .hasToString("The lifetime (a) is over at 3.0 and first seen at 4.0. Maybe it was never under watch.");
        assertThat(problem(Lifetime.running("a", 3).enteringAt(3).having(1)).kind())
                .isEqualTo(RowProblem.Kind.EXIT_BEFORE_ENTRY);
        assertThat(problem(Lifetime.running("a", 3).weighing(0).having(1)))
                .hasToString("The lifetime (a) weighs 0.0. Maybe leave it out, or 1.");
        assertThat(problem(Lifetime.running("a", 3)))
                .hasToString("The lifetime (a) has 0 values for the 1 columns [seats]. Maybe one is missing.");
        assertThat(problem(Lifetime.running("a", 3).having(Double.NaN)))
                .hasToString(
                        "The lifetime (a) has NaN in the column (seats). Maybe fill it and say so in a column of its own.");
    }

    @Test
    void aLifetimeOverAtItsBeginningIsKept() {
        assertThat(of(Lifetime.ended("a", 0).having(1)).problems()).isEmpty();
    }

    @Test
    void aCopyIsLeftOutOnceAndRowsThatDifferUnderOneIdAllOfThem() {
        Lifetime row = Lifetime.ended("a", 3).having(1);
        Lifetimes twice = of(row, Lifetime.ended("a", 3).having(1));
        assertThat(twice.rows()).containsExactly(row);
        assertThat(twice.problems())
                .extracting(RowProblem::text)
                .containsExactly("The id (a) is there 2 times, each time the same. Maybe the file was read twice.");
        Lifetimes differ = of(
                row, Lifetime.ended("b", 1).having(2), Lifetime.running("a", 4).having(1));
        assertThat(differ.rows()).extracting(Lifetime::id).containsExactly("b");
        assertThat(differ.problems())
                .hasSize(2)
                .allMatch(p -> p.kind() == RowProblem.Kind.DUPLICATE_ID && p.id().equals("a"));
        assertThat(differ.problems().get(0).text())
                .isEqualTo(
                        "The id (a) is there 2 times, and not the same. Maybe one row for each contract, with an id of its own.");
    }

    @Test
    void orderOfTheRowsChangesNothing() {
        Lifetime a = Lifetime.ended("a", 3).having(1);
        Lifetime b = Lifetime.running("b", 4).having(2);
        assertThat(of(a, b).rows()).isEqualTo(of(b, a).rows());
        assertThat(of(a, b).fingerprint()).isEqualTo(of(b, a).fingerprint()).hasSize(64);
        assertThat(of(a, b).fingerprint()).isNotEqualTo(of(a, b.having(3)).fingerprint());
        assertThat(of(a, b).fingerprint()).isNotEqualTo(of(a, b.in("x")).fingerprint());
    }

    @Test
    void groupsCausesAndPartsAreThoseOfTheRows() {
        Lifetimes all = of(
                Lifetime.ended("a", 3, "voluntary").in("small").having(1).weighing(2),
                Lifetime.ended("b", 4, "payment").in("large").having(2).enteringAt(1),
                Lifetime.running("c", 5).in("small").having(3));
        assertThat(all.strata()).containsExactly("large", "small");
        assertThat(all.causes()).containsExactly("payment", "voluntary");
        assertThat(all.byStratum().get("small").rows()).extracting(Lifetime::id).containsExactly("a", "c");
        assertThat(all.byStratum().get("small").strata()).containsExactly("");
        Lifetimes payment = all.endingBy("payment");
        assertThat(payment.ended()).isEqualTo(1);
        assertThat(payment.rows().get(0))
                .isEqualTo(Lifetime.running("a", 3).in("small").having(1).weighing(2));
        assertThat(payment.rows().get(1)).isEqualTo(all.rows().get(1));
        assertThat(all.only(r -> r.exit() > 3).size()).isEqualTo(2);
        assertThat(all).hasToString("3 lifetimes in months as of 2025-12-31, 2 ended");
        assertThat(all.rows().get(1))
                .hasToString("b: ended (payment) at 4.0, seen from 1.0")
                .hasSameHashCodeAs(all.rows().get(1));
    }

    @Test
    void twoColumnsOfOneNameAreAMistake() {
        assertThatThrownBy(() -> Lifetimes.in(TimeScale.DAY, Oracle.DAY).columns("x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe rename one.");
    }

    @Test
    void timesFollowTheCalendar() {
        LocalDate start = LocalDate.of(2024, 1, 31);
        assertThat(TimeScale.DAY.between(start, LocalDate.of(2024, 3, 1))).isEqualTo(30);
        assertThat(TimeScale.WEEK.between(start, LocalDate.of(2024, 2, 7))).isEqualTo(1);
        assertThat(TimeScale.MONTH.between(start, LocalDate.of(2024, 2, 29))).isEqualTo(1);
        assertThat(TimeScale.MONTH.between(start, LocalDate.of(2024, 2, 28))).isCloseTo(28 / 29.0, within(1e-15));
        assertThat(TimeScale.MONTH.between(start, LocalDate.of(2024, 3, 15))).isCloseTo(1 + 15 / 31.0, within(1e-15));
        assertThat(TimeScale.QUARTER.between(start, LocalDate.of(2024, 7, 31))).isEqualTo(2);
        assertThat(TimeScale.YEAR.between(start, LocalDate.of(2025, 7, 31))).isEqualTo(1.5);
        assertThat(TimeScale.MONTH.between(LocalDate.of(2024, 3, 31), start)).isEqualTo(-2);
        assertThatThrownBy(() -> TimeScale.RENEWAL.between(start, start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe count them");
        assertThat(TimeScale.RENEWAL).hasToString("renewals");
    }
}
