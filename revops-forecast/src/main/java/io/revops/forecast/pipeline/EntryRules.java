package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What has to be true of a deal in each category; a surer one also asks for what the less sure ones do.
 *
 * <p>The rules change no category. They say which one a deal has earned, and name each rule that the category its seller chose
 * breaks.
 */
public final class EntryRules {
    /** From the least sure on. */
    private static final List<ForecastCategory> OPEN = List.of(
            ForecastCategory.PIPELINE,
            ForecastCategory.BEST_CASE,
            ForecastCategory.MOST_LIKELY,
            ForecastCategory.COMMIT);

    private static final EntryRules NONE = new EntryRules(new EnumMap<>(ForecastCategory.class));

    private final Map<ForecastCategory, List<EntryRule>> rules;

    private EntryRules(Map<ForecastCategory, List<EntryRule>> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** Every deal may be in any category. */
    public static EntryRules none() {
        return NONE;
    }

    /** The same with more rules for a category and those that are surer. */
    public EntryRules require(ForecastCategory category, EntryRule... more) {
        if (!OPEN.contains(category)) {
            throw new IllegalArgumentException(
                    "No rule leads into " + category.name().toLowerCase(Locale.ROOT) + ". Maybe one of " + OPEN + ".");
        }
        Map<ForecastCategory, List<EntryRule>> all = new EnumMap<>(ForecastCategory.class);
        all.putAll(rules);
        List<EntryRule> both = new ArrayList<>(all.getOrDefault(category, List.of()));
        both.addAll(Arrays.asList(more));
        all.put(category, List.copyOf(both));
        return new EntryRules(all);
    }

    /** All rules that a deal in a category has to meet. */
    public List<EntryRule> of(ForecastCategory category) {
        List<EntryRule> all = new ArrayList<>();
        for (ForecastCategory each : OPEN.subList(0, OPEN.indexOf(category) + 1)) {
            all.addAll(rules.getOrDefault(each, List.of()));
        }
        return all;
    }

    /**
     * A rule that a deal does not meet.
     *
     * @param rule what is asked for
     * @param why what is the matter with the deal
     */
    public record Unmet(EntryRule rule, String why) {
        public Unmet {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(why, "why");
        }

        /** {@code closes in the period: it has no close date}. */
        @Override
        public String toString() {
            return rule + ": " + why;
        }
    }

    /**
     * A deal, its category and the one that it has earned.
     *
     * @param deal its id
     * @param said what its seller says; empty if nothing
     * @param earned the surest category whose rules it meets; empty if it meets those of none
     * @param broken the rules that the category its seller chose breaks
     * @param wanting for each category that it has not earned, the rules that are in the way
     */
    public record Check(
            String deal,
            Optional<ForecastCategory> said,
            Optional<ForecastCategory> earned,
            List<Unmet> broken,
            Map<ForecastCategory, List<Unmet>> wanting) {
        public Check {
            Objects.requireNonNull(deal, "deal");
            broken = List.copyOf(broken);
            wanting = Map.copyOf(wanting);
        }

        /** Whether the seller's category breaks a rule, or says that an open deal is closed. */
        public boolean isFlagged() {
            return !broken.isEmpty()
                    || said.filter(c -> c == ForecastCategory.CLOSED).isPresent();
        }

        /** {@code D-17 commit breaks: closes in the period: it has no close date}. */
        @Override
        public String toString() {
            String category = said.map(EntryRules::word).orElse("no category");
            if (!isFlagged()) {
                return deal + " " + category + " breaks no rule";
            }
            return deal + " " + category
                    + (broken.isEmpty()
                            ? ", and it is open"
                            : " breaks: "
                                    + String.join(
                                            "; ",
                                            broken.stream().map(Unmet::toString).toList()));
        }
    }

    /**
     * Checks one open deal.
     *
     * @throws IllegalArgumentException if it is closed
     */
    public Check check(DealPath deal, EntryRule.Surroundings around) {
        if (!deal.isOpen()) {
            throw new IllegalArgumentException(
                    "The deal (" + deal.id() + ") is closed. Maybe check those that are open.");
        }
        Map<ForecastCategory, List<Unmet>> wanting = new EnumMap<>(ForecastCategory.class);
        Optional<ForecastCategory> earned = Optional.empty();
        for (ForecastCategory category : OPEN) {
            List<Unmet> unmet = new ArrayList<>();
            for (EntryRule rule : of(category)) {
                rule.unmet(deal, around).ifPresent(why -> unmet.add(new Unmet(rule, why)));
            }
            if (unmet.isEmpty()) {
                earned = Optional.of(category);
            } else {
                wanting.put(category, List.copyOf(unmet));
            }
        }
        Optional<ForecastCategory> said = deal.last().category();
        List<Unmet> broken = said.map(c -> wanting.getOrDefault(c, List.of())).orElse(List.of());
        return new Check(deal.id(), said, earned, broken, wanting);
    }

    /**
     * Checks the open deals that are called for a period: all but those that are expected to close after it.
     *
     * @param activities the day of the last activity by the id of the deal
     */
    public List<Check> check(Pipeline pipeline, Span period, Map<String, LocalDate> activities) {
        EntryRule.Surroundings around =
                new EntryRule.Surroundings(pipeline.asOf(), period, pipeline.currency(), activities);
        return pipeline.open().stream()
                .filter(d -> d.last()
                        .closeDate()
                        .filter(day -> !day.isBefore(period.to()))
                        .isEmpty())
                .map(d -> check(d, around))
                .toList();
    }

    private static String word(ForecastCategory category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof EntryRules that && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    /** The rules of each category. */
    @Override
    public String toString() {
        return rules.toString();
    }
}
