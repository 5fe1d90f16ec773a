package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Forecast;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a model, the deals as they were called, the owners and the managers said of periods, beside what came: each measured for
 * itself.
 *
 * <p>Whether a step adds anything is told only from the cases in which both spoke: the value that managers add over the calculated
 * number is its WAPE less theirs on the same nodes, days and periods.
 *
 * <p>Reference: M. Gilliland, Is Forecasting a Waste of Time?, Supply Chain Management Review, 2002 (forecast value added).
 */
public final class CallTrack {
    /** Who said a number. */
    public enum Voice {
        /** A model. */
        MODEL,
        /** The deals, as they were called. */
        CALCULATED,
        /** Those whose numbers they are. */
        OWNER,
        /** Those above. */
        MANAGER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A number that was said.
     *
     * @param voice who said it
     * @param node whose number it is
     * @param day when it was said
     * @param period of which it was said
     * @param amount what would come
     */
    public record Call(Voice voice, String node, LocalDate day, Span period, double amount) {
        public Call {
            Objects.requireNonNull(voice, "voice");
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(period, "period");
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("The " + voice + " said " + amount + ". Maybe a number.");
            }
        }

        /** What it is said of, and when: the same whoever says it. */
        private Call unspoken() {
            return new Call(Voice.MODEL, node, day, period, 0);
        }
    }

    private record Came(String node, Span period) {}

    private static final Comparator<Call> ORDER = Comparator.comparing(Call::day)
            .thenComparing((Call c) -> c.period().from())
            .thenComparing(c -> c.period().to())
            .thenComparing(Call::node);

    private static final Comparator<Came> BY_NODE = Comparator.comparing(Came::node)
            .thenComparing((Came c) -> c.period().from())
            .thenComparing(c -> c.period().to());

    private final List<Call> calls;
    private final SortedMap<Came, Double> came;

    private CallTrack(List<Call> calls, Map<Came, Double> came) {
        this.calls = List.copyOf(calls);
        SortedMap<Came, Double> sorted = new TreeMap<>(BY_NODE);
        sorted.putAll(came);
        this.came = sorted;
    }

    /** Nothing was said yet. */
    public static CallTrack none() {
        return new CallTrack(List.of(), Map.of());
    }

    /** The same with a number that was said; said again on the same day, the later one holds. */
    public CallTrack said(Call call) {
        List<Call> more = new ArrayList<>(calls);
        more.removeIf(c -> c.voice() == call.voice() && c.unspoken().equals(call.unspoken()));
        more.add(call);
        return new CallTrack(more, came);
    }

    /** The same with what a model forecast of a node's period. */
    public CallTrack said(String node, Forecast forecast) {
        return said(new Call(Voice.MODEL, node, forecast.asOf(), forecast.horizon(), forecast.point()));
    }

    /**
     * The same with what a roll-up showed on a day: of every node the calculated number, and what its owner and a manager had put in
     * its place, if they had.
     */
    public CallTrack said(RollUp rollUp, ForecastCategory category, LocalDate day, Span period) {
        CallTrack track = this;
        for (RollUpLine line : rollUp.lines()) {
            RollUpLine.Called called = line.called(category);
            track = track.said(new Call(Voice.CALCULATED, line.node(), day, period, number(called.calculated())));
            Optional<Call> owner =
                    called.byOwner().map(a -> new Call(Voice.OWNER, line.node(), day, period, number(a.to())));
            Optional<Call> manager =
                    called.byManager().map(a -> new Call(Voice.MANAGER, line.node(), day, period, number(a.to())));
            track = owner.map(track::said).orElse(track);
            track = manager.map(track::said).orElse(track);
        }
        return track;
    }

    private static double number(Money amount) {
        return amount.amount().doubleValue();
    }

    /** The same with what came for a node in a period. */
    public CallTrack came(String node, Span period, double amount) {
        Map<Came, Double> more = new TreeMap<>(BY_NODE);
        more.putAll(came);
        more.put(new Came(node, period), amount);
        return new CallTrack(calls, more);
    }

    /** Everything that was said of periods of which it is known what came, by a voice. */
    public Backtest of(Voice voice) {
        return backtest(voice.toString(), spoken(voice));
    }

    /** The same of one node. */
    public Backtest of(Voice voice, String node) {
        return backtest(
                voice + " of " + node,
                spoken(voice).stream().filter(c -> c.node().equals(node)).toList());
    }

    /**
     * By how much one voice is less wrong than another, on the cases in which both spoke: WAPE of the other less its own. Below 0 it
     * was more wrong.
     *
     * @return undefined where both spoke of no period that has passed, or nothing came in them
     */
    public Reading<Ratio> valueAdded(Voice voice, Voice over) {
        List<Call> mine = shared(voice, over);
        if (mine.isEmpty()) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "There is no period that has passed of which both the " + voice + " and the " + over
                            + " had spoken on the same day. Maybe keep both from now on.");
        }
        Accuracy of = Accuracy.of(backtest("", mine).trials());
        Accuracy other = Accuracy.of(backtest("", shared(over, voice)).trials());
        return of.wape().value().isEmpty()
                ? of.wape()
                : Reading.known(new Ratio(other.wape().orElseThrow().value()
                        - of.wape().orElseThrow().value()));
    }

    private List<Call> shared(Voice voice, Voice other) {
        Set<Call> also = spoken(other).stream().map(Call::unspoken).collect(Collectors.toSet());
        return spoken(voice).stream().filter(c -> also.contains(c.unspoken())).toList();
    }

    private List<Call> spoken(Voice voice) {
        return calls.stream()
                .filter(c -> c.voice() == voice && came.containsKey(new Came(c.node(), c.period())))
                .sorted(ORDER)
                .toList();
    }

    private Backtest backtest(String name, List<Call> some) {
        List<BacktestTrial> trials = new ArrayList<>();
        for (Call call : some) {
            double actual = Objects.requireNonNull(came.get(new Came(call.node(), call.period())));
            trials.add(new BacktestTrial(call.day(), call.period(), 1, call.amount(), new TreeMap<>(), actual));
        }
        return Backtest.of(name, trials);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CallTrack that && calls.equals(that.calls) && came.equals(that.came);
    }

    @Override
    public int hashCode() {
        return Objects.hash(calls, came);
    }

    /** {@code 12 calls, 4 periods of nodes have come}. */
    @Override
    public String toString() {
        return calls.size() + (calls.size() == 1 ? " call, " : " calls, ") + came.size()
                + " periods of nodes have come";
    }
}
