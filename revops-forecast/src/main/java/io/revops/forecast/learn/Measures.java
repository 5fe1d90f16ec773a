package io.revops.forecast.learn;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;

/**
 * How good probabilities were, now that the outcomes are known. Every row counts the same.
 *
 * <ul>
 *   <li>{@link #auc}: the share of pairs of an event and another row in which the event scored higher; a tie counts half.
 *   <li>{@link #averagePrecision}: Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores from the highest down.
 *   <li>{@link #logLoss}: −mean of y ln p + (1 − y) ln(1 − p), p at least 2⁻⁵² away from 0 and 1.
 *   <li>{@link #brier}: mean (p − y)²; {@link #skill}: 1 − Brier / Brier of the base rate.
 *   <li>{@link #ece}: Σ nᵦ/n |mean pᵦ − mean yᵦ| over bins of equal width.
 *   <li>{@link #ks}: the largest distance of the two distribution functions of the scores.
 * </ul>
 *
 * What compares events with others is undefined where there are none of one.
 */
public final class Measures {
    /** So many bins of equal width does the expected calibration error have unless said. */
    public static final int ECE_BINS = 10;

    private final double[] labels;
    private final double[] probabilities;
    private final int events;

    private Measures(double[] labels, double[] probabilities) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.events = (int) Arrays.stream(labels).filter(y -> y == 1).count();
    }

    /**
     * Of probabilities and what happened.
     *
     * @param labels 0 or 1
     * @param probabilities one for each, from 0 to 1
     */
    public static Measures of(double[] labels, double[] probabilities) {
        if (labels.length != probabilities.length || labels.length == 0) {
            throw new IllegalArgumentException("There are " + labels.length + " labels and " + probabilities.length
                    + " probabilities. Maybe one of each for each row, and at least one row.");
        }
        for (int i = 0; i < labels.length; i++) {
            if ((labels[i] != 0 && labels[i] != 1) || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("Row " + i + " has the label " + labels[i] + " and the probability "
                        + probabilities[i] + ". Maybe labels of 0 and 1, and probabilities between them.");
            }
        }
        return new Measures(labels.clone(), probabilities.clone());
    }

    /** How many rows. */
    public int size() {
        return labels.length;
    }

    /** In how many of them it happened. */
    public int events() {
        return events;
    }

    /** The share of rows in which it happened. */
    public double baseRate() {
        return (double) events / labels.length;
    }

    /** The area under the ROC curve: 0.5 is chance. */
    public Reading<Double> auc() {
        return ofBoth(this::rankSum);
    }

    private double rankSum() {
        double[] ranks = Order.midranks(probabilities);
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += labels[i] * ranks[i];
        }
        double others = labels.length - (double) events;
        return (sum - events * (events + 1.0) / 2) / (events * others);
    }

    /** The area under the precision-recall steps: the base rate is chance. */
    public Reading<Double> averagePrecision() {
        return ofBoth(() -> {
            double sum = 0;
            for (Steps.Step step : Steps.of(labels, probabilities)) {
                double precision = step.events() / (double) step.rows();
                sum += step.moreEvents() * precision;
            }
            return sum / events;
        });
    }

    /** The mean cost of the probabilities in nats: 0.693 is what 0.5 for everybody gives. */
    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += LogOdds.loss(labels[i], probabilities[i]);
        }
        return sum / labels.length;
    }

    /** The mean squared distance of probabilities and outcomes. */
    public double brier() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double missed = probabilities[i] - labels[i];
            sum += missed * missed;
        }
        return sum / labels.length;
    }

    /** By how much the Brier score is better than that of the base rate for everybody: 1 is perfect, below 0 is worse. */
    public Reading<Double> skill() {
        return ofBoth(() -> 1 - brier() / (baseRate() * (1 - baseRate())));
    }

    /** The expected calibration error over {@value #ECE_BINS} bins of equal width. */
    public double ece() {
        return ece(ECE_BINS);
    }

    /** The expected calibration error over so many bins of equal width, the last one with its upper end. */
    public double ece(int bins) {
        return Reliability.ofEqualWidth(labels, probabilities, bins).expectedError();
    }

    /** The largest difference between the share of events and the share of others that score at least so much. */
    public Reading<Double> ks() {
        return ofBoth(() -> {
            double most = 0;
            double others = labels.length - (double) events;
            for (Steps.Step step : Steps.of(labels, probabilities)) {
                double apart = step.events() / (double) events - (step.rows() - step.events()) / others;
                most = Math.max(most, Math.abs(apart));
            }
            return most;
        });
    }

    /**
     * The slope and intercept of a logistic regression of what happened on the log-odds that were said.
     *
     * <p>A slope below 1 says that the probabilities were too extreme, above 1 too timid. Undefined where it has no maximum: one
     * outcome only, the same probability everywhere, or log-odds that tell the outcomes apart without a fault. B. Van Calster
     * et al., Journal of Clinical Epidemiology 74, 2016, 167–176.
     */
    public Reading<CalibrationLine> calibration() {
        if (isOneSided()) {
            return oneSided();
        }
        return CalibrationLine.of(labels, probabilities);
    }

    private boolean isOneSided() {
        return events == 0 || events == labels.length;
    }

    private Reading<Double> ofBoth(java.util.function.DoubleSupplier measure) {
        return isOneSided() ? oneSided() : Reading.known(measure.getAsDouble());
    }

    private <V> Reading<V> oneSided() {
        return Reading.undefined(
                UndefinedCode.TOO_FEW_CASES,
                "Of " + labels.length + " rows " + events
                        + " had the event, and both outcomes are needed. Maybe more rows, or a longer horizon.");
    }

    /** {@code 7043 rows, 1869 events: AUC 0.846, log-loss 0.4164}. */
    @Override
    public String toString() {
        return labels.length + " rows, " + events + " events: AUC " + auc() + ", log-loss " + logLoss();
    }
}
