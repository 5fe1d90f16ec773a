package io.revops.forecast.churn;

import io.revops.forecast.learn.Finding;
import java.util.Arrays;
import java.util.List;

/** The guide's eight features of some accounts, in their order, and what was wrong with them. Immutable. */
public final class GuideTable {
    private final double[][] rows;
    private final List<Finding> findings;

    GuideTable(double[][] rows, List<Finding> findings) {
        this.rows = rows;
        this.findings = List.copyOf(findings);
    }

    /** One row of eight numbers for each account; {@code NaN} where one is missing. */
    public double[][] rows() {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** What is missing, and where the guide's Python would have stopped. */
    public List<Finding> findings() {
        return findings;
    }

    public int size() {
        return rows.length;
    }

    /** How many rows, and the findings. */
    @Override
    public String toString() {
        return rows.length + " rows x 8 features of the guide"
                + String.join("", findings.stream().map(f -> "\n  " + f).toList());
    }
}
