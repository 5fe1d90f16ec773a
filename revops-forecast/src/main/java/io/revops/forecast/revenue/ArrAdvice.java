package io.revops.forecast.revenue;

import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.metric.Unit;
import java.util.Objects;

/**
 * Whether a bridge is worth its trouble: its backtest beside that of saying that nothing changes, over the same month-ends.
 *
 * @param bridge what the bridge forecast of the accounts that were there
 * @param unchanged what they were worth on the day of each forecast
 */
public record ArrAdvice(Backtest bridge, Backtest unchanged) {
    /** What to take for the number; its parts and its range come from the bridge in any case. */
    public enum Choice {
        /** The bridge missed by less. */
        BRIDGE,
        /** That nothing changes missed by no more: the simpler number is as good. */
        UNCHANGED,
        /** No month-end has passed from which both were forecast. */
        NOT_MEASURED
    }

    public ArrAdvice {
        Objects.requireNonNull(bridge, "bridge");
        Objects.requireNonNull(unchanged, "unchanged");
    }

    /** The one that missed by less in all; the simpler one where both missed by as much. */
    public Choice choice() {
        if (bridge.trials().isEmpty()) {
            return Choice.NOT_MEASURED;
        }
        double ours = Accuracy.of(bridge.trials()).absoluteErrors();
        return ours < Accuracy.of(unchanged.trials()).absoluteErrors() ? Choice.BRIDGE : Choice.UNCHANGED;
    }

    /** The choice in a sentence, with the numbers that it rests on. */
    public String why() {
        if (choice() == Choice.NOT_MEASURED) {
            return "No month-end has passed from which the bridge was forecast. Maybe a longer history, or fewer months ahead.";
        }
        String numbers = "Over the same " + bridge.trials().size() + " month-ends the bridge missed by " + wape(bridge)
                + " (bias " + bias(bridge) + "), and that nothing changes by " + wape(unchanged) + " (bias "
                + bias(unchanged) + ").";
        return choice() == Choice.BRIDGE
                ? numbers + " The bridge is taken."
                : numbers
                        + " The ARR of today is taken for the number; what may move it, and its range, are the bridge's.";
    }

    private static String wape(Backtest backtest) {
        return Accuracy.of(backtest.trials())
                .wape()
                .value()
                .map(Unit.PERCENT::print)
                .orElse("an undefined share");
    }

    private static String bias(Backtest backtest) {
        return Accuracy.of(backtest.trials())
                .bias()
                .value()
                .map(Unit.PERCENT::print)
                .orElse("undefined");
    }

    @Override
    public String toString() {
        return why();
    }
}
