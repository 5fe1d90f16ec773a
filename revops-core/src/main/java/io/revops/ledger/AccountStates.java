package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.money.ExchangeRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states of all subscriptions of an account under a policy. */
final class AccountStates {
    private final StateRules rules;
    private final StateRules unbilled;
    private final RevenueBook book;
    private final @Nullable RateLock lock;

    /**
     * @param book what the rules may read beside subscriptions
     * @param rates at which states are converted, if the policy converts them when they begin
     */
    AccountStates(StateRules rules, RevenueBook book, ExchangeRates rates) {
        this.rules = rules;
        this.unbilled = rules.source == SourceBasis.INVOICE_LINE ? StateRules.unbilled(rules.policy) : rules;
        this.book = book;
        this.lock = rules.policy.exchangeRates().convertsStates()
                        && rules.policy.currency().isPresent()
                ? new RateLock(rates, rules.policy.currency().get(), rules)
                : null;
    }

    StateRules rules() {
        return rules;
    }

    /** The first rate that was needed and is not there, in words. */
    @Nullable
    String missing() {
        return lock == null ? null : lock.missing();
    }

    LedgerBlock.States of(AccountId account, List<Subscription> subscriptions) {
        return new LedgerBlock.States(account, whole(raw(account, subscriptions)));
    }

    /** The states of all subscriptions of an account, with the gaps between them. */
    List<SubscriptionStates.State> raw(AccountId account, List<Subscription> subscriptions) {
        Surroundings facts = Surroundings.of(book, account, rules, subscriptions);
        List<SubscriptionStates.State> states = new ArrayList<>();
        for (Subscription subscription : billed(account, subscriptions, facts)) {
            states.addAll(locked(
                    SubscriptionStates.of(subscription, facts, isBilled(subscription, facts) ? rules : unbilled)));
        }
        return states;
    }

    /** The states of one subscription, converted if the policy converts them when they begin. */
    List<SubscriptionStates.State> locked(List<SubscriptionStates.State> ofOne) {
        return lock == null || ofOne.isEmpty() ? ofOne : lock.of(ofOne);
    }

    /** The states of an account, with gaps between its subscriptions filled as far as they are tolerated. */
    List<SubscriptionStates.State> whole(List<SubscriptionStates.State> states) {
        int days = rules.policy.gapTolerance().days();
        if (days == 0) {
            return states;
        }
        List<SubscriptionStates.State> filled = GapFill.of(states, rules, days);
        return rules.policy.standsAtZero() ? filled : GapFill.withoutStanding(filled);
    }

    /** Whether a bill names the subscription, or a bill of its own account names none and so may be for it. */
    private boolean isBilled(Subscription subscription, Surroundings facts) {
        if (rules.source != SourceBasis.INVOICE_LINE) {
            return true;
        }
        SubscriptionId unnamed = new SubscriptionId(subscription.account().value());
        for (Invoice invoice : facts.invoices) {
            for (InvoiceLine line : invoice.lines()) {
                SubscriptionId billed = BilledLines.subscription(invoice, line);
                if (line.kind() != ProductKind.ONE_TIME
                        && (billed.equals(subscription.id()) || billed.equals(unnamed))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The subscriptions and, if bills say what there is, those that only bills know of. */
    private List<Subscription> billed(AccountId account, List<Subscription> subscriptions, Surroundings facts) {
        if (rules.source != SourceBasis.INVOICE_LINE) {
            return subscriptions;
        }
        Map<String, Subscription> all = new TreeMap<>();
        subscriptions.forEach(s -> all.put(s.id().value(), s));
        for (Invoice invoice : facts.invoices) {
            for (InvoiceLine line : invoice.lines()) {
                SubscriptionId id = BilledLines.subscription(invoice, line);
                all.computeIfAbsent(
                        id.value(), v -> Subscription.builder(id, account).build());
            }
        }
        return new ArrayList<>(all.values());
    }
}
