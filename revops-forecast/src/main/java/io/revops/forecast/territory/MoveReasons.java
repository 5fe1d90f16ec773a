package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Says of each account that changes hands why: what would be if it alone stayed. */
final class MoveReasons {
    private final TerritoryPlanner planner;
    private final TerritoryModel model;
    private final int[] at;
    private final Division division;
    private final double[] load;
    private final Map<String, String> pins = new HashMap<>();

    MoveReasons(TerritoryPlanner planner, TerritoryModel model, int[] at) {
        this.planner = planner;
        this.model = model;
        this.at = at;
        division = new Division(model, at);
        load = new double[model.r * model.k];
        for (int i = 0; i < model.n; i++) {
            for (int m = 0; m < model.k; m++) {
                load[at[i] * model.k + m] += model.amounts[m][i];
            }
        }
        planner.pins().forEach(p -> pins.put(p.account(), p.rep()));
    }

    /** By account; none where there are no territories today. */
    List<TerritoryMove> all() {
        List<TerritoryMove> moves = new ArrayList<>();
        boolean first = model.settled == 0 && !anyLeft();
        for (int i = 0; !first && i < model.n; i++) {
            if (model.today[i] != at[i]) {
                moves.add(of(i));
            }
        }
        return List.copyOf(moves);
    }

    private boolean anyLeft() {
        for (boolean gone : model.left) {
            if (gone) {
                return true;
            }
        }
        return false;
    }

    private TerritoryMove of(int i) {
        TerritoryAccount account = model.accounts.get(i);
        String to = model.reps.get(at[i]).id();
        int now = model.today[i];
        if (now == TerritoryModel.NOBODY) {
            return model.left[i]
                    ? new TerritoryMove(
                            account.id(),
                            null,
                            to,
                            MoveCause.REP_LEFT,
                            0,
                            "who has it today has left" + share(i, at[i]))
                    : new TerritoryMove(account.id(), null, to, MoveCause.NEW, 0, "nobody has it" + share(i, at[i]));
        }
        String from = model.reps.get(now).id();
        String pin = pins.get(account.id());
        if (pin != null) {
            return new TerritoryMove(account.id(), from, to, MoveCause.PINNED, 0, "it is pinned to " + to);
        }
        if (!model.may(i, now)) {
            Optional<String> reason = Serves.reason(planner, account, model.reps.get(now));
            return new TerritoryMove(
                    account.id(), from, to, MoveCause.NOT_SERVED, 0, reason.orElse("it is forbidden to " + from));
        }
        return chosen(i, now, from, to);
    }

    private TerritoryMove chosen(int i, int now, String from, String to) {
        String id = model.accounts.get(i).id();
        double worse = division.ofMove(i, now);
        double way = travel(i, now) - travel(i, at[i]);
        double balance = worse - way + model.movePrice;
        if (!division.mayMove(i, now) && worse <= 0) {
            return new TerritoryMove(
                    id, from, to, MoveCause.COUNT, 0, "so that every rep has as many accounts as the limits say");
        }
        MoveCause cause = balance >= way ? MoveCause.BALANCE : MoveCause.TRAVEL;
        StringJoiner text = new StringJoiner("; ");
        text.add("left with " + from + ", all others as drawn, " + shares(i, now));
        if (planner.travel() == Travel.BY_PLACE) {
            text.add(String.format(
                    Locale.ROOT,
                    "it is %.1f km from %s and %.1f km from %s",
                    model.way(i, at[i]) / 1000.0,
                    to,
                    model.way(i, now) / 1000.0,
                    from));
        } else if (planner.travel() == Travel.BY_REGION && model.way(i, at[i]) != model.way(i, now)) {
            text.add("it lies in the region of " + (model.way(i, at[i]) == 0 ? to : from) + " and not of "
                    + (model.way(i, at[i]) == 0 ? from : to));
        }
        return new TerritoryMove(id, from, to, cause, worse, text.toString());
    }

    private double travel(int i, int rep) {
        return model.travel.length == 0 ? 0 : model.travelPrice * model.travel[i * model.r + rep];
    }

    /** Where both reps would stand if the account stayed, and where they stand: of each measure, in shares of the fair load. */
    private String shares(int i, int now) {
        StringJoiner text = new StringJoiner(", ");
        for (int m = 0; m < model.k; m++) {
            double amount = model.amounts[m][i];
            String name = model.names.get(m);
            text.add(String.format(
                    Locale.ROOT,
                    "%s would have %s of the fair %s and not %s, %s %s and not %s",
                    model.reps.get(now).id(),
                    percent(now, m, amount),
                    name,
                    percent(now, m, 0),
                    model.reps.get(at[i]).id(),
                    percent(at[i], m, -amount),
                    percent(at[i], m, 0)));
        }
        return text.toString();
    }

    private String share(int i, int rep) {
        StringJoiner text = new StringJoiner(", ");
        for (int m = 0; m < model.k; m++) {
            text.add(percent(rep, m, (double) -model.amounts[m][i]) + " of the fair " + model.names.get(m));
        }
        return "; without it " + model.reps.get(rep).id() + " would have " + text;
    }

    private String percent(int rep, int measure, double more) {
        int c = rep * model.k + measure;
        return model.fair[c] == 0
                ? "none"
                : String.format(Locale.ROOT, "%.1f %%", (load[c] + more) / model.fair[c] * 100);
    }
}
