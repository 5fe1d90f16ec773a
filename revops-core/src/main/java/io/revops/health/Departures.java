package io.revops.health;

import io.revops.book.AccountId;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** On which days accounts left, by the churn movements of a ledger that leave nothing. */
final class Departures {
    private final Map<AccountId, TreeSet<LocalDate>> days = new HashMap<>();

    private Departures() {}

    static Departures of(MrrLedger ledger, Span span) {
        Departures found = new Departures();
        Span whole = Span.of(
                Cadence.MONTH.floor(span.from()), Cadence.MONTH.next(span.to().minusDays(1)));
        List<Span> months = whole.months();
        ledger.walk(months, ledger.policy().basis(), Cadence.MONTH, Valuation.counting(), null, row -> {
            if (row.count(MovementKind.CHURN) > 0 && !row.activeAtClosing()) {
                AccountId account = ledger.account(row.account());
                found.days
                        .computeIfAbsent(account, a -> new TreeSet<>())
                        .add(day(ledger, account, months.get(row.period())));
            }
        });
        return found;
    }

    /** The day of the last item that ended in the month; the month's last if the ledger dates none. */
    private static LocalDate day(MrrLedger ledger, AccountId account, Span month) {
        ZoneId zone = ledger.policy().zone();
        return ledger.changes(account, month).stream()
                .filter(change -> change.after().signum() <= 0)
                .map(LedgerChange::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(zone).toLocalDate())
                .orElse(month.to().minusDays(1));
    }

    /** The first day on which an account left, after a day and up to another. */
    Optional<LocalDate> after(AccountId account, LocalDate day, LocalDate upTo) {
        return Optional.ofNullable(days.get(account))
                .map(all -> all.higher(day))
                .filter(left -> !left.isAfter(upTo));
    }
}
