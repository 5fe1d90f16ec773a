package io.revops.forecast.learn;

import io.revops.forecast.Provenance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody must know of a model before relying on it.
 *
 * @param provenance what it was trained from, and how
 * @param rows how many rows it learnt from
 * @param events in how many of them it happened
 * @param from the day of the earliest row, if rows are dated
 * @param to the day of the latest
 * @param measures by name, on rows it had not seen; empty if none were measured
 * @param measuredRows on how many rows that was; 0 if none were measured
 * @param measuredEvents in how many of those it happened
 * @param warnings what was found in the data, and said while training
 * @param bins how columns were spread, and, under {@link #SCORE}, the scores of rows it had not seen, before calibration, if there are any
 */
public record ModelCard(
        Provenance provenance,
        long rows,
        long events,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        SortedMap<String, Double> measures,
        long measuredRows,
        long measuredEvents,
        List<String> warnings,
        List<FrozenBins> bins) {
    /** The name under which the scores themselves are in {@link #bins}. */
    public static final String SCORE = "(score)";

    public ModelCard {
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        warnings = List.copyOf(warnings);
        bins = List.copyOf(bins);
    }

    /**
     * The card of a model that was just trained, without measures and without scores: those of the rows it learnt from are spread wider than
     * those of any others.
     */
    static ModelCard of(Provenance provenance, List<String> said, DataSet data) {
        Optional<LocalDate> from = Optional.empty();
        Optional<LocalDate> to = Optional.empty();
        List<FrozenBins> bins = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Optional<LocalDate> day = data.date(i);
            if (day.isPresent()) {
                from = from.filter(f -> f.isBefore(day.get())).or(() -> day);
                to = to.filter(t -> t.isAfter(day.get())).or(() -> day);
            }
        }
        for (int f = 0; f < data.features().size(); f++) {
            bins.add(FrozenBins.of(data.features().get(f).name(), data.raw(f)));
        }
        List<String> warnings = new ArrayList<>(said);
        data.findings().forEach(f -> warnings.add(f.toString()));
        return new ModelCard(provenance, data.size(), data.events(), from, to, new TreeMap<>(), 0, 0, warnings, bins);
    }

    /** The same with what was measured on rows it had not seen, all of them together. */
    public ModelCard with(Measures unseen) {
        SortedMap<String, Double> all = new TreeMap<>(measures);
        unseen.auc().value().ifPresent(v -> all.put("auc", v));
        unseen.averagePrecision().value().ifPresent(v -> all.put("averagePrecision", v));
        all.put("logLoss", unseen.logLoss());
        all.put("brier", unseen.brier());
        all.put("ece", unseen.ece());
        return measured(all, unseen.size(), unseen.events());
    }

    /** The same with what was measured on rows it had not seen: the means over the folds, and their scores. */
    public ModelCard with(CrossValidation unseen) {
        SortedMap<String, Double> all = new TreeMap<>(measures);
        unseen.meanReading(Measures::auc).ifPresent(v -> all.put("auc", v));
        unseen.meanReading(Measures::averagePrecision).ifPresent(v -> all.put("averagePrecision", v));
        unseen.mean(Measures::logLoss).ifPresent(v -> all.put("logLoss", v));
        unseen.mean(Measures::brier).ifPresent(v -> all.put("brier", v));
        unseen.mean(Measures::ece).ifPresent(v -> all.put("ece", v));
        return measured(all, unseen.rows().length, (long)
                        Arrays.stream(unseen.labels()).sum())
                .scoring(unseen.probabilities());
    }

    private ModelCard measured(SortedMap<String, Double> all, long size, long happened) {
        return new ModelCard(provenance, rows, events, from, to, all, size, happened, warnings, bins);
    }

    /** The same with how the scores of rows it had not seen were spread, before calibration: what those of later rows are compared with. */
    public ModelCard scoring(double... unseen) {
        List<FrozenBins> all = new ArrayList<>(bins);
        all.removeIf(b -> b.name().equals(SCORE));
        if (unseen.length > 0) {
            all.add(FrozenBins.of(SCORE, unseen));
        }
        return new ModelCard(provenance, rows, events, from, to, measures, measuredRows, measuredEvents, warnings, all);
    }
}
