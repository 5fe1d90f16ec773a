package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Entry;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.Tier;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What accounts are worth, worked out anew for every instant from the facts and the text of the policy: slow, without states, and
 * without any code of the ledger. For books in one currency whose discounts are percentages.
 */
final class NaiveMrr {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final RevenuePolicy policy;
    private final ZoneId zone;
    private final Map<AccountId, List<Subscription>> byAccount = new HashMap<>();
    private final Map<AccountId, NavigableMap<Instant, Long>> remembered = new HashMap<>();

    NaiveMrr(RevenueBook book, RevenuePolicy policy) {
        this.policy = policy;
        this.zone = policy.zone();
        for (Subscription subscription : book.subscriptions()) {
            byAccount
                    .computeIfAbsent(subscription.account(), a -> new ArrayList<>())
                    .add(subscription);
        }
    }

    Collection<AccountId> accounts() {
        return byAccount.keySet();
    }

    /** Every instant at which something of an account may change. */
    Collection<Instant> instants(AccountId account) {
        return worths(account).keySet();
    }

    /** Micro-units per year once everything up to an instant, included, has taken effect. */
    long worth(AccountId account, Instant at) {
        Map.Entry<Instant, Long> last = worths(account).floorEntry(at);
        return last == null ? 0 : last.getValue();
    }

    /** Just before an instant. */
    long worthBefore(AccountId account, Instant at) {
        return worth(account, at.minusMillis(1));
    }

    private NavigableMap<Instant, Long> worths(AccountId account) {
        return remembered.computeIfAbsent(account, a -> {
            NavigableMap<Instant, Long> sum = new TreeMap<>();
            List<NavigableMap<Instant, Long>> each =
                    byAccount.get(a).stream().map(this::worths).toList();
            each.forEach(worths -> worths.keySet().forEach(at -> sum.put(at, 0L)));
            sum.replaceAll((at, zero) -> each.stream()
                    .map(worths -> worths.floorEntry(at))
                    .mapToLong(last -> last == null ? 0 : last.getValue())
                    .sum());
            return sum;
        });
    }

    private NavigableMap<Instant, Long> worths(Subscription s) {
        NavigableMap<Instant, Long> worths = new TreeMap<>();
        boolean paid = false;
        for (Instant at : mentioned(s)) {
            long worth = worth(s, at, paid);
            paid |= worth > 0;
            worths.put(at, worth);
        }
        return worths;
    }

    private TreeSet<Instant> mentioned(Subscription s) {
        TreeSet<Instant> all = new TreeSet<>();
        s.start().ifPresent(m -> all.add(at(m)));
        end(s).ifPresent(all::add);
        holding(s.items()).forEach(i -> all.add(at(i.effective())));
        for (Spell spell : s.spells()) {
            all.add(at(spell.effective()));
            spell.end().ifPresent(m -> all.add(at(m)));
            all.add(late(spell));
        }
        s.cancellations().forEach(c -> {
            all.add(at(c.effective()));
            c.withdrawn().ifPresent(m -> all.add(at(m)));
        });
        for (Discount discount : s.discounts()) {
            all.add(at(discount.effective()));
            end(s, discount).ifPresent(all::add);
        }
        return all;
    }

    private Instant at(Moment moment) {
        return moment.instant(zone);
    }

    /** Of each id the version recorded last. */
    private static <E extends Entry> List<E> holding(List<E> entries) {
        return entries.stream()
                .filter(e -> entries.stream()
                        .noneMatch(o -> o.id().equals(e.id())
                                && o.recorded().isPresent()
                                && (e.recorded().isEmpty()
                                        || o.recorded()
                                                .get()
                                                .isAfter(e.recorded().get()))))
                .distinct()
                .toList();
    }

    /** When a late bill has been late for as long as the policy allows. */
    private Instant late(Spell spell) {
        return at(spell.effective())
                .atZone(zone)
                .plusDays(policy.pastDue().days())
                .toInstant();
    }

