package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.Entry;
import io.revops.book.ItemChange;
import io.revops.book.ItemId;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The states of one subscription under the standard policy: at every instant at which something about it changes, what each of
 * its items is worth per year from then on.
 */
final class SubscriptionStates {
    /** From an instant on, an item is worth so many micro-units a year. */
    record State(Instant at, ItemId item, Currency currency, long micros, List<Because> because) {}

    private record Happening(
            Instant at, Clause clause, @Nullable Entry fact) {}

    private static final String IN = " in ";

    /** By instant; at one instant the entry recorded last holds, then the greater id. */
    private static final Comparator<Happening> IN_ORDER = Comparator.comparing(Happening::at)
            .thenComparing(
                    h -> h.fact() == null ? Instant.MIN : h.fact().recorded().orElse(Instant.MIN))
            .thenComparing(h -> h.fact() == null ? "" : h.fact().id());

    private final Subscription subscription;
    private final ZoneId zone;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, ItemPricing.Item> items = new TreeMap<>();
    private final Map<String, ProductId> products = new HashMap<>();
    private final Map<ItemId, Currency> currencies = new HashMap<>();
    private final Map<ItemId, Long> now = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<Discount> discounts;
    private final List<Spell> trials = new ArrayList<>();
    private final List<Spell> unpaid = new ArrayList<>();
    private final Map<Discount, Instant> discountEnds = new HashMap<>();
    private boolean everPaid;

    private SubscriptionStates(Subscription subscription, ZoneId zone) {
        this.subscription = subscription;
        this.zone = zone;
        this.discounts = Entries.current(subscription.discounts());
    }

    /** The states in the order of their instants, at one instant by item. */
    static List<State> of(Subscription subscription, ZoneId zone) {
        return new SubscriptionStates(subscription, zone).walk();
    }

    private List<State> walk() {
        Optional<Happening> ending = ending();
        Optional<Instant> end = ending.map(Happening::at);
        collect();
        ending.ifPresent(happenings::add);
        happenings.sort(IN_ORDER);
        for (int i = 0; i < happenings.size(); ) {
            Instant at = happenings.get(i).at();
            int from = i;
            for (; i < happenings.size() && happenings.get(i).at().equals(at); i++) {
                if (happenings.get(i).fact() instanceof ItemChange change) {
                    take(change, items);
                    change.product().ifPresent(p -> products.put(change.item(), p));
                }
            }
            boolean ended = end.isPresent() && !at.isBefore(end.get());
            value(at, ended, happenings.subList(from, i));
            if (ended) {
                break;
            }
        }
        return states;
    }

    private void collect() {
        for (ItemChange change : Entries.current(subscription.items())) {
            add(change.effective(), Clause.ITEM_CHANGED, change);
        }
        happenings.sort(IN_ORDER); // a discount's end is looked up in the items as they changed
        subscription.start().ifPresent(s -> add(s, Clause.STARTED, null));
        for (Discount discount : discounts) {
            add(discount.effective(), Clause.DISCOUNT_STARTED, discount);
            end(discount).ifPresent(m -> {
                discountEnds.put(discount, m.instant(zone));
                add(m, Clause.DISCOUNT_ENDED, discount);
            });
        }
        for (Spell spell : Entries.current(subscription.spells())) {
            if (spell.kind() == SpellKind.TRIAL) {
                trials.add(spell);
                add(spell.effective(), Clause.ITEM_CHANGED, spell);
                spell.end().ifPresent(m -> add(m, Clause.TRIAL_ENDED, spell));
            } else if (spell.kind() == SpellKind.UNPAID) {
                unpaid.add(spell);
                add(spell.effective(), Clause.UNPAID, spell);
                spell.end().ifPresent(m -> add(m, Clause.PAID_AGAIN, spell));
            }
        }
    }

    private void add(Moment moment, Clause clause, @Nullable Entry fact) {
        happenings.add(new Happening(moment.instant(zone), clause, fact));
    }

