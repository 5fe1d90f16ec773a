package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.ledger.Basis;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was known of some accounts by the end of a day and had taken effect by then, and the ledger of that alone: the one place where
 * anything later is cut off.
 */
final class Seen {
    private final LocalDate asOf;
    private final ZoneId zone;
    private final RevenueBook book;
    private final MrrLedger ledger;
    private final Set<AccountId> active = new HashSet<>();
    private final Map<AccountId, List<Fact>> byContact = new HashMap<>();

    private Seen(LocalDate asOf, ZoneId zone, RevenueBook book, MrrLedger ledger) {
        this.asOf = asOf;
        this.zone = zone;
        this.book = book;
        this.ledger = ledger;
        Span day = Span.of(asOf, asOf.plusDays(1));
        ledger.walk(List.of(day), Basis.NET, Cadence.DAY, Valuation.counting(), null, row -> {
            if (row.activeAtClosing()) {
                active.add(ledger.account(row.account()));
            }
        });
        book.all(SupportTicket.class).forEach(this::adopt);
        book.all(SurveyAnswer.class).forEach(this::adopt);
    }

    private void adopt(Fact fact) {
        if (fact.accountId().isEmpty()) {
            fact.references().stream()
                    .filter(ContactId.class::isInstance)
                    .flatMap(contact -> book.find(Contact.class, contact).stream())
                    .map(contact -> book.canonical(contact.account()))
                    .findFirst()
                    .ifPresent(account -> byContact
                            .computeIfAbsent(account, a -> new ArrayList<>())
                            .add(fact));
        }
    }

    static Seen of(RevenueBook all, RevenuePolicy policy, LocalDate asOf) {
        ZoneId zone = policy.zone();
        RevenueBook seen = all.asKnownAt(
                        asOf.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1))
                .asOf(asOf, zone);
        return new Seen(asOf, zone, seen, MrrLedger.of(seen, policy));
    }

    LocalDate asOf() {
        return asOf;
    }

    ZoneId zone() {
        return zone;
    }

    RevenueBook book() {
        return book;
    }

    MrrLedger ledger() {
        return ledger;
    }

    boolean isActive(AccountId account) {
        return active.contains(account);
    }

    /** The facts of a kind about an account, by id; also those that name no account but one of its contacts. */
    <F extends Fact> List<F> facts(AccountId account, Class<F> kind) {
        List<F> own = book.of(account, kind);
        List<Fact> more = byContact.getOrDefault(account, List.of());
        if (more.isEmpty()) {
            return own;
        }
        return Stream.concat(
                        own.stream(), more.stream().filter(kind::isInstance).map(kind::cast))
                .sorted(Comparator.comparing((F f) -> f.id().value()))
                .toList();
    }
}
