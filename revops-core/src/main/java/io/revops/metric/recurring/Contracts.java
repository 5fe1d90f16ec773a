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
import io.revops.money.RunRate;
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
import java.util.function.Function;

/** Gathers a line for each item that is under contract at the close of a span: what it is worth, and whether it is live. */
final class Contracts {
    /** From before anything to after anything that a book tells. */
    private static final Span EVER = Span.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));

    private final RevenueView view;
    private final Cut cut;
    private final RenewalWindow window;
    private final CommitmentHorizon horizon;
    private final ZoneId zone;
    private final Instant end;
    private final Valuation valuation;
    private final Evidence.Builder lines;

    private Contracts(RevenueView view, Cut cut, RenewalWindow window, CommitmentHorizon horizon, Valuation valuation) {
        this.view = view;
        this.cut = cut;
        this.window = window;
        this.horizon = horizon;
        this.valuation = valuation;
        zone = view.policy().zone();
        end = view.span().end(zone);
        lines = ItemLines.begin(view, valuation);
    }

    /** What is under contract, whenever it begins and ends. */
    static Evidence gather(RevenueView view, Cut cut, RenewalWindow window) {
        return of(view, cut, window, CommitmentHorizon.STANDARD, contracts -> {
            contracts
                    .lines
                    .parts(Part.CLOSING, Part.SIGNED, Part.NOTIFIED_CONTRACTION, Part.NOTIFIED_CHURN)
                    .parts(Part.LIVE, Part.NOT_LIVE, Part.AT_RISK, Part.DAYS_TO_RENEWAL);
            return contracts.gather(contracts::write);
        });
    }

    /** What recurs, and what is known to change by the end of a horizon. */
    static Evidence gather(RevenueView view, Cut cut, CommitmentHorizon horizon) {
        return of(view, cut, RenewalWindow.STANDARD, horizon, contracts -> {
            contracts
                    .lines
                    .parts(Part.CLOSING, Part.SCHEDULED_NEW, Part.SCHEDULED_EXPANSION)
                    .parts(Part.SCHEDULED_CONTRACTION, Part.SCHEDULED_CHURN);
            return contracts.gather((account, subscription, contract, live) -> contracts.schedule(account, contract));
        });
    }

    private static Evidence of(
            RevenueView view,
            Cut cut,
            RenewalWindow window,
            CommitmentHorizon horizon,
            Function<Contracts, Evidence> gather) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        return ItemLines.noBook(view)
                .or(() -> ItemLines.problem(valuation))
                .orElseGet(() -> gather.apply(new Contracts(view, cut, window, horizon, valuation)));
    }

    /** Writes the lines of a contract. */
    private interface Writer {
        void write(AccountId account, Subscription subscription, Contract contract, boolean live);
    }

    private Evidence gather(Writer writer) {
        Map<String, AccountId> accounts = new TreeMap<>();
        for (Subscription subscription : view.book().subscriptions()) {
            AccountId account = view.book().canonical(subscription.account());
            accounts.put(account.value(), account);
        }
        accounts.values().forEach(account -> account(account, writer));
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    private void account(AccountId account, Writer writer) {
        List<LedgerChange> changes = view.ledger().changesOfSubscriptions(account, EVER);
        Optional<Moment> live = view.book().account(account).flatMap(Account::liveSince);
        List<Subscription> subscriptions = new ArrayList<>(view.book().subscriptionsOf(account));
        subscriptions.sort(Comparator.comparing(s -> s.id().value()));
        for (Subscription subscription : subscriptions) {
            List<LedgerChange> own = changes.stream()
                    .filter(c -> c.item().subscription().equals(subscription.id()))
                    .toList();
            Contract contract = new Contract(subscription, own, end, zone, (item, change) -> worth(change));
            writer.write(account, subscription, contract, contract.isLive(live));
        }
    }

    private long worth(LedgerChange change) {
        return valuation.value(
                change.after().microsPerYear().longValueExact(),
                change.after().currency(),
                view.span().to());
    }

    private void schedule(AccountId account, Contract contract) {
        Map<ItemId, Long> then = contract.scheduled(
                horizon.end(view.span().to()).atStartOfDay(zone).toInstant());
        boolean ends = Contract.sum(then) <= 0;
        Set<ItemId> items = new LinkedHashSet<>(contract.now().keySet());
        items.addAll(then.keySet());
        for (ItemId item : items) {
            long now = contract.isBegun() ? contract.now().getOrDefault(item, 0L) : 0;
            long change = (ends ? 0 : then.getOrDefault(item, 0L)) - now;
            if (now == 0 && change == 0) {
                continue;
            }
            Part<RunRate> kind = !contract.isBegun()
                    ? Part.SCHEDULED_NEW
                    : ends ? Part.SCHEDULED_CHURN : change > 0 ? Part.SCHEDULED_EXPANSION : Part.SCHEDULED_CONTRACTION;
            lines.line(item, ItemLines.segment(cut, view, account, item, end))
                    .units(Part.CLOSING, now)
                    .units(kind, change);
        }
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
