package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.RunRate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policy whose figures come nearest to another tool's, and what it leaves unexplained.
 *
 * <p>It is the nearest preset, changed by one option at a time, each time the one that comes nearest, as long as it comes
 * nearer by at least what a tool prints; of several presets that are equally near, to what a tool prints, each is tried. How near is the sum of all residues without their signs. Several changes that help only
 * together are not found, and a policy that explains the figures need not be the one that the other tool applies: what it
 * explains as well is in {@link #asNear}.
 */
public final class Fit {
    /**
     * Where two figures are compared.
     *
     * @param account absent where figures are of all accounts together
     */
    public record Cell(YearMonth month, Optional<AccountId> account) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byMonth = month.compareTo(other.month);
            return byMonth != 0
                    ? byMonth
                    : account.map(AccountId::value)
                            .orElse("")
                            .compareTo(other.account.map(AccountId::value).orElse(""));
        }
    }

    /**
     * One option that was changed.
     *
     * @param explained by how much it lessened what is unexplained
     */
    public record Change(PolicyOption option, RunRate explained) {
        public Change {
            Objects.requireNonNull(option, "option");
            Objects.requireNonNull(explained, "explained");
        }

        /** {@code churn timing CANCEL_REQUEST}. */
        @Override
        public String toString() {
            return option.option() + " " + option.code();
        }
    }

    /** A preset, what was changed in it, how near it came, and what could not be tried. */
    record Way(PolicyPreset preset, List<Change> changes, Search.Tried found, List<String> refused) {
        Way {
            changes = List.copyOf(changes);
        }

        /** {@code chartmogul with churn timing CANCEL_REQUEST}. */
        String words(String name) {
            return name
                    + (changes.isEmpty()
                            ? ""
                            : " with "
                                    + String.join(
                                            ", ",
                                            changes.stream()
                                                    .map(Change::toString)
                                                    .toList()));
        }
    }

    private final OwnFigures own;
    private final Way best;
    private final List<Way> others;
    private final Map<PolicyPreset, RunRate> presets;
    private final List<String> notes;

    /** The nearest of the ways is the first; the others come as near. */
    Fit(OwnFigures own, List<Way> ways, Map<PolicyPreset, RunRate> presets, List<String> notes) {
        this.own = own;
        this.best = ways.get(0);
        this.others = List.copyOf(ways.subList(1, ways.size()));
        this.presets = presets;
        this.notes = List.copyOf(notes);
    }

    /** The figures that were to be explained. */
    public OwnFigures figures() {
        return own;
    }

    /** The preset that came nearest with the fewest changes; of equals the first in the order of {@link PolicyPreset#all}. */
    public PolicyPreset preset() {
        return best.preset();
    }

    /** What was changed in it, in that order. */
    public List<Change> changes() {
        return best.changes();
    }

    /** The preset with its changes, in the figures' currency. */
    public RevenuePolicy policy() {
        return best.found().policy();
    }

    /** What stays unexplained: the sum of all residues without their signs. */
    public RunRate unexplained() {
        return best.found().distance();
    }

    /** Whether every figure is explained to the last digit that is kept. */
    public boolean isExact() {
        return best.found().distance().isZero();
    }

    /** What each preset leaves unexplained, the nearest first; without those that could not be tried. */
    public Map<PolicyPreset, RunRate> presets() {
        return Collections.unmodifiableMap(presets);
    }

    /** Other policies that come as near, to what a tool prints, each found from another preset: the figures do not tell them apart. */
    public List<RevenuePolicy> asNear() {
        return others.stream().map(way -> way.found().policy()).toList();
    }

    /** What the other tool shows less what the policy gives, by month. */
    public Map<YearMonth, RunRate> byMonth() {
        Map<YearMonth, RunRate> sums = new TreeMap<>();
        best.found().cells().forEach((cell, residue) -> sums.merge(cell.month(), residue, RunRate::plus));
        return Collections.unmodifiableMap(sums);
    }

    /** The same by account and month, where figures are by account: those that are not 0. */
    public Map<Cell, RunRate> byAccount() {
        Map<Cell, RunRate> left = new TreeMap<>();
        best.found().cells().forEach((cell, residue) -> {
            if (cell.account().isPresent() && !residue.isZero()) {
                left.put(cell, residue);
            }
        });
        return Collections.unmodifiableMap(left);
    }

    /** The residues by account and month with the greatest first, whichever way. */
    public List<Map.Entry<Cell, RunRate>> top(int n) {
        return byAccount().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Cell, RunRate> e) ->
                                e.getValue().microsPerYear().abs().negate())
                        .thenComparing(Map.Entry::getKey))
                .limit(n)
                .toList();
    }

    /** What was not tried and why, and what cannot be told apart, in sentences. */
    public List<String> notes() {
        List<String> all = new ArrayList<>();
        if (!others.isEmpty()) {
            all.add("As near come, and the figures do not tell them apart: "
                    + String.join(
                            "; ",
                            others.stream()
                                    .map(way -> way.words(way.preset().id()))
                                    .toList())
                    + ".");
        }
        all.addAll(notes);
        return List.copyOf(all);
    }

    /** What explains the figures best, in a sentence. */
    public String headline() {
        return own.figure().title() + ", " + own.span() + ": "
                + best.words(best.preset().title())
                + (isExact()
                        ? " explains every figure exactly."
                        : " comes nearest, and leaves " + unexplained() + " in sum unexplained.");
    }

    /** The whole search for a terminal: the headline first. */
    public String text() {
        return FitText.of(this);
    }

    /** The same as {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
