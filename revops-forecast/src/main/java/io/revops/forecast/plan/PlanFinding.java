package io.revops.forecast.plan;

import java.util.Objects;

/**
 * Something of a plan that does not fit, with its figures.
 *
 * @param code what kind
 * @param subject whom it is about: a rep, a month, the plan
 * @param found what is there
 * @param needed what would fit, in the same measure
 * @param text both for a reader, and after "Maybe" the next step
 */
public record PlanFinding(PlanFindingCode code, String subject, double found, double needed, String text) {
    public PlanFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
