package io.revops.book;

import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer to a survey of satisfaction. */
public final class SurveyAnswer implements Fact {
    private final SurveyAnswerId id;
    private final Moment at;
    private final SurveyKind kind;
    private final BigDecimal score;
    private final @Nullable AccountId account;
    private final @Nullable ContactId contact;
    private final @Nullable String comment;
    private final @Nullable Instant recorded;
    private final Source source;

    private SurveyAnswer(Builder from) {
        id = from.id;
        at = from.at;
        kind = from.kind;
        score = from.score;
        account = from.account;
        contact = from.contact;
        comment = from.comment;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(SurveyAnswerId id, Moment at, SurveyKind kind, BigDecimal score) {
        return new Builder(id, at, kind, score);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment at, SurveyKind kind, BigDecimal score) {
        return builder(new SurveyAnswerId(id), at, kind, score);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public SurveyAnswerId id() {
        return id;
    }

    /** When. */
    public Moment at() {
        return at;
    }

    /** Which question. */
    public SurveyKind kind() {
        return kind;
    }

    /** 0 to 10 for NPS, else on the scale of the survey. */
    public BigDecimal score() {
        return score;
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    public Optional<ContactId> contact() {
        return Optional.ofNullable(contact);
    }

    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(at);
    }

    @Override
    public Optional<AccountId> accountId() {
        return account();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        account().ifPresent(named::add);
        contact().ifPresent(named::add);
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
        return o instanceof SurveyAnswer that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "SurveyAnswer", content(), "id", "at", "kind", "score", "account", "contact", "comment", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, at, kind, score, account, contact, comment, recorded);
    }

    /** Collects the parts of a SurveyAnswer. */
    public static final class Builder {
        private final SurveyAnswerId id;
        private final Moment at;
        private final SurveyKind kind;
        private final BigDecimal score;
        private @Nullable AccountId account;
        private @Nullable ContactId contact;
        private @Nullable String comment;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(SurveyAnswerId id, Moment at, SurveyKind kind, BigDecimal score) {
            this.id = Objects.requireNonNull(id, "id");
            this.at = Objects.requireNonNull(at, "at");
            this.kind = Objects.requireNonNull(kind, "kind");
            this.score = Objects.requireNonNull(score, "score");
        }

        private Builder(SurveyAnswer from) {
            id = from.id;
            at = from.at;
            kind = from.kind;
            score = from.score;
            account = from.account;
            contact = from.contact;
            comment = from.comment;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder account(@Nullable AccountId account) {
            this.account = account;
            return this;
        }

        public Builder contact(@Nullable ContactId contact) {
            this.contact = contact;
            return this;
        }

        public Builder comment(@Nullable String comment) {
            this.comment = comment;
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

        public SurveyAnswer build() {
            return new SurveyAnswer(this);
        }
    }
}
