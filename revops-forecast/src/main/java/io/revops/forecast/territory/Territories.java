package io.revops.forecast.territory;

import io.revops.forecast.Fingerprint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who looks after which account, how even that is, and what changed since today. */
public final class Territories {
    private final TerritoryPlanner planner;
    private final List<TerritoryAccount> accounts;
    private final List<TerritoryRep> reps;
    private final Map<String, String> today;
    private final Map<String, String> assignment;
    private final List<TerritoryLoad> loads;
    private final List<TerritoryMove> moves;
    private final List<TerritoryFault> notes;
    private final double cost;
    private final double bound;
    private final long steps;
    private final int settled;
    private final TerritoryTravel travel;
    private final TerritoryTravel travelBefore;

    Territories(
            TerritoryPlanner planner,
            TerritoryModel model,
            Map<String, String> today,
            int[] at,
            double bound,
            long steps) {
        this.planner = planner;
        this.today = Collections.unmodifiableMap(new TreeMap<>(today));
        this.steps = steps;
        accounts = model.accounts;
        reps = model.reps.stream()
                .sorted(Comparator.comparing(TerritoryRep::id))
                .toList();
        Map<String, String> drawn = new TreeMap<>();
        for (int i = 0; i < model.n; i++) {
            drawn.put(model.accounts.get(i).id(), model.reps.get(at[i]).id());
        }
        assignment = Collections.unmodifiableMap(drawn);
        loads = TerritoryTables.loads(model, at);
        moves = new MoveReasons(planner, model, at).all();
        notes = TerritoryTables.huge(model);
        cost = model.cost(at);
        this.bound = Math.min(bound, cost);
        settled = model.settled;
        travel = TerritoryTravel.of(planner.travel(), model, at);
        travelBefore = TerritoryTravel.of(planner.travel(), model, model.today);
    }

    /**
     * Territories that were drawn before, as they were written down: the same in every figure, without searching.
     *
     * @throws InvalidTerritoryException if a figure means nothing
     * @throws IllegalArgumentException if an account has no rep, or a limit is broken
     */
    public static Territories of(TerritoryNumbers numbers) {
        return numbers.territories();
    }

    /** All that it takes to have them again. */
    public TerritoryNumbers numbers() {
        return new TerritoryNumbers(planner, accounts, reps, today, assignment, bound, steps);
    }

    /** How they were drawn. */
    public TerritoryPlanner planner() {
        return planner;
    }

    /** By id. */
    public List<TerritoryAccount> accounts() {
        return accounts;
    }

    /** By id. */
    public List<TerritoryRep> reps() {
        return reps;
    }

    /** The rep of every account before they were drawn, by their ids, as given. */
    public Map<String, String> today() {
        return today;
    }

    /** The rep of every account, by their ids. */
    public Map<String, String> assignment() {
        return assignment;
    }

    /**
     * The rep of an account.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    public String repOf(String account) {
        String rep = assignment.get(account);
        if (rep == null) {
            throw new IllegalArgumentException(
                    "There is no account (" + account + ") in the territories. Maybe it is new: see NewAccounts.");
        }
        return rep;
    }

    /**
     * The accounts of a rep, by id.
     *
     * @throws IllegalArgumentException if there is no such rep
     */
    public List<String> accountsOf(String rep) {
        if (reps.stream().noneMatch(r -> r.id().equals(rep))) {
            throw noRep(rep);
        }
        List<String> own = new ArrayList<>();
        assignment.forEach((account, who) -> {
            if (who.equals(rep)) {
                own.add(account);
            }
        });
        return List.copyOf(own);
    }

    /** What each rep has of each measure, by rep and then as the measures were given. */
    public List<TerritoryLoad> loads() {
        return loads;
    }

    /**
     * What a rep has of a measure.
     *
     * @throws IllegalArgumentException if there is no such rep or measure
     */
    public TerritoryLoad load(String rep, String measure) {
        return loads.stream()
                .filter(l -> l.rep().equals(rep) && l.measure().equals(known(measure)))
                .findFirst()
                .orElseThrow(() -> noRep(rep));
    }

    /** How even a measure is. Reps for whom there is nothing to share are left out. */
    public Fairness fairness(String measure) {
        return TerritoryTables.fairness(of(measure), capacities(), TerritoryLoad::share);
    }

    /** How even it is today. */
    public Fairness fairnessBefore(String measure) {
        return TerritoryTables.fairness(of(measure), capacities(), TerritoryLoad::shareBefore);
    }

