package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the open pipeline of a window moved from one day to another: start + created + reopened + pulled in + increased − decreased −
 * pushed − won − lost − removed = end, to the cent, each bar with the deals behind it.
 *
 * <p>A deal is in the window if its close date is. Pulled in, pushed and lost count the amount at the start; what changed of a deal
 * that is or comes in the window is increased or decreased, also before it was won. A deal that was created and won meanwhile is in
 * both bars. End is the sum of what is open at the end, found apart from the bars.
 */
public final class Waterfall {
    /**
     * A deal in a bar.
     *
     * @param deal its id
     * @param amount what it adds to the bar, above 0
     */
    public record Move(String deal, Money amount) {
        public Move {
            Objects.requireNonNull(deal, "deal");
            Objects.requireNonNull(amount, "amount");
        }
    }

    private final Money start;
    private final Money end;
    private final Map<WaterfallBar, Money> bars;
    private final Map<WaterfallBar, List<Move>> moves;

    private Waterfall(Money start, Money end, Map<WaterfallBar, Money> bars, Map<WaterfallBar, List<Move>> moves) {
        this.start = start;
        this.end = end;
        this.bars = Collections.unmodifiableMap(new EnumMap<>(bars));
        Map<WaterfallBar, List<Move>> copied = new EnumMap<>(WaterfallBar.class);
        moves.forEach((bar, list) -> copied.put(bar, List.copyOf(list)));
        this.moves = Collections.unmodifiableMap(copied);
    }

