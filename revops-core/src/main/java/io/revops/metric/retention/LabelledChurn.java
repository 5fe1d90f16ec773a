package io.revops.metric.retention;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.ledger.Basis;
import io.revops.ledger.Merging;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Segments;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the churn of accounts, told apart by what was written of the subscriptions that ended: each item brings what it was
 * worth, and the account counts once a period, for what brought most of its churn.
 */
final class LabelledChurn {
    private static final char BETWEEN = '\n';

    private final RevenueView view;
    private final ChurnLabel by;
    private final Map<ItemId, String> labels = new HashMap<>();
    private final List<Lost> lines = new ArrayList<>();
    private final TreeMap<String, Lost> account = new TreeMap<>();
    private int index = -1;
    private int period = -1;

    /** One account in one segment. */
    private static final class Lost {
        private final AccountId account;
        private final @Nullable String segment;
        private long opening;
        private boolean activeAtOpening;
        private final TreeMap<String, Long> amounts = new TreeMap<>();
        private final TreeMap<String, Integer> counts = new TreeMap<>();
        private final TreeMap<String, Long> thisPeriod = new TreeMap<>();

        Lost(AccountId account, @Nullable String segment) {
            this.account = account;
            this.segment = segment;
        }

        void endPeriod() {
            thisPeriod.entrySet().stream()
                    .min(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .ifPresent(most -> counts.merge(most.getKey(), 1, Integer::sum));
            thisPeriod.clear();
        }
    }

    private LabelledChurn(RevenueView view, ChurnLabel by) {
        this.view = view;
        this.by = by;
    }

    /** Month by month, as churned MRR is told. */
    static Evidence monthly(RevenueView view, Cut cut, ChurnLabel by) {
        Instant end = view.span().end(view.policy().zone());
        List<Span> months =
                view.span().isEmpty() ? List.of(view.span()) : view.span().months();
        Segments segments = cut.isWithinAccounts() ? cut.dated(view) : cut.fixed(view, end);
        return new LabelledChurn(view, by)
                .gather(
                        months,
                        view.policy().basis(),
                        Valuation.closing(view.ledger()),
                        segments,
                        Merging.WHEN_IT_HAPPENED);
    }

    /** The two ends of the accounts that were active at the opening, as revenue churn is told. */
    static Evidence cohort(RevenueView view, Cut cut, ChurnLabel by) {
        Instant start = view.span().start(view.policy().zone());
        return new LabelledChurn(view, by)
                .gather(
                        List.of(view.span()),
                        Basis.NET,
                        Valuation.atOpening(view.ledger(), view.span()),
                        cut.fixed(view, start),
                        Merging.FROM_THE_START);
    }

    private Evidence gather(
            List<Span> periods, Basis basis, Valuation valuation, @Nullable Segments segments, Merging merging) {
        Optional<Evidence> none = ItemLines.noBook(view).or(() -> ItemLines.problem(valuation));
        if (none.isPresent()) {
            return none.get();
        }
        Segments labelled =
                (of, item, before) -> label(item) + BETWEEN + (segments == null ? "" : segments.of(of, item, before));
        view.ledger()
                .walk(periods, basis, Cadence.MONTH, valuation, labelled, merging, row -> row(row, segments != null));
        endAccount();
        return ItemLines.problem(valuation).orElseGet(() -> build(valuation));
    }

    private String label(ItemId item) {
        return labels.computeIfAbsent(
                item, i -> by.of(view.book(), i, view.policy().zone()).replace(BETWEEN, ' '));
    }

    private void row(MovementRow row, boolean cut) {
        if (row.account() != index) {
            endAccount();
            index = row.account();
        } else if (row.period() != period) {
            account.values().forEach(Lost::endPeriod);
        }
        period = row.period();
        String both = Objects.requireNonNull(row.segment());
        String label = both.substring(0, both.indexOf(BETWEEN));
        String segment = both.substring(both.indexOf(BETWEEN) + 1);
        Lost lost =
                account.computeIfAbsent(segment, s -> new Lost(view.ledger().account(row.account()), cut ? s : null));
        if (row.period() == 0) {
            lost.opening = Math.addExact(lost.opening, row.opening());
            lost.activeAtOpening |= row.activeAtOpening();
        }
        if (row.count(MovementKind.CHURN) > 0) {
            lost.amounts.merge(label, row.amount(MovementKind.CHURN), Math::addExact);
            lost.thisPeriod.merge(label, row.amount(MovementKind.CHURN), Math::addExact);
        }
    }

    private void endAccount() {
        account.values().forEach(Lost::endPeriod);
        lines.addAll(account.values());
        account.clear();
    }

    private Evidence build(Valuation valuation) {
        Map<String, Part<RunRate>> amounts = new TreeMap<>(UNKNOWN_LAST);
        Map<String, Part<Long>> counts = new TreeMap<>(UNKNOWN_LAST);
        for (Lost lost : lines) {
            lost.amounts.keySet().forEach(label -> {
                amounts.computeIfAbsent(label, Part.CHURN::labelled);
                counts.computeIfAbsent(label, Part.CHURNED_ACCOUNTS::labelled);
            });
        }
        Evidence.Builder evidence = ItemLines.begin(view, valuation)
                .parts(Part.OPENING)
                .parts(amounts.values().toArray(new Part<?>[0]))
                .parts(Part.ACTIVE_AT_OPENING)
                .parts(counts.values().toArray(new Part<?>[0]));
        for (Lost lost : lines) {
            evidence.line(lost.account, lost.segment)
                    .units(Part.OPENING, lost.opening)
                    .units(Part.ACTIVE_AT_OPENING, lost.activeAtOpening ? 1 : 0);
            lost.amounts.forEach((label, amount) -> evidence.units(Objects.requireNonNull(amounts.get(label)), amount));
            lost.counts.forEach((label, count) -> evidence.units(Objects.requireNonNull(counts.get(label)), count));
        }
        return evidence.build();
    }

    private static final Comparator<String> UNKNOWN_LAST =
            Comparator.<String, Boolean>comparing(ChurnLabel.UNKNOWN::equals).thenComparing(Comparator.naturalOrder());

    /** The churn of one label, 0 or below; 0 if there is none. */
    static RunRate churn(Evidence evidence, String label) {
        RunRate churn = evidence.total(Part.CHURN); // 0 of a gathered evidence; names the currency
        for (Part<?> part : evidence.parts()) {
            if (part.kind().equals(Part.CHURN) && part.labels().equals(List.of(label))) {
                churn = churn.plus((RunRate) evidence.total(part));
            }
        }
        return churn;
    }
}
