package io.revops.forecast.churn;

import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.Reasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one thing that is known of an account contributes to its score.
 *
 * @param feature what: a column as it came, or the one that several columns were made of
 * @param value of the account; empty where it is missing, or is a word
 * @param contribution to the log-odds: above 0, it goes with a higher risk
 * @param words for a reader
 */
public record RiskReason(String feature, OptionalDouble value, double contribution, String words) {
    public RiskReason {
        Objects.requireNonNull(feature, "feature");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(words, "words");
    }

    /** Columns that were made of one are one reason. */
    static List<RiskReason> of(Reasons reasons, Wording wording) {
        Map<String, List<Reasons.Part>> bySource = new LinkedHashMap<>();
        for (Reasons.Part part : reasons.parts()) {
            bySource.computeIfAbsent(part.feature().source(), s -> new ArrayList<>())
                    .add(part);
        }
        List<RiskReason> all = new ArrayList<>();
        bySource.forEach((source, parts) -> all.add(one(source, parts, wording)));
        return all;
    }

    private static RiskReason one(String source, List<Reasons.Part> parts, Wording wording) {
        double sum = 0;
        for (Reasons.Part part : parts) {
            sum += part.contribution();
        }
        Feature only = parts.get(0).feature();
        if (parts.size() == 1 && only.name().equals(source)) {
            double value = parts.get(0).value();
            return new RiskReason(
                    source,
                    Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    sum,
                    wording.tell(source, value));
        }
        String word = parts.stream()
                .filter(p -> p.value() == 1)
                .map(p -> word(p.feature(), source))
                .findFirst()
                .orElseGet(() ->
                        parts.size() == 1 && parts.get(0).value() == 0 ? "not " + word(only, source) : "not known");
        return new RiskReason(source, OptionalDouble.empty(), sum, source + " is " + word);
    }

    private static String word(Feature feature, String source) {
        return feature.name().startsWith(source + "=") ? feature.name().substring(source.length() + 1) : feature.name();
    }

    /** Whether it goes with a higher risk. */
    public boolean raises() {
        return contribution > 0;
    }

    /** {@code logins down 60 % against the previous 30 days: associated with a higher risk (+0.62)}. */
    @Override
    public String toString() {
        if (contribution == 0) {
            return words + ": makes no difference";
        }
        return words + ": associated with a " + (raises() ? "higher risk (+" : "lower risk (")
                + Told.number(contribution, 2) + ")";
    }
}
