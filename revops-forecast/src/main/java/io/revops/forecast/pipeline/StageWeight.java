package io.revops.forecast.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * The probability that a deal in a stage is won some day, and what it rests on.
 *
 * @param stage as the CRM names it
 * @param probability 0 to 1
 * @param won how many deals that had been in the stage were won
 * @param resolved how many of them were won or lost; 0 of a fixed weight
 * @param prior what it was drawn towards; empty of a fixed weight
 */
public record StageWeight(String stage, double probability, long won, long resolved, Optional<Shrinkage> prior) {
    public StageWeight {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(prior, "prior");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The weight of the stage (" + stage + ") is " + probability
                    + ". Maybe a probability between 0 and 1.");
        }
        if (won < 0 || won > resolved) {
            throw new IllegalArgumentException(won + " of " + resolved + " deals of the stage (" + stage
                    + ") were won. Maybe won from 0 to the deals that were won or lost.");
        }
    }

    /** A weight that somebody chose. */
    public static StageWeight fixed(String stage, double probability) {
        return new StageWeight(stage, probability, 0, 0, Optional.empty());
    }

    /** A weight learnt from deals, drawn towards a prior: (won + k · prior) / (resolved + k). */
    public static StageWeight learnt(String stage, long won, long resolved, Shrinkage prior) {
        double share = resolved == 0 ? prior.prior() : (double) won / resolved;
        return new StageWeight(stage, prior.of(share, (double) resolved), won, resolved, Optional.of(prior));
    }

    /** Whether it was learnt, and not chosen. */
    public boolean isLearnt() {
        return prior.isPresent();
    }

    /** {@code Proposal 41.2 % (7 of 16 won; prior 30.0 % worth 5)}, {@code Proposal 50.0 % (fixed)}. */
    @Override
    public String toString() {
        return stage + " " + percent(probability)
                + prior.map(p -> " (" + won + " of " + resolved + " won; prior " + percent(p.prior()) + " worth "
                                + BigDecimal.valueOf(p.strength())
                                        .stripTrailingZeros()
                                        .toPlainString() + ")")
                        .orElse(" (fixed)");
    }

    static String percent(double share) {
        return new BigDecimal(share)
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_EVEN)
                        .toPlainString() + " %";
    }
}
