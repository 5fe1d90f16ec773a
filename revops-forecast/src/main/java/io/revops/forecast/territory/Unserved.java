package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts that nobody may have, and why. */
final class Unserved {
    private Unserved() {}

    static List<TerritoryConflict> of(TerritoryPlanner planner, TerritoryModel model) {
        List<TerritoryConflict> conflicts = new ArrayList<>();
        for (int i = 0; i < model.n; i++) {
            if (model.options[i].length == 0) {
                TerritoryAccount account = model.accounts.get(i);
                List<String> why = new ArrayList<>();
                boolean forbidden = false;
                for (TerritoryRep rep : model.reps) {
                    Optional<String> reason = Serves.reason(planner, account, rep);
                    reason.filter(r -> !why.contains(r)).ifPresent(why::add);
                    forbidden |= reason.isEmpty();
                }
                why.sort(null);
                if (forbidden) {
                    why.add("it is forbidden to everybody else");
                }
                conflicts.add(new TerritoryConflict(
                        List.of(TerritoryLimit.SERVES),
                        List.of(account.id()),
                        1,
                        "Nobody may have the account (" + account.id() + "): "
                                + (why.size() > 3
                                        ? String.join("; ", why.subList(0, 3)) + "; and so on"
                                        : String.join("; ", why))));
            }
        }
        return conflicts;
    }

    static List<TerritoryChange> changes(List<TerritoryConflict> unserved) {
        return unserved.stream()
                .map(c -> c.subjects().get(0))
                .map(a -> new TerritoryChange(
                        TerritoryLimit.SERVES, a, 0, 1, "let one of the reps have (" + a + "), or leave it out"))
                .toList();
    }
}
