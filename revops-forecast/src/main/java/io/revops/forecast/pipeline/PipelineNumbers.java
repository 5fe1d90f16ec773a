package io.revops.forecast.pipeline;

import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pipeline model as plain numbers: what is written to a file, and all that forecasting needs.
 *
 * @param version of this list of components
 * @param quantity what is forecast
 * @param method by which
 * @param ahead which period its errors were measured for
 * @param first the day of the first closing
 * @param won what was won on each day from then on, up to the as-of day
 * @param wonDeals how many times a deal was won: one that was opened again counts each time
 * @param lostDeals how many times one was lost
 * @param open the open deals
 * @param stagesKnown whether stages are known while deals are open
 * @param time the time model; empty below 40 won and 40 lost deals
 * @param calls what sellers call for the period and what came of such calls before, without errors; empty if nobody called anything
 * @param trials what each method forecast from earlier days
 * @param chosenThen the same for whatever method the backtest would have chosen at each of these days
 * @param weights of the methods in the ensemble
 * @param reliability whether the deals' probabilities held
 * @param left why a method has nothing to say, by method
 * @param draws how many worlds
 * @param notes what is to be said of the data
 * @param provenance where it comes from
 */
public record PipelineNumbers(
        int version,
        Quantity quantity,
        PipelineMethod method,
        PeriodAhead ahead,
        LocalDate first,
        List<Double> won,
        int wonDeals,
        int lostDeals,
        List<OpenDeal> open,
        boolean stagesKnown,
        Optional<TimeNumbers> time,
        Optional<CommitPeriod> calls,
        SortedMap<PipelineMethod, List<BacktestTrial>> trials,
        List<BacktestTrial> chosenThen,
        SortedMap<PipelineMethod, Double> weights,
        DealReliability reliability,
        SortedMap<PipelineMethod, String> left,
        int draws,
        List<String> notes,
        Provenance provenance) {
    /** The version that this library writes. */
    public static final int VERSION = 1;

    public PipelineNumbers {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(ahead, "ahead");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(reliability, "reliability");
        Objects.requireNonNull(provenance, "provenance");
        won = List.copyOf(won);
        open = List.copyOf(open);
        chosenThen = List.copyOf(chosenThen);
        notes = List.copyOf(notes);
        TreeMap<PipelineMethod, List<BacktestTrial>> copies = new TreeMap<>();
        trials.forEach((m, t) -> copies.put(m, List.copyOf(t)));
        trials = Collections.unmodifiableSortedMap(copies);
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
        if (version != VERSION) {
            throw new IllegalArgumentException("The numbers have version " + version + " and not " + VERSION
                    + ". Maybe read them with a newer library.");
        }
        if (method == PipelineMethod.COMMIT_YIELDS && calls.isEmpty()) {
            throw new IllegalArgumentException(
                    "The numbers are of " + method + " and hold no calls. Maybe the file was cut.");
        }
        if (draws < 1 || (method == PipelineMethod.TIME_MODEL && time.isEmpty())) {
            throw new IllegalArgumentException("The numbers have " + draws + " draws and "
                    + (time.isEmpty() ? "no" : "a") + " time model. Maybe the file was cut.");
        }
    }

    /** The same by another method. */
    PipelineNumbers with(PipelineMethod other) {
        return new PipelineNumbers(
                version,
                quantity,
                other,
                ahead,
                first,
                won,
                wonDeals,
                lostDeals,
                open,
                stagesKnown,
                time,
                calls,
                trials,
                chosenThen,
                weights,
                reliability,
                left,
                draws,
                notes,
                provenance);
    }

    /** What each method forecast from earlier days, those that were resolved. */
    List<BacktestTrial> trials(PipelineMethod of) {
        return trials.getOrDefault(of, List.of());
    }
}
