package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which a subscription was not simply running: in trial, paused, past due or unpaid. */
public final class Spell implements Entry {
    private final String id;
    private final SpellKind kind;
    private final Moment effective;
    private final @Nullable Moment end;
    private final @Nullable Instant recorded;

    private Spell(Builder from) {
        id = from.id;
        kind = from.kind;
        effective = from.effective;
        end = from.end;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, SpellKind kind, Moment effective) {
        return new Builder(id, kind, effective);
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

    /** What kind of stretch. */
    public SpellKind kind() {
        return kind;
    }

    /** When it began. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** When it ended, excluded; absent: it has not. */
    public Optional<Moment> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Spell that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Spell", content(), "id", "kind", "effective", "end", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, kind, effective, end, recorded);
    }

    /** Collects the parts of a Spell. */
    public static final class Builder {
        private final String id;
        private final SpellKind kind;
        private final Moment effective;
        private @Nullable Moment end;
        private @Nullable Instant recorded;

        private Builder(String id, SpellKind kind, Moment effective) {
            this.id = Objects.requireNonNull(id, "id");
            this.kind = Objects.requireNonNull(kind, "kind");
            this.effective = Objects.requireNonNull(effective, "effective");
        }

        private Builder(Spell from) {
            id = from.id;
            kind = from.kind;
            effective = from.effective;
            end = from.end;
            recorded = from.recorded;
        }

        public Builder end(@Nullable Moment end) {
            this.end = end;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public Spell build() {
            return new Spell(this);
        }
    }
}
