package io.revops.forecast.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether all limits can be kept, and if so, how with the fewest accounts moved.
 *
 * <p>Accounts that are alike (who may have them, their segment, their rep today) flow from a source through the reps to a sink; what a
 * rep has of a segment and in all is the flow through an arc. Every limit can be broken at a price of more than all accounts each, and
 * a move costs 1: so the cheapest flow breaks no limit exactly if that can be, what it breaks is the smallest change in accounts, and
 * the rest is the fewest moves. Flows of whole accounts are whole, so nothing is lost by it.
 */
final class CountFlow {
    private static final int SOURCE = 0;
    private static final int SINK = 1;

    private final TerritoryModel model;
    private final List<int[]> groups = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final int[] at;
    private final List<TerritoryConflict> conflicts = new ArrayList<>();
    private final List<TerritoryChange> changes = new ArrayList<>();
    private FlowNetwork network = new FlowNetwork(2);
    private boolean[] elastic = {};

    /** A limit on what a node passes on; arcs are -1 where there are none. */
    private record Bound(int node, int rep, int rule, int least, int most, int floor, int over) {}

    /** From a group to a rep. */
    private record Way(int group, int rep, int arc) {}

    private CountFlow(TerritoryModel model) {
        this.model = model;
        at = new int[model.n];
    }

    static CountFlow of(TerritoryModel model) {
        CountFlow flow = new CountFlow(model);
        if (Arrays.stream(model.least).allMatch(l -> l == 0)
                && Arrays.stream(model.most).allMatch(m -> m == Integer.MAX_VALUE)) {
            flow.stay();
        } else {
            flow.send();
        }
        flow.compareMoves();
        return flow;
    }

    /** Which limits bind; empty if all can be kept. */
    List<TerritoryConflict> conflicts() {
        return conflicts;
    }

    /** The smallest change that would do. */
    List<TerritoryChange> changes() {
        return changes;
    }

    /** A rep for each account with the fewest moved; {@link TerritoryModel#NOBODY} where anybody will do. */
    int[] assignment() {
        return at;
    }

    private void stay() {
        for (int i = 0; i < model.n; i++) {
            boolean may = model.today[i] != TerritoryModel.NOBODY && model.may(i, model.today[i]);
            at[i] = may ? model.today[i] : TerritoryModel.NOBODY;
        }
    }

    private void send() {
        Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < model.n; i++) {
            List<Object> key = List.of(model.segment[i], model.today[i], Arrays.toString(model.options[i]));
            alike.computeIfAbsent(key, a -> new ArrayList<>()).add(i);
        }
        alike.values().forEach(g -> groups.add(g.stream().mapToInt(i -> i).toArray()));
        int width = model.counts();
        int reps = 2 + groups.size(); // the node of rep r and rule c is reps + r × width + c; c = 0 is the rep
        network = new FlowNetwork(reps + model.r * width);
        int big = model.n + 1;
        for (int rep = 0; rep < model.r; rep++) {
            for (int c = 0; c < width; c++) {
                int node = reps + rep * width + c;
                bound(node, rep, c, c == 0 ? SINK : reps + rep * width, big);
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            int[] group = groups.get(g);
            network.arc(SOURCE, 2 + g, group.length, 0);
            int now = model.today[group[0]];
            for (int rep : model.options[group[0]]) {
                int node = reps + rep * width + model.segment[group[0]];
                int price = now == TerritoryModel.NOBODY || now == rep ? 0 : 1;
                ways.add(new Way(g, rep, network.arc(2 + g, node, model.n + 1, price)));
            }
        }
        network.send(SOURCE, SINK);
        read();
        blame();
    }

    private void bound(int node, int rep, int rule, int to, int big) {
        int least = model.least[rep * model.counts() + rule];
        int most = model.most[rep * model.counts() + rule];
        int floor = least == 0 ? -1 : network.arc(node, to, least, -big);
        network.arc(node, to, most == Integer.MAX_VALUE ? model.n : most - least, 0);
        int over = -1;
        if (most != Integer.MAX_VALUE) {
            over = network.arc(node, to, model.n, big);
            elastic = Arrays.copyOf(elastic, over + 1);
            elastic[over] = true;
        }
        bounds.add(new Bound(node, rep, rule, least, most, floor, over));
    }

    private void read() {
        int[] given = new int[groups.size()];
        for (Way way : ways) {
            for (int f = network.flow(way.arc); f > 0; f--) {
                at[groups.get(way.group)[given[way.group]++]] = way.rep;
            }
        }
    }

    /** Names every limit that is broken, and those that it meets. */
    private void blame() {
        for (Bound bound : bounds) {
            int over = bound.over < 0 ? 0 : network.flow(bound.over);
            int under = bound.floor < 0 ? 0 : network.room(bound.floor);
            if (over > 0) {
                tooMany(bound, over);
                changes.add(change(bound, "raise the most", bound.most, bound.most + over));
            }
            if (under > 0) {
                tooFew(bound, under);
                changes.add(change(bound, "lower the fewest", bound.least, bound.least - under));
            }
        }
    }

