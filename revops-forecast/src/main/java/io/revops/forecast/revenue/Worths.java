package io.revops.forecast.revenue;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.forecast.DueRenewal;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What accounts and contracts are worth a year on a day, all at the exchange rates of one day. It is made of views whose renewals or
 * balance can be told in one currency; a rate that is missing there is missing in those too.
 */
final class Worths {
    static final double MICROS = 1_000_000;

    private final RevenueView view;
    private final ZoneId zone;
    private final Valuation valuation;
    private final Map<String, AccountId> accounts = new TreeMap<>();
    private final Map<LocalDate, Map<String, Double>> before = new HashMap<>();

    /** By what a view tells, at the exchange rates of the end of a day. */
    Worths(RevenueView view, LocalDate ratesOf) {
        this.view = view;
        zone = view.policy().zone();
        valuation = Valuation.atClosing(view.ledger(), Span.of(ratesOf, ratesOf.plusDays(1)));
        view.book().subscriptions().forEach(s -> {
            AccountId account = view.book().canonical(s.account());
            accounts.put(account.value(), account);
        });
    }

    /** Each account that was worth something just before a day, by its id. */
    Map<String, Double> before(LocalDate day) {
        return before.computeIfAbsent(day, this::read);
    }

    private Map<String, Double> read(LocalDate day) {
        Map<String, Double> worth = new TreeMap<>();
        Instant start = Span.of(day, day.plusDays(1)).start(zone);
        accounts.forEach((id, account) -> {
            double value = sum(view.ledger().states(account, start));
            if (value > 0) {
                worth.put(id, value);
            }
        });
        return worth;
    }

    /**
     * What became of a renewal: what its subscription is worth at the end of the day, and what of the same account began on it and so
     * took its place. 0 if it was not renewed.
     */
    double after(DueRenewal renewal) {
        Span day = Span.of(renewal.day(), renewal.day().plusDays(1));
        AccountId account = accounts.get(renewal.account());
        if (account == null) {
            return 0;
        }
        Set<String> goesOn = new HashSet<>();
        goesOn.add(renewal.subscription());
        for (Subscription other : view.book().subscriptionsOf(account)) {
            other.begins()
                    .filter(b -> b.date(zone).equals(renewal.day()))
                    .ifPresent(b -> goesOn.add(other.id().value()));
        }
        Map<ItemId, RunRate> after = new HashMap<>(view.ledger().states(account, day.end(zone)));
        after.keySet().removeIf(item -> !goesOn.contains(item.subscription().value()));
        return sum(after);
    }

    private double sum(Map<ItemId, RunRate> items) {
        long sum = 0;
        for (RunRate rate : items.values()) {
            sum = Math.addExact(
                    sum,
                    valuation.value(
                            rate.microsPerYear().longValueExact(),
                            rate.currency(),
                            view.span().to()));
        }
        return sum / MICROS;
    }
}
