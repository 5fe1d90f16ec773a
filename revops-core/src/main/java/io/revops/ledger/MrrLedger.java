package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRates;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final List<LedgerBlock> blocks;
    private final int[] firstAccount;
    private final List<Currency> currencies;

    private MrrLedger(RevenuePolicy policy, ExchangeRates rates, List<LedgerBlock> blocks) {
        this.policy = policy;
        this.rates = rates;
        this.blocks = List.copyOf(blocks);
        firstAccount = new int[blocks.size() + 1];
        TreeSet<Currency> found = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (int i = 0; i < blocks.size(); i++) {
            firstAccount[i + 1] = firstAccount[i] + blocks.get(i).size();
            found.addAll(List.of(blocks.get(i).currencies));
        }
        currencies = List.copyOf(found);
    }

    /**
     * The ledger of a book.
     *
     * @throws ArithmeticException if an item is worth more per year than nine trillion of its currency
     */
    public static MrrLedger of(RevenueBook book, RevenuePolicy policy) {
        Objects.requireNonNull(policy, "policy");
        Map<String, AccountId> ids = new TreeMap<>();
        Map<AccountId, List<Subscription>> byAccount = new java.util.HashMap<>();
        for (Subscription subscription : book.subscriptions()) {
            AccountId account = book.canonical(subscription.account());
            ids.put(account.value(), account);
            byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(subscription);
        }
        List<LedgerBlock> blocks = new ArrayList<>();
        LinkedHashMap<AccountId, List<SubscriptionStates.State>> block = new LinkedHashMap<>();
        for (AccountId account : ids.values()) {
            List<SubscriptionStates.State> states = new ArrayList<>();
            for (Subscription subscription : Objects.requireNonNull(byAccount.get(account))) {
                states.addAll(SubscriptionStates.of(subscription, policy.zone()));
            }
            if (!states.isEmpty()) {
                block.put(account, states);
            }
            if (block.size() == LedgerBlock.ACCOUNTS) {
                blocks.add(LedgerBlock.of(block));
                block = new LinkedHashMap<>();
            }
        }
        if (!block.isEmpty()) {
            blocks.add(LedgerBlock.of(block));
        }
        return new MrrLedger(policy, book.rates(), blocks);
    }

    public RevenuePolicy policy() {
        return policy;
    }

    public ExchangeRates rates() {
        return rates;
    }

    /** The currencies that items are in, by code. */
    public List<Currency> currencies() {
        return currencies;
    }

    /** How many accounts were ever worth something. */
    public int accounts() {
        return firstAccount[blocks.size()];
    }

    /** An account by its index, 0 to {@link #accounts()} - 1, in the order of ids. */
    public AccountId account(int index) {
        int block = block(Objects.checkIndex(index, accounts()));
        return blocks.get(block).accounts[index - firstAccount[block]];
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
        if (blocks.isEmpty() || periods.isEmpty() || valuation.problem().isPresent()) {
            return;
        }
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i).from().equals(periods.get(i - 1).to())) {
                throw new IllegalArgumentException("The period " + periods.get(i) + " does not begin where "
                        + periods.get(i - 1) + " ends. Maybe cut one span with a cadence.");
            }
        }
        Cadence grid = cadence.compareTo(Cadence.MONTH) < 0 ? cadence : Cadence.MONTH;
        MovementWalk walk = new MovementWalk(blocks.get(0), periods, basis, grid, valuation, segments, policy.zone());
        for (int i = 0; i < blocks.size(); i++) {
            walk.walk(blocks.get(i), firstAccount[i], sink);
        }
    }

    /** Every change of the items of an account within a span, in the order in which they happened. */
    public List<LedgerChange> changes(AccountId account, Span span) {
        long from = LedgerBlock.micros(span.start(policy.zone()));
        long to = LedgerBlock.micros(span.end(policy.zone()));
        List<LedgerChange> found = new ArrayList<>();
        for (LedgerBlock block : blocks) {
            int a = block.indexOf(account);
            if (a < 0) {
                continue;
            }
            Map<Integer, Long> now = new java.util.HashMap<>();
            for (int row = block.firstRow[a]; row < block.firstRow[a + 1]; row++) {
                long before = now.getOrDefault(block.item[row], 0L);
                now.put(block.item[row], block.micros[row]);
                if (block.at[row] >= from && block.at[row] < to) {
                    Currency currency = block.currencies[block.item[row]];
                    found.add(new LedgerChange(
                            account,
                            block.items[block.item[row]],
                            LedgerBlock.instant(block.at[row]),
                            RunRate.ofMicrosPerYear(before, currency),
                            RunRate.ofMicrosPerYear(block.micros[row], currency),
                            block.because(row)));
                }
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
        List<Span> months = span.months();
        Valuation valuation = Valuation.closing(this);
        Optional<Currency> currency = valuation.currency(); // a rate that is found missing takes it away
        List<Movement> found = new ArrayList<>();
        walk(months, policy.basis(), Cadence.MONTH, valuation, null, row -> {
            AccountId account = account(row.account());
            Span month = months.get(row.period());
            for (MovementKind kind : MovementKind.values()) {
                if (row.count(kind) > 0) {
                    RunRate amount = RunRate.ofMicrosPerYear(row.amount(kind), currency.orElseThrow());
                    found.add(new Movement(
                            account,
                            month,
                            kind,
                            amount,
                            kind == MovementKind.FX ? List.of() : changes(account, month)));
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

    /** What each item of an account is worth just before an instant, in its own currency, by item; without what is worth nothing. */
    public Map<io.revops.book.ItemId, RunRate> states(AccountId account, Instant before) {
        Map<io.revops.book.ItemId, RunRate> worth = new TreeMap<>(LedgerBlock.BY_ID);
        long limit = LedgerBlock.micros(before);
        for (LedgerBlock block : blocks) {
            int a = block.indexOf(account);
            for (int row = a < 0 ? 0 : block.firstRow[a]; a >= 0 && row < block.firstRow[a + 1]; row++) {
                if (block.at[row] < limit) {
                    int item = block.item[row];
                    worth.put(block.items[item], RunRate.ofMicrosPerYear(block.micros[row], block.currencies[item]));
                }
            }
        }
        worth.values().removeIf(RunRate::isZero);
        return worth;
    }

    /** How many accounts, states and currencies it holds. */
    @Override
    public String toString() {
        long rows = blocks.stream().mapToLong(b -> b.at.length).sum();
        return "MrrLedger: " + accounts() + " accounts, " + rows + " states in " + currencies + ", " + policy;
    }

    private int block(int account) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstAccount[middle] <= account) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
