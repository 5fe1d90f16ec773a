package io.revops.health;

import io.revops.book.FactId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** What a factor found out about a customer: a figure with its evidence, or why there is none. */
public final class HealthFinding {
    private final OptionalDouble figure;
    private final String text;
    private final List<FactId> facts;

    private HealthFinding(OptionalDouble figure, String text, List<FactId> facts) {
        this.figure = figure;
        this.text = Objects.requireNonNull(text, "text");
        this.facts = List.copyOf(facts);
    }

    /** A figure, which the factor's scale judges. */
    public static HealthFinding of(double figure) {
        return of(figure, Texts.number(figure));
    }

    /** A figure, and how it reads: {@code active on 12 of the last 28 days}. */
    public static HealthFinding of(double figure, String text) {
        return of(figure, text, List.of());
    }

    /** A figure with the facts it was taken from; where they are many, the last of them. */
    public static HealthFinding of(double figure, String text, List<? extends FactId> facts) {
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException(
                    "A factor found the figure " + figure + " (" + text + "). Maybe HealthFinding.missing(why).");
        }
        return new HealthFinding(OptionalDouble.of(figure), text, List.copyOf(facts));
    }

    /** No figure, and why: {@code no survey was answered in 365 days}. */
    public static HealthFinding missing(String why) {
        return new HealthFinding(OptionalDouble.empty(), why, List.of());
    }

    /** The figure, if there is one. */
    public OptionalDouble figure() {
        return figure;
    }

    /** How the figure reads, or why there is none. */
    public String text() {
        return text;
    }

    /** Ids of facts that it rests on; where they are many, of the last ones. */
    public List<FactId> facts() {
        return facts;
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
