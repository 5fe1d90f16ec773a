package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.RevenueBook;
import io.revops.book.SubscriptionId;
import io.revops.money.ExchangeRates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ledger with closed periods, put together from several: up to the end of a close what was known then, from there on what was
 * known at the next close, and at last all there is. Where one takes over from another, each item jumps to what it would have
 * been worth had its facts been recorded in time; that is the posting.
 */
final class ClosedPeriods {
    private static final String IN = " in "; // as of an item that changes its currency

    /** What was known at a close, and until when the ledger shows it. */
    private record Stretch(
            MrrLedger ledger,
            @Nullable Instant from,
            @Nullable Instant to) {
        List<LedgerRow> rows(AccountId account) {
            return ledger.rows(account);
        }

        boolean isBefore(Instant at) {
            return from != null && at.isBefore(from);
        }

        boolean isAfter(Instant at) {
            return to != null && !at.isBefore(to);
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();

    ClosedPeriods(RevenueBook book, RevenuePolicy policy) {
        ZoneId zone = policy.zone();
        RevenuePolicy open = policy.with(Closing.RESTATE);
        Instant from = null;
        for (Closing.Close close : policy.closing().closes()) {
            RevenueBook known = withRates(book.asKnownAt(close.known(zone)), book.rates());
            Instant to = close.opens(zone);
            stretches.add(new Stretch(MrrLedger.of(known, open), from, to));
            from = to;
        }
        stretches.add(new Stretch(MrrLedger.of(book, open), from, null));
    }

    /** Rates of a day do not change later, and a state that begins later may need one that was not known then. */
    private static RevenueBook withRates(RevenueBook known, ExchangeRates rates) {
        return rates.isEmpty() ? known : known.toBuilder().rates(rates).build();
    }

    /** The first rate that was needed and is not there, in words. */
    @Nullable
    String missing() {
        String missing = null;
        for (Stretch stretch : stretches) {
            missing = RateLock.first(
                    missing,
                    stretch.ledger().problem().map(Valuation.Problem::text).orElse(null));
        }
        return missing;
    }

    /** Who has what: up to the end of a close, by the merges that were known then. */
    Merged merged() {
        List<Ownership> parts = new ArrayList<>();
        List<Instant> from = new ArrayList<>();
        Map<SubscriptionId, AccountId> holders = new HashMap<>();
        for (Stretch stretch : stretches) {
            parts.add(stretch.ledger().merged().ownership);
            from.add(stretch.from() == null ? Instant.MIN : stretch.from());
            stretch.ledger().merged().groups.forEach(group -> holders.putAll(group.holders));
        }
        Ownership ownership = Ownership.joined(parts, from);
        List<MergeGroup> groups = new ArrayList<>();
        for (Ownership.Group group : ownership.groups()) {
            Map<AccountId, List<SubscriptionStates.State>> states = new HashMap<>();
            group.owners().values().forEach(owner -> states.put(owner, new One().states(owner)));
            groups.add(new MergeGroup(ownership, group, states, holders));
        }
        return groups.isEmpty()
                ? Merged.NONE
                : new Merged(stretches.get(stretches.size() - 1).ledger().merged().merges, ownership, groups);
    }

    LedgerBlocks blocks() {
        Map<String, AccountId> accounts = new TreeMap<>();
        for (Stretch stretch : stretches) {
            for (int a = 0; a < stretch.ledger().accounts(); a++) {
                AccountId account = stretch.ledger().account(a);
                accounts.put(account.value(), account);
            }
        }
        List<LedgerBlock> blocks = new ArrayList<>();
        List<LedgerBlock.States> block = new ArrayList<>();
        for (AccountId account : accounts.values()) {
            List<SubscriptionStates.State> states = new One().states(account);
            if (!states.isEmpty()) {
                block.add(new LedgerBlock.States(account, states));
            }
            if (block.size() == LedgerBlock.ACCOUNTS) {
                blocks.add(LedgerBlock.of(block));
                block.clear();
            }
        }
        blocks.add(LedgerBlock.of(block));
        return new LedgerBlocks(blocks);
    }

    /** One account. */
    private final class One {
        private final Map<ItemId, Currency> currencies = new LinkedHashMap<>();
        private final List<SubscriptionStates.State> states = new ArrayList<>();

        List<SubscriptionStates.State> states(AccountId account) {
            List<LedgerRow> before = List.of();
            for (Stretch stretch : stretches) {
                List<LedgerRow> rows =
                        stretch.rows(account).stream().map(this::named).toList();
                if (stretch.from() != null) {
                    post(before, rows, stretch.from());
                }
                rows.stream()
                        .filter(row -> !stretch.isBefore(row.at()) && !stretch.isAfter(row.at()))
                        .forEach(row -> states.add(new SubscriptionStates.State(
                                row.at(), row.item(), row.currency(), row.micros(), row.standing(), row.because())));
                before = rows;
            }
            return states;
        }

        /** An item is in one currency: what was first recorded in another goes on beside it. */
        private LedgerRow named(LedgerRow row) {
            Currency first = currencies.putIfAbsent(row.item(), row.currency());
            if (first == null || first.equals(row.currency())) {
                return row;
            }
            ItemId beside = new ItemId(
                    row.item().subscription(),
                    row.item().item() + IN + row.currency().getCurrencyCode(),
                    row.item().product());
            currencies.putIfAbsent(beside, row.currency());
            return row.of(beside);
        }

        private void post(List<LedgerRow> before, List<LedgerRow> after, Instant opens) {
            Map<ItemId, LedgerRow> was = last(before, opens);
            Map<ItemId, LedgerRow> is = last(after, opens);
            Set<ItemId> items = new TreeSet<>(LedgerBlock.BY_ID);
            items.addAll(was.keySet());
            items.addAll(is.keySet());
            for (ItemId item : items) {
                LedgerRow old = was.get(item);
                LedgerRow now = is.get(item);
                long micros = now == null ? 0 : now.micros();
                byte standing = now == null ? Standing.GONE : now.standing();
                boolean same = micros == (old == null ? 0 : old.micros())
                        && standing == (old == null ? Standing.GONE : old.standing());
                if (!same) {
                    Currency currency = now != null ? now.currency() : currencies.get(item);
                    states.add(new SubscriptionStates.State(
                            opens,
                            item,
                            java.util.Objects.requireNonNull(currency),
                            micros,
                            standing,
                            because(item, before, after, opens)));
                }
            }
        }

        private Map<ItemId, LedgerRow> last(List<LedgerRow> rows, Instant before) {
            Map<ItemId, LedgerRow> last = new LinkedHashMap<>();
            rows.stream().filter(row -> row.at().isBefore(before)).forEach(row -> last.put(row.item(), row));
            return last;
        }

        /** What brought about the states that were not there at the close. */
        private List<Because> because(ItemId item, List<LedgerRow> before, List<LedgerRow> after, Instant opens) {
            Set<LedgerRow> known = new HashSet<>(before);
            Set<Because> late = new LinkedHashSet<>();
            after.stream()
                    .filter(row -> row.item().equals(item) && row.at().isBefore(opens) && !known.contains(row))
                    .flatMap(row -> row.because().stream())
                    .forEach(b -> late.add(new Because(Clause.POSTED_LATE, b.fact(), b.other())));
            return late.isEmpty() ? List.of(new Because(Clause.POSTED_LATE, null)) : List.copyOf(late);
        }
    }
}
