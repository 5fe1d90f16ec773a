package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far a reader may see: up to the end of a day, or what was known at an instant. */
final class Horizon {
    private final @Nullable Instant end;
    private final @Nullable Instant known;
    private final ZoneId zone;

    private Horizon(@Nullable Instant end, @Nullable Instant known, ZoneId zone) {
        this.end = end;
        this.known = known;
        this.zone = zone;
    }

    /** What took effect on or before a day. */
    static Horizon asOf(LocalDate day, ZoneId zone) {
        return new Horizon(day.plusDays(1).atStartOfDay(zone).toInstant(), null, zone);
    }

    /** What was recorded at or before an instant, or, where no recording was written, took effect by then. */
    static Horizon knownAt(Instant known) {
        return new Horizon(null, known, ZoneOffset.UTC);
    }

    boolean shows(Optional<Moment> effective, Optional<Instant> recorded) {
        if (known != null && recorded.isPresent()) {
            return !recorded.get().isAfter(known);
        }
        return effective.map(this::reaches).orElse(true);
    }

    boolean shows(LocalDate rateDate) {
        return reaches(Moment.of(rateDate));
    }

    private boolean reaches(Moment moment) {
        Instant at = moment.instant(zone);
        return end != null ? at.isBefore(end) : !at.isAfter(known);
    }

    private <E extends Entry> List<E> seen(List<E> entries) {
        return entries.stream()
                .filter(e -> shows(Optional.of(e.effective()), e.recorded()))
                .toList();
    }

    /** Takes away what comes later: an end, a withdrawal, a payment that had not happened yet. */
    private void cut(Optional<Moment> later, Optional<Instant> recorded, Consumer<@Nullable Moment> set) {
        boolean written = known != null && recorded.isPresent();
        if (later.isPresent() && !written && !reaches(later.get())) {
            set.accept(null);
        }
    }

    /** The fact as it is seen, without what comes later; empty if it is not seen at all. */
    Optional<Fact> see(Fact fact) {
        if (fact instanceof Subscription subscription) {
            return see(subscription);
        }
        if (!shows(fact.effective(), fact.recorded())) {
            return Optional.empty();
        }
        if (fact instanceof Account account) {
            return Optional.of(
                    account.toBuilder().onlyChanges(seen(account.changes())).build());
        }
        if (fact instanceof Opportunity deal) {
            return Optional.of(
                    deal.toBuilder().onlyChanges(seen(deal.changes())).build());
        }
        if (fact instanceof Lead lead) {
            return Optional.of(
                    lead.toBuilder().onlyStatuses(seen(lead.statuses())).build());
        }
        if (fact instanceof SupportTicket ticket) {
            SupportTicket.Builder seen = ticket.toBuilder().onlyStatuses(seen(ticket.statuses()));
            cut(ticket.firstReply(), ticket.recorded(), seen::firstReply);
            return Optional.of(seen.build());
        }
        if (fact instanceof Invoice invoice) {
            Invoice.Builder seen = invoice.toBuilder();
            cut(invoice.paid(), invoice.recorded(), seen::paid);
            cut(invoice.voided(), invoice.recorded(), seen::voided);
            return Optional.of(seen.build());
        }
        if (fact instanceof Contact contact) {
            Contact.Builder seen = contact.toBuilder();
            cut(contact.left(), contact.recorded(), seen::left);
            return Optional.of(seen.build());
        }
        return Optional.of(fact);
    }

    private Optional<Fact> see(Subscription subscription) {
        List<ItemChange> items = seen(subscription.items());
        boolean signed = subscription.signed().filter(this::reaches).isPresent();
        if (!(known == null || subscription.recorded().isEmpty() || shows(Optional.empty(), subscription.recorded()))
                || (items.isEmpty() && !signed)) {
            return Optional.empty();
        }
        return Optional.of(subscription.toBuilder()
                .onlyItems(items)
                .onlyDiscounts(
                        seen(subscription.discounts()).stream().map(this::see).toList())
                .onlySpells(seen(subscription.spells()).stream().map(this::see).toList())
                .onlyCancellations(seen(subscription.cancellations()).stream()
                        .map(this::see)
                        .toList())
                .onlyEndings(seen(subscription.endings()))
                .build());
    }

    private Discount see(Discount discount) {
        Discount.Builder seen = discount.toBuilder();
        if (discount.duration() != DiscountDuration.REPEATING
                || discount.months().isPresent()) {
            cut(discount.end(), discount.recorded(), seen::end);
        }
        return seen.build();
    }

    private Spell see(Spell spell) {
        Spell.Builder seen = spell.toBuilder();
        cut(spell.end(), spell.recorded(), seen::end);
        return seen.build();
    }

    private Cancellation see(Cancellation cancellation) {
        Cancellation.Builder seen = cancellation.toBuilder();
        cut(cancellation.withdrawn(), cancellation.recorded(), seen::withdrawn);
        return seen.build();
    }
}
