package io.revops.forecast.territory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Turns checked accounts and reps into numbers. */
final class TerritoryModelBuilder {
    /** Sums of whole amounts stay below, so that they are exact as doubles, too. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(52);

    /** What a coefficient of variation of 1 costs; one of 10 % costs 1. */
    private static final double EVENNESS = 100;

    private final TerritoryPlanner planner;
    private final Map<String, String> current;
    final List<TerritoryAccount> accounts;
    List<TerritoryRep> reps = List.of();
    final List<String> names;
    final long[][] amounts;
    final int[] scale;
    double[] fair = {};
    double[] price = {};
    double[] share = {};
    final int[][] options;
    final int[] today;
    final boolean[] left;
    int[] travel = {};
    final int[] factor;
    double travelPrice;
    double movePrice;
    int settled;
    int mostMoved = Integer.MAX_VALUE;
    final int[] segment;
    List<SegmentRule> countRules = List.of();
    int[] least = {};
    int[] most = {};

    private TerritoryModelBuilder(
            TerritoryPlanner planner, List<TerritoryAccount> accounts, Map<String, String> current) {
        this.planner = planner;
        this.current = current;
        this.accounts = accounts.stream()
                .sorted(Comparator.comparing(TerritoryAccount::id))
                .toList();
        int n = accounts.size();
        names = List.copyOf(planner.weights().keySet());
        amounts = new long[names.size()][n];
        scale = new int[names.size()];
        options = new int[n][];
        today = new int[n];
        left = new boolean[n];
        segment = new int[n];
        factor = new int[n];
    }

    static TerritoryModel of(
            TerritoryPlanner planner,
            List<TerritoryAccount> accounts,
            List<TerritoryRep> reps,
            Map<String, String> current) {
        TerritoryModelBuilder b = new TerritoryModelBuilder(planner, accounts, current);
        b.order(reps);
        b.measure();
        Map<List<String>, int[]> kinds = b.serve();
        b.shareOut(kinds);
        b.remember();
        b.travel();
        b.count();
        return new TerritoryModel(b);
    }

    /** Puts reps in an order that does not change when they are named otherwise: by id only where nothing tells two apart. */
    private void order(List<TerritoryRep> given) {
        Map<String, TreeSet<String>> ties = new HashMap<>();
        current.forEach((account, rep) ->
                ties.computeIfAbsent(rep, r -> new TreeSet<>()).add("today " + account));
        planner.pins()
                .forEach(
                        p -> ties.computeIfAbsent(p.rep(), r -> new TreeSet<>()).add("pin " + p.account()));
        planner.forbidden()
                .forEach(
                        p -> ties.computeIfAbsent(p.rep(), r -> new TreeSet<>()).add("not " + p.account()));
        Map<String, String> traits = new HashMap<>();
        for (TerritoryRep rep : given) {
            traits.put(
                    rep.id(),
                    List.of(
                                    rep.segments(),
                                    rep.regions(),
                                    rep.home(),
                                    rep.channel(),
                                    rep.atLeast(),
                                    rep.atMost(),
                                    ties.getOrDefault(rep.id(), new TreeSet<>()))
                            .toString());
        }
        reps = given.stream()
                .sorted(Comparator.comparingDouble((TerritoryRep rep) -> -rep.capacity())
                        .thenComparing(rep -> traits.get(rep.id()))
                        .thenComparing(TerritoryRep::id))
                .toList();
    }

    private void measure() {
        for (int m = 0; m < names.size(); m++) {
            List<BigDecimal> all = new ArrayList<>();
            for (TerritoryAccount account : accounts) {
                all.add(account.measures().getOrDefault(names.get(m), BigDecimal.ONE)); // only accounts may be missing
            }
            int digits = all.stream()
                    .mapToInt(a -> a.stripTrailingZeros().scale())
                    .max()
                    .orElse(0);
            BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            while (sum.setScale(digits, RoundingMode.UP).unscaledValue().compareTo(MOST) >= 0) {
                digits--;
            }
            scale[m] = digits;
            for (int i = 0; i < all.size(); i++) {
                amounts[m][i] = all.get(i)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact();
            }
        }
    }

