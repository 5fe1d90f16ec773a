package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of a subscription that has happened or that its term brings. */
public final class Ending implements Entry {
    private final String id;
    private final Moment effective;
    private final @Nullable ChurnCause cause;
    private final @Nullable String reason;
    private final @Nullable Instant recorded;

    private Ending(Builder from) {
        id = from.id;
        effective = from.effective;
        cause = from.cause;
        reason = from.reason;
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

    /** Names this entry within its subscription; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** The first moment at which it no longer runs. */
    @Override
    public Moment effective() {
        return effective;
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
        return o instanceof Ending that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Ending", content(), "id", "effective", "cause", "reason", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, cause, reason, recorded);
    }

    /** Collects the parts of an Ending. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private @Nullable ChurnCause cause;
        private @Nullable String reason;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
        }

        private Builder(Ending from) {
            id = from.id;
            effective = from.effective;
            cause = from.cause;
            reason = from.reason;
            recorded = from.recorded;
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

        public Ending build() {
            return new Ending(this);
        }
    }
}
