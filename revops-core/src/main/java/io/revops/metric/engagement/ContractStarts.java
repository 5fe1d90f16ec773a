package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.ItemChange;
import io.revops.book.Subscription;
import io.revops.ledger.RevenueView;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The day on which the first contract of each account begins. */
final class ContractStarts {
    private ContractStarts() {}

    /** Of those that begin by the close of the span, in the order of ids. */
    static Map<AccountId, LocalDate> byClose(RevenueView view) {
        ZoneId zone = view.policy().zone();
        Map<AccountId, LocalDate> starts = new TreeMap<>(Comparator.comparing(AccountId::value));
        for (Subscription subscription : view.book().subscriptions()) {
            if (!isKnown(subscription, view.span().to(), zone)) {
                continue;
            }
            subscription
                    .begins()
                    .map(begins -> begins.date(zone))
                    .filter(day -> day.isBefore(view.span().to()))
                    .ifPresent(day -> starts.merge(
                            view.book().canonical(subscription.account()), day, (a, b) -> a.isBefore(b) ? a : b));
        }
        return starts;
    }

    /** Whether it was signed or sold anything by then: a start alone, to which prices were written later, is no contract yet. */
    private static boolean isKnown(Subscription subscription, LocalDate close, ZoneId zone) {
        return Stream.concat(
                        subscription.signed().stream(),
                        subscription.items().stream().map(ItemChange::effective))
                .anyMatch(moment -> moment.date(zone).isBefore(close));
    }

    /** Of those that begin in a span which ends with the view's. */
    static Map<AccountId, LocalDate> during(RevenueView view, Span span) {
        Map<AccountId, LocalDate> starts = byClose(view);
        starts.values().removeIf(day -> !span.contains(day));
        return starts;
    }
}
