package io.revops.forecast.pipeline;

import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether hazards of winning that also depend on categories said better what became of open deals than those that do not.
 *
 * <p>Both are asked at every origin, and each is measured by the logarithm of the probability that it had given to what happened to every
 * deal in the period, once that has passed. Categories are read where they are better by more than {@value #STANDARD_ERRORS} standard
 * errors over all origins; periods that overlap count as so many that do not.
 *
 * <p>Reference: I. J. Good, Rational decisions, JRSS B 14, 1952 (the logarithmic score).
 */
final class CategoryEvidence {
    private static final double STANDARD_ERRORS = 2;
    private static final double SURE = 1e-6;

    private final Map<String, DealPath> paths = new HashMap<>();
    private final double overlap;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Double> gains = new ArrayList<>();

    /** What both said of the deals that were open. */
    private record Asked(Span period, Expected without, Expected with) {
        boolean isOverOn(LocalDate day) {
            return !period.to().isAfter(day.plusDays(1));
        }
    }

    /** @param days of a period */
    CategoryEvidence(DealPath[] deals, int days) {
        for (DealPath deal : deals) {
            paths.put(deal.id(), deal);
        }
        overlap = Math.min(1, Walk.EVERY / (double) days);
    }

    void ask(Span period, Expected without, Expected with) {
        asked.add(new Asked(period, without, with));
    }

    /** Learns from the periods that have passed by the end of a day, by what is seen then. */
    void learnTo(LocalDate day) {
        while (!asked.isEmpty() && asked.get(0).isOverOn(day)) {
            Asked then = asked.remove(0);
            double gain = 0;
            for (int i = 0; i < then.without().won().length; i++) {
                DealPath deal = paths.get(then.without().deals().get(i).id());
                boolean won = deal != null && deal.isWonIn(then.period(), day);
                gain += log(then.with().won()[i], won) - log(then.without().won()[i], won);
            }
            gains.add(gain);
        }
    }

    private static double log(double probability, boolean won) {
        double p = Math.max(SURE, Math.min(1 - SURE, probability));
        return StrictMath.log(won ? p : 1 - p);
    }

    private double mean() {
        return gains.stream().mapToDouble(g -> g).sum() / gains.size();
    }

    /** The mean gain in its standard errors. */
    private double errors() {
        double mean = mean();
        double squares =
                gains.stream().mapToDouble(g -> (g - mean) * (g - mean)).sum();
        double apart = gains.size() * overlap;
        double error = StrictMath.sqrt(squares / gains.size() / Math.max(1, apart - 1));
        return error == 0 ? 0 : mean / error;
    }

    boolean isBetter() {
        return gains.size() >= Past.FEWEST && errors() > STANDARD_ERRORS;
    }

    /** In words; empty where nothing was measured. */
    Optional<String> told() {
        if (gains.size() < Past.FEWEST) {
            return Optional.empty();
        }
        String by = BigDecimal.valueOf(errors()).setScale(1, RoundingMode.HALF_UP) + " standard errors over "
                + gains.size() + " forecasts";
        return Optional.of(
                isBetter()
                        ? "The time model reads forecast categories: what became of open deals was likelier with them, by "
                                + by + "."
                        : "The time model does not read forecast categories: with them what became of open deals was not"
                                + " likelier by more than chance (" + by + ").");
    }
}
