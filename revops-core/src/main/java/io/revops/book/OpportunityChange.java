package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed about a deal at a moment; whatever is absent stays as it was. */
public final class OpportunityChange implements Entry {
    private final String id;
    private final Moment effective;
    private final @Nullable String stage;
    private final @Nullable Money amount;
    private final @Nullable LocalDate closeDate;
    private final @Nullable ForecastCategory category;
    private final @Nullable BigDecimal probability;
    private final @Nullable Outcome outcome;
    private final @Nullable RepId owner;
    private final @Nullable Instant recorded;

    private OpportunityChange(Builder from) {
        id = from.id;
        effective = from.effective;
        stage = from.stage;
        amount = from.amount;
        closeDate = from.closeDate;
        category = from.category;
        probability = from.probability;
        outcome = from.outcome;
        owner = from.owner;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective) {
        return new Builder(id, effective);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its deal; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** From when the new values hold. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** The stage entered, as the CRM names it. */
    public Optional<String> stage() {
        return Optional.ofNullable(stage);
    }

    /** The amount from then on. */
    public Optional<Money> amount() {
        return Optional.ofNullable(amount);
    }

    /** The day on which it is expected to close from then on. */
    public Optional<LocalDate> closeDate() {
        return Optional.ofNullable(closeDate);
    }

    /** The forecast category from then on. */
    public Optional<ForecastCategory> category() {
        return Optional.ofNullable(category);
    }

    /** The probability that the CRM showed, 0 to 100 percent. */
    public Optional<BigDecimal> probability() {
        return Optional.ofNullable(probability);
    }

    /** Open, won or lost from then on. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Who owns it from then on. */
    public Optional<RepId> owner() {
        return Optional.ofNullable(owner);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof OpportunityChange that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "OpportunityChange",
                content(),
                "id",
                "effective",
                "stage",
                "amount",
                "closeDate",
                "category",
                "probability",
                "outcome",
                "owner",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, stage, amount, closeDate, category, probability, outcome, owner, recorded);
    }

    /** Collects the parts of an OpportunityChange. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private @Nullable String stage;
        private @Nullable Money amount;
        private @Nullable LocalDate closeDate;
        private @Nullable ForecastCategory category;
        private @Nullable BigDecimal probability;
        private @Nullable Outcome outcome;
        private @Nullable RepId owner;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
        }

        private Builder(OpportunityChange from) {
            id = from.id;
            effective = from.effective;
            stage = from.stage;
            amount = from.amount;
            closeDate = from.closeDate;
            category = from.category;
            probability = from.probability;
            outcome = from.outcome;
            owner = from.owner;
            recorded = from.recorded;
        }

        public Builder stage(@Nullable String stage) {
            this.stage = stage;
            return this;
        }

        public Builder amount(@Nullable Money amount) {
            this.amount = amount;
            return this;
        }

        public Builder closeDate(@Nullable LocalDate closeDate) {
            this.closeDate = closeDate;
            return this;
        }

        public Builder category(@Nullable ForecastCategory category) {
            this.category = category;
            return this;
        }

        public Builder probability(@Nullable BigDecimal probability) {
            this.probability = probability;
            return this;
        }

        public Builder outcome(@Nullable Outcome outcome) {
            this.outcome = outcome;
            return this;
        }

        public Builder owner(@Nullable RepId owner) {
            this.owner = owner;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public OpportunityChange build() {
            return new OpportunityChange(this);
        }
    }
}
