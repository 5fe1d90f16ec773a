package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Feature;
import io.revops.ledger.RevenueView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Features in an order, under a name and a version: a model scores only the set that it was trained on. Immutable; each change is
 * another set.
 */
public final class FeatureSet {
    private final String name;
    private final String version;
    private final List<ChurnFeature> features;
    private final Map<String, Integer> places = new HashMap<>();

    private FeatureSet(String name, String version, List<ChurnFeature> features) {
        this.name = Objects.requireNonNull(name, "name");
        this.version = Objects.requireNonNull(version, "version");
        this.features = List.copyOf(features);
        if (name.isBlank() || version.isBlank() || features.isEmpty()) {
            throw new IllegalArgumentException("The feature set (" + name + " " + version + ") has " + features.size()
                    + " features. Maybe a name, a version, and at least one.");
        }
        for (ChurnFeature feature : features) {
            if (places.put(feature.name(), places.size()) != null) {
                throw new IllegalArgumentException("Two features of the set (" + name + " " + version + ") are named ("
                        + feature.name() + "). Maybe rename one, or take the old one out: without(\"" + feature.name()
                        + "\").");
            }
        }
    }

    /** A set of these features. */
    public static FeatureSet of(String name, String version, ChurnFeature... features) {
        return of(name, version, List.of(features));
    }

    /** A set of these features. */
    public static FeatureSet of(String name, String version, List<ChurnFeature> features) {
        return new FeatureSet(name, version, features);
    }

    /** The set under another name and version, as a host wants that has changed it. */
    public FeatureSet named(String otherName, String otherVersion) {
        return new FeatureSet(otherName, otherVersion, features);
    }

    /** These features and more, in that order. */
    public FeatureSet and(ChurnFeature... more) {
        return and(Arrays.asList(more));
    }

    /** These features and more, in that order. */
    public FeatureSet and(Collection<ChurnFeature> more) {
        List<ChurnFeature> all = new ArrayList<>(features);
        all.addAll(more);
        return new FeatureSet(name, version, all);
    }

    /** Only these features, in the order asked for. */
    public FeatureSet only(String... names) {
        return new FeatureSet(
                name, version, Arrays.stream(names).map(this::feature).toList());
    }

    /** All features but these. */
    public FeatureSet without(String... names) {
        Set<String> gone = new HashSet<>();
        for (String one : names) {
            gone.add(feature(one).name());
        }
        return new FeatureSet(
                name,
                version,
                features.stream().filter(f -> !gone.contains(f.name())).toList());
    }

    public String name() {
        return name;
    }

    /** Name and version: what {@link DataSet#version} is of rows of this set. */
    public String version() {
        return name + " " + version;
    }

    /** The features in order. */
    public List<ChurnFeature> features() {
        return features;
    }

    /** The names in order. */
    public List<String> names() {
        return features.stream().map(ChurnFeature::name).toList();
    }

    /** How many features. */
    public int size() {
        return features.size();
    }

    /** A feature by its name. */
    public ChurnFeature feature(String named) {
        return features.get(place(named));
    }

    /** A value of a feature in words; {@code NaN} is told as not known. */
    public String tell(String named, double value) {
        return feature(named).tell(value);
    }

    int place(String named) {
        Integer place = places.get(named);
        if (place == null) {
            throw new IllegalArgumentException("There is no feature (" + named + ") in " + version() + ". Maybe one of "
                    + new TreeSet<>(places.keySet()) + ".");
        }
        return place;
    }

    /** The columns of a table of this set. */
    public List<Feature> columns() {
        return features.stream().map(f -> Feature.of(f.name())).toList();
    }

    /** Reads this set from the book of a view, as its policy counts. */
    public FeatureReader from(RevenueView view) {
        return FeatureReader.of(this, view);
    }

    /** The rows to learn from as of each month's last day in the view: what happened is known to the view's end. */
    public ChurnRows rows(RevenueView view, ChurnLabel label) {
        return from(view).rows(label);
    }

    /** The rows to learn from as of these days: what happened is known to the view's end. */
    public ChurnRows rows(RevenueView view, ChurnLabel label, List<LocalDate> days) {
        return from(view).rows(label, days);
    }

    /** The active accounts as of one day, without an outcome: what a model scores. */
    public FeatureTable asOf(RevenueView view, LocalDate day) {
        return from(view).asOf(day);
    }

    /** {@code standard 1: 42 features}. */
    @Override
    public String toString() {
        return version() + ": " + features.size() + " features";
    }
}
