package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A logistic regression: log-odds = base + Σ coefficient · (value − mean).
 *
 * @param version the edition of the features
 * @param base the log-odds of a row at every mean
 * @param terms one for each feature, in the order in which they are read
 * @param interceptError the standard error of {@link #intercept}; empty if a column was left out for want of a coefficient
 * @param lambda the ridge it was held by
 * @param logLikelihood of the rows it learnt from, without the ridge
 */
public record LogisticModel(
        String version,
        double base,
        List<LogisticTerm> terms,
        OptionalDouble interceptError,
        double lambda,
        double logLikelihood)
        implements Explained {
    public LogisticModel {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(interceptError, "interceptError");
        terms = List.copyOf(terms);
        if (!Double.isFinite(base)) {
            throw new IllegalArgumentException("The base is " + base + ". Maybe the file was changed.");
        }
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public List<String> features() {
        return terms.stream().map(t -> t.feature().name()).toList();
    }

    /** The log-odds where every value is 0 and none is missing. */
    public double intercept() {
        double sum = base;
        for (LogisticTerm term : terms) {
            sum += term.contribution(0);
        }
        return sum;
    }

    /** The term of a feature. */
    public LogisticTerm term(String feature) {
        return terms.stream()
                .filter(t -> t.feature().name().equals(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no feature (" + feature + ") in the model. Maybe one of " + features() + "."));
    }

    @Override
    public double logOdds(double... values) {
        Width.check(values, terms.size());
        double sum = base;
        for (int i = 0; i < values.length; i++) {
            sum += terms.get(i).contribution(values[i]);
        }
        return sum;
    }

    @Override
    public Reasons reasons(double... values) {
        Width.check(values, terms.size());
        List<Reasons.Part> parts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LogisticTerm term = terms.get(i);
            parts.add(new Reasons.Part(term.feature(), values[i], term.contribution(values[i])));
        }
        return new Reasons(base, parts);
    }

    /** {@code logistic regression of 45 features, ridge 1.0}. */
    @Override
    public String toString() {
        return "logistic regression of " + terms.size() + " features, ridge " + lambda;
    }
}
