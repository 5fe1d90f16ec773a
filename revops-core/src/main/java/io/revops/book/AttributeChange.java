package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attribute of an account (tier, owner, segment ...) that took another value from a moment on. */
public final class AttributeChange implements Entry {
    private final String id;
    private final Moment effective;
    private final String name;
    private final @Nullable String value;
    private final @Nullable Instant recorded;

    private AttributeChange(Builder from) {
        id = from.id;
        effective = from.effective;
        name = from.name;
        value = from.value;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective, String name) {
        return new Builder(id, effective, name);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its account; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** From when the value holds. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** Which attribute, by its name in {@link Account#attributes()}. */
    public String name() {
        return name;
    }

    /** The new value; absent means that it was cleared. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AttributeChange that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("AttributeChange", content(), "id", "effective", "name", "value", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, name, value, recorded);
    }

    /** Collects the parts of an AttributeChange. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private final String name;
        private @Nullable String value;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective, String name) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
            this.name = Objects.requireNonNull(name, "name");
        }

        private Builder(AttributeChange from) {
            id = from.id;
            effective = from.effective;
            name = from.name;
            value = from.value;
            recorded = from.recorded;
        }

        public Builder value(@Nullable String value) {
            this.value = value;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public AttributeChange build() {
            return new AttributeChange(this);
        }
    }
}
