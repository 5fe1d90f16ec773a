package io.revops.forecast.churn;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One thing about an account that may tell whether it leaves: a name, a unit, how many days it looks back, what it reads, and how it is
 * told.
 *
 * <pre>{@code
 * ChurnFeature.of("exports_30d", FeatureUnit.COUNT, (window, account) -> account.usage("export").in(window).events())
 * }</pre>
 */
public final class ChurnFeature {
    private static final int USUAL_DAYS = 30;

    private final String name;
    private final FeatureUnit unit;
    private final int days;
    private final FeatureFunction function;
    private final Phrase phrase;

    private ChurnFeature(String name, FeatureUnit unit, int days, FeatureFunction function, Phrase phrase) {
        this.name = Objects.requireNonNull(name, "name");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.days = days;
        this.function = Objects.requireNonNull(function, "function");
        this.phrase = Objects.requireNonNull(phrase, "phrase");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A feature has no name. Maybe exports_30d.");
        }
        if (days < 1) {
            throw new IllegalArgumentException("The feature (" + name + ") looks back " + days
                    + " days. Maybe 30, or 1 for the as-of date alone.");
        }
    }

    /** A feature that looks back 30 days and is told as its name and value. */
    public static ChurnFeature of(String name, FeatureUnit unit, FeatureFunction function) {
        return new ChurnFeature(
                name,
                unit,
                USUAL_DAYS,
                function,
                Phrase.of(unit, name.replace('_', ' ').replace("{}", "") + ": {}"));
    }

    /** The same with another number of days to look back, at least 1. */
    public ChurnFeature over(int otherDays) {
        return new ChurnFeature(name, unit, otherDays, function, phrase);
    }

    /** The same, told in other words. */
    public ChurnFeature told(Phrase words) {
        return new ChurnFeature(name, unit, days, function, words);
    }

    /** The same, told in a sentence in which {@code {}} stands for the value, and {@code (s)} for an s unless that is 1. */
    public ChurnFeature told(String sentence) {
        return told(Phrase.of(unit, sentence));
    }

    /** Unique in its set. */
    public String name() {
        return name;
    }

    public FeatureUnit unit() {
        return unit;
    }

    /** How many days it looks back, the as-of date included. */
    public int days() {
        return days;
    }

    /** Its value for an account as of a day; empty where there is none. */
    public OptionalDouble value(AccountAsOf account) {
        double value = raw(account);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The value as the function gives it: {@code NaN} where there is none. */
    double raw(AccountAsOf account) {
        return function.of(account.last(days), account);
    }

    /** The value in words: {@code logins down 60 % against the previous 30 days}; of a missing one (NaN), that it is not known. */
    public String tell(double value) {
        return Double.isFinite(value) ? phrase.tell(value) : name.replace('_', ' ') + " is not known";
    }

    /** {@code exports_30d (count, 30 days)}. */
    @Override
    public String toString() {
        return name + " (" + unit.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + days
                + (days == 1 ? " day)" : " days)");
    }
}
