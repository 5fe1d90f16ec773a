package io.revops.forecast.territory;

import io.revops.forecast.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Draws territories: gives every account to one rep, evenly, on short ways, close to what is there today, and never against a limit.
 *
 * <p>What is made small is the cost
 *
 * <pre>{@code
 *   100 × Σ over measures: weight × CV²  +  travel weight × travel / blind travel  +  continuity weight × moved / today's
 * }</pre>
 *
 * <p>CV is the coefficient of variation of load : fair load over reps, weighed by capacity, so that a CV of 10 % costs 1 times its
 * weight and one of 1 % a hundredth of it. A rep's fair load is the share by capacity of what there is for those who serve the same
 * segments. Blind travel is what travel would be on average if nobody looked: each account at any rep who may have it. Hard are:
 * segments, channels, segment rules, pins, forbidden pairs, the fewest and most accounts, and the most that may move.
 *
 * <p>The search is a local one: moves of one account and swaps of two, each evaluated by what it changes, in rounds of annealing that
 * begin from the best so far and are led by what the problem would cost if accounts could be shared out in parts. It ends
 * after a number of steps and never by the clock, so the same seed gives the same territories everywhere, and more steps never worse
 * ones: fewer are the beginning of more. Every {@code with} gives a changed copy.
 */
public final class TerritoryPlanner {
    /** The measure that is 1 for every account, without being given. */
    public static final String ACCOUNTS = "accounts";

    private final Options o;

    private TerritoryPlanner(Options o) {
        this.o = o;
    }

    /**
     * Evens out these measures, each with weight 1; {@link #ACCOUNTS} counts accounts.
     *
     * @param measure one that every account has
     * @param others more of them
     */
    public static TerritoryPlanner of(String measure, String... others) {
        Options o = new Options();
        o.weights.put(measure, 1.0);
        for (String other : others) {
            o.weights.put(other, 1.0);
        }
        return new TerritoryPlanner(o);
    }

    /** With another weight of a measure, or one more measure. 0 shows it in the tables and evens out nothing. */
    public TerritoryPlanner withWeight(String measure, double weight) {
        Options b = new Options(o);
        b.weights.put(Objects.requireNonNull(measure, "measure"), weight(measure, weight));
        return new TerritoryPlanner(b);
    }

    /** With travel, weighed 1. */
    public TerritoryPlanner with(Travel travel) {
        return with(travel, 1);
    }

    /** With travel, weighed so much. */
    public TerritoryPlanner with(Travel travel, double weight) {
        Options b = new Options(o);
        b.travel = Objects.requireNonNull(travel, "travel");
        b.travelWeight = weight("travel", weight);
        return new TerritoryPlanner(b);
    }

    /** With the weight of leaving accounts where they are; 0.1 unless given, so that nothing moves for next to nothing. */
    public TerritoryPlanner withContinuity(double weight) {
        Options b = new Options(o);
        b.continuity = weight("continuity", weight);
        return new TerritoryPlanner(b);
    }

