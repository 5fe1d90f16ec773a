package io.revops.forecast;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What was recommended and what somebody decided: a model recommends, people decide.
 *
 * @param subject about whom or what: an account, a deal
 * @param on the day of the decision
 * @param recommended what the model, or a rule, said to do
 * @param taken what was done
 * @param by who decided
 * @param why in their words; never empty where they did something else
 */
public record Decision(String subject, LocalDate on, String recommended, String taken, String by, String why) {
    public Decision {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(recommended, "recommended");
        Objects.requireNonNull(taken, "taken");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(why, "why");
        if (subject.isBlank() || recommended.isBlank() || taken.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException(
                    "The decision about (" + subject + "), recommended (" + recommended + "), taken (" + taken
                            + "), by (" + by + ") is not whole. Maybe write (nothing) where nothing was done.");
        }
        if (why.isBlank() && !recommended.equals(taken)) {
            throw new IllegalArgumentException(
                    "(" + by + ") took (" + taken + ") for (" + subject + ") where (" + recommended
                            + ") was recommended, and does not say why. Maybe ask: it is what the next model learns from.");
        }
    }

    /** Whether the recommendation was followed. */
    public boolean isFollowed() {
        return recommended.equals(taken);
    }
}
