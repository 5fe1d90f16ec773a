package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.metric.Proportion;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private final DecisionLog log = DecisionLog.empty()
            .plus(new Decision("acme", DAY, "call", "call", "Ana", ""))
            .plus(new Decision("bolt", DAY, "call", "nothing", "Ana", "Their champion is on leave until July."))
            .plus(new Decision("acme", DAY.plusDays(9), "offer", "offer", "Ben", "Agreed."));

    @Test
    void followedIsCountedByAnything() {
        assertThat(log.followed()).isEqualTo(new Proportion(2, 3));
        assertThat(log.followedBy(Decision::recommended))
                .containsEntry("call", new Proportion(1, 2))
                .containsEntry("offer", new Proportion(1, 1));
        assertThat(log.followedBy(Decision::by)).containsEntry("Ana", new Proportion(1, 2));
        assertThat(log.about("acme")).extracting(Decision::taken).containsExactly("call", "offer");
    }

    @Test
    void whoDoesSomethingElseSaysWhyAndNobodyWritesThePast() {
        assertThatThrownBy(() -> new Decision("acme", DAY, "call", "nothing", "Ana", " "))
                .hasMessageContaining("does not say why");
        assertThatThrownBy(() -> new Decision("acme", DAY, "call", "", "Ana", "x"))
                .hasMessageContaining("not whole");
        assertThatThrownBy(() -> log.plus(new Decision("acme", DAY, "call", "call", "Ana", "")))
                .hasMessageContaining("is of 2025-06-30, before");
        assertThat(new DecisionLog(List.of()).decisions()).isEmpty();
    }
}
