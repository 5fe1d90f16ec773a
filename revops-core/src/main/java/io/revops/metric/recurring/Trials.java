package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.Entries;
import io.revops.book.ItemId;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A line for each subscription whose trial began or ended in a span, and whether it is worth something once the trial is over. */
final class Trials {
    private static final Span EVER = Span.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));

    private final RevenueView view;
    private final Cut cut;
    private final ZoneId zone;
    private final Evidence.Builder lines;

    private Trials(RevenueView view, Cut cut) {
        this.view = view;
        this.cut = cut;
        zone = view.policy().zone();
        lines = Evidence.counting()
                .parts(Part.TRIALS_STARTED, Part.TRIALS_ENDED, Part.TRIALS_CONVERTED)
                .named(AccountLines.names(view));
    }

    static Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> new Trials(view, cut).gather());
    }

    private Evidence gather() {
        TreeMap<String, Subscription> subscriptions = new TreeMap<>();
        view.book().subscriptions().forEach(s -> subscriptions.put(s.id().value(), s));
        subscriptions.values().forEach(this::subscription);
        return lines.build();
    }

    private void subscription(Subscription subscription) {
        Optional<Spell> trial = Entries.current(subscription.spells()).stream()
                .filter(s -> s.kind() == SpellKind.TRIAL)
                .min(Comparator.comparing(s -> s.effective().instant(zone)));
        if (trial.isEmpty() || subscription.items().isEmpty()) {
            return;
        }
        AccountId account = view.book().canonical(subscription.account());
        List<LedgerChange> changes = view.ledger().changesOfSubscriptions(account, EVER).stream()
                .filter(c -> c.item().subscription().equals(subscription.id()))
                .toList();
        Instant start = trial.get().effective().instant(zone);
        boolean paidBefore = changes.stream()
                .anyMatch(c -> c.at().isBefore(start) && c.after().signum() > 0);
        if (paidBefore) {
            return;
        }
        Optional<Instant> end = first(trial.get().end(), subscription.ends());
        boolean started = during(start);
        boolean ended = end.filter(this::during).isPresent();
        if (started || ended) {
            boolean converted = ended && isWorth(account, subscription, end.get());
            ItemId item = item(subscription);
            lines.line(
                            item,
                            ItemLines.segment(
                                    cut, view, account, item, view.span().end(zone)))
                    .units(Part.TRIALS_STARTED, started ? 1 : 0)
                    .units(Part.TRIALS_ENDED, ended ? 1 : 0)
                    .units(Part.TRIALS_CONVERTED, converted ? 1 : 0);
        }
    }

    private Optional<Instant> first(Optional<Moment> one, Optional<Moment> other) {
        return java.util.stream.Stream.of(one, other)
                .flatMap(Optional::stream)
                .map(m -> m.instant(zone))
                .min(Comparator.naturalOrder());
    }

    private boolean during(Instant at) {
        return !at.isBefore(view.span().start(zone)) && at.isBefore(view.span().end(zone));
    }

    /** Just after everything that takes effect with the end of the trial. */
    private boolean isWorth(AccountId account, Subscription subscription, Instant end) {
        return view.ledger().statesOfSubscriptions(account, end.plusNanos(1_000)).entrySet().stream()
                .anyMatch(e -> e.getKey().subscription().equals(subscription.id())
                        && e.getValue().signum() > 0);
    }

    private ItemId item(Subscription subscription) {
        return Entries.current(subscription.items()).stream()
                .findFirst()
                .map(i -> new ItemId(subscription.id(), i.item(), i.product().orElse(null)))
                .orElseThrow();
    }
}
