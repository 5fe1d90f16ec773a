package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * How often deals went from one stage to another, were won and were lost: what a chain is estimated from.
 *
 * <p>Every move is kept as it was: forwards, over stages that were skipped, and back. A deal that was closed and opened again has
 * not ended: it went from its last stage to the one in which it was opened. What a deal that is still open will do next is not
 * known and not counted.
 *
 * <p>A step is a move ({@link #of}), so that a chain answers where deals go; or a number of days ({@link #every}), so that it also
 * answers when, with the deals that stayed. Only steps that were over by the as-of day are counted.
 */
public final class StageMoves {
    private static final String WON = "\u0000won";
    private static final String LOST = "\u0000lost";

    private final StageOrder order;
    private final String step;
    private final SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
    private long running;
    private long reopened;

    private StageMoves(StageOrder order, String step) {
        this.order = order;
        this.step = step;
    }

    /** Each move a step, with the order of the stages as it is seen. */
    public static StageMoves of(Pipeline pipeline) {
        return of(pipeline, StageOrder.learnt(pipeline));
    }

    /** Each move a step. */
    public static StageMoves of(Pipeline pipeline, StageOrder order) {
        StageMoves moves = new StageMoves(order, "move");
        for (DealPath deal : pipeline.deals()) {
            for (StageVisit visit : StageVisit.of(deal, pipeline.asOf())) {
                if (visit.isRunning()) {
                    moves.running++;
                } else {
                    moves.add(visit.stage(), visit.next().orElse(end(visit.outcome())));
                    moves.reopened += visit.reopened() ? 1 : 0;
                }
            }
        }
        return moves;
    }

    /**
     * Each step that many days, from the day on which a deal entered its first stage.
     *
     * @param days at least 1
     */
    public static StageMoves every(Pipeline pipeline, StageOrder order, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A step has " + days + " days. Maybe 1 or more.");
        }
        StageMoves moves = new StageMoves(order, days + (days == 1 ? " day" : " days"));
        for (DealPath deal : pipeline.deals()) {
            List<StageVisit> visits = StageVisit.of(deal, pipeline.asOf());
            if (!visits.isEmpty()) {
                moves.sample(visits, pipeline.asOf(), days);
            }
        }
        return moves;
    }

    private void sample(List<StageVisit> visits, LocalDate asOf, int days) {
        int at = 0;
        LocalDate day = visits.get(0).from();
        for (LocalDate next = day.plusDays(days); !next.isAfter(asOf); next = next.plusDays(days)) {
            String before = visits.get(at).stage();
            while (at + 1 < visits.size() && !visits.get(at + 1).from().isAfter(next)) {
                at++;
                reopened += visits.get(at - 1).reopened() ? 1 : 0;
            }
            StageVisit now = visits.get(at);
            boolean ended = now.outcome() != Outcome.OPEN && !now.to().isAfter(next);
            add(before, ended ? end(now.outcome()) : now.stage());
            if (ended) {
                return;
            }
        }
        running++;
    }

    private static String end(Outcome outcome) {
        return outcome == Outcome.WON ? WON : LOST;
    }

    private void add(String from, String to) {
        counts.computeIfAbsent(from, f -> new TreeMap<>()).merge(to, 1L, Long::sum);
    }

    /** How often deals went from one stage to another, or stayed a step. */
    public long moved(String from, String to) {
        return count(from, to);
    }

    /** How often deals were won from a stage. */
    public long won(String from) {
        return count(from, WON);
    }

    /** How often deals were lost from a stage. */
    public long lost(String from) {
        return count(from, LOST);
    }

    /** How many steps began in a stage. */
    public long from(String stage) {
        return counts.getOrDefault(stage, new TreeMap<>()).values().stream()
                .mapToLong(n -> n)
                .sum();
    }

    /** How many deals are still open in a stage: their last step is not known. */
    public long running() {
        return running;
    }

    /** How many deals that had been closed were opened again. */
    public long reopened() {
        return reopened;
    }

    /** How many moves went back to an earlier stage. */
    public long backward() {
        return along(distance -> distance < 0);
    }

    /** How many moves left out a stage in between. */
    public long skipped() {
        return along(distance -> distance > 1);
    }

    private long along(IntPredicate distance) {
        long found = 0;
        for (String from : counts.keySet()) {
            for (var to : counts.get(from).entrySet()) {
                OptionalInt a = order.place(from);
                OptionalInt b = order.place(to.getKey());
                boolean counted = a.isPresent() && b.isPresent() && distance.test(b.getAsInt() - a.getAsInt());
                found += counted ? to.getValue() : 0;
            }
        }
        return found;
    }

    private long count(String from, String to) {
        return counts.getOrDefault(from, new TreeMap<>()).getOrDefault(to, 0L);
    }

    /**
     * The chain of the shares, as they were.
     *
     * @return undefined if no deal was ever won or lost from a stage, or from one that it leads to
     */
    public Reading<StageChain> chain() {
        return chain(Optional.empty(), 0);
    }

    /**
     * The chain of the shares, each row drawn towards that of a prior: (count + k · prior) / (n + k).
     *
     * @param strength how many steps from a stage the prior is worth, above 0
     */
    public Reading<StageChain> chain(StageChain prior, double strength) {
        if (!(strength > 0)) {
            throw new IllegalArgumentException(
                    "A prior is worth " + strength + " steps. Maybe more than 0, or no prior.");
        }
        return chain(Optional.of(prior), strength);
    }

    private Reading<StageChain> chain(Optional<StageChain> prior, double strength) {
        List<String> stages = stages(prior);
        StageChain.Builder chain = StageChain.builder();
        List<String> stuck = new ArrayList<>();
        for (String from : stages) {
            long n = from(from);
            boolean believed = prior.filter(p -> p.stages().contains(from)).isPresent();
            double total = n + (believed ? strength : 0);
            if (total == 0) {
                stuck.add(from);
                continue;
            }
            for (String to : stages) {
                double before = believed && prior.get().stages().contains(to)
                        ? strength * prior.get().move(from, to)
                        : 0;
                chain.move(from, to, (count(from, to) + before) / total);
            }
            chain.won(from, (won(from) + (believed ? strength * prior.get().winsNext(from) : 0)) / total);
            chain.lost(from, (lost(from) + (believed ? strength * prior.get().losesNext(from) : 0)) / total);
        }
        stuck.addAll(endless(stages, prior, stuck));
        if (stages.isEmpty() || !stuck.isEmpty()) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    stages.isEmpty()
                            ? "No deal was ever in a stage. Maybe load the history of stages."
                            : "No deal was ever won or lost from " + stuck
                                    + ", nor from where they went. Maybe a prior, or a longer history.");
        }
        return Reading.known(chain.build());
    }

    private List<String> stages(Optional<StageChain> prior) {
        List<String> stages = new ArrayList<>(order.stages());
        TreeSet<String> others = new TreeSet<>(counts.keySet());
        counts.values().forEach(row -> others.addAll(row.keySet()));
        prior.ifPresent(p -> others.addAll(p.stages()));
        others.remove(WON);
        others.remove(LOST);
        others.stream().filter(s -> !stages.contains(s)).forEach(stages::add);
        stages.removeIf(s -> from(s) == 0 && !others.contains(s));
        return stages;
    }

    /** The stages from which no way leads to an end, found backwards from those that end. */
    private List<String> endless(List<String> stages, Optional<StageChain> prior, List<String> stuck) {
        TreeSet<String> ending = new TreeSet<>();
        boolean found = true;
        while (found) {
            found = false;
            for (String from : stages) {
                boolean believed = prior.filter(p -> p.stages().contains(from)).isPresent();
                boolean ends =
                        won(from) + lost(from) > 0 || ending.stream().anyMatch(to -> count(from, to) > 0) || believed;
                found |= ends && ending.add(from);
            }
        }
        return stages.stream()
                .filter(s -> !ending.contains(s) && !stuck.contains(s))
                .toList();
    }

    /** {@code 120 moves from 4 stages (step: move; 3 reopened, 5 back, 7 skipped, 17 still open)}. */
    @Override
    public String toString() {
        long all = counts.keySet().stream().mapToLong(this::from).sum();
        return all + (all == 1 ? " move" : " moves") + " from " + counts.size()
                + (counts.size() == 1 ? " stage" : " stages") + " (step: " + step + "; " + reopened + " reopened, "
                + backward() + " back, " + skipped() + " skipped, " + running + " still open)";
    }
}
