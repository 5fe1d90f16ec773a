package io.revops.reconcile;

import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts the figures under the policies between two, and takes the parts from them. */
final class Comparison {
    private final Function<RevenuePolicy, RevenueView> source;
    private final List<Span> months;
    private final List<Figure> figures;
    private final Accounts accounts = new Accounts();

    private Comparison(Function<RevenuePolicy, RevenueView> source, Span span, List<Figure> figures) {
        this.source = source;
        this.months = span.months();
        this.figures = figures;
    }

    static Reconciliation of(
            RevenuePolicy first,
            RevenuePolicy second,
            Function<RevenuePolicy, RevenueView> source,
            Span span,
            List<Figure> figures) {
        if (span.months().isEmpty()) {
            throw new IllegalArgumentException("The span " + span + " has no day in it. Maybe a month, or a year.");
        }
        Currency currency = currency(first, second, source);
        RevenuePolicy from = first.with(new ReportingCurrency(currency));
        RevenuePolicy to = second.with(new ReportingCurrency(currency));
        Comparison comparison = new Comparison(source, span, figures);
        Counted base = comparison.count(from);
        Counted end = comparison.count(to);
        return comparison.all(Mixes.of(from, to), base, end).in(currency, span);
    }

    /** The one currency in which both report. */
    private static Currency currency(
            RevenuePolicy first, RevenuePolicy second, Function<RevenuePolicy, RevenueView> source) {
        Currency one = currency(first, source)
                .or(() -> currency(second, source))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No subscription is worth anything, so there is no currency to "
                                        + "report in. Maybe load subscriptions, or set a reporting currency in both policies."));
        Currency other = currency(second, source).orElse(one);
        if (!one.equals(other)) {
            throw new IllegalArgumentException("One policy reports in " + one + " and the other in " + other
                    + ", and their difference is no amount. Maybe set the same ReportingCurrency in both.");
        }
        return one;
    }

    private static Optional<Currency> currency(RevenuePolicy policy, Function<RevenuePolicy, RevenueView> source) {
        if (policy.currency().isPresent()) {
            return policy.currency();
        }
        Valuation valuation = Valuation.closing(source.apply(policy).ledger());
        Optional<Valuation.Problem> problem =
                valuation.problem().filter(p -> p.kind() != Valuation.ProblemKind.NO_CURRENCY);
        if (problem.isPresent()) {
            throw new IllegalStateException(problem.get().text());
        }
        return valuation.currency();
    }

    private Counted count(RevenuePolicy policy) {
        Counted counted = Counted.of(source.apply(policy), months, figures, accounts);
        counted.problem().ifPresent(text -> {
            throw new IllegalStateException(text);
        });
        return counted;
    }

    private Done all(Mixes mixes, Counted base, Counted end) {
        int rules = mixes.rules().size();
        boolean exact = rules <= Orders.MOST;
        Optional<Orders> orders = exact ? Orders.all(rules, mixes::isPossible) : Orders.two(rules, mixes::isPossible);
        if (orders.isEmpty()) {
            return all(mixes.together(), base, end).because(mixes.met());
        }
        Optional<List<Parts>> parts = parts(mixes, orders.get(), base, end);
        // what cannot be converted is known now, and is left out the next time
        return parts.map(p -> new Done(
                        mixes,
                        exact ? Reconciliation.Way.EVERY_ORDER : Reconciliation.Way.TWO_ORDERS,
                        orders.get(),
                        base,
                        end,
                        p,
                        List.of()))
                .orElseGet(() -> all(mixes, base, end));
    }

    /** Empty if a combination turned out to be impossible. */
    private Optional<List<Parts>> parts(Mixes mixes, Orders orders, Counted base, Counted end) {
        List<Parts> parts = new ArrayList<>();
        base.amounts().forEach(amounts -> parts.add(new Parts(mixes.rules().size(), amounts)));
        boolean complete = true;
        for (Map.Entry<Integer, long[]> term : orders.terms().entrySet()) {
            int combination = term.getKey();
            if (combination == 0) {
                continue; // parts are told from it
            }
            Counted now = combination == mixes.whole()
                    ? end
                    : Counted.of(source.apply(mixes.policy(combination)), months, figures, accounts);
            if (now.problem().isPresent()) {
                mixes.leaveOut(combination, now.problem().get());
                complete = false;
            }
            for (int f = 0; f < parts.size() && complete; f++) {
                parts.get(f).add(now.amounts().get(f), term.getValue());
            }
        }
        return complete ? Optional.of(parts) : Optional.empty();
    }

    /** What was counted. */
    private final class Done {
        private final Mixes mixes;
        private final Reconciliation.Way way;
        private final Orders orders;
        private final Counted base;
        private final Counted end;
        private final List<Parts> parts;
        private final List<String> why;

        Done(
                Mixes mixes,
                Reconciliation.Way way,
                Orders orders,
                Counted base,
                Counted end,
                List<Parts> parts,
                List<String> why) {
            this.mixes = mixes;
            this.way = way;
            this.orders = orders;
            this.base = base;
            this.end = end;
            this.parts = parts;
            this.why = why;
        }

        Done because(List<String> reasons) {
            return new Done(mixes, Reconciliation.Way.TOGETHER, orders, base, end, parts, reasons);
        }

        Reconciliation in(Currency currency, Span span) {
            List<Decomposition> all = new ArrayList<>();
            for (int f = 0; f < figures.size(); f++) {
                all.add(new Decomposition(
                        figures.get(f),
                        currency,
                        span,
                        mixes.rules(),
                        accounts,
                        base.amounts().get(f),
                        end.amounts().get(f),
                        parts.get(f),
                        orders.denominator()));
            }
            List<String> reasons = new ArrayList<>(why);
            reasons.addAll(mixes.met());
            return new Reconciliation(
                    mixes.policy(0),
                    mixes.policy(mixes.whole()),
                    List.of("the first policy", "the second policy"),
                    way,
                    reasons,
                    all);
        }
    }
}
