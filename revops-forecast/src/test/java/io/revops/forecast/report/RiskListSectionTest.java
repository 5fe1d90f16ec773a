package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.revops.forecast.churn.RiskScore;
import io.revops.forecast.churn.RiskScores;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.report.Section;
import io.revops.report.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RiskListSectionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private static RiskScore staying(String account, double probability) {
        return new RiskScore(
                account,
                Optional.of(DAY),
                Reading.known(probability),
                OptionalDouble.of(0),
                List.of(),
                Optional.empty());
    }

    private static RiskScore leaving(String account, int days) {
        return new RiskScore(
                account,
                Optional.of(DAY),
                Reading.undefined(UndefinedCode.NO_MODEL, "It has asked to go."),
                OptionalDouble.empty(),
                List.of(),
                Optional.of(DAY.plusDays(days)));
    }

    private static Table table(Section section, String id) {
        return section.tables().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Among those that may leave it would be the last to be called, and it is the first to go. */
    @Test
    void whoHasAskedToGoHasADateAndNoScore() {
        List<RiskScore> all = List.of(leaving("later", 60), staying("a", 0.4), leaving("soon", 10), staying("b", 0.1));
        RiskListSection list = RiskListSection.of(new RiskScores(Optional.of("m"), 90, 0, 0.1, all));
        Section section = list.named(id -> "The " + id).section();
        assertThat(table(section, "leaving").rows())
                .extracting(row -> row.get(0).printed(), row -> row.get(1).printed())
                .containsExactly(tuple("The soon", "2025-07-10"), tuple("The later", "2025-08-29"));
        assertThat(table(section, "accounts").rows())
                .extracting(row -> row.get(0).printed())
                .containsExactly("The a", "The b");
        assertThat(table(section, "accounts").notes().get(0)).endsWith("0 not scored, 2 have asked to go.");
        assertThat(table(list.first(1).section(), "leaving").notes()).containsExactly("1 more end later.");

        Section none = RiskListSection.of(new RiskScores(Optional.empty(), 90, 0, 0, all.subList(0, 1)))
                .section();
        assertThat(none.tables()).extracting(Table::id).containsExactly("leaving");
        Section staying = RiskListSection.of(new RiskScores(Optional.of("m"), 90, 0, 0.1, all.subList(1, 2)))
                .section();
        assertThat(staying.tables()).extracting(Table::id).doesNotContain("leaving");
    }
}
