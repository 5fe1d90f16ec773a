package io.revops.metric;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.ledger.Basis;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Merging;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Segments;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one line for each account (and segment) from the walk of a ledger: what it was worth at the two ends, and how it
 * moved between them. What the families of metrics share.
 */
public final class AccountLines {
    private static final Map<MovementKind, Part<?>> PARTS = new EnumMap<>(Map.ofEntries(
            Map.entry(MovementKind.NEW, Part.NEW),
            Map.entry(MovementKind.EXPANSION, Part.EXPANSION),
            Map.entry(MovementKind.CONTRACTION, Part.CONTRACTION),
            Map.entry(MovementKind.CHURN, Part.CHURN),
            Map.entry(MovementKind.REACTIVATION, Part.REACTIVATION),
            Map.entry(MovementKind.FX, Part.FX),
            Map.entry(MovementKind.SEGMENT_IN, Part.SEGMENT_IN),
            Map.entry(MovementKind.SEGMENT_OUT, Part.SEGMENT_OUT),
            Map.entry(MovementKind.MERGE_IN, Part.MERGE_IN),
            Map.entry(MovementKind.MERGE_OUT, Part.MERGE_OUT)));

    private static final Part<?>[] NONE = {};
    private static final Part<?>[] MERGES = {Part.MERGE_IN, Part.MERGE_OUT};

    /** Which accounts have a line. */
    public enum Who {
        /** All that were worth something or moved. */
        ALL,
        /** Only those that were active at the span's opening: who came later is left out, with all that they did. */
        ACTIVE_AT_OPENING
    }

    private AccountLines() {}

    /** Movements of each period of a cadence, added up; at closing rates, by the policy's basis. */
    public static Evidence movements(RevenueView view, Cut cut, Cadence cadence) {
        return gather(
                view,
                periods(view, cadence),
                view.policy().basis(),
                cadence,
                Valuation.closing(view.ledger()),
                cut.dated(view),
                Who.ALL,
                Merging.WHEN_IT_HAPPENED);
    }

    /** The same, with each account in the one segment where it is at the span's close. */
    public static Evidence movementsOfAccounts(RevenueView view, Cut cut, Cadence cadence) {
        Segments segments = cut.isWithinAccounts()
                ? cut.dated(view)
                : cut.fixed(view, view.span().end(view.policy().zone()));
        return gather(
                view,
                periods(view, cadence),
                view.policy().basis(),
                cadence,
                Valuation.closing(view.ledger()),
                segments,
                Who.ALL,
                Merging.WHEN_IT_HAPPENED);
    }

    /** The two ends of the span and the one net movement between them; at closing rates. */
    public static Evidence change(RevenueView view, Cut cut) {
        return gather(
                view,
                List.of(view.span()),
                Basis.NET,
                Cadence.MONTH,
                Valuation.closing(view.ledger()),
                cut.dated(view),
                Who.ALL,
                Merging.WHEN_IT_HAPPENED);
    }

    /** The same at the rates of the close alone: for a balance there, which has to be known even if the opening has no rate. */
    public static Evidence atClose(RevenueView view, Cut cut) {
        return gather(
                view,
                List.of(view.span()),
                Basis.NET,
                Cadence.MONTH,
                Valuation.atClosing(view.ledger(), view.span()),
                cut.dated(view),
                Who.ALL,
                Merging.WHEN_IT_HAPPENED);
    }

    /**
     * The accounts that were active at the span's opening, at the opening's rates, in the segment where they were then: the
     * net movement between the two ends.
     */
    public static Evidence cohort(RevenueView view, Cut cut) {
        return gather(
                view,
                List.of(view.span()),
                Basis.NET,
                Cadence.MONTH,
                Valuation.atOpening(view.ledger(), view.span()),
                cut.fixed(view, view.span().start(view.policy().zone())),
                Who.ACTIVE_AT_OPENING,
                Merging.FROM_THE_START);
    }

    /** The same accounts with their movements month by month. */
    public static Evidence cohortMonthly(RevenueView view, Cut cut) {
        return gather(
                view,
                periods(view, Cadence.MONTH),
                view.policy().basis(),
                Cadence.MONTH,
                Valuation.atOpening(view.ledger(), view.span()),
                cut.fixed(view, view.span().start(view.policy().zone())),
                Who.ACTIVE_AT_OPENING,
                Merging.FROM_THE_START);
    }

