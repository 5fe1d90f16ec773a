package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Fact;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRates;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
    private final List<Currency> currencies;
    /** Kept if the policy reads more of it than the subscriptions of each account, or closes periods. */
    private final @Nullable RevenueBook book;

    private final @Nullable String missingRate;

    private MrrLedger(
            RevenuePolicy policy,
            ExchangeRates rates,
            AccountFacts facts,
            LedgerBlocks blocks,
            @Nullable RevenueBook book,
            @Nullable String missingRate) {
        this.policy = policy;
        this.missingRate = missingRate;
        this.rates = rates;
        this.facts = facts;
        this.blocks = blocks;
        this.book = book;
        currencies = blocks.currencies();
    }

    /**
     * The ledger of a book.
     *
     * @throws ArithmeticException if an item is worth more per year than nine trillion of its currency
     */
    public static MrrLedger of(RevenueBook book, RevenuePolicy policy) {
        Objects.requireNonNull(policy, "policy");
        if (policy.closing().closesAnything()) {
            ClosedPeriods closed = new ClosedPeriods(book, policy);
            return new MrrLedger(policy, book.rates(), AccountFacts.of(book), closed.blocks(), book, closed.missing());
        }
        StateRules rules = StateRules.of(policy);
        AccountFacts facts = AccountFacts.of(book);
        AccountStates states = new AccountStates(rules, book, book.rates());
        List<LedgerBlock> blocks = new ArrayList<>();
        List<LedgerBlock.States> block = new ArrayList<>();
        Consumer<LedgerBlock.States> take = account -> {
            if (!account.states().isEmpty()) {
                block.add(account);
            }
            if (block.size() == LedgerBlock.ACCOUNTS) {
                blocks.add(LedgerBlock.of(block));
                block.clear();
            }
        };
        if (rules.readsBook()) {
            Units.of(book, rules).forEach(states, take);
        } else {
            facts.forEach((account, subscriptions) -> take.accept(states.of(account, subscriptions)));
        }
        blocks.add(LedgerBlock.of(block));
        return new MrrLedger(
                policy,
                book.rates(),
                facts,
                new LedgerBlocks(blocks),
                rules.readsBook() ? book : null,
                states.missing());
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
        Objects.requireNonNull(policy, "policy");
        AccountStates states = new AccountStates(StateRules.unbilled(policy), RevenueBook.empty(), rates);
        LedgerBlocks blocks = new RowLedger(rows, policy, states, workers).build();
        return new MrrLedger(policy, rates, AccountFacts.NONE, blocks, null, states.missing());
    }

    /**
     * The ledger with more facts, as if it had been built from a book that has them too: in any order, the same fact twice
     * counts once, and a later recording replaces an earlier one. Only the accounts concerned are worked out again; all others
     * are shared with this ledger. Facts that are no subscriptions leave a ledger as it is, unless its policy reads bills, usage,
     * list prices or parents, or closes periods: then all of it is worked out again.
     *
     * @throws IllegalArgumentException if an account was streamed, and its facts are not known here
     */
    public MrrLedger plus(Collection<? extends Fact> more) {
        if (book != null) {
            return of(book.toBuilder().add(more).build(), policy);
        }
        AccountFacts.Update update = facts.plus(more.stream()
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast)
                .toList());
        AccountStates states = new AccountStates(StateRules.of(policy), RevenueBook.empty(), rates);
        List<LedgerBlock.States> changed = new ArrayList<>();
        update.changed().forEach((account, subscriptions) -> {
            if (!facts.knows(account) && blocks.find(account).isPresent()) {
                throw new IllegalArgumentException(
                        "The account (" + account
                                + ") was streamed, and its facts are not kept. Maybe stream its rows again, with the new ones.");
            }
            changed.add(states.of(account, subscriptions));
        });
        return changed.isEmpty()
                ? this
                : new MrrLedger(
                        policy,
                        rates,
                        update.facts(),
                        blocks.with(changed),
                        null,
                        RateLock.first(missingRate, states.missing()));
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
            return new MrrLedger(policy, all, facts, blocks, book, missingRate);
        }
        if (book != null) {
            return of(book.toBuilder().rates(more).build(), policy);
        }
        AccountStates states = new AccountStates(StateRules.of(policy), RevenueBook.empty(), all);
        List<LedgerBlock.States> changed = new ArrayList<>();
        facts.forEach((account, subscriptions) -> changed.add(states.of(account, subscriptions)));
        for (int a = 0; a < accounts(); a++) {
            if (!facts.knows(account(a))) {
                throw new IllegalArgumentException("The account (" + account(a) + ") was streamed, and its states were "
                        + "converted by the policy's exchange rates " + policy.exchangeRates()
                        + ". Maybe stream its rows again, with all rates.");
            }
        }
        return new MrrLedger(policy, all, facts, blocks.with(changed), null, states.missing());
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
        steps(periods, basis, cadence, valuation, segments, sink::accept);
    }

    private void steps(
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
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
        if (!policy.walksPlainly(basis)) {
            walkGenerally(periods, basis, grid, valuation, segments, sink);
            return;
        }
        MovementWalk walk = new MovementWalk(blocks.block(0), periods, basis, grid, valuation, segments, policy.zone());
        for (int i = 0; i < blocks.size(); i++) {
            walk.walk(blocks.block(i), blocks.first(i), sink);
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
        PolicyWalk walk = new PolicyWalk(policy, periods, basis, grid, valuation, segments);
        for (int i = 0; i < blocks.size(); i++) {
            walk.walk(blocks.block(i), blocks.first(i), sink);
        }
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
        steps(periods, policy.basis(), cadence, valuation, null, adder);
        valuation.problem().ifPresent(p -> {
            throw new IllegalStateException(p.text());
        });
        return adder.in(currency.orElseThrow());
    }

    /** Every change of the items of an account within a span, in the order in which they happened. */
    public List<LedgerChange> changes(AccountId account, Span span) {
        long from = LedgerBlock.micros(span.start(policy.zone()));
        long to = LedgerBlock.micros(span.end(policy.zone()));
        List<LedgerChange> found = new ArrayList<>();
        Optional<LedgerBlock.Pick> pick = blocks.find(account);
        if (pick.isEmpty()) {
            return found;
        }
        LedgerBlock block = pick.get().block();
        int a = pick.get().account();
        long[] now = new long[block.firstItem[a + 1] - block.firstItem[a]];
        for (int row = block.firstRow[a]; row < block.firstRow[a + 1]; row++) {
            int item = block.item[row];
            long before = now[item - block.firstItem[a]];
            now[item - block.firstItem[a]] = block.micros[row];
            if (block.at[row] >= from && block.at[row] < to) {
                Currency currency = block.currencies[item];
                found.add(new LedgerChange(
                        account,
                        block.item(item),
                        LedgerBlock.instant(block.at[row]),
                        RunRate.ofMicrosPerYear(before, currency),
                        RunRate.ofMicrosPerYear(block.micros[row], currency),
                        block.because(row)));
            }
        }
        return found;
    }

    /**
     * The movements of a span month by month, with what brought each about.
     *
     * @throws IllegalStateException if amounts cannot be told in one currency
     */
    public List<Movement> movements(Span span) {
        return MovementList.of(this, span);
    }

    /** Every state of an account, in the order in which they begin. */
    List<LedgerRow> rows(AccountId account) {
        return blocks.find(account).map(LedgerRow::of).orElse(List.of());
    }

    /** What each item of an account is worth just before an instant, in its own currency, by item; without what is worth nothing. */
    public Map<io.revops.book.ItemId, RunRate> states(AccountId account, Instant before) {
        Map<io.revops.book.ItemId, RunRate> worth = new TreeMap<>(LedgerBlock.BY_ID);
        long limit = LedgerBlock.micros(before);
        blocks.find(account).ifPresent(pick -> {
            LedgerBlock block = pick.block();
            for (int row = block.firstRow[pick.account()]; row < block.firstRow[pick.account() + 1]; row++) {
                if (block.at[row] < limit) {
                    int item = block.item[row];
                    worth.put(block.item(item), RunRate.ofMicrosPerYear(block.micros[row], block.currencies[item]));
                }
            }
        });
        worth.values().removeIf(RunRate::isZero);
        return worth;
    }

    /** How many accounts, states and currencies it holds. */
    @Override
    public String toString() {
        return "MrrLedger: " + accounts() + " accounts, " + blocks.rows() + " states in " + currencies + ", " + policy;
    }
}
