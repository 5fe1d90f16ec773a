package io.revops.forecast.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the guide's eight features are made of, for one account. What is not said is missing. */
public final class GuideActivity {
    private final String account;
    private final @Nullable Double loginsLast30d;
    private final @Nullable Integer activeFeatures;
    private final @Nullable Integer availableFeatures;
    private final @Nullable Double supportTickets;
    private final @Nullable GuideNps nps;
    private final @Nullable Double tenureDays;
    private final @Nullable Double latePayments;
    private final @Nullable Double activeUsers;
    private final @Nullable Integer integrations;

    private GuideActivity(Builder from) {
        account = from.account;
        loginsLast30d = from.loginsLast30d;
        activeFeatures = from.activeFeatures;
        availableFeatures = from.availableFeatures;
        supportTickets = from.supportTickets;
        nps = from.nps;
        tenureDays = from.tenureDays;
        latePayments = from.latePayments;
        activeUsers = from.activeUsers;
        integrations = from.integrations;
    }

    /** Starts with who it is about; the rest is set by name. */
    public static Builder builder(String account) {
        return new Builder(account);
    }

    public String account() {
        return account;
    }

    public Optional<Double> loginsLast30d() {
        return Optional.ofNullable(loginsLast30d);
    }

    /** How many features it uses; the guide counts one that is listed twice as two. */
    public Optional<Integer> activeFeatures() {
        return Optional.ofNullable(activeFeatures);
    }

    /** How many features it could use. */
    public Optional<Integer> availableFeatures() {
        return Optional.ofNullable(availableFeatures);
    }

    public Optional<Double> supportTickets() {
        return Optional.ofNullable(supportTickets);
    }

    public Optional<GuideNps> nps() {
        return Optional.ofNullable(nps);
    }

    public Optional<Double> tenureDays() {
        return Optional.ofNullable(tenureDays);
    }

    public Optional<Double> latePayments() {
        return Optional.ofNullable(latePayments);
    }

    public Optional<Double> activeUsers() {
        return Optional.ofNullable(activeUsers);
    }

    public Optional<Integer> integrations() {
        return Optional.ofNullable(integrations);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof GuideActivity that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /** The account and its figures, in the order of the features. */
    @Override
    public String toString() {
        return "GuideActivity" + content();
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                account,
                loginsLast30d,
                activeFeatures,
                availableFeatures,
                supportTickets,
                nps,
                tenureDays,
                latePayments,
                activeUsers,
                integrations);
    }

    /** Collects the figures of a GuideActivity. */
    public static final class Builder {
        private final String account;
        private @Nullable Double loginsLast30d;
        private @Nullable Integer activeFeatures;
        private @Nullable Integer availableFeatures;
        private @Nullable Double supportTickets;
        private @Nullable GuideNps nps;
        private @Nullable Double tenureDays;
        private @Nullable Double latePayments;
        private @Nullable Double activeUsers;
        private @Nullable Integer integrations;

        private Builder(String account) {
            this.account = Objects.requireNonNull(account, "account");
        }

        public Builder loginsLast30d(double logins) {
            loginsLast30d = logins;
            return this;
        }

        /** How many of how many. */
        public Builder features(int active, int available) {
            activeFeatures = active;
            availableFeatures = available;
            return this;
        }

        public Builder supportTickets(double tickets) {
            supportTickets = tickets;
            return this;
        }

        public Builder nps(GuideNps figure) {
            nps = Objects.requireNonNull(figure, "figure");
            return this;
        }

        public Builder tenureDays(double days) {
            tenureDays = days;
            return this;
        }

        public Builder latePayments(double payments) {
            latePayments = payments;
            return this;
        }

        public Builder activeUsers(double users) {
            activeUsers = users;
            return this;
        }

        public Builder integrations(int count) {
            integrations = count;
            return this;
        }

        public GuideActivity build() {
            return new GuideActivity(this);
        }
    }
}