    /** The largest load less the smallest, whatever is fair. */
    public BigDecimal spread(String measure) {
        List<BigDecimal> all =
                of(measure).stream().map(TerritoryLoad::load).sorted().toList();
        return all.get(all.size() - 1).subtract(all.get(0));
    }

    /**
     * Who has more or less of a measure than the fair share by more than a tolerance, the farthest first. The fair share is that
     * among reps who serve the same segments.
     *
     * @param tolerance {@link TerritoryLoad#TOLERANCE} for 15 %
     */
    public List<TerritoryLoad> uneven(String measure, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("The tolerance is " + tolerance + ". Maybe 0.15 for 15 %.");
        }
        return of(measure).stream()
                .filter(l -> l.off() > tolerance)
                .sorted(Comparator.comparingDouble(TerritoryLoad::off).reversed())
                .toList();
    }

    private List<TerritoryLoad> of(String measure) {
        String name = known(measure);
        return loads.stream().filter(l -> l.measure().equals(name)).toList();
    }

    private Map<String, Double> capacities() {
        Map<String, Double> capacities = new TreeMap<>();
        reps.forEach(r -> capacities.put(r.id(), r.capacity()));
        return capacities;
    }

    private String known(String measure) {
        if (!planner.weights().containsKey(measure)) {
            throw new IllegalArgumentException("There is no measure (" + measure + "). Maybe one of "
                    + planner.weights().keySet() + ".");
        }
        return measure;
    }

    private IllegalArgumentException noRep(String rep) {
        return new IllegalArgumentException("There is no rep (" + rep + "). Maybe one of "
                + reps.stream().map(TerritoryRep::id).toList() + ".");
    }

    /** How far accounts are from their reps. */
    public TerritoryTravel travel() {
        return travel;
    }

    /** How far they are today; accounts that have nobody are not counted. */
    public TerritoryTravel travelBefore() {
        return travelBefore;
    }

    /** Every account whose rep is not that of today, by id. */
    public List<TerritoryMove> moves() {
        return moves;
    }

    /** What share of the accounts moves that have a rep today who is still there; 0 if there are none. */
    public double movedShare() {
        long moved = moves.stream()
                .filter(m -> m.cause() != MoveCause.NEW && m.cause() != MoveCause.REP_LEFT)
                .count();
        return settled == 0 ? 0 : (double) moved / settled;
    }

    /** Why an account moves; that it stays, if it does. */
    public String explain(String account) {
        String rep = repOf(account);
        Optional<TerritoryMove> move =
                moves.stream().filter(m -> m.account().equals(account)).findFirst();
        return move.map(TerritoryMove::toString).orElse(account + ": stays with " + rep);
    }

    /** What is odd about the accounts: one that is larger than anybody's fair share. */
    public List<TerritoryFault> notes() {
        return notes;
    }

    /** What these territories cost, see {@link TerritoryPlanner}. */
    public double cost() {
        return cost;
    }

    /** What no territories can cost less than: proven, and not always reached. Limits on counts and moves are not in it. */
    public double bound() {
        return bound;
    }

    /** How many moves and swaps were looked at. */
    public long steps() {
        return steps;
    }

    /** The same for the same assignment, and for no other: 64 hexadecimal digits. */
    public String fingerprint() {
        Fingerprint print = Fingerprint.start();
        assignment.forEach((account, rep) -> print.add(account).add(rep));
        return print.hex();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(accounts.size())
                .append(" accounts for ")
                .append(reps.size())
                .append(" reps");
        if (settled > 0) {
            long added = moves.stream().filter(m -> m.cause() == MoveCause.NEW).count();
            text.append(", ")
                    .append(moves.size() - added)
                    .append(" change hands")
                    .append(added == 0 ? "" : ", " + added + " had nobody");
        }
        for (String measure : planner.weights().keySet()) {
            text.append("\n").append(measure).append(": ").append(fairness(measure));
            if (settled > 0) {
                text.append(" (today ").append(fairnessBefore(measure)).append(")");
            }
        }
        if (planner.travel() != Travel.NONE) {
            text.append("\n").append("travel: ").append(travel);
            if (settled > 0) {
                text.append(" (today ").append(travelBefore).append(")");
            }
        }
        notes.forEach(n -> text.append("\n").append(n));
        return text.toString();
    }
}
