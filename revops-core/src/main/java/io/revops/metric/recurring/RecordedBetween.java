package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.Entry;
import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.Because;
import io.revops.ledger.FxMethod;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Movement;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.ExchangeRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a later book has that an earlier one has not, or has otherwise, and that can change what recurs: those that the
 * policy reads, by account, and the exchange rates. Deals, contacts and tickets are none of them.
 */
final class RecordedBetween {
    private final RevenuePolicy policy;
    private final RevenueBook is;
    private final MrrLedger before;
    private final MrrLedger after;
    private final Map<String, Set<String>> byAccount = new HashMap<>();
    private final Set<String> ofAll = new TreeSet<>();
    private final Set<ExchangeRate> rates = new HashSet<>();

    RecordedBetween(RevenueBook was, RevenueBook is, MrrLedger before, MrrLedger after) {
        this.policy = after.policy();
        this.is = is;
        this.before = before;
        this.after = after;
        Map<FactId, Fact> known = new HashMap<>();
        was.facts().forEach(fact -> known.put(fact.id(), fact));
        is.facts()
                .filter(fact -> policy.reads(fact.getClass()) && !fact.equals(known.get(fact.id())))
                .forEach(fact -> ids(fact, known.get(fact.id())).forEach(id -> add(fact, id)));
        rates.addAll(is.rates().all());
        was.rates().all().forEach(rates::remove);
    }

    private void add(Fact fact, String id) {
        List<AccountId> accounts = new ArrayList<>(fact.accountId().stream().toList());
        if (fact instanceof AccountMerge merge) {
            accounts.add(merge.into());
        }
        if (accounts.isEmpty()) {
            ofAll.add(id);
        }
        accounts.forEach(account -> byAccount
                .computeIfAbsent(is.canonical(account).value(), a -> new TreeSet<>())
                .add(id));
    }

    /** Of a subscription its entries; if none is new, the subscription itself. */
    private static Set<String> ids(Fact now, @Nullable Fact then) {
        Set<String> ids = new LinkedHashSet<>();
        if (now instanceof Subscription subscription) {
            Set<Entry> known = new HashSet<>();
            if (then instanceof Subscription earlier) {
                entries(earlier).forEach(known::add);
            }
            entries(subscription).filter(e -> !known.contains(e)).forEach(e -> ids.add(e.id()));
        }
        return ids.isEmpty() ? Set.of(now.id().value()) : ids;
    }

    private static Stream<Entry> entries(Subscription subscription) {
        return Stream.of(
                        subscription.items(),
                        subscription.discounts(),
                        subscription.spells(),
                        subscription.cancellations(),
                        subscription.endings())
                .flatMap(List::stream);
    }

    /**
     * What of it brought a line about: what the two versions of the movement name, of an effect of exchange rates what made the
     * balance another one; then the rates themselves. If they name none of it, and the account's own amounts differ, or those
     * before a line that says whether it is new or has come back, all that was recorded of the account.
     */
    List<String> behind(@Nullable Movement then, @Nullable Movement now) {
        Movement one = java.util.Objects.requireNonNull(now != null ? now : then);
        AccountId account = one.account();
        Span month = one.period();
        boolean fx = one.kind() == MovementKind.FX;
        Set<String> recorded = new TreeSet<>(ofAll);
        Stream.concat(before.related(account).stream(), after.related(account).stream())
                .forEach(a -> recorded.addAll(byAccount.getOrDefault(a.value(), Set.of())));
        Set<String> named = new TreeSet<>();
        Stream.of(Optional.ofNullable(then), Optional.ofNullable(now))
                .flatMap(Optional::stream)
                .flatMap(m -> m.factIds().stream())
                .forEach(named::add);
        Span earlier = Span.of(LocalDate.EPOCH.minusYears(100), month.from());
        List<LedgerChange> changesBefore = before.changes(account, earlier);
        List<LedgerChange> changesAfter = after.changes(account, earlier);
        boolean opensOtherwise = !before.states(account, month.start(policy.zone()))
                .equals(after.states(account, month.start(policy.zone())));
        if (fx && opensOtherwise) {
            Stream.concat(changesBefore.stream(), changesAfter.stream())
                    .flatMap(change -> change.because().stream())
                    .map(Because::factId)
                    .flatMap(Optional::stream)
                    .forEach(named::add);
        }
        named.retainAll(recorded);
        List<String> used = rates(account, month, fx, changesBefore, changesAfter);
        boolean ownDiffers =
                opensOtherwise || (!fx && !before.changes(account, month).equals(after.changes(account, month)));
        boolean cameOtherwise = (one.kind() == MovementKind.NEW || one.kind() == MovementKind.REACTIVATION)
                && !changesBefore.equals(changesAfter);
        if (named.isEmpty() && (ownDiffers || cameOtherwise)) {
            named.addAll(recorded);
        }
        List<String> all = new ArrayList<>(named);
        all.addAll(used);
        return all;
    }

    /** The rates that came in and that amounts of the account are converted at, by date. */
    private List<String> rates(
            AccountId account,
            Span month,
            boolean fx,
            List<LedgerChange> changesBefore,
            List<LedgerChange> changesAfter) {
        Optional<Currency> into = policy.currency();
        if (into.isEmpty() || rates.isEmpty()) {
            return List.of();
        }
        Set<LocalDate> days = new TreeSet<>();
        Set<Currency> currencies = new LinkedHashSet<>();
        Stream.of(changesBefore, changesAfter, before.changes(account, month), after.changes(account, month))
                .flatMap(List::stream)
                .forEach(change -> currencies.add(change.after().currency()));
        FxMethod.Rule rule = policy.exchangeRates().rule();
        switch (rule) {
            case CLOSE_RATE -> {
                days.add(month.to().minusDays(1));
                if (fx) {
                    days.add(month.from().minusDays(1));
                }
            }
            case CURRENT -> policy.exchangeRates().day().ifPresent(days::add);
            case EVENT_RATE, START_LOCKED -> {
                is.subscriptionsOf(account).stream()
                        .flatMap(s -> s.items().stream())
                        .flatMap(item -> item.price().stream())
                        .forEach(price -> currencies.add(price.currency()));
                Stream.of(changesAfter, after.changes(account, month))
                        .flatMap(List::stream)
                        .forEach(change ->
                                days.add(change.at().atZone(policy.zone()).toLocalDate()));
            }
            case CONSTANT -> {
                return List.of();
            }
        }
        Set<ExchangeRate> used = new LinkedHashSet<>();
        for (LocalDate day : days) {
            for (Currency currency : currencies) {
                used.addAll(is.rates().behind(currency, into.get(), day));
            }
        }
        used.retainAll(rates);
        return used.stream()
                .map(ExchangeRate::name)
                .sorted(java.util.Comparator.naturalOrder())
                .toList();
    }
}
