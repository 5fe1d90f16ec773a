package io.revops.ledger;

import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Entries;
import io.revops.book.Entry;
import io.revops.book.ItemChange;
import io.revops.book.ItemId;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Spell;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
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
 * The states of one subscription under a policy: at every instant at which something about it changes, what each of its items is
 * worth per year from then on.
 */
final class SubscriptionStates {
    /**
     * From an instant on, an item is worth so many micro-units a year.
     *
     * @param standing one of {@link Standing}
     */
    record State(Instant at, ItemId item, Currency currency, long micros, byte standing, List<Because> because) {
        State(Instant at, ItemId item, Currency currency, long micros, List<Because> because) {
            this(at, item, currency, micros, micros == 0 ? Standing.GONE : Standing.RUNS, because);
        }
    }

    /** A stretch in which a rule makes the subscription worth nothing. */
    private record Out(
            byte standing, Instant from, @Nullable Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    private final Subscription subscription;
    private final StateRules rules;
    private final Surroundings facts;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<String, ItemPricing.Item> items = new TreeMap<>();
    private final Map<String, ProductId> products = new HashMap<>();
    private final StateLog log;
    private final List<Discount> discounts;
    private final List<Out> outs = new ArrayList<>();
    private final List<Spell> trials = new ArrayList<>();
    private final Map<Discount, Instant> discountEnds = new HashMap<>();
    private List<BilledLines.Billed> credits = List.of();
    private List<BilledLines.Billed> lines = List.of();
    private final boolean fromBills;
    private final UsageMonths usage;
    private @Nullable Instant end;

    private SubscriptionStates(Subscription subscription, Surroundings facts, StateRules rules) {
        this.subscription = subscription;
        this.rules = rules;
        this.facts = facts;
        this.fromBills = rules.source == SourceBasis.INVOICE_LINE;
        this.discounts = Entries.current(subscription.discounts()).stream()
                .filter(this::counts)
                .toList();
        this.usage = UsageMonths.of(subscription, facts, rules);
        this.log = new StateLog(subscription.id(), rules);
    }

    /** The states in the order of their instants, at one instant by item. */
    static List<State> of(Subscription subscription, Surroundings facts, StateRules rules) {
        return new SubscriptionStates(subscription, facts, rules).walk();
    }

    private List<State> walk() {
        collect();
        Optional<Happening> ending =
                fromBills && rules.timing != ChurnTiming.BILLING_END && rules.timing != ChurnTiming.CANCEL_REQUEST
                        ? Optional.empty() // bills end by themselves when what was paid for is over
                        : SubscriptionEnd.of(subscription, rules);
        if (rules.refund == Refund.FULL_REFUND_ENDS || rules.refund == Refund.ANNUAL_CANCEL_ONLY) {
            ending = refunds(ending);
        }
        end = ending.map(Happening::at).orElse(null);
        ending.ifPresent(happenings::add);
        happenings.sort(Happening.IN_ORDER);
        for (int i = 0; i < happenings.size(); ) {
            Instant at = happenings.get(i).at();
            int from = i;
            for (; i < happenings.size() && happenings.get(i).at().equals(at); i++) {
                if (happenings.get(i).fact() instanceof ItemChange change) {
                    take(change, items);
                    change.product().ifPresent(p -> products.put(change.item(), p));
                }
            }
            value(at, happenings.subList(from, i));
            if (end != null && !at.isBefore(end)) {
                break;
            }
        }
        return log.states();
    }

    private boolean counts(Discount discount) {
        return switch (rules.discount) {
            case ALL_ACTIVE -> true;
            case RECURRING_ONLY -> discount.duration() != DiscountDuration.ONCE;
            case FOREVER_ONLY -> discount.duration() == DiscountDuration.FOREVER;
            case NONE -> false;
        };
    }

    private void collect() {
        if (fromBills) {
            lines = BilledLines.of(subscription.id(), subscription, facts, rules);
            for (BilledLines.Billed line : lines) {
                happenings.add(new Happening(
                        line.from(), Clause.INVOICED, null, line.invoice().id()));
                happenings.add(new Happening(
                        line.to(), Clause.INVOICE_ENDED, null, line.invoice().id()));
            }
        } else {
            collectTerms();
        }
        for (Spell spell : Entries.current(subscription.spells())) {
            spell(spell);
        }
        if (rules.timing == ChurnTiming.CANCEL_REQUEST) {
            for (Cancellation cancellation : Entries.current(subscription.cancellations())) {
                cancellation
                        .withdrawn()
                        .ifPresent(w -> out(
                                Standing.OUT,
                                cancellation.effective().instant(rules.zone),
                                w.instant(rules.zone),
                                cancellation,
                                Clause.CANCEL_REQUESTED,
                                Clause.CANCEL_WITHDRAWN));
            }
        }
    }

    private void collectTerms() {
        for (ItemChange change : Entries.current(subscription.items())) {
            add(change.effective(), Clause.ITEM_CHANGED, change);
        }
        happenings.sort(Happening.IN_ORDER); // a discount's end is looked up in the items as they changed
        subscription.start().ifPresent(s -> add(s, Clause.STARTED, null));
        for (Discount discount : discounts) {
            add(discount.effective(), Clause.DISCOUNT_STARTED, discount);
            DiscountEnd.of(discount, happenings, rules.zone).ifPresent(m -> {
                discountEnds.put(discount, m.instant(rules.zone));
                add(m, Clause.DISCOUNT_ENDED, discount);
            });
        }
        if (rules.refund == Refund.CREDIT_REDUCES) {
            credits = BilledLines.credits(subscription, facts, rules);
            for (BilledLines.Billed credit : credits) {
                happenings.add(new Happening(
                        credit.from(), Clause.CREDITED, null, credit.invoice().id()));
                happenings.add(new Happening(
                        credit.to(), Clause.CREDIT_ENDED, null, credit.invoice().id()));
            }
        }
        usage.changes().forEach(at -> happenings.add(new Happening(at, Clause.USAGE_MEASURED, null)));
    }

    private void spell(Spell spell) {
        Instant from = spell.effective().instant(rules.zone);
        Instant to = spell.end().map(m -> m.instant(rules.zone)).orElse(null);
        switch (spell.kind()) {
            case TRIAL -> {
                if (rules.trial != Trial.COUNT_FROM_START && !fromBills) {
                    trials.add(spell);
                    happenings.add(new Happening(from, Clause.TRIAL_STARTED, spell));
                    if (to != null) {
                        happenings.add(new Happening(to, Clause.TRIAL_ENDED, spell));
                    }
                }
            }
            case UNPAID -> out(Standing.OUT, from, to, spell, Clause.UNPAID, Clause.PAID_AGAIN);
            case PAST_DUE -> {
                if (rules.pastDue.rule() == PastDue.Rule.EXCLUDE) {
                    out(Standing.OUT, from, to, spell, Clause.PAST_DUE, Clause.PAST_DUE_PAID);
                } else if (rules.pastDue.rule() == PastDue.Rule.AUTO_CHURN) {
                    Instant late = rules.daysLater(from, rules.pastDue.days());
                    out(Standing.OUT, late, to, spell, Clause.PAST_DUE_TOO_LONG, Clause.PAST_DUE_PAID);
                }
            }
            case PAUSED -> {
                if (rules.pause != Pause.KEEP) {
                    byte standing = rules.pause == Pause.ZERO_ACTIVE ? Standing.HELD : Standing.OUT;
                    out(standing, from, to, spell, Clause.PAUSED, Clause.RESUMED);
                }
            }
        }
    }

    private void out(byte standing, Instant from, @Nullable Instant to, Entry fact, Clause begins, Clause ends) {
        if (to != null && !from.isBefore(to)) {
            return;
        }
        outs.add(new Out(standing, from, to));
        happenings.add(new Happening(from, begins, fact));
        if (to != null) {
            happenings.add(new Happening(to, ends, fact));
        }
    }

    /** Refunds in full take it out until it is paid again or, of what is billed yearly, end it once it is cancelled. */
    private Optional<Happening> refunds(Optional<Happening> ending) {
        Optional<Happening> earliest = ending;
        for (RefundSpells.Refunded refunded : RefundSpells.of(subscription, facts, rules)) {
            if (rules.refund == Refund.FULL_REFUND_ENDS) {
                outs.add(new Out(Standing.OUT, refunded.from(), refunded.to()));
                happenings.add(new Happening(refunded.from(), Clause.REFUNDED, null, refunded.payment()));
                if (refunded.to() != null) {
                    happenings.add(new Happening(refunded.to(), Clause.PAID_AFTER_REFUND, null, refunded.payment()));
                }
            } else if (RefundSpells.yearly(subscription, refunded, facts, rules)) {
                Optional<Instant> asked = Entries.current(subscription.cancellations()).stream()
                        .filter(c -> c.withdrawn().isEmpty())
                        .map(c -> c.effective().instant(rules.zone))
                        .min(Comparator.naturalOrder());
                if (asked.isPresent()) {
                    Instant both = asked.get().isAfter(refunded.from()) ? asked.get() : refunded.from();
                    if (earliest.filter(e -> !e.at().isAfter(both)).isEmpty()) {
                        earliest = Optional.of(new Happening(both, Clause.REFUNDED, null, refunded.payment()));
                    }
                }
            }
        }
        return earliest;
    }

    private void add(Moment moment, Clause clause, @Nullable Entry fact) {
        happenings.add(new Happening(moment.instant(rules.zone), clause, fact));
    }

    static void take(ItemChange change, Map<String, ItemPricing.Item> into) {
        into.put(
                change.item(),
                into.getOrDefault(change.item(), ItemPricing.Item.NOTHING).after(change));
    }

    private void value(Instant at, List<Happening> here) {
        byte standing = standing(at);
        log.begin();
        if (fromBills) {
            billed(at, standing);
            log.take(at, here);
            return;
        }
        if (standing == Standing.RUNS && !inTrial(at)) {
            Map<String, ItemPricing.Item> priced = rules.source == SourceBasis.CATALOG ? catalogued() : items;
            ItemPricing.perYear(priced, active(at), credits(at), used(at), rules)
                    .forEach((name, micros) -> log.worth(name, products.get(name), currency(priced, name), micros));
        }
        if (rules.standing && standing != Standing.GONE) {
            items.forEach((name, item) -> {
                if (item.recurs() || item.metered()) {
                    log.stands(name, products.get(name), currency(items, name), standing);
                }
            });
        }
        log.take(at, here);
    }

    private void billed(Instant at, byte standing) {
        Map<String, BilledLines.InForce> inForce = BilledLines.at(lines, at, rules);
        if (standing == Standing.RUNS) {
            Map<String, Fraction> worth = new TreeMap<>();
            inForce.forEach((name, now) -> worth.put(name, now.perYear()));
            new StateRound(
                            rules.rounding,
                            worth,
                            name -> line(inForce, name).money().currency())
                    .micros()
                    .forEach((name, micros) -> log.worth(
                            name,
                            line(inForce, name).product(),
                            line(inForce, name).money().currency(),
                            micros));
        }
        if (rules.standing && standing != Standing.GONE) {
            inForce.forEach((name, now) ->
                    log.stands(name, now.line().product(), now.line().money().currency(), standing));
            if (standing == Standing.HELD) {
                log.holdAll(); // nothing is billed while it is paused
            }
        }
    }

    private static BilledLines.Billed line(Map<String, BilledLines.InForce> inForce, String name) {
        return Objects.requireNonNull(inForce.get(name)).line();
    }

    private static Currency currency(Map<String, ItemPricing.Item> items, String name) {
        Price price =
                Objects.requireNonNull(Objects.requireNonNull(items.get(name)).price());
        return price.currency();
    }

    private List<Discount> active(Instant at) {
        return discounts.isEmpty()
                ? discounts
                : discounts.stream()
                        .filter(d -> !at.isBefore(d.effective().instant(rules.zone)))
                        .filter(d -> discountEnds.get(d) == null || at.isBefore(discountEnds.get(d)))
                        .toList();
    }

    private List<ItemPricing.Credit> credits(Instant at) {
        return credits.isEmpty()
                ? List.of()
                : credits.stream()
                        .filter(c -> c.covers(at))
                        .map(c -> new ItemPricing.Credit(
                                c.line().item().orElse(null), c.money().currency(), c.amount()))
                        .toList();
    }

    private Map<String, List<BigDecimal>> used(Instant at) {
        return usage.isEmpty()
                ? Map.of()
                : usage.at(
                        at,
                        subscription.begins().map(m -> m.instant(rules.zone)).orElse(at));
    }

    /** The items at the list prices of their products, where there is one in the same currency that recurs. */
    private Map<String, ItemPricing.Item> catalogued() {
        Map<String, ItemPricing.Item> listed = new TreeMap<>();
        items.forEach((name, item) -> {
            Price own = item.price();
            listed.put(
                    name,
                    facts.listPrice(products.get(name))
                            .filter(p ->
                                    own != null && item.recurs() && p.interval().isPresent())
                            .filter(p -> own != null && p.currency().equals(own.currency()))
                            .map(p -> new ItemPricing.Item(item.quantity(), p))
                            .orElse(item));
        });
        return listed;
    }

    private byte standing(Instant at) {
        if ((end != null && !at.isBefore(end))
                || (subscription.start().isPresent()
                        && !fromBills
                        && at.isBefore(subscription.start().get().instant(rules.zone)))) {
            return Standing.GONE;
        }
        byte standing = Standing.RUNS;
        for (Out out : outs) {
            if (out.covers(at) && (standing == Standing.RUNS || out.standing() == Standing.OUT)) {
                standing = out.standing();
            }
        }
        return standing;
    }

    /** In the trial that it begins with: nothing was paid before that. Or, if none counts, in any. */
    private boolean inTrial(Instant at) {
        if (trials.isEmpty() || (log.everPaid() && rules.trial == Trial.EXCLUDE)) {
            return false;
        }
        return trials.stream()
                .anyMatch(s -> !at.isBefore(s.effective().instant(rules.zone))
                        && s.end().map(e -> at.isBefore(e.instant(rules.zone))).orElse(true));
    }
}
