package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The movements of a ledger one by one, each with what brought it about. */
final class MovementList {
    private MovementList() {}

    /** By month, account and kind. */
    static List<Movement> of(MrrLedger ledger, Span span) {
        RevenuePolicy policy = ledger.policy();
        List<Span> months = span.months();
        Valuation valuation = Valuation.closing(ledger);
        Optional<Currency> currency = valuation.currency(); // a rate that is found missing takes it away
        List<Movement> found = new ArrayList<>();
        Decision decision = new Decision(ledger);
        ledger.walk(months, policy.basis(), Cadence.MONTH, valuation, null, row -> {
            AccountId account = ledger.account(row.account());
            Span month = months.get(row.period());
            for (MovementKind kind : MovementKind.values()) {
                if (row.count(kind) > 0) {
                    found.add(new Movement(
                            account,
                            month,
                            kind,
                            RunRate.ofMicrosPerYear(row.amount(kind), currency.orElseThrow()),
                            decision.of(kind, account, month),
                            kind == MovementKind.FX ? List.of() : ledger.changes(account, causes(policy, month))));
                }
            }
        });
        valuation.problem().ifPresent(p -> {
            throw new IllegalStateException(p.text());
        });
        found.sort(Comparator.comparing((Movement m) -> m.period().from())
                .thenComparing(m -> m.account().value())
                .thenComparing(Movement::kind));
        return found;
    }

    /** When what moved a month's value happened: unless months are worth what they close at, in the month before it too. */
    private static Span causes(RevenuePolicy policy, Span month) {
        return policy.monthValue() == MonthValue.CLOSE
                ? month
                : Span.of(month.from().minusMonths(1), month.to());
    }
}
