package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What drawn territories come down to: enough to have them again, the same in every figure.
 *
 * @param planner how they were drawn
 * @param accounts in any order
 * @param reps in any order
 * @param today the rep of each account before
 * @param assignment the rep of each account
 * @param bound what no territories can cost less than
 * @param steps how many moves and swaps were looked at
 */
public record TerritoryNumbers(
        TerritoryPlanner planner,
        List<TerritoryAccount> accounts,
        List<TerritoryRep> reps,
        Map<String, String> today,
        Map<String, String> assignment,
        double bound,
        long steps) {
    public TerritoryNumbers {
        Objects.requireNonNull(planner, "planner");
        accounts = List.copyOf(accounts);
        reps = List.copyOf(reps);
        today = Collections.unmodifiableMap(new TreeMap<>(today));
        assignment = Collections.unmodifiableMap(new TreeMap<>(assignment));
        if (!(bound >= 0 && Double.isFinite(bound)) || steps < 0) {
            throw new IllegalArgumentException(
                    "The bound is " + bound + " after " + steps + " steps. Maybe numbers from 0 up.");
        }
    }

    Territories territories() {
        TerritoryCheck.of(planner, accounts, reps, today);
        TerritoryModel model = TerritoryModelBuilder.of(planner, accounts, reps, today);
        List<String> ids = model.reps.stream().map(TerritoryRep::id).toList();
        int[] at = new int[model.n];
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            String account = model.accounts.get(i).id();
            String rep = assignment.get(account);
            at[i] = rep == null ? -1 : ids.indexOf(rep);
            if (at[i] < 0 || !model.may(i, at[i])) {
                wrong.add("(" + account + ") goes to " + (rep == null ? "nobody" : "(" + rep + ")"));
            }
        }
        if (!wrong.isEmpty() || assignment.size() != model.n) {
            throw new IllegalArgumentException("There are " + assignment.size() + " accounts with reps of " + model.n
                    + (wrong.isEmpty() ? "" : ", and " + String.join(", ", wrong) + ", against the limits")
                    + ". Maybe accounts or limits were changed since.");
        }
        if (!new Division(model, at).keepsLimits()) {
            throw new IllegalArgumentException("Who has which account breaks a limit on counts or on what may move"
                    + ". Maybe a limit was changed since.");
        }
        return new Territories(planner, model, today, at, bound, steps);
    }
}
