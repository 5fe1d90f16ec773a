package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The difference of one figure between two policies, in parts: one for each rule, account and month. They add up exactly to the
 * second policy's figure less the first's, in every account and in every month.
 */
public final class Decomposition {
    private final Figure figure;
    private final Currency currency;
    private final Span span;
    private final List<Span> months;
    private final List<Rule> rules;
    private final TreeMap<AccountId, Side> accounts;
    private final Side all;

    Decomposition(
            Figure figure,
            Currency currency,
            Span span,
            List<Rule> rules,
            Accounts accounts,
            Amounts first,
            Amounts second,
            Parts parts,
            long denominator) {
        this.figure = figure;
        this.currency = currency;
        this.span = span;
        this.months = span.months();
        this.rules = rules;
        this.accounts = new TreeMap<>(Comparator.comparing(AccountId::value));
        this.all = Side.total(months.size(), rules.size());
        int cells = accounts.ids().size() * months.size();
        for (int cell = 0; cell < cells; cell++) {
            long before = first.get(cell);
            long after = second.get(cell);
            boolean moved = cell < parts.cells() && parts.has(cell);
            if (before == 0 && after == 0 && !moved) {
                continue;
            }
            int month = cell % months.size();
            Side account = this.accounts.computeIfAbsent(
                    accounts.ids().get(cell / months.size()), a -> Side.account(months.size(), rules.size()));
            long[] each = moved ? parts.of(cell, denominator, Math.subtractExact(after, before)) : new long[0];
            account.add(month, before, after, each);
            all.add(month, before, after, each);
        }
    }

    public Figure figure() {
        return figure;
    }

    public Currency currency() {
        return currency;
    }

    public Span span() {
        return span;
    }

    /** The months of the span; the first and the last may be short. */
    public List<Span> months() {
        return months;
    }

    /** In what the two policies differ, in the order of their options. */
    public List<Rule> rules() {
        return rules;
    }

    /** Which months the figure of the whole span is of: a balance is of one, anything else of all. */
    public String when() {
        return figure.when(span, months);
    }

    /** The first policy's figure: of a balance the one at the span's close (of the opening, at its opening), else the sum. */
    public RunRate first() {
        return over(all::first);
    }

    /** The second policy's figure. */
    public RunRate second() {
        return over(all::second);
    }

    /** The second policy's figure less the first's. */
    public RunRate difference() {
        return second().minus(first());
    }

    /** The first policy's figure of a month. */
    public RunRate first(Span month) {
        return rate(all.first(index(month)));
    }

    /** The second policy's figure of a month. */
    public RunRate second(Span month) {
        return rate(all.second(index(month)));
    }

    /** The difference of each month. */
    public Map<Span, RunRate> byMonth() {
        Map<Span, RunRate> sums = new LinkedHashMap<>();
        months.forEach(month -> sums.put(month, second(month).minus(first(month))));
        return Collections.unmodifiableMap(sums);
    }

    /** What each rule does to the figure of the whole span. */
    public Map<Rule, RunRate> byRule() {
        return overByRule(all);
    }

    /** What each rule does in a month. */
    public Map<Rule, RunRate> byRule(Span month) {
        int m = index(month);
        return byRule(i -> all.part(m, i));
    }

    /** What each rule does to an account, over the whole span. */
    public Map<Rule, RunRate> byRule(AccountId account) {
        Side side = accounts.get(account);
        return overByRule(side == null ? Side.total(months.size(), rules.size()) : side);
    }

    /** The accounts that have an amount under one of the policies, or a part, in any month. */
    public List<AccountId> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** The first policy's figure of an account. */
    public RunRate first(AccountId account) {
        Side side = accounts.get(account);
        return side == null ? RunRate.zero(currency) : over(side::first);
    }

    /** The second policy's figure of an account. */
    public RunRate second(AccountId account) {
        Side side = accounts.get(account);
        return side == null ? RunRate.zero(currency) : over(side::second);
    }

    /** The difference of each account that has one, or parts that cancel each other, over the whole span. */
    public Map<AccountId, RunRate> byAccount() {
        Map<AccountId, RunRate> sums = new LinkedHashMap<>();
        accounts.forEach((account, side) -> {
            if (overByRule(side).values().stream().anyMatch(part -> !part.isZero())) {
                sums.put(account, over(side::second).minus(over(side::first)));
            }
        });
        return Collections.unmodifiableMap(sums);
    }

    /** Every part that is not zero, by account, month and rule. */
    public Stream<Share> shares() {
        return accounts.entrySet().stream().flatMap(entry -> {
            List<Share> shares = new ArrayList<>();
            for (int m = 0; m < months.size(); m++) {
                for (int i = 0; i < rules.size(); i++) {
                    BigInteger part = entry.getValue().part(m, i);
                    if (part.signum() != 0) {
                        shares.add(new Share(rules.get(i), entry.getKey(), months.get(m), rate(part)));
                    }
                }
            }
            return shares.stream();
        });
    }

    /** The figure of the whole span as it is printed. */
    public PrintedRow printed(int digits) {
        return PrintedRow.of(first(), byRule().values(), second(), digits);
    }

    /** A month as it is printed. */
    public PrintedRow printed(Span month, int digits) {
        return PrintedRow.of(first(month), byRule(month).values(), second(month), digits);
    }

    /** An account as it is printed, over the whole span. */
    public PrintedRow printed(AccountId account, int digits) {
        return PrintedRow.of(first(account), byRule(account).values(), second(account), digits);
    }

    /** The accounts with the greatest parts over the whole span, whichever way, the greatest first; of equals by id. */
    public List<AccountId> top(int n) {
        Map<AccountId, BigInteger> sizes = new LinkedHashMap<>();
        byAccount()
                .keySet()
                .forEach(account -> sizes.put(
                        account,
                        byRule(account).values().stream()
                                .map(part -> part.microsPerYear().abs())
                                .reduce(BigInteger.ZERO, BigInteger::add)));
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<AccountId, BigInteger>comparingByValue().reversed())
                .limit(n)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Rule, RunRate> overByRule(Side side) {
        return byRule(i -> sum(m -> side.part(m, i)));
    }

    private Map<Rule, RunRate> byRule(IntFunction<BigInteger> parts) {
        Map<Rule, RunRate> byRule = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            byRule.put(rules.get(i), rate(parts.apply(i)));
        }
        return Collections.unmodifiableMap(byRule);
    }

    private RunRate over(IntFunction<BigInteger> amounts) {
        return rate(sum(amounts));
    }

    private BigInteger sum(IntFunction<BigInteger> ofMonth) {
        BigInteger sum = BigInteger.ZERO;
        for (int m = 0; m < months.size(); m++) {
            sum = figure.counts(m, months.size()) ? sum.add(ofMonth.apply(m)) : sum;
        }
        return sum;
    }

    private RunRate rate(BigInteger micros) {
        return RunRate.ofMicrosPerYear(micros, currency);
    }

    private int index(Span month) {
        int at = months.indexOf(month);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "The span " + span + " has no month (" + month + "). Maybe one of " + months + ".");
        }
        return at;
    }

    /** {@code MRR at the close, 2025-03: USD 100.00/month and USD 50.00/month differ by USD -50.00/month}. */
    @Override
    public String toString() {
        return figure.title() + ", " + when() + ": " + first() + " and " + second() + " differ by " + difference();
    }
}