    private boolean[] inside() {
        boolean[] among = new boolean[2 + groups.size() + model.r * model.counts()];
        Arrays.fill(among, true);
        among[SOURCE] = false;
        among[SINK] = false;
        return among;
    }

    private void tooMany(Bound broken, int gap) {
        boolean[] linked = network.linked(broken.node, inside(), elastic, true);
        TreeSet<String> subjects = new TreeSet<>();
        TreeSet<TerritoryLimit> limits = new TreeSet<>();
        for (Bound bound : bounds) {
            if (linked[bound.node]
                    && bound.most != Integer.MAX_VALUE
                    && network.flow(bound.over - 2) >= bound.most - bound.least) {
                subjects.add(model.reps.get(bound.rep).id());
                limits.add(limit(bound, TerritoryLimit.AT_MOST, TerritoryLimit.SEGMENT_AT_MOST));
            }
        }
        conflicts.add(new TerritoryConflict(
                List.copyOf(limits),
                List.copyOf(subjects),
                gap,
                accounts(linked) + " can only go to " + listed(subjects) + ", who may have " + gap + " fewer"));
    }

    private void tooFew(Bound broken, int gap) {
        boolean[] linked = network.linked(broken.node, inside(), elastic, false);
        TreeSet<String> subjects = new TreeSet<>();
        TreeSet<TerritoryLimit> limits = new TreeSet<>();
        for (Bound bound : bounds) {
            if (linked[bound.node] && bound.least > 0) {
                subjects.add(model.reps.get(bound.rep).id());
                limits.add(limit(bound, TerritoryLimit.AT_LEAST, TerritoryLimit.SEGMENT_AT_LEAST));
            }
        }
        conflicts.add(new TerritoryConflict(
                List.copyOf(limits),
                List.copyOf(subjects),
                gap,
                listed(subjects) + (subjects.size() == 1 ? " is" : " are") + " to have " + gap + " more than "
                        + accounts(linked) + " that may go there"));
    }

    private String accounts(boolean[] linked) {
        int count = 0;
        TreeSet<String> segments = new TreeSet<>();
        for (int g = 0; g < groups.size(); g++) {
            if (linked[2 + g]) {
                count += groups.get(g).length;
                model.accounts.get(groups.get(g)[0]).segment().ifPresent(segments::add);
            }
        }
        return count + (count == 1 ? " account" : " accounts") + (segments.isEmpty() ? "" : " of " + listed(segments));
    }

    private static String listed(Set<String> names) {
        return names.size() <= 5
                ? String.join(", ", names)
                : String.join(", ", names.stream().limit(5).toList()) + " and " + (names.size() - 5) + " others";
    }

    private static TerritoryLimit limit(Bound bound, TerritoryLimit whole, TerritoryLimit part) {
        return bound.rule == 0 ? whole : part;
    }

    private TerritoryChange change(Bound bound, String verb, int from, int to) {
        String rep = model.reps.get(bound.rep).id();
        String what = bound.rule == 0
                ? " accounts of "
                : " accounts in " + model.countRules.get(bound.rule - 1).segment() + " of ";
        return new TerritoryChange(
                to > from
                        ? limit(bound, TerritoryLimit.AT_MOST, TerritoryLimit.SEGMENT_AT_MOST)
                        : limit(bound, TerritoryLimit.AT_LEAST, TerritoryLimit.SEGMENT_AT_LEAST),
                rep,
                from,
                to,
                verb + what + rep + " from " + from + " to " + to);
    }

    private void compareMoves() {
        int moved = 0;
        int unserved = 0;
        for (int i = 0; i < model.n; i++) {
            if (model.today[i] != TerritoryModel.NOBODY && at[i] != model.today[i]) {
                moved++;
                unserved += model.may(i, model.today[i]) ? 0 : 1;
            }
        }
        if (conflicts.isEmpty() && moved > model.mostMoved) {
            List<TerritoryLimit> limits = new ArrayList<>(List.of(TerritoryLimit.MOST_MOVED));
            if (unserved > 0) {
                limits.add(TerritoryLimit.SERVES);
            }
            if (unserved < moved) {
                limits.add(TerritoryLimit.AT_MOST);
            }
            conflicts.add(new TerritoryConflict(
                    limits,
                    List.of(),
                    moved - model.mostMoved,
                    "At least " + moved + " of " + model.settled + " accounts have to move (" + unserved
                            + " of them away from a rep who may not have them), and " + model.mostMoved + " may"));
            changes.add(new TerritoryChange(
                    TerritoryLimit.MOST_MOVED,
                    "",
                    model.mostMoved,
                    moved,
                    "let " + moved + " move, a share of "
                            + java.math.BigDecimal.valueOf(moved)
                                    .divide(java.math.BigDecimal.valueOf(model.settled), 4, java.math.RoundingMode.UP)
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
    }
}
