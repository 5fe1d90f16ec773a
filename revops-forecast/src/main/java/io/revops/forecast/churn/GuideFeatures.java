package io.revops.forecast.churn;

import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.FindingCode;
import io.revops.forecast.learn.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The eight churn features of the RevOps guide, kept to be compared with: {@link ChurnFeatures#standard} is the set to use.
 *
 * <p>{@link #V1} is the guide's Python bit for bit, its faults included: tickets are not scaled, logins and users know no size and no
 * limit, tenure ends at two years, nothing has a date. {@link #V2} scales tickets and takes an individual's answer as well as an
 * aggregate, each by its own scale. In both, what would have stopped the Python is a missing value with a finding.
 */
public enum GuideFeatures {
    /** As printed. */
    V1("guide 1"),
    /** Tickets from 0 to 1, and a figure of recommendation that says what it is. */
    V2("guide 2");

    private static final List<String> NAMES = List.of(
            "login_frequency_30d",
            "feature_adoption",
            "support_tickets",
            "nps",
            "tenure",
            "late_payments",
            "active_users",
            "integrations");
    private static final double UNINFORMED = 0.5;

    private final String version;

    GuideFeatures(String version) {
        this.version = version;
    }

    /** The names of the eight columns in order. */
    public List<String> names() {
        return NAMES;
    }

    /** The columns of a table of these features. */
    public List<Feature> columns() {
        return NAMES.stream().map(Feature::of).toList();
    }

    /** {@code guide 1}: what {@link io.revops.forecast.learn.DataSet#version} is of rows of these features. */
    public String version() {
        return version;
    }

    /** The features of some accounts, in the order of the accounts. */
    public GuideTable prepare(List<GuideActivity> accounts) {
        double[][] rows = new double[accounts.size()][];
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            GuideActivity of = accounts.get(i);
            rows[i] = row(of);
            for (int f = 0; f < NAMES.size(); f++) {
                if (Double.isNaN(rows[i][f])) {
                    faults.computeIfAbsent(NAMES.get(f), n -> new ArrayList<>()).add(of.account());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (String name : NAMES) {
            List<String> missing = faults.getOrDefault(name, List.of());
            if (!missing.isEmpty()) {
                findings.add(new Finding(
                        FindingCode.MISSING_VALUES,
                        name,
                        missing.size(),
                        "The feature (" + name + ") has no value for " + missing.size() + " of " + rows.length
                                + " accounts, first for (" + missing.get(0) + "). Maybe " + maybe(name) + "."));
            }
        }
        return new GuideTable(rows, findings);
    }

    private String maybe(String name) {
        return switch (name) {
            case "feature_adoption" -> "there are no available features to divide by, or they were not counted";
            case "nps" ->
                this == V1
                        ? "it is an individual answer, which V2 takes, or nobody was asked"
                        : "it is outside -100 to 100 (0 to 10 of an answer), or nobody was asked";
            default -> "it was not measured";
        };
    }

    private double[] row(GuideActivity of) {
        double tickets = least(of.supportTickets().orElse(Double.NaN), 20);
        return new double[] {
            of.loginsLast30d().orElse(Double.NaN) / 30,
            adoption(of),
            this == V1 ? tickets : tickets / 20,
            of.nps().map(this::nps).orElse(Double.NaN),
            least(of.tenureDays().orElse(Double.NaN) / 730, 1),
            least(of.latePayments().orElse(Double.NaN), 5) / 5,
            of.activeUsers().orElse(Double.NaN) / 100,
            least(of.integrations().map(Integer::doubleValue).orElse(Double.NaN), 10) / 10
        };
    }

    private static double adoption(GuideActivity of) {
        return of.activeFeatures().isEmpty() || of.availableFeatures().orElse(0) == 0
                ? Double.NaN
                : (double) of.activeFeatures().get() / of.availableFeatures().get();
    }

    private double nps(GuideNps figure) {
        if (this == V2 && !figure.isInRange()) {
            return Double.NaN;
        }
        return switch (figure.kind()) {
            case AGGREGATE -> (figure.value() + 100) / 200;
            case ANSWER -> this == V2 ? figure.value() / 10 : Double.NaN;
        };
    }

    /** As Python's min: the first unless the second is less. */
    private static double least(double value, double limit) {
        return limit < value ? limit : value;
    }

    /**
     * The guide's prediction: the model's probability of each row, and 0.5 for every row where there is no model. Only here is there such an
     * answer; elsewhere an account without a model has no score.
     */
    public List<GuideScore> predict(Optional<? extends Scorer> model, double[]... rows) {
        return Arrays.stream(rows)
                .map(row -> model.map(m -> new GuideScore(m.probability(row), true))
                        .orElse(new GuideScore(UNINFORMED, false)))
                .toList();
    }
}
