package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.forecast.learn.Finding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The active accounts as of one day with their features: what a model scores. Immutable; rows are in the order of account ids. */
public final class FeatureTable {
    private final FeatureSet set;
    private final LocalDate asOf;
    private final List<FeatureRow> rows;
    private final List<Finding> findings;
    private final Map<AccountId, FeatureRow> byAccount = new HashMap<>();

    FeatureTable(FeatureSet set, LocalDate asOf, List<FeatureRow> rows, List<Finding> findings) {
        this.set = Objects.requireNonNull(set, "set");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.rows = List.copyOf(rows);
        this.findings = List.copyOf(findings);
        rows.forEach(row -> byAccount.put(row.account(), row));
    }

    public FeatureSet set() {
        return set;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** One for each active account, also for those that have asked to go. */
    public List<FeatureRow> rows() {
        return rows;
    }

    /** What was found while it was read: values that are infinite, uses of accounts that are not known. */
    public List<Finding> findings() {
        return findings;
    }

    /** The row of an account. */
    public FeatureRow of(String account) {
        return of(new AccountId(account));
    }

    /** The row of an account. */
    public FeatureRow of(AccountId account) {
        FeatureRow row = byAccount.get(account);
        if (row == null) {
            throw new IllegalArgumentException("The account (" + account + ") has no row as of " + asOf
                    + ". Maybe it was not active; " + rows.size() + " accounts were.");
        }
        return row;
    }

    /** {@code 214 accounts as of 2025-12-31, standard 1: 42 features}. */
    @Override
    public String toString() {
        return rows.size() + " accounts as of " + asOf + ", " + set;
    }
}