    /** Who was active at the two ends of the span, and who came and went; for this no currency is needed. */
    public static Evidence counts(RevenueView view, Cut cut) {
        return gather(
                view,
                List.of(view.span()),
                Basis.NET,
                Cadence.MONTH,
                Valuation.counting(),
                cut.dated(view),
                Who.ALL,
                Merging.WHEN_IT_HAPPENED);
    }

    /** The same of the accounts that were active at the span's opening, in the segment where they were then. */
    public static Evidence cohortCounts(RevenueView view, Cut cut) {
        return gather(
                view,
                List.of(view.span()),
                Basis.NET,
                Cadence.MONTH,
                Valuation.counting(),
                cut.fixed(view, view.span().start(view.policy().zone())),
                Who.ACTIVE_AT_OPENING,
                Merging.FROM_THE_START);
    }

    /** An empty span has no period to cut, but an opening, which is its closing too. */
    private static List<Span> periods(RevenueView view, Cadence cadence) {
        return view.span().isEmpty() ? List.of(view.span()) : cadence.cut(view.span());
    }

    private static Evidence gather(
            RevenueView view,
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
            Who who,
            Merging merging) {
        if (valuation.problem().isPresent()) {
            return undefined(valuation);
        }
        Evidence.Builder lines = valuation
                .currency()
                .map(currency -> Evidence.in(currency)
                        .parts(Part.OPENING, Part.NEW, Part.EXPANSION, Part.CONTRACTION, Part.CHURN, Part.REACTIVATION)
                        .parts(Part.FX, Part.SEGMENT_IN, Part.SEGMENT_OUT)
                        .parts(
                                merging == Merging.WHEN_IT_HAPPENED
                                                && view.ledger().hasMerges()
                                        ? MERGES
                                        : NONE)
                        .parts(Part.CLOSING))
                .orElseGet(Evidence::counting)
                .parts(Part.ACTIVE_AT_OPENING, Part.ACTIVE, Part.LOST_ACCOUNTS)
                .parts(Part.NEW_ACCOUNTS, Part.REACTIVATED_ACCOUNTS, Part.CHURNED_ACCOUNTS)
                .named(names(view))
                .changes(changes(view, merging));
        Collector collector = new Collector(view, lines, who);
        if (merging == Merging.WHEN_IT_HAPPENED && view.ledger().hasMerges() && periods.size() > 1) {
            collector.opened(view, cadence, segments);
        }
        view.ledger().walk(periods, basis, cadence, valuation, segments, merging, collector::row);
        collector.flush();
        return valuation.problem().isPresent() ? undefined(valuation) : lines.build();
    }

    private static Evidence undefined(Valuation valuation) {
        Valuation.Problem problem = valuation.problem().orElseThrow();
        return Evidence.undefined(UndefinedCode.valueOf(problem.kind().name()), problem.text());
    }

    /** What accounts are called in a book. */
    public static java.util.function.Function<FactId, String> names(RevenueView view) {
        return id -> Optional.of(id)
                .filter(AccountId.class::isInstance)
                .flatMap(a -> view.book().account((AccountId) a))
                .flatMap(Account::name)
                .orElse(id.value());
    }

    /** What the accounts are called that facts of a kind are about: for lines that are one such fact each. */
    public static java.util.function.Function<FactId, String> names(RevenueView view, Class<? extends Fact> kind) {
        java.util.function.Function<FactId, String> names = names(view);
        return id -> view.book()
                .find(kind, id)
                .flatMap(view.book()::accountOf)
                .map(names)
                .orElse(id.value());
    }

    private static java.util.function.Function<FactId, List<LedgerChange>> changes(RevenueView view, Merging merging) {
        return id -> id instanceof AccountId account ? changes(view, account, merging) : List.of();
    }

    /** The changes behind an account in a span; as one from the start, also those of the accounts that it merged with. */
    static List<LedgerChange> changes(RevenueView view, AccountId account, Merging merging) {
        if (merging == Merging.WHEN_IT_HAPPENED || !view.ledger().hasMerges()) {
            return view.ledger().changes(account, view.span());
        }
        return view.ledger().related(account).stream()
                .flatMap(a -> view.ledger().changes(a, view.span()).stream())
                .sorted(Comparator.comparing(LedgerChange::at))
                .toList();
    }

