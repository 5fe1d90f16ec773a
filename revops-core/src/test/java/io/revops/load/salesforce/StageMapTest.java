package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.Outcome;
import org.junit.jupiter.api.Test;

class StageMapTest {
    @Test
    void theStandardKnowsTwoClosedStages() {
        StageMap map = StageMap.standard();

        assertThat(map.outcome("Closed Won")).isEqualTo(Outcome.WON);
        assertThat(map.outcome(" closed LOST ")).isEqualTo(Outcome.LOST);
        assertThat(map.outcome("Proposal")).isEqualTo(Outcome.OPEN);
    }

    @Test
    void namesAreAddedToACopy() {
        StageMap map = StageMap.standard().won("Signed", "Live").lost("Dead").open("Closed Won");

        assertThat(map.outcome("signed")).isEqualTo(Outcome.WON);
        assertThat(map.outcome("Live")).isEqualTo(Outcome.WON);
        assertThat(map.outcome("Dead")).isEqualTo(Outcome.LOST);
        assertThat(map.outcome("Closed Won")).isEqualTo(Outcome.OPEN);
        assertThat(StageMap.standard().outcome("Signed")).isEqualTo(Outcome.OPEN);
        assertThat(StageMap.standard()).hasToString("{closed lost=LOST, closed won=WON}");
    }

    @Test
    void aStageHasAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageMap.standard().won(" "))
                .withMessageContaining("Maybe");
    }
}