    /** Its ending, else the earliest end of a cancellation that was not withdrawn; which is earliest depends on the zone. */
    private Optional<Happening> ending() {
        List<Ending> endings = Entries.current(subscription.endings());
        if (!endings.isEmpty()) {
            Ending last = endings.get(endings.size() - 1);
            return Optional.of(new Happening(last.effective().instant(zone), Clause.ENDED, last));
        }
        return Entries.current(subscription.cancellations()).stream()
                .filter(c -> c.withdrawn().isEmpty())
                .map(c -> new Happening(c.ends().instant(zone), Clause.ENDED, c))
                .min(Comparator.comparing(Happening::at));
    }

    /** An explicit end, else the end that its duration brings; the billing period is that of what it reduces. */
    private Optional<Moment> end(Discount discount) {
        if (discount.end().isPresent() || discount.duration() == DiscountDuration.FOREVER) {
            return discount.end();
        }
        if (discount.duration() == DiscountDuration.REPEATING) {
            return discount.months().map(n -> discount.effective().plus(java.time.Period.ofMonths(n)));
        }
        return billed(discount).stream()
                .map(interval -> discount.effective().plus(interval.period()))
                .min(Comparator.comparing(m -> m.instant(zone)));
    }

    /** How often what a discount reduces is billed when it starts; if nothing is by then, as soon as something is. */
    private List<BillingInterval> billed(Discount discount) {
        Map<String, ItemPricing.Item> billed = new TreeMap<>();
        Instant until = discount.effective().instant(zone);
        for (Happening happening : happenings) {
            if (happening.fact() instanceof ItemChange change
                    && discount.item().orElse(change.item()).equals(change.item())) {
                if (happening.at().isAfter(until)) {
                    if (billed.values().stream().anyMatch(ItemPricing.Item::recurs)) {
                        break;
                    }
                    until = happening.at();
                }
                take(change, billed);
            }
        }
        return billed.values().stream()
                .filter(ItemPricing.Item::recurs)
                .flatMap(item -> item.interval().stream())
                .toList();
    }

    private static void take(ItemChange change, Map<String, ItemPricing.Item> into) {
        into.put(
                change.item(),
                into.getOrDefault(change.item(), ItemPricing.Item.NOTHING).after(change));
    }

    private void value(Instant at, boolean ended, List<Happening> here) {
        boolean begun =
                subscription.start().map(s -> !at.isBefore(s.instant(zone))).orElse(true);
        Map<ItemId, Long> worth = new HashMap<>();
        if (begun && !ended && !inTrial(at) && unpaid.stream().noneMatch(s -> covers(s, at))) {
            List<Discount> active = discounts.stream()
                    .filter(d -> !at.isBefore(d.effective().instant(zone)))
                    .filter(d -> discountEnds.get(d) == null || at.isBefore(discountEnds.get(d)))
                    .toList();
            ItemPricing.perYear(items, active).forEach((name, micros) -> {
                ItemId id = new ItemId(subscription.id(), name, products.get(name));
                worth.put(id, micros);
                Price price = Objects.requireNonNull(
                        Objects.requireNonNull(items.get(name)).price());
                ItemId keyed = inCurrency(id, price.currency());
                if (!keyed.equals(id)) {
                    worth.remove(id);
                    worth.put(keyed, micros);
                }
            });
        }
        everPaid |= worth.values().stream().mapToLong(Long::longValue).anyMatch(v -> v > 0);
        List<Because> because = here.stream()
                .map(h -> new Because(h.clause(), h.fact()))
                .distinct()
                .toList();
        Map<ItemId, Long> changed = new TreeMap<>(LedgerBlock.BY_ID);
        now.forEach((item, micros) -> changed.put(item, worth.getOrDefault(item, 0L)));
        changed.putAll(worth);
        changed.forEach((item, micros) -> {
            if (now.getOrDefault(item, 0L) != micros.longValue()) {
                now.put(item, micros);
                states.add(new State(
                        at, item, Objects.requireNonNull(currencies.get(item)), micros, about(item, because)));
            }
        });
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

    /** In the trial that it begins with: nothing was paid before that. */
    private boolean inTrial(Instant at) {
        return !everPaid && trials.stream().anyMatch(s -> covers(s, at));
    }

    private boolean covers(Spell spell, Instant at) {
        return !at.isBefore(spell.effective().instant(zone))
                && spell.end().map(e -> at.isBefore(e.instant(zone))).orElse(true);
    }
}
