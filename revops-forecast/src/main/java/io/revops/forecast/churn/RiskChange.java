package io.revops.forecast.churn;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What changed of one account from one scoring to the next, by the same model.
 *
 * @param before the earlier score
 * @param now the later score
 * @param features one for each feature, in their order: what they changed adds up to the change of the log-odds
 */
public record RiskChange(RiskScore before, RiskScore now, List<Moved> features) {
    /**
     * One feature.
     *
     * @param valueBefore empty where it was missing, or is a word
     * @param valueNow likewise
     */
    public record Moved(
            String feature,
            OptionalDouble valueBefore,
            OptionalDouble valueNow,
            double contributionBefore,
            double contributionNow,
            String wordsBefore,
            String wordsNow) {
        /** By how much it changed the log-odds. */
        public double change() {
            return contributionNow - contributionBefore;
        }

        /** {@code logins up 3 % against the previous 30 days, now: logins down 60 % against ...}. */
        @Override
        public String toString() {
            return wordsBefore.equals(wordsNow) ? wordsNow + ", as before" : wordsBefore + ", now: " + wordsNow;
        }
    }

    public RiskChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(now, "now");
        features = List.copyOf(features);
    }

    public String account() {
        return now.account();
    }

    /** By how much the probability changed; empty unless both are scored. */
    public OptionalDouble probability() {
        return before.isScored() && now.isScored()
                ? OptionalDouble.of(
                        now.probability().orElseThrow() - before.probability().orElseThrow())
                : OptionalDouble.empty();
    }

    /** What changed the score most, either way; of equal ones the earlier feature. */
    public List<Moved> top(int most) {
        return features.stream()
                .filter(m -> m.change() != 0)
                .sorted(Comparator.comparingDouble((Moved m) -> -Math.abs(m.change())))
                .limit(most)
                .toList();
    }
}
