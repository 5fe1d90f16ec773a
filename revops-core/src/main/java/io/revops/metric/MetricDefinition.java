package io.revops.metric;

import java.util.List;
import java.util.Objects;

/** What a metric means: its formula, its unit, how it adds, when it does not exist, and where the definition is from. */
public final class MetricDefinition {
    private final String id;
    private final String title;
    private final String formula;
    private final Unit unit;
    private final Better better;
    private final Adds adds;
    private final Adds addsWithinAccounts;
    private final List<String> movedBy;
    private final List<String> edges;
    private final String reference;

    private MetricDefinition(Builder from) {
        id = from.id;
        title = from.title;
        formula = from.formula;
        unit = from.unit;
        better = from.better;
        adds = from.adds;
        addsWithinAccounts = from.addsWithinAccounts;
        movedBy = List.copyOf(from.movedBy);
        edges = List.copyOf(from.edges);
        reference = from.reference;
    }

    /**
     * Begins a definition.
     *
     * @param id names the metric for programs, in lower case with points
     * @param title names it for readers, in sentence case
     * @param formula in the words of its parts
     * @param unit what it is counted in
     */
    public static Builder of(String id, String title, String formula, Unit unit) {
        return new Builder(id, title, formula, unit);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String formula() {
        return formula;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** How it adds over segments of accounts or of deals. */
    public Adds adds() {
        return adds;
    }

    /** How it adds over segments that may split one account, such as its products. */
    public Adds addsWithinAccounts() {
        return addsWithinAccounts;
    }

    /** The conventions of the policy that move it. */
    public List<String> movedBy() {
        return movedBy;
    }

    /** What comes out at each edge, and when nothing does. */
    public List<String> edges() {
        return edges;
    }

    /** Where the definition is from. */
    public String reference() {
        return reference;
    }

    /** Title and formula. */
    @Override
    public String toString() {
        return title + " (" + id + ") = " + formula;
    }

    /** Collects what is said of a metric beside its name, formula and unit. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final String formula;
        private final Unit unit;
        private Better better = Better.NEITHER;
        private Adds adds = Adds.NONE;
        private Adds addsWithinAccounts = Adds.NONE;
        private List<String> movedBy = List.of();
        private List<String> edges = List.of();
        private String reference = "";

        private Builder(String id, String title, String formula, Unit unit) {
            this.id = Objects.requireNonNull(id, "id");
            this.title = Objects.requireNonNull(title, "title");
            this.formula = Objects.requireNonNull(formula, "formula");
            this.unit = Objects.requireNonNull(unit, "unit");
        }

        public Builder better(Better way) {
            better = way;
            return this;
        }

        /** How it adds, over segments of accounts and over those that split one. */
        public Builder adds(Adds overAccounts, Adds withinAccounts) {
            adds = overAccounts;
            addsWithinAccounts = withinAccounts;
            return this;
        }

        public Builder movedBy(String... conventions) {
            movedBy = List.of(conventions);
            return this;
        }

        public Builder edges(String... sentences) {
            edges = List.of(sentences);
            return this;
        }

        public Builder reference(String source) {
            reference = source;
            return this;
        }

        public MetricDefinition build() {
            return new MetricDefinition(this);
        }
    }
}
