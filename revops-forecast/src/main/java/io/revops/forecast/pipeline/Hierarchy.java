package io.revops.forecast.pipeline;

import io.revops.book.Rep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who rolls up to whom: sellers to their managers, those to their regions, and all to the company.
 *
 * <p>Everybody is below exactly one other, and nobody below themselves. Below one node, nodes are in the order of their ids.
 */
public final class Hierarchy {
    private final String company;
    private final SortedMap<String, String> above;
    private final Map<String, String> titles;
    private final List<String> problems;
    private final List<String> nodes;
    private final Map<String, List<String>> below;

    private Hierarchy(String company, Map<String, String> above, Map<String, String> titles, List<String> problems) {
        this.company = company;
        this.above = new TreeMap<>(above);
        this.titles = Map.copyOf(titles);
        this.problems = List.copyOf(problems);
        below = new LinkedHashMap<>();
        this.above.forEach((child, parent) ->
                below.computeIfAbsent(parent, p -> new ArrayList<>()).add(child));
        List<String> walked = new ArrayList<>();
        walk(company, walked);
        nodes = List.copyOf(walked);
    }

    private void walk(String node, List<String> walked) {
        walked.add(node);
        below(node).forEach(child -> walk(child, walked));
    }

    /** Begins with the company at the top. */
    public static Builder of(String company) {
        return new Builder(company);
    }

    /**
     * The people of a book: each below their manager; who has none is below their region, and who has no region below the company.
     * A region is called {@code region EMEA}. A manager who is not in the book, and one who is below the person, is a problem, and
     * counts as none.
     */
    public static Hierarchy of(String company, Collection<Rep> reps) {
        SortedMap<String, Rep> people = new TreeMap<>();
        reps.forEach(r -> people.put(r.id().value(), r));
        Builder builder = of(company);
        people.forEach((id, rep) -> {
            builder.titled(id, rep.name().orElse(id));
            Optional<String> manager = rep.manager().map(m -> m.value());
            if (manager.isPresent() && !people.containsKey(manager.get())) {
                builder.problems.add(id + " reports to " + manager.get() + ", who is nobody.");
                manager = Optional.empty();
            } else if (manager.isPresent() && builder.isAbove(id, manager.get())) {
                builder.problems.add(id + " reports to " + manager.get() + ", who is below " + id + ".");
                manager = Optional.empty();
            }
            String parent =
                    manager.orElseGet(() -> rep.region().map(r -> "region " + r).orElse(company));
            if (manager.isEmpty() && !parent.equals(company) && !builder.above.containsKey(parent)) {
                builder.above.put(parent, company);
            }
            builder.above.put(id, parent);
        });
        return builder.build();
    }

    /** The node at the top. */
    public String company() {
        return company;
    }

    /** Every node, each before those below it. */
    public List<String> nodes() {
        return nodes;
    }

    public boolean contains(String node) {
        return node.equals(company) || above.containsKey(node);
    }

    /** The node directly above; empty of the company. */
    public Optional<String> above(String node) {
        return Optional.ofNullable(above.get(node));
    }

    /** The nodes directly below, by their ids. */
    public List<String> below(String node) {
        return below.getOrDefault(node, List.of());
    }

    /** What a node is called; its id unless it was said. */
    public String title(String node) {
        return titles.getOrDefault(node, node);
    }

    /** How many nodes are above. */
    public int depth(String node) {
        int depth = 0;
        for (Optional<String> up = above(node); up.isPresent(); up = above(up.get())) {
            depth++;
        }
        return depth;
    }

    /** What was not taken as it is in the book. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Hierarchy that
                && company.equals(that.company)
                && above.equals(that.above)
                && titles.equals(that.titles)
                && problems.equals(that.problems);
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, above);
    }

    /** {@code Acme with 12 nodes below}. */
    @Override
    public String toString() {
        return company + " with " + above.size() + (above.size() == 1 ? " node below" : " nodes below");
    }

    /** Collects who is below whom. */
    public static final class Builder {
        private final String company;
        private final Map<String, String> above = new LinkedHashMap<>();
        private final Map<String, String> titles = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        private Builder(String company) {
            this.company = Objects.requireNonNull(company, "company");
        }

        /** Puts a node below another, in any order; a parent of whom nothing is said is below the company. */
        public Builder put(String node, String below) {
            String before = above.putIfAbsent(node, below);
            if (before != null || node.equals(company)) {
                throw new IllegalArgumentException("(" + node + ") is below "
                        + (before == null ? "nobody: it is the company" : "(" + before + ")") + " and cannot be below ("
                        + below + "). Maybe one of the two.");
            }
            if (isAbove(node, below)) {
                throw new IllegalArgumentException("(" + below + ") is below (" + node
                        + "), and cannot be above it. Maybe one of the two the other way round.");
            }
            return this;
        }

        /** What a node is called. */
        public Builder titled(String node, String title) {
            titles.put(node, title);
            return this;
        }

        /** Whether a node is another, or above it. */
        private boolean isAbove(String node, String other) {
            for (@Nullable String up = other; up != null; up = above.get(up)) {
                if (up.equals(node)) {
                    return true;
                }
            }
            return false;
        }

        public Hierarchy build() {
            Map<String, String> whole = new LinkedHashMap<>(above);
            above.values().stream().filter(p -> !p.equals(company)).forEach(p -> whole.putIfAbsent(p, company));
            return new Hierarchy(company, whole, titles, problems);
        }
    }
}
