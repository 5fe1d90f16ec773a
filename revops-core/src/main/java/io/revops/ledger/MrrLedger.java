package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.ItemId;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.money.ExchangeRates;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every item of every subscription is worth per year, from which instant on, under a policy: the one place where facts
 * are interpreted.
 *
 * <p>States are micro-units of the currency per year, rounded once, half-even; movements are differences of states and are
 * never rounded. Columnar inside, in blocks of accounts. The same facts in any order give the same ledger.
 */
public final class MrrLedger {
    private final RevenuePolicy policy;
    private final ExchangeRates rates;
    private final AccountFacts facts;
    private final LedgerBlocks blocks;
    private final Merged merged;
    private final List<Currency> currencies;
    /** Kept if the policy reads more of it than the subscriptions of each account, or closes periods. */
    private final @Nullable RevenueBook book;

    private final @Nullable String missingRate;

    private MrrLedger(
            RevenuePolicy policy,
            ExchangeRates rates,
            AccountFacts facts,
            LedgerBlocks blocks,
            Merged merged,
            @Nullable RevenueBook book,
            @Nullable String missingRate) {
        this.policy = policy;
        this.missingRate = missingRate;
        this.rates = rates;
        this.facts = facts;
        this.blocks = blocks;
        this.merged = merged;
        this.book = book;
        currencies = blocks.currencies();
    }

    private MrrLedger(
            RevenuePolicy policy,
            ExchangeRates rates,
            BookLedger built,
            @Nullable RevenueBook book,
            @Nullable String missingRate) {
        this(policy, rates, built.facts, built.blocks, built.merged, book, missingRate);
    }

    /**
     * The ledger of a book.
     *
     * @throws ArithmeticException if an item is worth more per year than nine trillion of its currency
     */
    public static MrrLedger of(RevenueBook book, RevenuePolicy policy) {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(policy, "policy");
        StateRules rules = StateRules.of(policy);
        boolean closes = policy.closing().closesAnything();
        BookLedger built = closes ? BookLedger.closed(book, policy) : BookLedger.of(book, rules);
        return new MrrLedger(policy, book.rates(), built, closes || rules.readsBook() ? book : null, built.missing);
    }

    /**
     * The ledger of rows without a book, the same as that of a book of the same rows; causes are named by row.
     *
     * @throws ArithmeticException if a row is worth more per year than nine trillion of its currency
     */
    public static MrrLedger of(PeriodRows rows, RevenuePolicy policy) {
        return of(rows, ExchangeRates.none(), policy, Workers.one());
    }

    /** The same with exchange rates, built by several threads: the result does not depend on how many. */
    public static MrrLedger of(PeriodRows rows, ExchangeRates rates, RevenuePolicy policy, Workers workers) {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(policy, "policy");
        AccountStates states = new AccountStates(StateRules.unbilled(policy), RevenueBook.empty(), rates);
        LedgerBlocks blocks = new RowLedger(rows, policy, states, workers).build();
        return new MrrLedger(policy, rates, AccountFacts.NONE, blocks, Merged.NONE, null, states.missing());
    }

    /**
     * The ledger with more facts, as if it had been built from a book that has them too: in any order, the same fact twice
     * counts once, and a later recording replaces an earlier one. Only the accounts concerned are worked out again; all others
     * are shared with this ledger. Facts that are neither subscriptions nor merges leave a ledger as it is, unless its policy reads bills, usage,
     * list prices or parents, or closes periods: then all of it is worked out again.
     *
     * @throws IllegalArgumentException if an account was streamed, and its facts are not known here
     */
    public MrrLedger plus(Collection<? extends Fact> more) {
        if (book != null) {
            return of(book.toBuilder().add(more).build(), policy);
        }
        BookLedger built = BookLedger.plus(facts, blocks, merged, policy, rates, more);
        return built.blocks == blocks && built.merged == merged
                ? this
                : new MrrLedger(policy, rates, built, null, RateLock.first(missingRate, built.missing));
    }

