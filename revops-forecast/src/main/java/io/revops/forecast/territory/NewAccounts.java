package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who gets a new account, by rules, without drawing territories anew. Every {@code with} gives a changed copy.
 *
 * <p>The first rule that fits an account says among whom; without one, all are asked. Of those who serve its segment and channel and are
 * below their most accounts, it goes to the one in its region if there is one, then to the one with the least load : fair load over all
 * measures, then to the nearest, then to the first by id.
 */
public final class NewAccounts {
    private final Territories territories;
    private final List<Rule> rules;

    private record Rule(String name, Predicate<TerritoryAccount> fits, List<String> reps) {}

    /**
     * Who gets an account.
     *
     * @param account its id
     * @param rep who
     * @param why by what rule
     */
    public record Given(String account, String rep, String why) {
        /** {@code acme: Ana, since ...}. */
        @Override
        public String toString() {
            return account + ": " + rep + ", " + why;
        }
    }

    private NewAccounts(Territories territories, List<Rule> rules) {
        this.territories = territories;
        this.rules = List.copyOf(rules);
    }

    /** Beside drawn territories, with no rules of its own yet. */
    public static NewAccounts of(Territories territories) {
        return new NewAccounts(Objects.requireNonNull(territories, "territories"), List.of());
    }

    /**
     * With one more rule, after those before.
     *
     * @param name what the explanation calls it
     * @param fits which accounts it is about
     * @param reps who may get them
     * @throws IllegalArgumentException if there is no such rep, or none at all
     */
    public NewAccounts with(String name, Predicate<TerritoryAccount> fits, String... reps) {
        if (reps.length == 0) {
            throw new IllegalArgumentException("The rule (" + name + ") names nobody. Maybe a rep.");
        }
        for (String rep : reps) {
            territories.accountsOf(rep); // says so if there is none
        }
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(name, fits, List.of(reps)));
        return new NewAccounts(territories, more);
    }

    /** The rules, in their order. */
    @Override
    public String toString() {
        return rules.size() + " rules for new accounts of " + territories.reps().size() + " reps"
                + rules.stream()
                        .map(r -> "\n" + r.name() + ": " + String.join(", ", r.reps()))
                        .collect(Collectors.joining());
    }

    /** Gives out accounts one after the other, each seeing those before. */
    public List<Given> give(List<TerritoryAccount> accounts) {
        Map<String, Double> shares = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (TerritoryLoad load : territories.loads()) {
            shares.merge(load.rep(), load.share().orElse(0), Double::sum);
        }
        territories
                .reps()
                .forEach(r -> counts.put(r.id(), territories.accountsOf(r.id()).size()));
        TreeSet<String> known = new TreeSet<>(territories.assignment().keySet());
        List<Given> given = new ArrayList<>();
        for (TerritoryAccount account : accounts) {
            if (!known.add(account.id())) {
                throw new IllegalArgumentException("The account (" + account.id()
                        + ") has somebody already. Maybe it is no new one, or there twice.");
            }
            Given one = give(account, shares, counts);
            given.add(one);
            counts.merge(one.rep(), 1, Integer::sum);
            for (String measure : territories.planner().weights().keySet()) {
                double fair = territories.load(one.rep(), measure).fair();
                double amount = measure.equals(TerritoryPlanner.ACCOUNTS)
                        ? 1
                        : Optional.ofNullable(account.measures().get(measure))
                                .map(java.math.BigDecimal::doubleValue)
                                .orElse(0.0);
                shares.merge(one.rep(), fair == 0 ? 0 : amount / fair, Double::sum);
            }
        }
        return List.copyOf(given);
    }

    private Given give(TerritoryAccount account, Map<String, Double> shares, Map<String, Integer> counts) {
        Optional<Rule> rule = rules.stream().filter(r -> r.fits().test(account)).findFirst();
        List<TerritoryRep> able = territories.reps().stream()
                .filter(rep -> rule.isEmpty() || rule.get().reps().contains(rep.id()))
                .filter(rep ->
                        Serves.reason(territories.planner(), account, rep).isEmpty())
                .filter(rep -> counts.getOrDefault(rep.id(), 0) < rep.atMost().orElse(Integer.MAX_VALUE))
                .toList();
        if (able.isEmpty()) {
            throw new IllegalArgumentException("Nobody may have the new account (" + account.id() + ")"
                    + rule.map(r -> " by the rule (" + r.name() + ")").orElse("")
                    + ". Maybe somebody else should serve its segment, or have room for one more.");
        }
        List<TerritoryRep> home = able.stream()
                .filter(rep -> account.region().filter(rep.regions()::contains).isPresent())
                .toList();
        List<TerritoryRep> among = home.isEmpty() ? able : home;
        TerritoryRep best = among.get(0);
        for (TerritoryRep rep : among) {
            double less = shares.getOrDefault(rep.id(), 0.0) - shares.getOrDefault(best.id(), 0.0);
            if (less < 0 || (less == 0 && metres(account, rep) < metres(account, best))) {
                best = rep;
            }
        }
        String by = rule.map(r -> "by the rule (" + r.name() + ")").orElse("by no rule")
                + (home.isEmpty() ? "" : ", in the region " + account.region().orElse(""))
                + (among.size() == 1 ? ", the only one" : ", with the most room of " + among.size());
        return new Given(account.id(), best.id(), by);
    }

    private static long metres(TerritoryAccount account, TerritoryRep rep) {
        return account.place().isPresent() && rep.home().isPresent()
                ? account.place().get().metresTo(rep.home().get())
                : Long.MAX_VALUE;
    }
}
