package io.revops.ledger;

import io.revops.book.ItemChange;
import io.revops.book.ItemId;
import io.revops.book.ProductId;
import io.revops.book.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a state whenever an item of a subscription takes another value, or stands otherwise. */
final class StateLog {
    private static final String IN = " in ";

    private final SubscriptionId subscription;
    private final StateRules rules;
    private final Map<ItemId, Currency> currencies = new HashMap<>();
    private final Map<ItemId, Long> now = new HashMap<>();
    private final Map<ItemId, Byte> stood = new HashMap<>();
    private final Map<ItemId, Long> worth = new HashMap<>();
    private final Map<ItemId, Byte> stands = new HashMap<>();
    private final List<SubscriptionStates.State> states = new ArrayList<>();
    private boolean everPaid;

    StateLog(SubscriptionId subscription, StateRules rules) {
        this.subscription = subscription;
        this.rules = rules;
    }

    /** The item's name without the currency that was put behind it when its own changed. */
    static String name(ItemId item) {
        int in = item.item().lastIndexOf(IN);
        return in < 0 || in != item.item().length() - IN.length() - 3
                ? item.item()
                : item.item().substring(0, in);
    }

    /** Begins an instant: nothing is worth anything until it is said. */
    void begin() {
        worth.clear();
        stands.clear();
    }

    void worth(String name, @Nullable ProductId product, Currency currency, long micros) {
        worth.put(inCurrency(new ItemId(subscription, name, product), currency), micros);
    }

    void stands(String name, @Nullable ProductId product, Currency currency, byte standing) {
        stands.put(inCurrency(new ItemId(subscription, name, product), currency), standing);
    }

    /** Whatever is there now is held. */
    void holdAll() {
        stood.forEach((item, standing) -> {
            if (standing != Standing.GONE) {
                stands.put(item, Standing.HELD);
            }
        });
    }

    /** Takes what was said as the state from an instant on. */
    void take(Instant at, List<Happening> here) {
        List<Because> because = List.of();
        Map<ItemId, Long> changed = new TreeMap<>(LedgerBlock.BY_ID);
        now.forEach((item, micros) -> changed.put(item, worth.getOrDefault(item, 0L)));
        if (rules.standing) {
            stood.keySet().forEach(item -> changed.put(item, worth.getOrDefault(item, 0L)));
            stands.keySet().forEach(item -> changed.put(item, worth.getOrDefault(item, 0L)));
        }
        changed.putAll(worth);
        for (Map.Entry<ItemId, Long> entry : changed.entrySet()) {
            ItemId item = entry.getKey();
            long micros = entry.getValue();
            everPaid |= micros > 0;
            byte standing = rules.standing
                    ? stands.getOrDefault(item, Standing.GONE)
                    : micros == 0 ? Standing.GONE : Standing.RUNS;
            boolean moved = now.getOrDefault(item, 0L) != micros;
            if (moved || (rules.standing && stood.getOrDefault(item, Standing.GONE) != standing)) {
                if (because.isEmpty()) {
                    because = here.stream().map(Happening::because).distinct().toList();
                }
                now.put(item, micros);
                if (rules.standing) {
                    stood.put(item, standing);
                }
                states.add(new SubscriptionStates.State(
                        at,
                        item,
                        Objects.requireNonNull(currencies.get(item)),
                        micros,
                        standing,
                        about(item, because)));
            }
        }
    }

    List<SubscriptionStates.State> states() {
        return states;
    }

    /** Whether anything was ever worth something. */
    boolean everPaid() {
        return everPaid;
    }

    /**
     * What concerns an item: everything about the subscription, and changes of the item itself; where there is neither, the
     * change of another item, with which it shares an amount off.
     */
    private static List<Because> about(ItemId item, List<Because> because) {
        List<Because> own = because.stream()
                .filter(b -> !(b.fact() instanceof ItemChange change)
                        || item.item().equals(change.item())
                        || item.item().startsWith(change.item() + IN))
                .toList();
        return own.isEmpty() ? because : own;
    }

    /** An item that changes its currency goes on as another item, since a state has one currency. */
    private ItemId inCurrency(ItemId id, Currency currency) {
        Currency known = currencies.putIfAbsent(id, currency);
        if (known == null || known.equals(currency)) {
            return id;
        }
        ItemId other = new ItemId(id.subscription(), id.item() + IN + currency.getCurrencyCode(), id.product());
        currencies.put(other, currency);
        return other;
    }
}