    /**
     * The ledger with more exchange rates. No state changes, since rates are applied when periods are valued; unless the policy
     * converts states when they begin: then all are worked out again.
     *
     * @throws IllegalArgumentException if the policy converts states when they begin, and they were streamed
     */
    public MrrLedger plus(ExchangeRates more) {
        ExchangeRates all = rates.plus(more);
        if (!policy.exchangeRates().convertsStates() || policy.currency().isEmpty()) {
            return new MrrLedger(policy, all, facts, blocks, merged, book, missingRate);
        }
        if (book != null) {
            return of(book.toBuilder().rates(more).build(), policy);
        }
        BookLedger built = BookLedger.restated(facts, blocks, merged, policy, all);
        return new MrrLedger(policy, all, built, null, built.missing);
    }

    /**
     * The ledger of these accounts and others: partial ledgers, built in parallel or on several machines, add up. Where the
     * accounts of one do not lie between those of the other, nothing is copied.
     *
     * @throws IllegalArgumentException if the policies differ, or an account is in both
     */
    public MrrLedger plus(MrrLedger other) {
        if (!policy.equals(other.policy)) {
            throw new IllegalArgumentException("The ledgers were built under different policies: " + policy + ", and "
                    + other.policy + ". Maybe build both under one.");
        }
        return new MrrLedger(
                policy,
                rates.plus(other.rates),
                facts.plus(other.facts),
                blocks.plus(other.blocks),
                merged.plus(other.merged),
                book == null || other.book == null ? book : joined(book, other.book),
                RateLock.first(missingRate, other.missingRate));
    }

    private static RevenueBook joined(RevenueBook one, RevenueBook other) {
        RevenueBook.Builder both = one.toBuilder().rates(other.rates());
        other.facts().forEach(both::add);
        return both.build();
    }

    public RevenuePolicy policy() {
        return policy;
    }

    public ExchangeRates rates() {
        return rates;
    }

    /** Why its states could not be told in the reporting currency, if they were converted when they were recorded. */
    Optional<Valuation.Problem> problem() {
        return Optional.ofNullable(missingRate)
                .map(text -> new Valuation.Problem(Valuation.ProblemKind.MISSING_RATE, text));
    }

    /** The currencies that items are in, by code. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** How many accounts were ever worth something. */
    public int accounts() {
        return blocks.accounts();
    }

    /** An account by its index, 0 to {@link #accounts()} - 1, in the order of ids. */
    public AccountId account(int index) {
        LedgerBlock.Pick pick = blocks.pick(Objects.checkIndex(index, accounts()));
        return pick.block().account(pick.account());
    }

    /**
     * Walks over adjoining periods and tells, for each account and period in which something was or happened, the two ends
     * and the movements. The row is reused from call to call.
     *
     * @param periods in order, each beginning where the one before ends
     * @param basis net or by event
     * @param cadence what cut the periods; decides, on a net basis, at which ends an account is seen to have paid before
     *     (months at least)
     * @param valuation at which rates; look at {@link Valuation#problem()} afterwards
     * @param segments splits each account, or null
     */
    public void walk(
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
            Consumer<MovementRow> sink) {
        walk(periods, basis, cadence, valuation, segments, Merging.WHEN_IT_HAPPENED, sink);
    }

    /** The same, with merged accounts as one from the start if that is asked for. */
    public void walk(
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
            Merging merging,
            Consumer<MovementRow> sink) {
        steps(periods, basis, cadence, valuation, segments, merging, sink::accept);
    }

