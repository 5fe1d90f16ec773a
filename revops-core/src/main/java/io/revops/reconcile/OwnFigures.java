package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A figure as another tool or a spreadsheet shows it: an amount for each month, of all accounts together or of each.
 *
 * <p>Amounts are those of a month, as MRR is shown. A month that is not there is not compared. Where figures are by account, an
 * account that is not there in a month has 0 in it, as long as any other account is.
 */
public final class OwnFigures {
    private static final Comparator<AccountId> BY_ID = Comparator.comparing(AccountId::value);

    private final Figure figure;
    private final Currency currency;
    private final TreeMap<YearMonth, RunRate> months = new TreeMap<>();
    private final TreeMap<AccountId, TreeMap<YearMonth, RunRate>> accounts = new TreeMap<>(BY_ID);
    private final boolean byAccount;

    private OwnFigures(Figure figure, Collection<Money> amounts, boolean byAccount) {
        List<Currency> currencies =
                amounts.stream().map(Money::currency).distinct().toList();
        if (currencies.size() != 1) {
            throw new IllegalArgumentException(
                    currencies.isEmpty()
                            ? "There is no figure to explain. Maybe the MRR of a month."
                            : "The figures are in " + currencies + ". Maybe convert them to one currency first.");
        }
        this.figure = figure;
        this.currency = currencies.get(0);
        this.byAccount = byAccount;
    }

    /** Figures of all accounts together. */
    public static OwnFigures of(Figure figure, Map<YearMonth, Money> amounts) {
        OwnFigures own = new OwnFigures(figure, amounts.values(), false);
        amounts.forEach((month, amount) -> own.months.put(month, RunRate.perMonth(amount)));
        return own;
    }

    /** Figures of each account. */
    public static OwnFigures byAccount(Figure figure, Map<AccountId, Map<YearMonth, Money>> amounts) {
        List<Money> all = new ArrayList<>();
        amounts.values().forEach(months -> all.addAll(months.values()));
        OwnFigures own = new OwnFigures(figure, all, true);
        amounts.forEach((account, months) -> months.forEach((month, amount) -> {
            RunRate rate = RunRate.perMonth(amount);
            own.accounts.computeIfAbsent(account, a -> new TreeMap<>()).put(month, rate);
            own.months.merge(month, rate, RunRate::plus);
        }));
        return own;
    }

    public Figure figure() {
        return figure;
    }

    public Currency currency() {
        return currency;
    }

    /** Whether each account has figures of its own. */
    public boolean isByAccount() {
        return byAccount;
    }

    /** The months that have a figure. */
    public SortedSet<YearMonth> months() {
        return new TreeSet<>(months.keySet());
    }

    /** From the first month that has a figure to the last. */
    public Span span() {
        return Span.of(
                months.firstKey().atDay(1), months.lastKey().plusMonths(1).atDay(1));
    }

    /** What a month shows; empty if it has no figure. */
    public Optional<RunRate> amount(YearMonth month) {
        return Optional.ofNullable(months.get(month));
    }

    /** What an account shows in a month; 0 if it is not there. */
    public RunRate amount(AccountId account, YearMonth month) {
        return accounts.getOrDefault(account, new TreeMap<>()).getOrDefault(month, RunRate.zero(currency));
    }

    /** The accounts that have figures; none where figures are of all together. */
    public List<AccountId> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** The figure and its months. */
    @Override
    public String toString() {
        return "OwnFigures: " + figure + ", " + months + (byAccount ? " of " + accounts.size() + " accounts" : "");
    }
}
