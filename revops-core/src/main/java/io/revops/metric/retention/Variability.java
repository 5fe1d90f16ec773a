package io.revops.metric.retention;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.util.List;

/**
 * How much a monthly rate varies.
 *
 * @param mean the mean of the months' rates, each month the same weight
 * @param standardDeviation of a sample: over the number of months less one
 * @param months how many months have a rate, at least 3
 */
public record Variability(double mean, double standardDeviation, int months) {
    /** How many months it takes. */
    static final int LEAST = 3;

    static Reading<Variability> of(List<Double> rates) {
        if (rates.size() < LEAST) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_MONTHS,
                    rates.size() + " whole months have a rate, and it takes " + LEAST
                            + " to tell how it varies. Maybe a longer span.");
        }
        double sum = 0;
        for (double rate : rates) {
            sum += rate;
        }
        double mean = sum / rates.size();
        double squares = 0;
        for (double rate : rates) {
            squares += (rate - mean) * (rate - mean);
        }
        return Reading.known(new Variability(mean, StrictMath.sqrt(squares / (rates.size() - 1)), rates.size()));
    }

    /** The standard deviation over the mean; undefined if nothing was lost in any month. */
    public Reading<Ratio> coefficientOfVariation() {
        return mean == 0
                ? Reading.undefined(
                        UndefinedCode.NO_LOSSES,
                        "Nothing was lost in any month, so there is no mean to compare with. Maybe a longer span.")
                : Reading.known(new Ratio(standardDeviation / mean));
    }

    /** {@code 2.1 % a month, standard deviation 0.7 %, coefficient of variation 0.33, 12 months}. */
    @Override
    public String toString() {
        return Unit.PERCENT.print(new Ratio(mean)) + " a month, standard deviation "
                + Unit.PERCENT.print(new Ratio(standardDeviation))
                + coefficientOfVariation()
                        .value()
                        .map(v -> ", coefficient of variation " + Unit.RATIO.print(v))
                        .orElse("")
                + ", " + months + " months";
    }
}
