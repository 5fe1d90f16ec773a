package io.revops.load.salesforce;

import io.revops.book.Outcome;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the stages mean: as the rows that are in them say, all of them the same; otherwise as the map says. */
final class Stages {
    private final StageMap map;
    private final Map<String, Set<Outcome>> said = new HashMap<>();

    Stages(StageMap map) {
        this.map = map;
    }

    /** A row is in a stage, and says what that means. */
    void learn(DealState state) {
        if (state.stage() != null && state.outcome() != null) {
            said.computeIfAbsent(StageMap.key(state.stage()), s -> EnumSet.noneOf(Outcome.class))
                    .add(state.outcome());
        }
    }

    /** The state with its outcome: its own, or that of its stage; none if it has no stage. */
    DealState decide(DealState state) {
        return state.outcome() != null || state.stage() == null ? state : state.with(outcome(state.stage()));
    }

    private Outcome outcome(String stage) {
        @Nullable Set<Outcome> all = said.get(StageMap.key(stage));
        return all != null && all.size() == 1 ? all.iterator().next() : map.outcome(stage);
    }
}
