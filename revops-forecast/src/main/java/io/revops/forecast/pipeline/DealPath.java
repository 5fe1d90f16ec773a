package io.revops.forecast.pipeline;

import io.revops.book.DealType;
import io.revops.book.Outcome;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A deal and how it stood from step to step, as far as it is seen. */
public final class DealPath {
    private final String id;
    private final LocalDate opened;
    private final @Nullable String name;
    private final @Nullable DealType type;
    private final @Nullable String account;
    private final Map<String, String> attributes;
    private final List<DealStep> steps;

    private DealPath(Builder from, List<DealStep> steps) {
        id = from.id;
        opened = from.opened;
        name = from.name;
        type = from.type;
        account = from.account;
        attributes = from.attributes;
        this.steps = steps;
    }

    /** Starts with what every deal has. */
    public static Builder of(String id, LocalDate opened) {
        return new Builder(id, opened);
    }

    public String id() {
        return id;
    }

    /** The day on which it was opened. */
    public LocalDate opened() {
        return opened;
    }

    /** The day at the end of which it was first seen: that on which it was opened, unless it was written down later. */
    public LocalDate seen() {
        return steps.get(0).day();
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<DealType> type() {
        return Optional.ofNullable(type);
    }

    /** The id of the account. */
    public Optional<String> account() {
        return Optional.ofNullable(account);
    }

    /** What else the CRM says of it, by name; of its row, so that it may have been written at any time. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** How it stood, in order; the first is on the day on which it was opened, or on which that was written down. */
    public List<DealStep> steps() {
        return steps;
    }

    /** How it stands at the end. */
    public DealStep last() {
        return steps.get(steps.size() - 1);
    }

    /** How it stood at the end of a day; empty before it was opened. */
    public Optional<DealStep> at(LocalDate day) {
        DealStep found = null;
        for (DealStep step : steps) {
            if (step.day().isAfter(day)) {
                break;
            }
            found = step;
        }
        return Optional.ofNullable(found);
    }

    public boolean isOpen() {
        return last().isOpen();
    }

    public boolean isWon() {
        return last().outcome() == Outcome.WON;
    }

    public boolean isLost() {
        return last().outcome() == Outcome.LOST;
    }

    /** The day on which it last took the outcome it has; empty while it is open. */
    public Optional<LocalDate> closed() {
        if (isOpen()) {
            return Optional.empty();
        }
        return Optional.of(closedOn(steps.size() - 1));
    }

    /** The day on which it took the outcome that it has at a step. */
    LocalDate closedOn(int step) {
        int i = step;
        while (i > 0
                && steps.get(i).closedOn().isEmpty()
                && steps.get(i - 1).outcome() == steps.get(step).outcome()) {
            i--;
        }
        return steps.get(i).closedOn().orElse(steps.get(i).day());
    }

    /** What it is seen to have brought in a period, at the end of a day. */
    double brought(Span period, LocalDate day) {
        return isWonIn(period, day) ? steps.get(seenOn(day)).amountOrZero() : 0;
    }

    /** Whether it is seen to be won in a period, at the end of a day. */
    boolean isWonIn(Span period, LocalDate day) {
        int seen = seenOn(day);
        return seen >= 0 && steps.get(seen).outcome() == Outcome.WON && period.contains(closedOn(seen));
    }

    /** The step that holds at the end of a day; −1 before it was seen. */
    private int seenOn(LocalDate day) {
        int seen = steps.size() - 1;
        while (seen >= 0 && steps.get(seen).day().isAfter(day)) {
            seen--;
        }
        return seen;
    }

    /** The same as it was seen at the end of a day; empty before it was seen at all. */
    Optional<DealPath> asOf(LocalDate day) {
        if (steps.get(0).day().isAfter(day)) {
            return Optional.empty();
        }
        int seen = steps.size();
        while (seen > 0 && steps.get(seen - 1).day().isAfter(day)) {
            seen--;
        }
        return Optional.of(seen == steps.size() ? this : toBuilder().build(steps.subList(0, seen)));
    }

    Builder toBuilder() {
        Builder copy = new Builder(id, opened);
        copy.seen = seen();
        copy.name = name;
        copy.type = type;
        copy.account = account;
        copy.attributes = attributes;
        return copy;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DealPath that
                && id.equals(that.id)
                && opened.equals(that.opened)
                && Objects.equals(name, that.name)
                && type == that.type
                && Objects.equals(account, that.account)
                && attributes.equals(that.attributes)
                && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, opened, steps);
    }

    /** {@code D-17, opened 2025-03-02, 2025-04-01 WON ...}. */
    @Override
    public String toString() {
        return id + ", opened " + opened + ", " + last();
    }

    /** Collects the parts of a deal. */
    public static final class Builder {
        private final String id;
        private final LocalDate opened;
        private LocalDate seen;
        private @Nullable String name;
        private @Nullable DealType type;
        private @Nullable String account;
        private Map<String, String> attributes = Map.of();
        private final List<DealStep> steps = new ArrayList<>();

        private Builder(String id, LocalDate opened) {
            this.id = Objects.requireNonNull(id, "id");
            this.opened = Objects.requireNonNull(opened, "opened");
            seen = opened;
        }

        /** The day on which it was written down that it is open, if that is a later one; no step comes before it. */
        public Builder seen(LocalDate day) {
            if (day.isBefore(opened)) {
                throw new IllegalArgumentException(
                        id + " is seen on " + day + " and opened on " + opened + ". Maybe swap the two.");
            }
            seen = day;
            return this;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder type(@Nullable DealType type) {
            this.type = type;
            return this;
        }

        public Builder account(@Nullable String account) {
            this.account = account;
            return this;
        }

        public Builder attributes(Map<String, String> attributes) {
            this.attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
            return this;
        }

        /** Adds a step that comes after those that are there; none before the deal was opened. */
        public Builder step(DealStep step) {
            LocalDate before =
                    steps.isEmpty() ? seen : steps.get(steps.size() - 1).day();
            if (step.day().isBefore(before)) {
                throw new IllegalArgumentException("A step of " + id + " is on " + step.day() + ", before " + before
                        + ". Maybe sort the steps, and begin on the day it was opened.");
            }
            steps.add(step);
            return this;
        }

        /** The deal; if no step is on the day it was first seen, it was open then, and nothing else was known. */
        public DealPath build() {
            return build(steps);
        }

        private DealPath build(List<DealStep> all) {
            List<DealStep> whole = new ArrayList<>();
            if (all.isEmpty() || !all.get(0).day().equals(seen)) {
                whole.add(DealStep.on(seen).build());
            }
            whole.addAll(all);
            return new DealPath(this, List.copyOf(whole));
        }
    }
}
