package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.ledger.Basis;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return book.of(account, kind);
    }
}
