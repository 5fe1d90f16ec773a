package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to end a subscription, with the end that was agreed, and its withdrawal if there was one. */
public final class Cancellation implements Entry {
    private final String id;
    private final Moment effective;
    private final Moment ends;
    private final @Nullable Moment paidThrough;
    private final @Nullable Moment withdrawn;
    private final @Nullable ChurnCause cause;
    private final @Nullable String reason;
    private final @Nullable Instant recorded;

    private Cancellation(Builder from) {
        id = from.id;
        effective = from.effective;
        ends = from.ends;
        paidThrough = from.paidThrough;
        withdrawn = from.withdrawn;
        cause = from.cause;
        reason = from.reason;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective, Moment ends) {
        return new Builder(id, effective, ends);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its subscription; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** When it was requested. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** When the subscription ends in billing: the end of the period if it was scheduled, at once if not. */
    public Moment ends() {
        return ends;
    }

    /** The end of what was paid for, if it differs. */
    public Optional<Moment> paidThrough() {
        return Optional.ofNullable(paidThrough);
    }

    /** When the request was taken back. */
    public Optional<Moment> withdrawn() {
        return Optional.ofNullable(withdrawn);
    }

    /** Whether the customer wanted it. */
    public Optional<ChurnCause> cause() {
        return Optional.ofNullable(cause);
    }

    /** The reason given, as written. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Cancellation that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Cancellation",
                content(),
                "id",
                "effective",
                "ends",
                "paidThrough",
                "withdrawn",
                "cause",
                "reason",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, ends, paidThrough, withdrawn, cause, reason, recorded);
    }

    /** Collects the parts of a Cancellation. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private final Moment ends;
        private @Nullable Moment paidThrough;
        private @Nullable Moment withdrawn;
        private @Nullable ChurnCause cause;
        private @Nullable String reason;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective, Moment ends) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
            this.ends = Objects.requireNonNull(ends, "ends");
        }

        private Builder(Cancellation from) {
            id = from.id;
            effective = from.effective;
            ends = from.ends;
            paidThrough = from.paidThrough;
            withdrawn = from.withdrawn;
            cause = from.cause;
            reason = from.reason;
            recorded = from.recorded;
        }

        public Builder paidThrough(@Nullable Moment paidThrough) {
            this.paidThrough = paidThrough;
            return this;
        }

        public Builder withdrawn(@Nullable Moment withdrawn) {
            this.withdrawn = withdrawn;
            return this;
        }

        public Builder cause(@Nullable ChurnCause cause) {
            this.cause = cause;
            return this;
        }

        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public Cancellation build() {
            return new Cancellation(this);
        }
    }
}
