package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.ledger.PolicyConflict;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks for the policy whose figures are nearest to another tool's. */
final class Search {
    private final OwnFigures own;
    private final RevenueBook book;
    private final List<PolicyOption> fixed;
    private final List<Span> months;
    private final Map<RevenuePolicy, Optional<Tried>> tried = new HashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();

    /**
     * A policy that was counted.
     *
     * @param cells what the other tool shows less what comes out, of every cell that has a figure; 0 where they agree
     * @param distance the sum of the cells without their signs
     */
    record Tried(RevenuePolicy policy, Map<Fit.Cell, RunRate> cells, RunRate distance) {}

    private Search(OwnFigures own, RevenueBook book, List<PolicyOption> fixed) {
        this.own = own;
        this.book = book;
        this.fixed = new ArrayList<>(fixed);
        this.fixed.add(new ReportingCurrency(own.currency()));
        this.months = own.span().months();
    }

    static Fit of(OwnFigures own, RevenueBook book, List<PolicyOption> fixed) {
        fixed.stream()
                .filter(o -> o instanceof ReportingCurrency c && !c.currency().equals(own.currency()))
                .findFirst()
                .ifPresent(o -> {
                    throw new IllegalArgumentException("The figures are in " + own.currency()
                            + ", and the reporting currency is " + o.code() + ". Maybe leave it out.");
                });
        return new Search(own, book, fixed).search();
    }

    private Fit search() {
        Map<PolicyPreset, Tried> presets = new LinkedHashMap<>();
        for (PolicyPreset preset : PolicyPreset.all()) {
            Optional<PolicyConflict> conflict = preset.policy().conflict(array(fixed));
            if (conflict.isPresent()) {
                skipped.add("Not tried: " + preset.id() + ". " + conflict.get());
            } else {
                count(preset.id(), preset.policy().with(array(fixed))).ifPresent(one -> presets.put(preset, one));
            }
        }
        RunRate least = presets.values().stream()
                .map(Tried::distance)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException(
                        "Under no preset can the figures be told: " + String.join(" ", skipped)));
        List<Fit.Way> ways = new ArrayList<>();
        presets.forEach((preset, one) -> {
            if (isTooSmall(one.distance().minus(least))) {
                ways.add(changed(preset, one));
            }
        });
        ways.sort(Comparator.comparing((Fit.Way way) -> way.found().distance())
                .thenComparing(way -> way.changes().size())); // stable: of equals the first preset
        RunRate nearest = ways.get(0).found().distance();
        ways.removeIf(way -> !isTooSmall(way.found().distance().minus(nearest)));
        List<String> notes = new ArrayList<>(skipped);
        if (!ways.get(0).refused().isEmpty()) {
            notes.add("Not tried, since it does not go together with what stands behind it: "
                    + String.join(", ", ways.get(0).refused()) + ".");
        }
        Map<PolicyPreset, RunRate> distances = new LinkedHashMap<>();
        presets.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getValue().distance()))
                .forEach(e -> distances.put(e.getKey(), e.getValue().distance()));
        return new Fit(own, ways, distances, notes);
    }

    private Fit.Way changed(PolicyPreset preset, Tried start) {
        List<Fit.Change> changes = new ArrayList<>();
        refused.clear();
        Tried best = start;
        Optional<Tried> better = change(best, changes);
        while (better.isPresent()) {
            best = better.get();
            better = change(best, changes);
        }
        return new Fit.Way(preset, changes, best, List.copyOf(refused));
    }

    /** The single change that comes nearest, if it comes nearer by what a tool prints; of equals the first. */
    private Optional<Tried> change(Tried from, List<Fit.Change> changes) {
        Tried best = from;
        PolicyOption chosen = null;
        if (from.distance().isZero()) {
            return Optional.empty();
        }
        for (PolicyOption option : Candidates.ALL) {
            boolean free = fixed.stream().noneMatch(f -> f.option().equals(option.option()));
            if (free && !from.policy().options().contains(option)) {
                Optional<Tried> one = change(from.policy(), option);
                if (one.isPresent() && one.get().distance().compareTo(best.distance()) < 0) {
                    best = one.get();
                    chosen = option;
                }
            }
        }
        if (chosen == null || isTooSmall(from.distance().minus(best.distance()))) {
            return Optional.empty();
        }
        changes.add(new Fit.Change(chosen, from.distance().minus(best.distance())));
        return Optional.of(best);
    }

    /** Less than a unit of the currency's last digit, in a month. */
    private boolean isTooSmall(RunRate gain) {
        int digits = Math.max(0, own.currency().getDefaultFractionDigits());
        BigInteger unit = BigInteger.TEN
                .pow(RunRate.SCALE)
                .multiply(BigInteger.valueOf(12))
                .divide(BigInteger.TEN.pow(digits));
        return gain.microsPerYear().compareTo(unit) < 0;
    }

    private Optional<Tried> change(RevenuePolicy policy, PolicyOption option) {
        String name = option.option() + " " + option.code();
        Optional<PolicyConflict> conflict = policy.conflict(option);
        if (conflict.isPresent()) {
            PolicyOption one = conflict.get().one();
            PolicyOption other = one.equals(option) ? conflict.get().other() : one;
            refused.add(name + " (" + other.option() + " " + other.code() + ")");
            return Optional.empty();
        }
        return count(name, policy.with(option));
    }

    private Optional<Tried> count(String name, RevenuePolicy policy) {
        return tried.computeIfAbsent(policy, p -> residues(name, p));
    }

    private static PolicyOption[] array(List<PolicyOption> options) {
        return options.toArray(new PolicyOption[0]);
    }

    private Optional<Tried> residues(String name, RevenuePolicy policy) {
        Accounts accounts = new Accounts();
        Counted counted = Counted.of(RevenueView.of(book, policy, own.span()), months, List.of(own.figure()), accounts);
        if (counted.problem().isPresent()) {
            skipped.add("Not tried: " + name + ". " + counted.problem().get());
            return Optional.empty();
        }
        TreeMap<Fit.Cell, RunRate> cells = new TreeMap<>();
        if (own.isByAccount()) {
            own.accounts().forEach(accounts::number);
        }
        for (int m = 0; m < months.size(); m++) {
            YearMonth month = YearMonth.from(months.get(m).from());
            if (own.amount(month).isEmpty()) {
                continue;
            }
            if (own.isByAccount()) {
                for (int a = 0; a < accounts.ids().size(); a++) {
                    AccountId account = accounts.ids().get(a);
                    RunRate ours = RunRate.ofMicrosPerYear(
                            counted.amounts().get(0).get(a * months.size() + m), own.currency());
                    cells.put(
                            new Fit.Cell(month, Optional.of(account)),
                            own.amount(account, month).minus(ours));
                }
            } else {
                BigInteger ours = BigInteger.ZERO;
                for (int a = 0; a < accounts.ids().size(); a++) {
                    ours = ours.add(BigInteger.valueOf(counted.amounts().get(0).get(a * months.size() + m)));
                }
                cells.put(
                        new Fit.Cell(month, Optional.empty()),
                        own.amount(month).orElseThrow().minus(RunRate.ofMicrosPerYear(ours, own.currency())));
            }
        }
        RunRate distance = RunRate.zero(own.currency());
        for (RunRate cell : cells.values()) {
            distance = cell.signum() < 0 ? distance.minus(cell) : distance.plus(cell);
        }
        return Optional.of(new Tried(policy, cells, distance));
    }
}