    /**
     * Bars that were printed elsewhere, without their deals; the end is what they lead to.
     *
     * @param bars none below zero; what is missing is zero
     */
    public static Waterfall of(Money start, Map<WaterfallBar, Money> bars) {
        Map<WaterfallBar, Money> all = new EnumMap<>(WaterfallBar.class);
        Money end = start;
        for (WaterfallBar bar : WaterfallBar.values()) {
            Money amount = bars.getOrDefault(bar, Money.zero(start.currency()));
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("The bar (" + bar + ") is " + amount
                        + ". Maybe write it above zero: the name says whether it adds.");
            }
            all.put(bar, amount);
            end = end.plus(amount.times(bar.sign()));
        }
        return new Waterfall(start, end, all, Map.of());
    }

    /**
     * What happened to the deals of a window between two days.
     *
     * @param window by close date
     * @param currency of all amounts
     * @param before every deal that existed at the end of the first day
     * @param after every deal that existed at the end of the last day
     */
    public static Waterfall between(
            Span window, Currency currency, List<SnapshotDeal> before, List<SnapshotDeal> after) {
        SortedMap<String, SnapshotDeal> first = byId(before, currency);
        SortedMap<String, SnapshotDeal> last = byId(after, currency);
        Tally tally = new Tally(window, currency);
        TreeSet<String> ids = new TreeSet<>(first.keySet());
        ids.addAll(last.keySet());
        for (String id : ids) {
            tally.add(id, first.get(id), last.get(id));
        }
        Money start = open(window, currency, before);
        return new Waterfall(start, open(window, currency, after), tally.bars(), tally.moves);
    }

    /**
     * What happened to the deals of a window from the end of a day to the end of a pipeline's day. Amounts are in the currency of the
     * pipeline at the rates of each day, so that a change of rates is among what rose and fell.
     */
    public static Waterfall since(LocalDate day, Pipeline pipeline, Span window) {
        return between(
                window, OneCurrency.of(pipeline), SnapshotDeal.of(pipeline.asOf(day)), SnapshotDeal.of(pipeline));
    }

    private static SortedMap<String, SnapshotDeal> byId(List<SnapshotDeal> deals, Currency currency) {
        SortedMap<String, SnapshotDeal> byId = new TreeMap<>();
        for (SnapshotDeal deal : deals) {
            OneCurrency.of(Money.zero(currency), deal.amount());
            if (byId.put(deal.deal(), deal) != null) {
                throw new IllegalArgumentException(
                        "The deal (" + deal.deal() + ") is told twice on one day. Maybe keep its last state.");
            }
        }
        return byId;
    }

    private static Money open(Span window, Currency currency, List<SnapshotDeal> deals) {
        return OneCurrency.sum(
                currency,
                deals.stream()
                        .filter(d -> d.outcome() == Outcome.OPEN && in(window, d))
                        .map(SnapshotDeal::amount));
    }

    private static boolean in(Span window, SnapshotDeal deal) {
        return deal.closeDate().filter(window::contains).isPresent();
    }

    /** What was open in the window on the first day. */
    public Money start() {
        return start;
    }

    /** What is open in the window on the last day. */
    public Money end() {
        return end;
    }

    /** A bar, never below zero. */
    public Money bar(WaterfallBar bar) {
        return bars.getOrDefault(bar, Money.zero(start.currency()));
    }

    /** The deals behind a bar, by their ids; none where only the bar was told. */
    public List<Move> deals(WaterfallBar bar) {
        return moves.getOrDefault(bar, List.of());
    }

    /** Start and all bars less the end: zero, to the cent. */
    public Money difference() {
        Money sum = start.minus(end);
        for (WaterfallBar bar : WaterfallBar.values()) {
            sum = sum.plus(bar(bar).times(bar.sign()));
        }
        return sum;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Waterfall that
                && start.equals(that.start)
                && end.equals(that.end)
                && bars.equals(that.bars)
                && moves.equals(that.moves);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end, bars);
    }

    /** {@code USD 680.00 + created 110.00 ... = USD 515.00}: the bars that are not zero. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Unit.MONEY.print(start));
        for (WaterfallBar bar : WaterfallBar.values()) {
            if (!bar(bar).isZero()) {
                text.append(bar.sign() > 0 ? " + " : " - ")
                        .append(bar)
                        .append(' ')
                        .append(Unit.grouped(bar(bar).amount()));
            }
        }
        return text.append(" = ").append(Unit.MONEY.print(end)).toString();
    }

    /** Puts every deal into its bars. */
    private static final class Tally {
        private final Span window;
        private final Currency currency;
        private final Map<WaterfallBar, List<Move>> moves = new EnumMap<>(WaterfallBar.class);

        Tally(Span window, Currency currency) {
            this.window = window;
            this.currency = currency;
        }

        void add(String id, @Nullable SnapshotDeal before, @Nullable SnapshotDeal after) {
            boolean wasOpen = before != null && before.outcome() == Outcome.OPEN;
            boolean wasIn = before != null && wasOpen && in(window, before);
            if (after == null) {
                if (before != null && wasIn) {
                    move(WaterfallBar.REMOVED, id, before.amount());
                }
            } else if (before == null || !wasOpen) {
                arrived(id, before, after);
            } else {
                stayed(id, before, wasIn, after);
            }
        }

        /** A deal that was not open at the start: it is new, or open again. */
        private void arrived(String id, @Nullable SnapshotDeal before, SnapshotDeal after) {
            boolean still = before != null && before.outcome() == after.outcome();
            if (still || !in(window, after)) {
                return;
            }
            move(before == null ? WaterfallBar.CREATED : WaterfallBar.REOPENED, id, after.amount());
            left(id, after, after.amount());
        }

        private void stayed(String id, SnapshotDeal before, boolean wasIn, SnapshotDeal after) {
            boolean isIn = in(window, after);
            boolean lost = after.outcome() == Outcome.LOST;
            if (!wasIn && (!isIn || lost)) {
                return;
            }
            if (!wasIn) {
                move(WaterfallBar.PULLED_IN, id, before.amount());
            }
            if (after.outcome() == Outcome.OPEN && !isIn) {
                move(WaterfallBar.PUSHED, id, before.amount());
                return;
            }
            if (!lost) {
                Money change = after.amount().minus(before.amount());
                move(change.signum() > 0 ? WaterfallBar.INCREASED : WaterfallBar.DECREASED, id, absolute(change));
            }
            left(id, after, before.amount());
        }

        private void left(String id, SnapshotDeal after, Money lostAmount) {
            if (after.outcome() == Outcome.WON) {
                move(WaterfallBar.WON, id, after.amount());
            } else if (after.outcome() == Outcome.LOST) {
                move(WaterfallBar.LOST, id, lostAmount);
            }
        }

        private void move(WaterfallBar bar, String id, Money amount) {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("The deal (" + id + ") has the amount " + amount
                        + ". Maybe leave credits out of the pipeline.");
            }
            if (!amount.isZero()) {
                moves.computeIfAbsent(bar, b -> new ArrayList<>()).add(new Move(id, amount));
            }
        }

        private static Money absolute(Money amount) {
            return amount.signum() < 0 ? amount.negated() : amount;
        }

        Map<WaterfallBar, Money> bars() {
            Map<WaterfallBar, Money> bars = new EnumMap<>(WaterfallBar.class);
            for (WaterfallBar bar : WaterfallBar.values()) {
                bars.put(
                        bar,
                        OneCurrency.sum(
                                currency,
                                moves.getOrDefault(bar, List.of()).stream().map(Move::amount)));
            }
            return bars;
        }
    }
}
