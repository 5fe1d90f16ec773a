package io.revops.forecast.churn;

import io.revops.book.AccountId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** The values of a feature set for an account as of a day. Immutable. */
public final class FeatureRow {
    private final FeatureSet set;
    private final AccountId account;
    private final LocalDate asOf;
    private final Optional<LocalDate> agreedEnd;
    private final double[] values;

    FeatureRow(FeatureSet set, AccountId account, LocalDate asOf, Optional<LocalDate> agreedEnd, double[] values) {
        this.set = Objects.requireNonNull(set, "set");
        this.account = Objects.requireNonNull(account, "account");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.agreedEnd = Objects.requireNonNull(agreedEnd, "agreedEnd");
        this.values = values;
    }

    public FeatureSet set() {
        return set;
    }

    public AccountId account() {
        return account;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Whether it had already asked to go: its outcome needs no model. */
    public boolean isLeaving() {
        return agreedEnd.isPresent();
    }

    /** The first day on which nothing of it runs any more, if it had already asked to go. */
    public Optional<LocalDate> agreedEnd() {
        return agreedEnd;
    }

    /** What names the row in a table: {@code acme 2025-06-30}. */
    public String id() {
        return account + " " + asOf;
    }

    /** A value; empty where it is missing. */
    public OptionalDouble value(String feature) {
        double value = values[set.place(feature)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The values in the order of the set, as a model takes them; {@code NaN} where one is missing. */
    public double[] values() {
        return values.clone();
    }

    /** The features that have no value. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            if (Double.isNaN(values[f])) {
                missing.add(set.features().get(f).name());
            }
        }
        return List.copyOf(missing);
    }

    /** One feature in words. */
    public String tell(String feature) {
        return set.tell(feature, values[set.place(feature)]);
    }

    /** Every value that is there in words, in the order of the set. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            if (!Double.isNaN(values[f])) {
                told.add(set.features().get(f).tell(values[f]));
            }
        }
        return List.copyOf(told);
    }

    FeatureRow only(FeatureSet some) {
        return new FeatureRow(
                some,
                account,
                asOf,
                agreedEnd,
                some.names().stream()
                        .mapToDouble(name -> values[set.place(name)])
                        .toArray());
    }

    double[] raw() {
        return values;
    }

    /** Account and day, then the values in words. */
    @Override
    public String toString() {
        return account + " as of " + asOf + (isLeaving() ? ", has asked to go" : "") + "\n  "
                + String.join("\n  ", told());
    }
}
