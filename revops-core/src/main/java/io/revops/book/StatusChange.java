package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A status that something took at a moment: a lead, a ticket. */
public final class StatusChange implements Entry {
    private final String id;
    private final Moment effective;
    private final String status;
    private final @Nullable Instant recorded;

    private StatusChange(Builder from) {
        id = from.id;
        effective = from.effective;
        status = from.status;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective, String status) {
        return new Builder(id, effective, status);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its fact; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** From when the status holds. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** The status, as its source system names it. */
    public String status() {
        return status;
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StatusChange that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("StatusChange", content(), "id", "effective", "status", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, status, recorded);
    }

    /** Collects the parts of a StatusChange. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private final String status;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective, String status) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
            this.status = Objects.requireNonNull(status, "status");
        }

        private Builder(StatusChange from) {
            id = from.id;
            effective = from.effective;
            status = from.status;
            recorded = from.recorded;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public StatusChange build() {
            return new StatusChange(this);
        }
    }
}
