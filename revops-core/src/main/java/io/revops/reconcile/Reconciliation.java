package io.revops.reconcile;

import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Workers;
import io.revops.metric.Unit;
import io.revops.money.ExchangeRates;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Why two policies show different figures of the same facts: an amount for each convention in which they differ, by account and
 * by month. The amounts add up exactly to the difference.
 *
 * <p><b>How a difference is shared.</b> The conventions are changed from the first policy's to the second's one after another,
 * and each gets what its change does. Where that depends on the order, every order counts the same (the Shapley value), so that
 * none is favoured: with up to 8 conventions that differ, all orders are counted, for which 2 to their number of ledgers are
 * built. With more, two orders are, each half: the order of {@link RevenuePolicy#options} from the first policy on, and the
 * same order from the second policy back; {@link #notes} says so. Nothing is ever sampled.
 *
 * <p><b>What does not go together.</b> An order that would pass a combination that the policy refuses, or that cannot be told in one
 * currency, is left out, and {@link #notes} names the two options. If no order is left, all conventions move as one {@link Rule}.
 *
 * <p><b>Rounding.</b> A part is a whole number of micro-units a year: what the division leaves goes to the parts with the largest
 * remainders, of equal ones to the first in the order of options. Swapping the policies turns every sign; an account that
 * no change of a convention touches, in any combination, has no part of it.
 */
public final class Reconciliation {
    /** Which orders were counted. */
    public enum Way {
        /** Every one that is possible. */
        EVERY_ORDER,
        /** That of the options, from either side. */
        TWO_ORDERS,
        /** None was possible, and all conventions moved as one. */
        TOGETHER
    }

    private final RevenuePolicy first;
    private final RevenuePolicy second;
    private final List<String> names;
    private final Way way;
    private final List<String> reasons;
    private final List<Decomposition> figures;

    Reconciliation(
            RevenuePolicy first,
            RevenuePolicy second,
            List<String> names,
            Way way,
            List<String> reasons,
            List<Decomposition> figures) {
        this.first = first;
        this.second = second;
        this.names = names;
        this.way = way;
        this.reasons = List.copyOf(reasons);
        this.figures = List.copyOf(figures);
    }

    /**
     * The columns of the movement table under two policies: MRR at the close first.
     *
     * @throws IllegalArgumentException if the policies report in different currencies, or the span is empty
     * @throws IllegalStateException if the amounts of one of them cannot be told in one currency
     */
    public static Reconciliation between(RevenuePolicy first, RevenuePolicy second, RevenueBook book, Span span) {
        return between(first, second, book, span, Figure.columns());
    }

    /** The same of any figures: fewer take less time, and a metric can be one. */
    public static Reconciliation between(
            RevenuePolicy first, RevenuePolicy second, RevenueBook book, Span span, List<Figure> figures) {
        return between(first, second, policy -> RevenueView.of(book, policy, span), span, figures);
    }

    /** The columns of the movement table of rows without a book. */
    public static Reconciliation between(
            RevenuePolicy first, RevenuePolicy second, PeriodRows rows, ExchangeRates rates, Span span) {
        return between(first, second, rows, rates, span, Figure.columns());
    }

    /** The same of any figures of the ledger. */
    public static Reconciliation between(
            RevenuePolicy first,
            RevenuePolicy second,
            PeriodRows rows,
            ExchangeRates rates,
            Span span,
            List<Figure> figures) {
        return between(
                first,
                second,
                policy -> RevenueView.of(MrrLedger.of(rows, rates, policy, Workers.one()), span),
                span,
                figures);
    }

    private static Reconciliation between(
            RevenuePolicy first,
            RevenuePolicy second,
            Function<RevenuePolicy, RevenueView> source,
            Span span,
            List<Figure> figures) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        Objects.requireNonNull(span, "span");
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("There is no figure to reconcile. Maybe Figure.CLOSING.");
        }
        return Comparison.of(first, second, source, span, List.copyOf(figures));
    }

    /**
     * Looks for the policy that explains a reader's own figures best: the nearest preset, then one changed option after
     * another.
     *
     * @param fixed what is known of the other tool, such as its {@link io.revops.ledger.ReportingZone}: it is not changed
     * @throws IllegalStateException if the book's amounts can be told in the figures' currency under no preset
     */
    public static Fit with(OwnFigures figures, RevenueBook book, PolicyOption... fixed) {
        return Search.of(figures, book, List.of(fixed));
    }

    /** The same of MRR at the close of each month. */
    public static Fit with(Map<YearMonth, Money> mrr, RevenueBook book, PolicyOption... fixed) {
        return with(OwnFigures.of(Figure.CLOSING, mrr), book, fixed);
    }

    /** The same with names for the two policies: those of tools. */
    public Reconciliation named(String nameOfFirst, String nameOfSecond) {
        return new Reconciliation(
                first,
                second,
                List.of(
                        Objects.requireNonNull(nameOfFirst, "nameOfFirst"),
                        Objects.requireNonNull(nameOfSecond, "nameOfSecond")),
                way,
                reasons,
                figures);
    }

    public RevenuePolicy firstPolicy() {
        return first;
    }

    public RevenuePolicy secondPolicy() {
        return second;
    }

    /** What the first policy is called. */
    public String firstName() {
        return names.get(0);
    }

    /** What the second policy is called. */
    public String secondName() {
        return names.get(1);
    }

    public Way way() {
        return way;
    }

    public Span span() {
        return figures.get(0).span();
    }

    /** In what the two policies differ, in the order of their options. */
    public List<Rule> rules() {
        return figures.get(0).rules();
    }

    /** Every figure that was compared, in parts. */
    public List<Decomposition> figures() {
        return figures;
    }

    /**
     * A figure in parts.
     *
     * @throws IllegalArgumentException if it was not compared
     */
    public Decomposition of(Figure figure) {
        return figures.stream()
                .filter(d -> d.figure().equals(figure))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The figure (" + figure + ") was not compared. Maybe one of "
                                + figures.stream().map(Decomposition::figure).toList() + "."));
    }

    /** The figure that leads: MRR at the close, unless others were asked for. */
    public Decomposition headline() {
        return figures.get(0);
    }

    /** The figure that leads under both policies, their difference, and where that is greatest. */
    public String sentence() {
        Decomposition of = headline();
        int digits = Math.max(0, of.currency().getDefaultFractionDigits());
        PrintedRow row = of.printed(digits);
        String said = of.figure().title() + ", " + of.when() + ": " + of.currency() + ' ' + Unit.grouped(row.first())
                + " a month under " + firstName() + ", " + Unit.grouped(row.second()) + " under " + secondName()
                + ": a difference of " + Unit.grouped(row.difference()) + ".";
        Span most = of.months().get(0);
        for (Span month : of.months()) {
            boolean more = size(of, month).compareTo(size(of, most)) > 0;
            most = more ? month : most;
        }
        boolean last =
                size(of, most).equals(size(of, of.months().get(of.months().size() - 1)));
        return last
                ? said
                : said + " It is greatest in " + most + ": "
                        + Unit.grouped(of.printed(most, digits).difference()) + ".";
    }

    private static BigInteger size(Decomposition of, Span month) {
        return of.second(month).minus(of.first(month)).microsPerYear().abs();
    }

    /** How the difference was shared, and what was left out, in sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                switch (way) {
                    case EVERY_ORDER ->
                        "Each amount is what its rule changes, on average over every order in which the rules can be changed.";
                    case TWO_ORDERS ->
                        "More than " + Orders.MOST
                                + " rules differ: each amount is what its rule changes, on average over two "
                                + "orders, that of the options from " + names.get(0) + " on and from " + names.get(1)
                                + " back.";
                    case TOGETHER ->
                        "No order in which the rules could be changed one by one is possible: they moved as one.";
                });
        reasons.forEach(reason -> notes.add("Orders that meet this were left out: " + reason + "."));
        return List.copyOf(notes);
    }

    /** The whole reconciliation for a terminal: the headline first, then by rule, month, account and figure. */
    public String text() {
        return ReconciliationText.of(this);
    }

    /** The same as {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
