package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.Folds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Accounts as of several days with their features, and what each did in the horizon after: what a model learns from. Immutable; rows are
 * in the order of days, then of account ids.
 */
public final class ChurnRows {
    private final FeatureSet set;
    private final ChurnLabel label;
    private final List<FeatureRow> rows;
    private final List<ChurnOutcome> outcomes;
    private final LeftOut leftOut;
    private final List<Finding> findings;

    ChurnRows(
            FeatureSet set,
            ChurnLabel label,
            List<FeatureRow> rows,
            List<ChurnOutcome> outcomes,
            LeftOut leftOut,
            List<Finding> findings) {
        this.set = Objects.requireNonNull(set, "set");
        this.label = Objects.requireNonNull(label, "label");
        this.rows = List.copyOf(rows);
        this.outcomes = List.copyOf(outcomes);
        this.leftOut = Objects.requireNonNull(leftOut, "leftOut");
        this.findings = List.copyOf(findings);
    }

    public FeatureSet set() {
        return set;
    }

    public ChurnLabel label() {
        return label;
    }

    public int size() {
        return rows.size();
    }

    public FeatureRow row(int place) {
        return rows.get(place);
    }

    /** What the account of a row did in the horizon. */
    public ChurnOutcome outcome(int place) {
        return outcomes.get(place);
    }

    public List<FeatureRow> rows() {
        return rows;
    }

    /** The outcomes in the order of the rows. */
    public List<ChurnOutcome> outcomes() {
        return outcomes;
    }

    /** How many accounts are no rows, and why. */
    public LeftOut leftOut() {
        return leftOut;
    }

    /** What was found while it was read: values that are infinite, uses of accounts that are not known. */
    public List<Finding> findings() {
        return findings;
    }

    /** The as-of dates that have rows, in order. */
    public List<LocalDate> days() {
        return List.copyOf(new TreeSet<>(rows.stream().map(FeatureRow::asOf).toList()));
    }

    /**
     * The same rows without the features that are the same in each of them, or missing in each: those of facts that a company does not
     * have. Score later days with {@link #set()} of the result.
     *
     * @throws IllegalArgumentException if no feature is left
     */
    public ChurnRows withoutConstants() {
        List<String> telling = new ArrayList<>();
        for (int f = 0; f < set.size(); f++) {
            int place = f;
            if (rows.stream().mapToDouble(r -> r.raw()[place]).distinct().count() > 1) {
                telling.add(set.names().get(f));
            }
        }
        FeatureSet some = set.only(telling.toArray(String[]::new));
        return new ChurnRows(some, label, rows.stream().map(r -> r.only(some)).toList(), outcomes, leftOut, findings);
    }

    /** A table to learn from, with a label of 1 where the account left. */
    public DataSet data() {
        return data(ChurnTarget.CHURN);
    }

    /**
     * A table to learn from, with a label of 1 where that happened. Rows are dated as of their day, and grouped by account; the outcome is
     * dated by the end of the horizon.
     */
    public DataSet data(ChurnTarget target) {
        DataSetBuilder data = DataSet.of(set.columns()).version(set.version());
        for (int i = 0; i < rows.size(); i++) {
            FeatureRow row = rows.get(i);
            data.row(row.id(), outcomes.get(i).is(target) ? 1 : 0, row.raw())
                    .in(row.account().value())
                    .on(row.asOf())
                    .outcomeOn(label.horizon(row.asOf()).to());
        }
        return data.build();
    }

    /**
     * Rolling origin over the last days: at each of them, learnt from rows whose outcome was known by then.
     *
     * @param last how many of the last as-of dates are origins, at least 1
     */
    public Folds folds(int last) {
        List<LocalDate> days = new ArrayList<>(days());
        if (last < 1 || last > days.size()) {
            throw new IllegalArgumentException("There are rows as of " + days.size() + " days, and " + last
                    + " of them are to be measured. Maybe from 1 to " + days.size() + ".");
        }
        return Folds.rolling(label.embargoDays(), days.subList(days.size() - last, days.size()));
    }

    /** {@code 1204 rows of 214 accounts on 9 days, standard 1: 42 features; 61 left; ...}. */
    @Override
    public String toString() {
        long left = outcomes.stream().filter(o -> o.is(ChurnTarget.CHURN)).count();
        long accounts = rows.stream().map(FeatureRow::account).distinct().count();
        return size() + " rows of " + accounts + " accounts on " + days().size() + " days, " + set + "; " + label + ": "
                + left + " left\n" + leftOut;
    }
}
