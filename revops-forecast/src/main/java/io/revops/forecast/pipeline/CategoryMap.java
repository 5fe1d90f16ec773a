package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which of our categories a word of a CRM means: the words of its forecast field, and the stages of those that have no such field.
 *
 * <p>Case, spaces, hyphens and underscores do not matter: {@code BestCase}, {@code Best Case} and {@code BEST_CASE} are one word.
 * A word that is not in the map has no category, rather than some default.
 */
public final class CategoryMap {
    private final SortedMap<String, ForecastCategory> words;

    private CategoryMap(SortedMap<String, ForecastCategory> words) {
        this.words = words;
    }

    /** A map of no word. */
    public static CategoryMap none() {
        return new CategoryMap(new TreeMap<>());
    }

    /** Our own names of the categories. */
    public static CategoryMap standard() {
        CategoryMap map = none();
        for (ForecastCategory category : ForecastCategory.values()) {
            map = map.with(category.name(), category);
        }
        return map;
    }

    /** Salesforce's ForecastCategory and ForecastCategoryName: Pipeline, Best Case, Most Likely, Forecast or Commit, Closed, Omitted. */
    public static CategoryMap salesforce() {
        return standard().with("Forecast", ForecastCategory.COMMIT);
    }

    /** HubSpot's hs_manual_forecast_category: Not forecasted, Pipeline, Best case, Most likely, Commit, Closed won. */
    public static CategoryMap hubspot() {
        return standard()
                .with("Not forecasted", ForecastCategory.OMITTED)
                .with("Don't forecast", ForecastCategory.OMITTED)
                .with("Omit", ForecastCategory.OMITTED)
                .with("Closed won", ForecastCategory.CLOSED);
    }

    /** Dynamics 365's msdyn_forecastcategory: Pipeline, Best case, Committed, Omitted, Won, Lost; a lost deal counts nowhere. */
    public static CategoryMap dynamics() {
        return standard()
                .with("Committed", ForecastCategory.COMMIT)
                .with("Won", ForecastCategory.CLOSED)
                .with("Lost", ForecastCategory.OMITTED);
    }

    /** The same with one more word, or with another meaning of it. */
    public CategoryMap with(String word, ForecastCategory category) {
        SortedMap<String, ForecastCategory> more = new TreeMap<>(words);
        more.put(key(word), category);
        return new CategoryMap(more);
    }

    /** What a word means; empty if it is not in the map. */
    public Optional<ForecastCategory> find(String word) {
        return Optional.ofNullable(words.get(key(word)));
    }

    /**
     * What a word means.
     *
     * @throws IllegalArgumentException if it is not in the map
     */
    public ForecastCategory of(String word) {
        return find(word)
                .orElseThrow(() -> new IllegalArgumentException("There is no forecast category (" + word
                        + "). Maybe add it with with(word, category); there are " + words.keySet() + "."));
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CategoryMap that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** The words and what they mean. */
    @Override
    public String toString() {
        return words.toString();
    }
}
