package io.revops.forecast.territory;

import java.util.Objects;

/**
 * One thing that is wrong with the figures that territories are drawn of.
 *
 * @param code what kind of fault, for a program
 * @param subject the account, the rep or the option
 * @param field which of its figures; empty if it is about the whole
 * @param text what is wrong, and after "Maybe" the next step
 */
public record TerritoryFault(TerritoryFaultCode code, String subject, String field, String text) {
    public TerritoryFault {
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
