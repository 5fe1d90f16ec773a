package io.revops.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The conventions of a vendor or of a house under one name: each choice with where it is published, and what of the vendor's
 * behaviour it cannot reproduce.
 *
 * <p>What is not listed is the standard's. A preset has no reporting zone and currency of its own: set them with
 * {@link RevenuePolicy#with}.
 */
public final class PolicyPreset {
    /**
     * One choice of a preset.
     *
     * @param source where it is published, or why it was chosen
     */
    public record Choice(PolicyOption option, String source) {
        public Choice {
            Objects.requireNonNull(option, "option");
            Objects.requireNonNull(source, "source");
        }

        /** {@code pause: counts (https://...)}. */
        @Override
        public String toString() {
            return option.option() + ": " + option.says() + (source.isEmpty() ? "" : " (" + source + ")");
        }
    }

    private final String id;
    private final String title;
    private final List<Choice> choices;
    private final List<String> limits;
    private final RevenuePolicy policy;

    private PolicyPreset(Builder from) {
        id = from.id;
        title = from.title;
        choices = List.copyOf(from.choices);
        limits = List.copyOf(from.limits);
        policy = RevenuePolicy.standard()
                .with(choices.stream().map(Choice::option).toArray(PolicyOption[]::new));
    }

    /**
     * Starts a preset of one's own.
     *
     * @param id in kebab case: lower-case letters, digits and hyphens
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /**
     * A preset of the library by its id.
     *
     * @throws IllegalArgumentException if there is none; it names those there are
     */
    public static PolicyPreset of(String id) {
        return all().stream()
                .filter(p -> p.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no preset (" + id + "). Maybe one of "
                        + all().stream().map(PolicyPreset::id).toList() + "."));
    }

    /** All presets of the library; the standard first. */
    public static List<PolicyPreset> all() {
        return VendorPresets.ALL;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Net movements or events, in UTC, in the only currency there is, unless changed with {@link RevenuePolicy#with}. */
    public RevenuePolicy policy() {
        return policy;
    }

    /** Every choice that is published or was made on purpose, those that are also the standard's among them. */
    public List<Choice> choices() {
        return choices;
    }

    /** What of the vendor's behaviour comes out otherwise, in sentences. */
    public List<String> limits() {
        return limits;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PolicyPreset that
                && id.equals(that.id)
                && title.equals(that.title)
                && choices.equals(that.choices)
                && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, title, choices, limits);
    }

    /** Title, choices and limits, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append(" (").append(id).append(')');
        choices.forEach(c -> text.append("\n  ").append(c));
        limits.forEach(l -> text.append("\n  but: ").append(l));
        return text.toString();
    }

    /** Collects the choices of a preset. */
    public static final class Builder {
        private final String id;
        private final String title;
        private final List<Choice> choices = new ArrayList<>();
        private final List<String> limits = new ArrayList<>();

        private Builder(String id, String title) {
            if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException(
                        "A preset is called (" + id + "). Maybe lower-case letters, digits and hyphens.");
            }
            this.id = id;
            this.title = Objects.requireNonNull(title, "title");
        }

        /**
         * Adds choices that one source says.
         *
         * @throws IllegalArgumentException if a convention was chosen already
         */
        public Builder choose(String source, PolicyOption... options) {
            for (PolicyOption option : options) {
                for (Choice choice : choices) {
                    if (choice.option().option().equals(option.option())) {
                        throw new IllegalArgumentException("The preset " + id + " chooses " + option.option() + " "
                                + choice.option().code() + " and " + option.code() + ". Maybe one of the two.");
                    }
                }
                choices.add(new Choice(option, source));
            }
            return this;
        }

        /** Adds something that the preset cannot reproduce. */
        public Builder limit(String sentence) {
            limits.add(Objects.requireNonNull(sentence, "sentence"));
            return this;
        }

        /**
         * The preset.
         *
         * @throws IllegalArgumentException if two choices do not go together; it names both
         */
        public PolicyPreset build() {
            return new PolicyPreset(this);
        }
    }
}
