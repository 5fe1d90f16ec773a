package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A look, every quarter, at whether territories are still what they were drawn as: accounts grew, shrank, came and went.
 *
 * <p>The drift of a rep in a measure is load : fair load now less the same as drawn, with today's accounts at the reps they were drawn
 * for; new accounts that nobody has yet count towards what is fair and for nobody.
 */
public final class TerritoryReview {
    private final List<Drift> drifts;
    private final Map<String, Fairness> drawn;
    private final Map<String, Fairness> now;
    private final List<String> added;
    private final List<String> gone;
    private final double limit;

    /**
     * How a rep stands in a measure.
     *
     * @param rep who
     * @param measure of what
     * @param drawn load : fair load as drawn
     * @param now the same today
     */
    public record Drift(String rep, String measure, double drawn, double now) {
        /** How much more of the fair share it is than as drawn. */
        public double change() {
            return now - drawn;
        }

        /** {@code Ana: 98.0 % of the fair potential as drawn, 131.0 % now}. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s: %.1f %% of the fair %s as drawn, %.1f %% now",
                    rep,
                    drawn * 100,
                    measure,
                    now * 100);
        }
    }

    private TerritoryReview(
            List<Drift> drifts,
            Map<String, Fairness> drawn,
            Map<String, Fairness> now,
            List<String> added,
            List<String> gone,
            double limit) {
        this.drifts = List.copyOf(drifts);
        this.drawn = Collections.unmodifiableMap(drawn);
        this.now = Collections.unmodifiableMap(now);
        this.added = List.copyOf(added);
        this.gone = List.copyOf(gone);
        this.limit = limit;
    }

    /**
     * Holds territories against today's accounts.
     *
     * @param accounts as they are now, with every measure that was evened out
     * @param limit how much drift of a fair share is too much: 0.1 for 10 %
     * @throws InvalidTerritoryException if a figure of an account means nothing
     */
    public static TerritoryReview of(Territories territories, List<TerritoryAccount> accounts, double limit) {
        if (!(limit >= 0)) {
            throw new IllegalArgumentException("The limit of drift is " + limit + ". Maybe 0.1 for 10 %.");
        }
        // Pins and pairs may name accounts that are gone; what remains is asked of accounts and reps alone.
        TerritoryPlanner measures = plain(territories.planner());
        int asked = Math.min(
                territories.reps().size(), accounts.size()); // fewer accounts than reps are no fault of a review
        TerritoryCheck.of(measures, accounts, territories.reps().subList(0, asked), Map.of());
        TerritoryModel model =
                TerritoryModelBuilder.of(measures, accounts, territories.reps(), territories.assignment());
        List<Drift> drifts = new ArrayList<>();
        List<TerritoryLoad> loads = TerritoryTables.loads(model, model.today);
        for (TerritoryLoad load : loads) {
            double before = territories.load(load.rep(), load.measure()).share().orElse(1);
            drifts.add(
                    new Drift(load.rep(), load.measure(), before, load.share().orElse(1)));
        }
        Map<String, Fairness> drawn = new LinkedHashMap<>();
        Map<String, Fairness> now = new LinkedHashMap<>();
        Map<String, Double> capacities = new LinkedHashMap<>();
        territories.reps().forEach(r -> capacities.put(r.id(), r.capacity()));
        for (String measure : model.names) {
            drawn.put(measure, territories.fairness(measure));
            now.put(
                    measure,
                    TerritoryTables.fairness(
                            loads.stream()
                                    .filter(l -> l.measure().equals(measure))
                                    .toList(),
                            capacities,
                            TerritoryLoad::share));
        }
        TreeSet<String> added = new TreeSet<>();
        accounts.forEach(a -> added.add(a.id()));
        TreeSet<String> gone = new TreeSet<>(territories.assignment().keySet());
        gone.removeAll(added);
        added.removeAll(territories.assignment().keySet());
        return new TerritoryReview(drifts, drawn, now, List.copyOf(added), List.copyOf(gone), limit);
    }

    /** When the next look is due: a quarter after the last one, or after they were drawn. */
    public static LocalDate due(LocalDate last) {
        return last.plusMonths(3);
    }

    /**
     * How many days the next look is overdue; 0 until the day on which it is due.
     *
     * @param last the day of the last look, or on which they were drawn
     * @param asOf the day that is asked about
     */
    public static long overdue(LocalDate last, LocalDate asOf) {
        return Math.max(0, ChronoUnit.DAYS.between(due(last), asOf));
    }

    private static TerritoryPlanner plain(TerritoryPlanner planner) {
        List<String> names = List.copyOf(planner.weights().keySet());
        return TerritoryPlanner.of(names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }

    /** By rep, then as the measures were given. */
    public List<Drift> drifts() {
        return drifts;
    }

    /** Those above the limit, the farthest first. */
    public List<Drift> tooFar() {
        return drifts.stream()
                .filter(d -> StrictMath.abs(d.change()) > limit)
                .sorted(java.util.Comparator.comparingDouble((Drift d) -> -StrictMath.abs(d.change())))
                .toList();
    }

    /** How even each measure was as drawn. */
    public Map<String, Fairness> drawn() {
        return drawn;
    }

    /** How even each is now. */
    public Map<String, Fairness> now() {
        return now;
    }

    /** Accounts that nobody has yet. */
    public List<String> added() {
        return added;
    }

    /** Accounts that are no more. */
    public List<String> gone() {
        return gone;
    }

    /** What drifted, and the next step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        now.forEach((measure, fairness) -> text.append(measure)
                .append(": ")
                .append(fairness)
                .append(" (drawn ")
                .append(drawn.get(measure))
                .append(")\n"));
        tooFar().forEach(d -> text.append(d).append("\n"));
        text.append(added.size()).append(" new accounts, ").append(gone.size()).append(" gone. ");
        String step = "Nothing drifted by more than "
                + BigDecimal.valueOf(limit)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + " %.";
        return text.append(tooFar().isEmpty() ? step : "Maybe draw anew with withMostMoved(0.1).")
                .toString();
    }
}
