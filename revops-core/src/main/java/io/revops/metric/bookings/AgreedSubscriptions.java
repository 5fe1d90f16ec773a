package io.revops.metric.bookings;

import io.revops.book.Entries;
import io.revops.book.Entry;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.ReportingZone;
import io.revops.ledger.RevenuePolicy;
import io.revops.metric.DealCurrency;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Subscriptions as they were agreed when they were signed, valued by the standard policy: what happened to them later, an
 * upgrade, a cancellation, an unpaid bill, is not in them.
 *
 * <p>Agreed is what takes effect by the start, what was recorded by the end of the day of signature, and, where nobody wrote
 * when something was recorded, a change on an anniversary of the start: a step of a ramp.
 */
final class AgreedSubscriptions {
    private static final int YEAR = 12;

    private final ZoneId zone;
    private final Map<Subscription, Subscription> agreed = new HashMap<>();
    private final MrrLedger ledger;

    AgreedSubscriptions(List<Subscription> signed, ZoneId zone) {
        this.zone = zone;
        RevenueBook.Builder book = RevenueBook.builder();
        for (Subscription subscription : signed) {
            Subscription as = agreed(subscription);
            agreed.put(subscription, as);
            book.add(as);
        }
        ledger = MrrLedger.of(book.build(), RevenuePolicy.standard().with(new ReportingZone(zone)));
    }

    /** Every amount that a subscription names. */
    List<Money> amounts(Subscription subscription) {
        return as(subscription).items().stream()
                .flatMap(i -> i.price().stream())
                .map(price -> Money.zero(price.currency()))
                .toList();
    }

    BookedContract contract(Subscription subscription, LocalDate day, DealCurrency currency) {
        Subscription as = as(subscription);
        LocalDate start = start(subscription).orElseThrow();
        OptionalInt term =
                subscription.term().stream().mapToInt(t -> t.months()).findFirst();
        EnumSet<BookingFinding> findings = EnumSet.noneOf(BookingFinding.class);
        List<Stretch> stretches = stretches(as, start, term, day, currency);
        if (term.isEmpty() && !stretches.isEmpty()) {
            findings.add(BookingFinding.EVERGREEN);
        }
        Money none = Money.zero(currency.currency());
        return new BookedContract(
                subscription.id(),
                day,
                currency.currency(),
                stretches,
                none,
                oneTime(as, day, currency),
                none,
                stretches.isEmpty() ? OptionalInt.empty() : term,
                findings);
    }

    /** The day on which it starts; without an item there is no contract. */
    Optional<LocalDate> start(Subscription subscription) {
        return subscription.items().isEmpty()
                ? Optional.empty()
                : subscription.begins().map(m -> m.date(zone));
    }

    private Subscription as(Subscription subscription) {
        return java.util.Objects.requireNonNull(agreed.get(subscription));
    }

    private Subscription agreed(Subscription subscription) {
        LocalDate start = start(subscription).orElseThrow();
        Instant signed = subscription
                .signed()
                .orElseThrow()
                .date(zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        Subscription.Builder as = Subscription.builder(subscription.id(), subscription.account())
                .start(subscription.start().orElse(null));
        subscription.items().stream().filter(e -> isAgreed(e, start, signed)).forEach(as::items);
        subscription.discounts().stream()
                .filter(e -> isAgreed(e, start, signed))
                .forEach(as::discounts);
        subscription.spells().stream()
                .filter(e -> e.kind() == SpellKind.TRIAL && isAgreed(e, start, signed))
                .forEach(as::spells);
        return as.build();
    }

    private boolean isAgreed(Entry entry, LocalDate start, Instant signed) {
        LocalDate day = entry.effective().date(zone);
        return !day.isAfter(start)
                || entry.recorded().map(r -> r.isBefore(signed)).orElse(isAnniversary(day, start));
    }

    private static boolean isAnniversary(LocalDate day, LocalDate start) {
        return start.plusYears(day.getYear() - start.getYear()).equals(day);
    }

    /** From state to state of each item, up to the end of the term. */
    private List<Stretch> stretches(
            Subscription as, LocalDate start, OptionalInt term, LocalDate day, DealCurrency currency) {
        Optional<Months> end = term.isPresent() ? Optional.of(Months.of(term.getAsInt())) : Optional.empty();
        LocalDate last = start.plusMonths(term.orElse(YEAR));
        Map<String, LedgerChange> now = new TreeMap<>();
        List<Stretch> stretches = new ArrayList<>();
        for (LedgerChange change : ledger.changesOfSubscriptions(as.account(), Span.of(start, last))) {
            if (change.item().subscription().equals(as.id())) {
                LedgerChange before = now.put(change.item().item(), change);
                if (before != null) {
                    add(stretches, before, start, Optional.of(at(change, start)), day, currency);
                }
            }
        }
        now.values().forEach(open -> add(stretches, open, start, end, day, currency));
        return stretches;
    }

    private void add(
            List<Stretch> stretches,
            LedgerChange from,
            LocalDate start,
            Optional<Months> to,
            LocalDate day,
            DealCurrency currency) {
        RunRate rate = from.after();
        if (!rate.isZero()) {
            stretches.add(new Stretch(currency.told(rate.perYear(), day), YEAR, at(from, start), to));
        }
    }

    private Months at(LedgerChange change, LocalDate start) {
        return Months.between(start, change.at().atZone(zone).toLocalDate());
    }

    /** What each item costs that is paid once, by its last agreed quantity. */
    private Money oneTime(Subscription as, LocalDate day, DealCurrency currency) {
        Map<String, Price> prices = new TreeMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (ItemChange change : Entries.current(as.items())) {
            change.price().ifPresent(p -> prices.put(change.item(), p));
            change.quantity().ifPresent(q -> quantities.put(change.item(), q));
        }
        Money sum = Money.zero(currency.currency());
        for (Map.Entry<String, Price> item : prices.entrySet()) {
            Price price = item.getValue();
            if (price.interval().isEmpty() && price.usage() == Price.Usage.LICENSED) {
                BigDecimal quantity = quantities.getOrDefault(item.getKey(), BigDecimal.ONE);
                sum = sum.plus(currency.told(price.total(quantity), day));
            }
        }
        return sum;
    }
}