    /** With the most that may move, as a share of the accounts that have a rep today who is still there. */
    public TerritoryPlanner withMostMoved(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The most that may move is " + share + ". Maybe a share from 0 to 1: 0.15 for 15 %.");
        }
        Options b = new Options(o);
        b.mostMoved = share;
        return new TerritoryPlanner(b);
    }

    /** With an account that goes to this rep and no other. */
    public TerritoryPlanner withPin(String account, String rep) {
        Options b = new Options(o);
        b.pins.add(new AccountRep(account, rep));
        return new TerritoryPlanner(b);
    }

    /** With an account that this rep must not have. */
    public TerritoryPlanner withForbidden(String account, String rep) {
        Options b = new Options(o);
        b.forbidden.add(new AccountRep(account, rep));
        return new TerritoryPlanner(b);
    }

    /** With how the accounts of a segment are looked after. */
    public TerritoryPlanner with(SegmentRule rule) {
        Options b = new Options(o);
        b.rules.add(Objects.requireNonNull(rule, "rule"));
        return new TerritoryPlanner(b);
    }

    /** With another seed; 1 unless given. */
    public TerritoryPlanner withSeed(long seed) {
        Options b = new Options(o);
        b.seed = seed;
        return new TerritoryPlanner(b);
    }

    /**
     * With how many moves and swaps are looked at; unless given, 500,000 and 13,000 for each account, and at most 30 million.
     *
     * @param steps 0 for the start alone
     */
    public TerritoryPlanner withSteps(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("There are " + steps + " steps to take. Maybe 0 or more.");
        }
        Options b = new Options(o);
        b.steps = steps;
        return new TerritoryPlanner(b);
    }

    /** With somebody who is told how many steps were taken, a hundred times. */
    public TerritoryPlanner with(ProgressListener listener) {
        Options b = new Options(o);
        b.listener = Objects.requireNonNull(listener, "listener");
        return new TerritoryPlanner(b);
    }

    /** Draws territories where there are none yet. */
    public TerritoryDrawing draw(List<TerritoryAccount> accounts, List<TerritoryRep> reps) {
        return draw(accounts, reps, Map.of());
    }

    /**
     * Draws territories beside those of today.
     *
     * @param accounts in any order
     * @param reps in any order
     * @param today the rep of each account, by their ids; accounts that are not in it are new, and reps who are not among {@code reps}
     *     have left
     * @throws InvalidTerritoryException if a figure means nothing, with all such figures
     */
    public TerritoryDrawing draw(List<TerritoryAccount> accounts, List<TerritoryRep> reps, Map<String, String> today) {
        TerritoryCheck.of(this, accounts, reps, today);
        TerritoryModel model = TerritoryModelBuilder.of(this, accounts, reps, today);
        List<TerritoryConflict> unserved = Unserved.of(this, model);
        if (!unserved.isEmpty()) {
            return new TerritoriesBlocked(unserved, Unserved.changes(unserved));
        }
        CountFlow flow = CountFlow.of(model);
        if (!flow.conflicts().isEmpty()) {
            return new TerritoriesBlocked(flow.conflicts(), flow.changes());
        }
        Relaxation relaxed = Relaxation.of(model);
        TerritorySearch search = new TerritorySearch(model, relaxed, o.seed, steps(accounts.size()), o.listener);
        int[] best = search.from(LargestFirst.of(model, flow.assignment()));
        return new TerritoriesDrawn(new Territories(this, model, today, best, relaxed.bound(), search.taken()));
    }

    private long steps(int accounts) {
        Long given = o.steps;
        return given == null ? Math.min(500_000 + 13_000L * accounts, 30_000_000) : given;
    }

    /** What is evened out, in the order given, each with its weight. */
    public Map<String, Double> weights() {
        return Collections.unmodifiableMap(o.weights);
    }

    public Travel travel() {
        return o.travel;
    }

    /** How much travel counts. */
    public double travelWeight() {
        return o.travelWeight;
    }

    /** How much leaving accounts where they are counts. */
    public double continuity() {
        return o.continuity;
    }

    /** The most that may move; empty for no limit. */
    public OptionalDouble mostMoved() {
        return o.mostMoved < 0 ? OptionalDouble.empty() : OptionalDouble.of(o.mostMoved);
    }

    public long seed() {
        return o.seed;
    }

    /** How many moves and swaps are looked at; empty if that goes by the number of accounts. */
    public OptionalLong steps() {
        Long given = o.steps;
        return given == null ? OptionalLong.empty() : OptionalLong.of(given);
    }

    public List<SegmentRule> rules() {
        return Collections.unmodifiableList(o.rules);
    }

    /** Accounts that go to one rep and no other, as given. */
    public List<AccountRep> pins() {
        return Collections.unmodifiableList(o.pins);
    }

    /** Accounts and the reps who must not have them, as given. */
    public List<AccountRep> forbidden() {
        return Collections.unmodifiableList(o.forbidden);
    }

    private static double weight(String what, double weight) {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("The weight of " + what + " is " + weight + ". Maybe 0 or more.");
        }
        return weight;
    }

    @Override
    public String toString() {
        return "even in " + o.weights + ", travel " + o.travel
                + (o.mostMoved < 0 ? "" : ", at most " + o.mostMoved + " may move")
                + (o.rules.isEmpty() ? "" : ", " + o.rules)
                + (o.pins.isEmpty() ? "" : ", " + o.pins.size() + " pinned")
                + (o.forbidden.isEmpty() ? "" : ", " + o.forbidden.size() + " forbidden")
                + ", seed " + o.seed;
    }

    private static final class Options {
        private final Map<String, Double> weights = new LinkedHashMap<>();
        private final List<AccountRep> pins = new ArrayList<>();
        private final List<AccountRep> forbidden = new ArrayList<>();
        private final List<SegmentRule> rules = new ArrayList<>();
        private Travel travel = Travel.NONE;
        private double travelWeight = 1;
        private double continuity = 0.1;
        private double mostMoved = -1;
        private long seed = 1;
        private @Nullable Long steps;
        private ProgressListener listener = ProgressListener.NONE;

        private Options() {}

        private Options(Options other) {
            weights.putAll(other.weights);
            pins.addAll(other.pins);
            forbidden.addAll(other.forbidden);
            rules.addAll(other.rules);
            travel = other.travel;
            travelWeight = other.travelWeight;
            continuity = other.continuity;
            mostMoved = other.mostMoved;
            seed = other.seed;
            steps = other.steps;
            listener = other.listener;
        }
    }
}
