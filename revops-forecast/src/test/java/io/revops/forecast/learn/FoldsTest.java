package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static DataSet labels(int... labels) {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < labels.length; i++) {
            rows.row("r" + i, labels[i], i);
        }
        return rows.build();
    }

    /** Labels 0 1 0 0 1 0 1: the zeros are rows 0 2 3 5 and go to folds 0 1 0 1, the ones are rows 1 4 6 and go to 0 1 0. */
    @Test
    void ithRowOfEachLabelIsMeasuredInFoldIModN() {
        List<Fold> folds = Folds.mod(2).of(labels(0, 1, 0, 0, 1, 0, 1));
        assertThat(folds).hasSize(2);
        assertThat(folds.get(0).test()).containsExactly(0, 1, 3, 6);
        assertThat(folds.get(1).test()).containsExactly(2, 4, 5);
        assertThat(folds.get(0).train()).containsExactly(2, 4, 5);
        assertThat(folds.get(0)).hasToString("3 rows to learn from, 4 to be measured on");
    }

    @Test
    void everyRowIsMeasuredOnceAndNeverLearntFromThere() {
        DataSet data = Planted.line(200, 1, 0);
        for (Folds way : List.of(Folds.mod(5), Folds.random(7, 3), Folds.grouped(4, 3))) {
            List<Integer> measured = new ArrayList<>();
            for (Fold fold : way.of(data)) {
                Set<Integer> train =
                        new HashSet<>(IntStream.of(fold.train()).boxed().toList());
                IntStream.of(fold.test()).forEach(r -> assertThat(train).doesNotContain(r));
                IntStream.of(fold.test()).forEach(measured::add);
            }
            assertThat(measured).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void drawnFoldsDependOnTheSeedAndNotOnTheOrderOfRows() {
        DataSet data = Planted.line(200, 1, 0);
        assertThat(ids(data, Folds.random(4, 9).of(data)))
                .isEqualTo(ids(data, Folds.random(4, 9).of(data)))
                .isNotEqualTo(ids(data, Folds.random(4, 8).of(data)));
        DataSet mixed = data.select(Planted.shuffled(200, 5));
        assertThat(ids(mixed, Folds.random(4, 9).of(mixed)))
                .isEqualTo(ids(data, Folds.random(4, 9).of(data)));
        for (Fold fold : Folds.random(4, 9).of(data)) {
            double events = data.select(fold.test()).events();
            assertThat(events).isBetween(Math.floor(data.events() / 4.0), Math.ceil(data.events() / 4.0));
        }
    }

    private static List<Set<String>> ids(DataSet data, List<Fold> folds) {
        List<Set<String>> ids = new ArrayList<>();
        for (Fold fold : folds) {
            Set<String> each = new HashSet<>();
            IntStream.of(fold.test()).forEach(r -> each.add(data.id(r)));
            ids.add(each);
        }
        return ids;
    }

    @Test
    void groupIsNeverOnBothSides() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 100; i++) {
            rows.row("r" + i, i % 2, i).in("account " + i % 13);
        }
        DataSet data = rows.build();
        for (Fold fold : Folds.grouped(3, 1).of(data)) {
            Set<String> train = new HashSet<>();
            IntStream.of(fold.train()).forEach(r -> train.add(data.group(r)));
            assertThat(fold.test()).isNotEmpty();
            IntStream.of(fold.test()).forEach(r -> assertThat(train).doesNotContain(data.group(r)));
        }
    }

    /** Rows on days 0 to 99, outcome known after 30 days: at day 60 those of day 30 and before are learnt from. */
    @Test
    void rollingOriginLearnsOnlyWhatWasKnownByThen() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 100; i++) {
            rows.row("r" + i, i % 2, i).on(FIRST.plusDays(i));
        }
        List<Fold> folds = Folds.rolling(30, List.of(FIRST.plusDays(80), FIRST.plusDays(60)))
                .of(rows.build());
        assertThat(folds.get(0).train())
                .containsExactly(IntStream.rangeClosed(0, 30).toArray());
        assertThat(folds.get(0).test()).containsExactly(IntStream.range(60, 80).toArray());
        assertThat(folds.get(1).train())
                .containsExactly(IntStream.rangeClosed(0, 50).toArray());
        assertThat(folds.get(1).test()).containsExactly(IntStream.range(80, 100).toArray());
        Fold none =
                Folds.rolling(0, List.of(FIRST.plusDays(60))).of(rows.build()).get(0);
        assertThat(none.train()).hasSize(60);
        assertThatThrownBy(() -> Folds.rolling(30, List.of(FIRST)).of(labels(0, 1)))
                .hasMessageContaining("Some rows have no date");
    }

    @Test
    void misuseIsTold() {
        assertThatThrownBy(() -> Folds.mod(1)).hasMessageContaining("There are 1 folds. Maybe 5.");
        assertThatThrownBy(() -> Folds.rolling(-1, List.of(FIRST))).hasMessageContaining("embargo of -1 days");
        assertThatThrownBy(() -> Folds.rolling(1, List.of())).hasMessageContaining("0 origins");
        assertThatThrownBy(() -> Fold.of(new int[] {3, 1}, new int[] {2, 1})).hasMessageContaining("Row 1 is on both");
    }
}