    private Optional<Instant> end(Subscription s) {
        Optional<Instant> billing = billingEnd(s);
        if (policy.churnTiming() != ChurnTiming.CANCEL_REQUEST) {
            return billing;
        }
        return Stream.concat(
                        billing.stream(),
                        s.cancellations().stream()
                                .filter(c -> c.withdrawn().isEmpty())
                                .map(c -> at(c.effective())))
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> billingEnd(Subscription s) {
        return s.endings().isEmpty()
                ? s.cancellations().stream()
                        .filter(c -> c.withdrawn().isEmpty())
                        .map(Cancellation::ends)
                        .map(this::at)
                        .min(Comparator.naturalOrder())
                : s.endings().stream().map(e -> at(e.effective())).findFirst();
    }

    private long worth(Subscription s, Instant now, boolean paid) {
        if (s.start().filter(m -> at(m).isAfter(now)).isPresent()
                || end(s).filter(e -> !e.isAfter(now)).isPresent()
                || in(s, SpellKind.UNPAID, now)
                || (policy.trial() == Trial.EXCLUDE && in(s, SpellKind.TRIAL, now) && !paid)
                || (policy.trial() == Trial.EXCLUDE_EVERY && in(s, SpellKind.TRIAL, now))
                || (policy.pause() != Pause.KEEP && in(s, SpellKind.PAUSED, now))
                || (policy.pastDue().rule() == PastDue.Rule.EXCLUDE && in(s, SpellKind.PAST_DUE, now))
                || (policy.pastDue().rule() == PastDue.Rule.AUTO_CHURN && tooLate(s, now))
                || (policy.churnTiming() == ChurnTiming.CANCEL_REQUEST && askedToEnd(s, now))) {
            return 0;
        }
        List<BigDecimal> worths = new ArrayList<>();
        inForce(s, now).forEach((item, terms) -> {
            BigDecimal worth = charge(terms.price, terms.quantity);
            BigDecimal over = worth.multiply(perYear(terms.price.interval().orElseThrow()));
            for (Discount discount : s.discounts()) {
                if (counts(discount)
                        && discount.item().map(item::equals).orElse(true)
                        && !at(discount.effective()).isAfter(now)
                        && end(s, discount).map(now::isBefore).orElse(true)) {
                    over = over.multiply(BigDecimal.valueOf(100)
                                    .subtract(discount.percent().orElseThrow()))
                            .movePointLeft(2);
                }
            }
            int every = terms.price.interval().orElseThrow().count();
            worths.add(over.multiply(MILLION).divide(BigDecimal.valueOf(every), 60, RoundingMode.HALF_EVEN));
        });
        if (worths.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() <= 0) {
            return 0;
        }
        return worths.stream()
                .mapToLong(w -> w.setScale(0, RoundingMode.HALF_EVEN).longValueExact())
                .sum();
    }

    private boolean in(Subscription s, SpellKind kind, Instant now) {
        return s.spells().stream()
                .anyMatch(spell -> spell.kind() == kind
                        && !at(spell.effective()).isAfter(now)
                        && spell.end().map(e -> at(e).isAfter(now)).orElse(true));
    }

    private boolean tooLate(Subscription s, Instant now) {
        return s.spells().stream()
                .filter(spell -> spell.kind() == SpellKind.PAST_DUE)
                .anyMatch(spell -> !late(spell).isAfter(now)
                        && spell.end().map(e -> at(e).isAfter(now)).orElse(true));
    }

    private boolean askedToEnd(Subscription s, Instant now) {
        return s.cancellations().stream()
                .anyMatch(c -> c.withdrawn().filter(w -> at(w).isAfter(now)).isPresent()
                        && !at(c.effective()).isAfter(now));
    }

    private boolean counts(Discount discount) {
        return switch (policy.discount()) {
            case ALL_ACTIVE -> true;
            case RECURRING_ONLY -> discount.duration() != DiscountDuration.ONCE;
            case FOREVER_ONLY -> discount.duration() == DiscountDuration.FOREVER;
            case NONE -> false;
        };
    }

    private record Terms(Price price, BigDecimal quantity) {}

    /** The items that recur, at their terms of an instant. */
    private Map<String, Terms> inForce(Subscription s, Instant now) {
        Map<String, Terms> all = new HashMap<>();
        Stream<String> names = s.items().stream().map(ItemChange::item).distinct();
        names.forEach(name -> {
            List<ItemChange> changes = new ArrayList<>(holding(s.items()).stream()
                    .filter(i -> i.item().equals(name) && !at(i.effective()).isAfter(now))
                    .toList());
            changes.sort(Comparator.<ItemChange, Instant>comparing(i -> at(i.effective()))
                    .thenComparing(i -> i.recorded().orElse(Instant.MIN))
                    .thenComparing(ItemChange::id));
            Optional<Price> price =
                    changes.stream().flatMap(i -> i.price().stream()).reduce((a, b) -> b);
            BigDecimal quantity = changes.stream()
                    .flatMap(i -> i.quantity().stream())
                    .reduce((a, b) -> b)
                    .orElse(BigDecimal.ONE);
            if (price.isPresent()
                    && price.get().interval().isPresent()
                    && price.get().usage() == Price.Usage.LICENSED
                    && quantity.signum() != 0) {
                all.put(name, new Terms(price.get(), quantity));
            }
        });
        return all;
    }

    private BigDecimal perYear(BillingInterval interval) {
        return switch (interval.unit()) {
            case DAY -> policy.dayFactor().perYear();
            case WEEK -> policy.weekFactor().perYear();
            case MONTH -> BigDecimal.valueOf(12);
            case YEAR -> BigDecimal.ONE;
        };
    }

    private static BigDecimal charge(Price price, BigDecimal quantity) {
        BigDecimal size = BigDecimal.valueOf(price.packageSize());
        BigDecimal n = price.packageSize() == 1 ? quantity : quantity.divide(size, 0, price.packageRounding());
        List<Tier> tiers = price.tiers();
        return switch (price.model()) {
            case PER_UNIT -> tiers.get(0).unitAmount().multiply(n);
            case FLAT -> tiers.get(0).unitAmount();
            case VOLUME -> {
                Tier tier = n.compareTo(tiers.get(0).upTo()) <= 0 ? tiers.get(0) : tiers.get(1);
                yield tier.unitAmount().multiply(n).add(tier.flatAmount());
            }
            case GRADUATED -> {
                BigDecimal first = n.min(tiers.get(0).upTo());
                BigDecimal rest = n.subtract(first);
                BigDecimal charge = tiers.get(0).unitAmount().multiply(first);
                yield rest.signum() == 0
                        ? charge
                        : charge.add(tiers.get(1).unitAmount().multiply(rest))
                                .add(tiers.get(1).flatAmount());
            }
        };
    }

    private Optional<Instant> end(Subscription s, Discount discount) {
        if (discount.end().isPresent()) {
            return discount.end().map(this::at);
        }
        return switch (discount.duration()) {
            case FOREVER -> Optional.empty();
            case REPEATING ->
                Optional.of(at(discount.effective()
                        .plus(Period.ofMonths(discount.months().orElseThrow()))));
            case ONCE -> onePeriod(s, discount);
        };
    }

    private Optional<Instant> onePeriod(Subscription s, Discount discount) {
        if (discount.duration() != DiscountDuration.ONCE) {
            throw new IllegalArgumentException("It does not last one period");
        }
        TreeSet<Instant> looks = new TreeSet<>();
        looks.add(at(discount.effective()));
        holding(s.items()).forEach(i -> looks.add(at(i.effective())));
        for (Instant look : looks.tailSet(at(discount.effective()))) {
            Optional<Instant> end = inForce(s, look).entrySet().stream()
                    .filter(e -> discount.item().map(e.getKey()::equals).orElse(true))
                    .map(e -> at(discount.effective()
                            .plus(e.getValue().price().interval().orElseThrow().period())))
                    .min(Comparator.naturalOrder());
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }
}
