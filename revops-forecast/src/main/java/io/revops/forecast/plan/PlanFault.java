package io.revops.forecast.plan;

import java.util.Objects;

/**
 * One thing that is wrong with the figures of a plan.
 *
 * @param code what kind of fault, for a program
 * @param subject the territory, the unit or the option
 * @param field which of its figures; empty if it is about the whole
 * @param text what is wrong, and after "Maybe" the next step
 */
public record PlanFault(PlanFaultCode code, String subject, String field, String text) {
    public PlanFault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
