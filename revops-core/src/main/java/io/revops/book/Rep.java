package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who sells. */
public final class Rep implements Fact {
    private final RepId id;
    private final @Nullable String name;
    private final @Nullable String email;
    private final @Nullable RepId manager;
    private final @Nullable String role;
    private final @Nullable String team;
    private final @Nullable String region;
    private final @Nullable Moment start;
    private final @Nullable Moment end;
    private final @Nullable Instant recorded;
    private final Source source;

    private Rep(Builder from) {
        id = from.id;
        name = from.name;
        email = from.email;
        manager = from.manager;
        role = from.role;
        team = from.team;
        region = from.region;
        start = from.start;
        end = from.end;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(RepId id) {
        return new Builder(id);
    }

    /** The same with ids as text. */
    public static Builder builder(String id) {
        return builder(new RepId(id));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public RepId id() {
        return id;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Whom the person reports to. */
    public Optional<RepId> manager() {
        return Optional.ofNullable(manager);
    }

    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    public Optional<String> team() {
        return Optional.ofNullable(team);
    }

    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** First day in the role. */
    public Optional<Moment> start() {
        return Optional.ofNullable(start);
    }

    /** Day after the last. */
    public Optional<Moment> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public Optional<Moment> effective() {
        return start();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        manager().ifPresent(named::add);
        return named;
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public Source source() {
        return source;
    }

    /** Equal content; where it was read does not matter. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Rep that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Rep",
                content(),
                "id",
                "name",
                "email",
                "manager",
                "role",
                "team",
                "region",
                "start",
                "end",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, name, email, manager, role, team, region, start, end, recorded);
    }

    /** Collects the parts of a Rep. */
    public static final class Builder {
        private final RepId id;
        private @Nullable String name;
        private @Nullable String email;
        private @Nullable RepId manager;
        private @Nullable String role;
        private @Nullable String team;
        private @Nullable String region;
        private @Nullable Moment start;
        private @Nullable Moment end;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(RepId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        private Builder(Rep from) {
            id = from.id;
            name = from.name;
            email = from.email;
            manager = from.manager;
            role = from.role;
            team = from.team;
            region = from.region;
            start = from.start;
            end = from.end;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        public Builder manager(@Nullable RepId manager) {
            this.manager = manager;
            return this;
        }

        public Builder role(@Nullable String role) {
            this.role = role;
            return this;
        }

        public Builder team(@Nullable String team) {
            this.team = team;
            return this;
        }

        public Builder region(@Nullable String region) {
            this.region = region;
            return this;
        }

        public Builder start(@Nullable Moment start) {
            this.start = start;
            return this;
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

        /** Where it was read. */
        public Builder source(Source source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        public Rep build() {
            return new Rep(this);
        }
    }
}