    /** Adds the rows of one account and segment up over its periods, and writes a line when the account is done. */
    private static final class Collector {
        private final RevenueView view;
        private final Evidence.Builder lines;
        private final Who who;
        private final TreeMap<String, Sum> sums = new TreeMap<>();
        private final Map<String, Set<AccountId>> openers = new HashMap<>();
        private boolean merges;
        private int account = -1;

        Collector(RevenueView view, Evidence.Builder lines, Who who) {
            this.view = view;
            this.lines = lines;
            this.who = who;
        }

        void row(MovementRow row) {
            if (row.account() != account) {
                flush();
                account = row.account();
            }
            sums.computeIfAbsent(name(row), s -> new Sum(row)).add(row);
        }

        /** Who is active at the opening, those that merge in the span as one account. */
        void opened(RevenueView of, Cadence cadence, @Nullable Segments segments) {
            merges = true;
            of.ledger()
                    .walk(
                            List.of(of.span()),
                            Basis.NET,
                            cadence,
                            Valuation.counting(),
                            segments,
                            Merging.FROM_THE_START,
                            row -> {
                                if (row.activeAtOpening()) {
                                    openers.computeIfAbsent(name(row), s -> new HashSet<>())
                                            .add(of.ledger().account(row.account()));
                                }
                            });
        }

        private static String name(MovementRow row) {
            return row.segment() == null ? "" : row.segment();
        }

        void flush() {
            boolean cohort = sums.values().stream().anyMatch(s -> s.activeAtOpening);
            if (account >= 0 && (who == Who.ALL || cohort)) {
                AccountId id = view.ledger().account(account);
                boolean merged = merges && view.ledger().related(id).size() > 1;
                sums.forEach((segment, sum) -> {
                    boolean opened =
                            merged ? openers.getOrDefault(segment, Set.of()).contains(id) : sum.activeAtOpening;
                    sum.write(lines.line(id, sum.segment), opened);
                });
            }
            sums.clear();
        }
    }

    private static final class Sum {
        private final @Nullable String segment;
        private final EnumMap<MovementKind, Long> amounts = new EnumMap<>(MovementKind.class);
        private final EnumMap<MovementKind, Integer> counts = new EnumMap<>(MovementKind.class);
        private final boolean activeAtOpening;
        private final long opening;
        private boolean active;
        private long closing;

        /** A segment that first appears later was worth nothing at the opening. */
        Sum(MovementRow first) {
            segment = first.segment();
            opening = first.period() == 0 ? first.opening() : 0;
            activeAtOpening = first.period() == 0 && first.activeAtOpening();
        }

        void add(MovementRow row) {
            for (MovementKind kind : MovementKind.values()) {
                if (row.count(kind) > 0) {
                    amounts.merge(kind, row.amount(kind), Math::addExact);
                    counts.merge(kind, row.count(kind), Integer::sum);
                }
            }
            active = row.activeAtClosing();
            closing = row.closing();
        }

        void write(Evidence.Builder line, boolean opened) {
            if (line.hasCurrency()) {
                line.units(Part.OPENING, opening).units(Part.CLOSING, closing);
                amounts.forEach((kind, amount) -> line.units(part(kind), amount));
            }
            line.units(Part.ACTIVE_AT_OPENING, opened ? 1 : 0)
                    .units(Part.ACTIVE, active ? 1 : 0)
                    .units(Part.LOST_ACCOUNTS, opened && !active ? 1 : 0)
                    .units(Part.NEW_ACCOUNTS, counts.getOrDefault(MovementKind.NEW, 0))
                    .units(Part.REACTIVATED_ACCOUNTS, counts.getOrDefault(MovementKind.REACTIVATION, 0))
                    .units(Part.CHURNED_ACCOUNTS, counts.getOrDefault(MovementKind.CHURN, 0));
        }

        private static Part<?> part(MovementKind kind) {
            return java.util.Objects.requireNonNull(PARTS.get(kind));
        }
    }
}