    private void steps(
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
            Merging merging,
            MovementWalk.Sink sink) {
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).from().equals(periods.get(i - 1).to())) {
                throw new IllegalArgumentException("The period " + periods.get(i) + " does not begin where "
                        + periods.get(i - 1) + " ends. Maybe cut one span with a cadence.");
            }
        }
        if (blocks.size() == 0 || periods.isEmpty() || valuation.problem().isPresent()) {
            return;
        }
        Cadence grid = cadence.compareTo(Cadence.MONTH) < 0 ? cadence : Cadence.MONTH;
        AccountWalk walk = policy.walksPlainly(basis)
                ? new MovementWalk(blocks.block(0), periods, basis, grid, valuation, segments, policy.zone())
                : new PolicyWalk(policy, periods, basis, grid, valuation, segments);
        each(walk, new MergedWalk(policy, periods, basis, grid, valuation, segments, merging), sink);
    }

    private void each(AccountWalk walk, MergedWalk ofMerged, MovementWalk.Sink sink) {
        if (!merged.isEmpty()) {
            merged.walk(blocks, walk, ofMerged, sink);
            return;
        }
        for (int i = 0; i < blocks.size(); i++) {
            walk.walk(blocks.block(i), 0, blocks.block(i).size(), blocks.first(i), sink);
        }
    }

    /** The walk for any policy, also for one that the plain walk would do. */
    void walkGenerally(
            List<Span> periods,
            Basis basis,
            Cadence grid,
            Valuation valuation,
            @Nullable Segments segments,
            MovementWalk.Sink sink) {
        each(
                new PolicyWalk(policy, periods, basis, grid, valuation, segments),
                new MergedWalk(policy, periods, basis, grid, valuation, segments, Merging.WHEN_IT_HAPPENED),
                sink);
    }

    /**
     * The movements of all accounts, added up for each period of a cadence, by the policy's basis and at closing rates.
     *
     * @throws IllegalStateException if amounts cannot be told in one currency
     */
    public MovementTable table(Span span, Cadence cadence) {
        List<Span> periods = cadence.cut(span);
        Valuation valuation = Valuation.closing(this);
        Optional<Currency> currency = valuation.currency(); // a rate that is found missing takes it away
        MovementTable.Adder adder = new MovementTable.Adder(periods);
        steps(periods, policy.basis(), cadence, valuation, null, Merging.WHEN_IT_HAPPENED, adder);
        valuation.problem().ifPresent(p -> {
            throw new IllegalStateException(p.text());
        });
        return adder.in(currency.orElseThrow());
    }

    /** Every change of the items of an account within a span, in the order in which they happened. */
    public List<LedgerChange> changes(AccountId account, Span span) {
        return blocks.find(account)
                .map(pick -> AccountHistory.changes(pick, account, span, policy.zone()))
                .orElse(List.of());
    }

    /** The changes of an account's own subscriptions within a span, also of those that another has since a merge. */
    public List<LedgerChange> changesOfSubscriptions(AccountId account, Span span) {
        return merged.group(account)
                .map(group -> AccountHistory.changes(group.pick(), account, span, policy.zone()).stream()
                        .filter(change -> group.isOf(account, change.item()))
                        .toList())
                .orElseGet(() -> changes(account, span));
    }

    /**
     * The movements of a span month by month, with what brought each about.
     *
     * @throws IllegalStateException if amounts cannot be told in one currency
     */
    public List<Movement> movements(Span span) {
        Objects.requireNonNull(span, "span");
        return MovementList.of(this, span);
    }

    /** Whether an account became part of another here, at some time. */
    public boolean hasMerges() {
        return !merged.isEmpty();
    }

    /**
     * An account and all that it shares a history with through merges, whoever became part of whom: itself alone if nobody
     * merged.
     */
    public List<AccountId> related(AccountId account) {
        return merged.group(account).map(group -> group.owners).orElse(List.of(account));
    }

    /** Who merged. */
    Merged merged() {
        return merged;
    }

    /** Every state of an account, in the order in which they begin. */
    List<LedgerRow> rows(AccountId account) {
        return blocks.find(account).map(LedgerRow::of).orElse(List.of());
    }

    /** What each item of an account is worth just before an instant, in its own currency, by item; without what is worth nothing. */
    public Map<ItemId, RunRate> states(AccountId account, Instant before) {
        return blocks.find(account)
                .map(pick -> AccountHistory.states(pick, before))
                .orElse(Map.of());
    }

    /** The same of an account's own subscriptions, also of those that another has since a merge. */
    public Map<ItemId, RunRate> statesOfSubscriptions(AccountId account, Instant before) {
        return merged.group(account)
                .map(group -> {
                    Map<ItemId, RunRate> worth = AccountHistory.states(group.pick(), before);
                    worth.keySet().removeIf(item -> !group.isOf(account, item));
                    return worth;
                })
                .orElseGet(() -> states(account, before));
    }

    /** How many accounts, states and currencies it holds. */
    @Override
    public String toString() {
        return "MrrLedger: " + accounts() + " accounts, " + blocks.rows() + " states in " + currencies + ", " + policy;
    }
}
