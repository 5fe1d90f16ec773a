package io.revops.forecast.churn;

import java.util.Objects;

/**
 * A recommendation figure with what it is, so that one person's answer is not taken for the balance of many.
 *
 * @param kind which of the two
 * @param value -100 to 100 of an aggregate, 0 to 10 of an answer
 */
public record GuideNps(Kind kind, double value) {
    /** What the figure is. */
    public enum Kind {
        /** Promoters minus detractors in per cent of many answers, -100 to 100. */
        AGGREGATE,
        /** What one person answered, 0 to 10. */
        ANSWER
    }

    public GuideNps {
        Objects.requireNonNull(kind, "kind");
    }

    /** Promoters minus detractors in per cent, -100 to 100. */
    public static GuideNps aggregate(double value) {
        return new GuideNps(Kind.AGGREGATE, value);
    }

    /** What one person answered, 0 to 10. */
    public static GuideNps answer(double value) {
        return new GuideNps(Kind.ANSWER, value);
    }

    /** Whether it is one that can be. */
    boolean isInRange() {
        return kind == Kind.AGGREGATE ? value >= -100 && value <= 100 : value >= 0 && value <= 10;
    }

    /** {@code an answer of 9.0}. */
    @Override
    public String toString() {
        return (kind == Kind.AGGREGATE ? "an aggregate of " : "an answer of ") + value;
    }
}
