package io.revops.forecast.pipeline;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How the deals of a book are read: from when on a row is believed, what stands in for an amount, which stages there are. */
public final class PipelineOptions {
    /** What stands in for the amount of a deal that states none. */
    public enum MissingAmount {
        /** The list price of its product, if it has one. */
        LIST_PRICE,
        /** Nothing. */
        NONE
    }

    private static final PipelineOptions STANDARD =
            new PipelineOptions(RowValues.knownAtClosing(), MissingAmount.LIST_PRICE, Set.of());

    private final RowValues rows;
    private final MissingAmount missing;
    private final Set<String> stages;

    private PipelineOptions(RowValues rows, MissingAmount missing, Set<String> stages) {
        this.rows = rows;
        this.missing = missing;
        this.stages = stages;
    }

    /** Rows are believed once a deal has closed, list prices stand in, and every stage is known. */
    public static PipelineOptions standard() {
        return STANDARD;
    }

    public PipelineOptions with(RowValues option) {
        return new PipelineOptions(Objects.requireNonNull(option, "option"), missing, stages);
    }

    public PipelineOptions with(MissingAmount option) {
        return new PipelineOptions(rows, Objects.requireNonNull(option, "option"), stages);
    }

    /** The company's stages; a deal in another one is named, and taken to be in none. */
    public PipelineOptions withStages(Collection<String> known) {
        return new PipelineOptions(rows, missing, Collections.unmodifiableSet(new TreeSet<>(known)));
    }

    public RowValues rows() {
        return rows;
    }

    public MissingAmount missing() {
        return missing;
    }

    /** Empty if every stage is known. */
    public Set<String> stages() {
        return stages;
    }

    /** {@code rows known at closing, missing amounts LIST_PRICE, stages [...]}. */
    @Override
    public String toString() {
        return "rows " + rows + ", missing amounts " + missing + (stages.isEmpty() ? "" : ", stages " + stages);
    }
}
