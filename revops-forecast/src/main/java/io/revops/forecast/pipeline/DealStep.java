package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How a deal stands from the end of a day on, until its next step. */
public final class DealStep {
    private final LocalDate day;
    private final @Nullable String stage;
    private final Outcome outcome;
    private final @Nullable ForecastCategory category;
    private final double amount;
    private final AmountSource amountSource;
    private final @Nullable LocalDate closeDate;
    private final @Nullable String owner;
    private final @Nullable LocalDate closedOn;

    private DealStep(Builder from) {
        day = from.day;
        stage = from.stage;
        outcome = from.outcome;
        category = from.category;
        amount = from.amount;
        amountSource = from.amountSource;
        closeDate = from.closeDate;
        owner = from.owner;
        closedOn = from.closedOn;
    }

    /** An open deal of which nothing else is known. */
    public static Builder on(LocalDate day) {
        return new Builder(day);
    }

    /** A builder that holds all of this, for the next step. */
    public Builder toBuilder() {
        Builder copy = new Builder(day);
        copy.stage = stage;
        copy.outcome = outcome;
        copy.category = category;
        copy.amount = amount;
        copy.amountSource = amountSource;
        copy.closeDate = closeDate;
        copy.owner = owner;
        copy.closedOn = closedOn;
        return copy;
    }

    /** The day at the end of which it is first seen to stand like this: what took effect earlier was written down on this day. */
    public LocalDate day() {
        return day;
    }

    /** As the CRM names it. */
    public Optional<String> stage() {
        return Optional.ofNullable(stage);
    }

    public Outcome outcome() {
        return outcome;
    }

    public boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    public Optional<ForecastCategory> category() {
        return Optional.ofNullable(category);
    }

    /** In the currency of the pipeline. */
    public OptionalDouble amount() {
        return amountSource == AmountSource.NONE ? OptionalDouble.empty() : OptionalDouble.of(amount);
    }

    /** The amount, 0 if there is none: for sums. */
    public double amountOrZero() {
        return amountSource == AmountSource.NONE ? 0 : amount;
    }

    public AmountSource amountSource() {
        return amountSource;
    }

    /** The day on which it is expected to close. */
    public Optional<LocalDate> closeDate() {
        return Optional.ofNullable(closeDate);
    }

    /** The id of the seller. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** The day on which it was won or lost, if that was written down on a later day. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof DealStep that
                && day.equals(that.day)
                && Objects.equals(stage, that.stage)
                && outcome == that.outcome
                && category == that.category
                && Double.compare(amount, that.amount) == 0
                && amountSource == that.amountSource
                && Objects.equals(closeDate, that.closeDate)
                && Objects.equals(owner, that.owner)
                && Objects.equals(closedOn, that.closedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, stage, outcome, category, amount, amountSource, closeDate, owner);
    }

    @Override
    public String toString() {
        return day + " " + outcome + ", " + stage + ", " + amount() + " (" + amountSource + "), closing " + closeDate
                + (closedOn == null ? "" : ", closed on " + closedOn);
    }

    /** Collects the parts of a step. */
    public static final class Builder {
        private LocalDate day;
        private @Nullable String stage;
        private Outcome outcome = Outcome.OPEN;
        private @Nullable ForecastCategory category;
        private double amount;
        private AmountSource amountSource = AmountSource.NONE;
        private @Nullable LocalDate closeDate;
        private @Nullable String owner;
        private @Nullable LocalDate closedOn;

        private Builder(LocalDate day) {
            this.day = Objects.requireNonNull(day, "day");
        }

        /** The same from another day on. */
        public Builder day(LocalDate day) {
            this.day = Objects.requireNonNull(day, "day");
            return this;
        }

        public Builder stage(@Nullable String stage) {
            this.stage = stage;
            return this;
        }

        public Builder outcome(Outcome outcome) {
            this.outcome = Objects.requireNonNull(outcome, "outcome");
            return this;
        }

        public Builder category(@Nullable ForecastCategory category) {
            this.category = category;
            return this;
        }

        /** What the deal states, in the currency of the pipeline. */
        public Builder amount(double stated) {
            return amount(stated, AmountSource.STATED);
        }

        /** An amount and where it comes from. */
        public Builder amount(double value, AmountSource source) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("An amount is " + value + ". Maybe leave it out.");
            }
            this.amount = source == AmountSource.NONE ? 0 : value;
            this.amountSource = source;
            return this;
        }

        public Builder closeDate(@Nullable LocalDate closeDate) {
            this.closeDate = closeDate;
            return this;
        }

        public Builder owner(@Nullable String owner) {
            this.owner = owner;
            return this;
        }

        /** The day on which it was won or lost, if that was written down later; absent, it was on the step's day. */
        public Builder closedOn(@Nullable LocalDate closedOn) {
            this.closedOn = closedOn;
            return this;
        }

        public DealStep build() {
            if (closedOn != null && (outcome == Outcome.OPEN || closedOn.isAfter(day))) {
                throw new IllegalArgumentException("A step of " + day + " is " + outcome + " and was closed on "
                        + closedOn + ". Maybe a day up to that of the step, of a deal that is won or lost.");
            }
            return new DealStep(this);
        }
    }
}