    /** Finds who may have each account; of each kind of account, those who serve it. */
    private Map<List<String>, int[]> serve() {
        Map<String, Integer> index = index();
        Map<String, Integer> pins = new HashMap<>();
        planner.pins().forEach(p -> pins.put(p.account(), index.get(p.rep())));
        Map<String, TreeSet<Integer>> forbidden = new HashMap<>();
        planner.forbidden()
                .forEach(p -> forbidden
                        .computeIfAbsent(p.account(), a -> new TreeSet<>())
                        .add(index.get(p.rep())));
        Map<List<String>, int[]> kinds = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            TerritoryAccount account = accounts.get(i);
            int[] served = kinds.computeIfAbsent(
                    kind(account),
                    kind -> IntStream.range(0, reps.size())
                            .filter(rep -> Serves.reason(planner, account, reps.get(rep))
                                    .isEmpty())
                            .toArray());
            Integer pin = pins.get(account.id());
            TreeSet<Integer> not = forbidden.get(account.id());
            if (pin != null) {
                options[i] = new int[] {pin};
            } else if (not != null) {
                options[i] =
                        Arrays.stream(served).filter(rep -> !not.contains(rep)).toArray();
            } else {
                options[i] = served;
            }
        }
        return kinds;
    }

    private static List<String> kind(TerritoryAccount account) {
        return List.of(
                account.segment().map(s -> "in " + s).orElse(""),
                account.channel().map(SalesChannel::name).orElse(""));
    }

    private Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int rep = 0; rep < reps.size(); rep++) {
            index.put(reps.get(rep).id(), rep);
        }
        return index;
    }

    /** Fair loads: reps who serve a kind of account in common are one pool, and share what there is for it by capacity. */
    private void shareOut(Map<List<String>, int[]> kinds) {
        int r = reps.size();
        int k = names.size();
        int[] pool = IntStream.range(0, r).toArray();
        for (int[] served : kinds.values()) {
            for (int rep : served) {
                join(pool, served[0], rep);
            }
        }
        double[] capacity = new double[r];
        long[][] total = new long[k][r];
        double all = 0;
        for (int rep = 0; rep < r; rep++) {
            capacity[root(pool, rep)] += reps.get(rep).capacity();
            all += reps.get(rep).capacity();
        }
        for (int i = 0; i < accounts.size(); i++) {
            int[] served = kinds.getOrDefault(kind(accounts.get(i)), new int[0]);
            for (int m = 0; served.length > 0 && m < k; m++) {
                total[m][root(pool, served[0])] += amounts[m][i];
            }
        }
        fair = new double[r * k];
        price = new double[r * k];
        share = new double[r];
        for (int rep = 0; rep < r; rep++) {
            int root = root(pool, rep);
            share[rep] = reps.get(rep).capacity() / all;
            for (int m = 0; m < k; m++) {
                double load = total[m][root] * (reps.get(rep).capacity() / capacity[root]);
                double weight = planner.weights().getOrDefault(names.get(m), 0.0);
                fair[rep * k + m] = load;
                price[rep * k + m] = load == 0 ? 0 : EVENNESS * weight * share[rep] / load / load;
            }
        }
    }

    private static void join(int[] pool, int one, int other) {
        int a = root(pool, one);
        int b = root(pool, other);
        pool[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] pool, int of) {
        int at = of;
        while (pool[at] != at) {
            at = pool[at];
        }
        return at;
    }

    private void remember() {
        Map<String, Integer> index = index();
        for (int i = 0; i < accounts.size(); i++) {
            String rep = current.get(accounts.get(i).id());
            today[i] = rep == null ? TerritoryModel.NOBODY : index.getOrDefault(rep, TerritoryModel.NOBODY);
            left[i] = rep != null && today[i] == TerritoryModel.NOBODY;
            settled += today[i] == TerritoryModel.NOBODY ? 0 : 1;
        }
        movePrice = settled == 0 ? 0 : planner.continuity() / settled;
        if (planner.mostMoved().isPresent()) {
            mostMoved = BigDecimal.valueOf(planner.mostMoved().getAsDouble())
                    .multiply(BigDecimal.valueOf(settled))
                    .setScale(0, RoundingMode.FLOOR)
                    .intValueExact();
        }
    }

    private void travel() {
        if (planner.travel() == Travel.NONE) {
            return;
        }
        int r = reps.size();
        travel = new int[accounts.size() * r];
        Map<String, Integer> factors = new HashMap<>();
        planner.rules().forEach(rule -> factors.put(rule.segment(), rule.travel()));
        Place[] homes = planner.travel() == Travel.BY_PLACE ? homes() : new Place[0];
        double blind = 0;
        for (int i = 0; i < accounts.size(); i++) {
            TerritoryAccount account = accounts.get(i);
            factor[i] = account.segment().map(s -> factors.getOrDefault(s, 1)).orElse(1);
            for (int rep = 0; rep < r; rep++) {
                long way = homes.length > 0
                        ? account.place().orElseThrow().metresTo(homes[rep])
                        : reps.get(rep).regions().contains(account.region().orElseThrow()) ? 0 : 1;
                travel[i * r + rep] = Math.toIntExact(way * factor[i]);
            }
            long sum = 0;
            for (int rep : options[i]) {
                sum += travel[i * r + rep];
            }
            blind += options[i].length == 0 ? 0 : (double) sum / options[i].length;
        }
        travelPrice = blind == 0 ? 0 : planner.travelWeight() / blind;
    }

    /** Where each rep travels from: the home, or the middle of today's accounts. */
    private Place[] homes() {
        Place[] homes = new Place[reps.size()];
        for (int rep = 0; rep < homes.length; rep++) {
            Optional<Place> home = reps.get(rep).home();
            homes[rep] = home.isPresent() ? home.get() : middle(rep);
        }
        return homes;
    }

    private Place middle(int rep) {
        String id = reps.get(rep).id();
        List<Place> places = accounts.stream()
                .filter(a -> id.equals(current.get(a.id())))
                .flatMap(a -> a.place().stream())
                .toList();
        return Middle.of(places);
    }

    private void count() {
        countRules = planner.rules().stream()
                .filter(rule -> rule.atLeast() > 0 || rule.atMost().isPresent())
                .sorted(Comparator.comparing(SegmentRule::segment))
                .toList();
        Map<String, Integer> number = new TreeMap<>();
        countRules.forEach(rule -> number.put(rule.segment(), number.size() + 1));
        for (int i = 0; i < accounts.size(); i++) {
            segment[i] = accounts.get(i)
                    .segment()
                    .map(s -> number.getOrDefault(s, 0))
                    .orElse(0);
        }
        int width = countRules.size() + 1;
        least = new int[reps.size() * width];
        most = new int[reps.size() * width];
        Arrays.fill(most, Integer.MAX_VALUE);
        for (int rep = 0; rep < reps.size(); rep++) {
            least[rep * width] = reps.get(rep).atLeast();
            most[rep * width] = reps.get(rep).atMost().orElse(Integer.MAX_VALUE);
            for (int c = 1; c < width; c++) {
                SegmentRule rule = countRules.get(c - 1);
                if (reps.get(rep).segments().contains(rule.segment())) {
                    least[rep * width + c] = rule.atLeast();
                }
                most[rep * width + c] = rule.atMost().orElse(Integer.MAX_VALUE);
            }
        }
    }
}
