package io.revops.metric.recurring;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.metric.Renewals;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gathers a line for each item that is under contract at the close of a span: what it is worth, and whether it is live. */
final class Contracts {
    /** From before anything to after anything that a book tells. */
    private static final Span EVER = Span.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));

    private final RevenueView view;
    private final Cut cut;
    private final RenewalWindow window;
    private final ZoneId zone;
    private final Instant end;
    private final Valuation valuation;
    private final Evidence.Builder lines;

    private Contracts(RevenueView view, Cut cut, RenewalWindow window, Valuation valuation) {
        this.view = view;
        this.cut = cut;
        this.window = window;
        this.valuation = valuation;
        zone = view.policy().zone();
        end = view.span().end(zone);
        lines = ItemLines.begin(view, valuation)
                .parts(Part.CLOSING, Part.SIGNED, Part.NOTIFIED_CONTRACTION, Part.NOTIFIED_CHURN)
                .parts(Part.LIVE, Part.NOT_LIVE, Part.AT_RISK, Part.DAYS_TO_RENEWAL);
    }

    static Evidence gather(RevenueView view, Cut cut, RenewalWindow window) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        return ItemLines.noBook(view)
                .or(() -> ItemLines.problem(valuation))
                .orElseGet(() -> new Contracts(view, cut, window, valuation).gather());
    }

    private Evidence gather() {
        Map<String, AccountId> accounts = new TreeMap<>();
        for (Subscription subscription : view.book().subscriptions()) {
            AccountId account = view.book().canonical(subscription.account());
            accounts.put(account.value(), account);
        }
        accounts.values().forEach(this::account);
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    private void account(AccountId account) {
        List<LedgerChange> changes = view.ledger().changes(account, EVER);
        Optional<Moment> live = view.book().account(account).flatMap(Account::liveSince);
        List<Subscription> subscriptions = new ArrayList<>(view.book().subscriptionsOf(account));
        subscriptions.sort(Comparator.comparing(s -> s.id().value()));
        for (Subscription subscription : subscriptions) {
            List<LedgerChange> own = changes.stream()
                    .filter(c -> c.item().subscription().equals(subscription.id()))
                    .toList();
            Contract contract = new Contract(subscription, own, end, zone, (item, change) -> worth(change));
            write(account, subscription, contract, contract.isLive(live));
        }
    }

    private long worth(LedgerChange change) {
        return valuation.value(
                change.after().microsPerYear().longValueExact(),
                change.after().currency(),
                view.span().to());
    }

    private void write(AccountId account, Subscription subscription, Contract contract, boolean live) {
        boolean toEnd = contract.isToEnd();
        Optional<LocalDate> renewal = Renewals.next(subscription, view.span().to(), zone);
        long days = renewal.map(day -> ChronoUnit.DAYS.between(view.span().to(), day))
                .orElse(Long.MAX_VALUE);
        Set<ItemId> items = new LinkedHashSet<>(contract.now().keySet());
        items.addAll(contract.agreed().keySet());
        for (ItemId item : items) {
            long now = contract.isBegun() ? contract.now().getOrDefault(item, 0L) : 0;
            long agreed = toEnd ? 0 : contract.agreed().getOrDefault(item, 0L);
            if (now == 0 && agreed == 0) {
                continue;
            }
            boolean atRisk = !live && days <= window.days();
            lines.line(item, ItemLines.segment(cut, view, account, item, end))
                    .units(Part.CLOSING, now)
                    .units(Part.SIGNED, contract.isBegun() ? 0 : agreed)
                    .units(Part.NOTIFIED_CONTRACTION, contract.isBegun() && !toEnd ? agreed - now : 0)
                    .units(Part.NOTIFIED_CHURN, toEnd ? -now : 0)
                    .units(live ? Part.LIVE : Part.NOT_LIVE, agreed)
                    .units(Part.AT_RISK, atRisk ? agreed : 0)
                    .units(Part.DAYS_TO_RENEWAL, atRisk ? days : 0);
        }
    }
}
