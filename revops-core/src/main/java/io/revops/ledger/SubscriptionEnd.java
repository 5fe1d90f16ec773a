package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.ItemChange;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** When a subscription is over, by the policy's churn timing. */
final class SubscriptionEnd {
    private final Subscription subscription;
    private final StateRules rules;
    private final List<Cancellation> standing;

    private SubscriptionEnd(Subscription subscription, StateRules rules) {
        this.subscription = subscription;
        this.rules = rules;
        this.standing = subscription.cancellations().isEmpty()
                ? List.of()
                : Entries.current(subscription.cancellations()).stream()
                        .filter(c -> c.withdrawn().isEmpty())
                        .toList();
    }

    /** Its end, or nothing if it goes on. */
    static Optional<Happening> of(Subscription subscription, StateRules rules) {
        if (subscription.endings().isEmpty() && subscription.cancellations().isEmpty()) {
            return Optional.empty();
        }
        SubscriptionEnd end = new SubscriptionEnd(subscription, rules);
        return switch (rules.timing) {
            case BILLING_END -> end.inBilling();
            case CANCEL_REQUEST -> end.requested();
            case SERVICE_END -> end.served(false);
            case NON_RENEWAL -> end.served(true);
        };
    }

    /** Its ending, else the earliest end of a cancellation that was not withdrawn; which is earliest depends on the zone. */
    private Optional<Happening> inBilling() {
        List<Ending> endings = Entries.current(subscription.endings());
        if (!endings.isEmpty()) {
            Ending last = endings.get(endings.size() - 1);
            return Optional.of(new Happening(at(last.effective()), Clause.ENDED, last));
        }
        return standing.stream()
                .map(c -> new Happening(at(c.ends()), Clause.ENDED, c))
                .min(Comparator.comparing(Happening::at));
    }

    /** The earliest request that stands, unless it ended before that. */
    private Optional<Happening> requested() {
        Optional<Happening> billing = inBilling();
        return standing.stream()
                .map(c -> new Happening(at(c.effective()), Clause.CANCEL_REQUESTED, c))
                .filter(h -> billing.filter(b -> b.at().isBefore(h.at())).isEmpty())
                .min(Comparator.comparing(Happening::at))
                .or(() -> billing);
    }

    /** The end of what was paid for, and of that the last renewal date; without a cancellation the end of its term. */
    private Optional<Happening> served(boolean atRenewal) {
        Optional<Happening> billing = inBilling();
        return standing.stream()
                .map(c -> served(c, atRenewal, billing.orElseThrow().at()))
                .min(Comparator.comparing(Happening::at))
                .or(() -> billing);
    }

    private Happening served(Cancellation cancellation, boolean atRenewal, Instant billing) {
        Instant ends = subscription.endings().isEmpty() ? at(cancellation.ends()) : billing;
        Instant paid = cancellation.paidThrough().map(this::at).orElseGet(() -> periodEnd(cancellation, ends));
        if (!atRenewal) {
            return new Happening(paid, Clause.SERVICE_ENDED, cancellation);
        }
        return new Happening(renewals(ends, paid).map(Renewals::last).orElse(paid), Clause.NOT_RENEWED, cancellation);
    }

    /** Of a cancellation at once by a customer who owed nothing, the end of the period that was paid for; else its end. */
    private Instant periodEnd(Cancellation cancellation, Instant ends) {
        boolean atOnce = !at(cancellation.ends()).isAfter(at(cancellation.effective()));
        boolean owed =
                cancellation.cause().filter(c -> c == ChurnCause.INVOLUNTARY).isPresent()
                        || Entries.current(subscription.spells()).stream()
                                .filter(s -> s.kind() == SpellKind.PAST_DUE || s.kind() == SpellKind.UNPAID)
                                .anyMatch(s -> !at(s.effective()).isAfter(ends)
                                        && s.end()
                                                .map(e -> !at(e).isBefore(ends))
                                                .orElse(true));
        return atOnce && !owed ? renewals(ends, ends).map(Renewals::next).orElse(ends) : ends;
    }

    /**
     * The renewal dates around an instant.
     *
     * @param last the last one that is not after it
     * @param next the first one that is not before it
     */
    private record Renewals(Instant last, Instant next) {}

    /** The renewals of what is billed most rarely just before an end; each date is counted from the first. */
    private Optional<Renewals> renewals(Instant end, Instant around) {
        Map<String, ItemPricing.Item> items = new TreeMap<>();
        Map<String, Moment> since = new TreeMap<>();
        for (ItemChange change : Entries.current(subscription.items())) {
            if (!at(change.effective()).isBefore(end)) {
                continue;
            }
            ItemPricing.Item before = items.getOrDefault(change.item(), ItemPricing.Item.NOTHING);
            ItemPricing.Item after = before.after(change);
            if (!after.interval().equals(before.interval()) || (after.recurs() && !before.recurs())) {
                since.put(change.item(), begins(change));
            }
            items.put(change.item(), after);
        }
        return items.entrySet().stream()
                .filter(e -> e.getValue().recurs())
                .max(Comparator.comparing(
                        e -> e.getValue().interval().map(SubscriptionEnd::days).orElse(0L)))
                .map(e -> around(
                        Objects.requireNonNull(since.get(e.getKey())),
                        e.getValue().interval().orElseThrow(),
                        around));
    }

    private Moment begins(ItemChange change) {
        return subscription
                .start()
                .filter(s -> at(s).isAfter(at(change.effective())))
                .orElse(change.effective());
    }

    private Renewals around(Moment anchor, BillingInterval interval, Instant instant) {
        long between = java.time.Duration.between(at(anchor), instant).toDays();
        int count = (int) Math.max(0, between / (days(interval) + 1) - 1);
        while (at(anchor.plus(interval.period().multipliedBy(count + 1))).compareTo(instant) <= 0) {
            count++;
        }
        Instant last = at(anchor.plus(interval.period().multipliedBy(count)));
        Instant next =
                last.equals(instant) ? last : at(anchor.plus(interval.period().multipliedBy(count + 1)));
        return new Renewals(last.isAfter(instant) ? instant : last, next);
    }

    /** At least as long as an interval can be. */
    private static long days(BillingInterval interval) {
        return (long) interval.count()
                * switch (interval.unit()) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 31;
                    case YEAR -> 366;
                };
    }

    private Instant at(Moment moment) {
        return moment.instant(rules.zone);
    }
}
