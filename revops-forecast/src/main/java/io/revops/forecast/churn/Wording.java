package io.revops.forecast.churn;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Puts what is known of a feature into words: {@code logins down 60 % against the previous 30 days}. A set of features is one. */
@FunctionalInterface
public interface Wording {
    /**
     * The words for a value.
     *
     * @param value {@code NaN} where it is missing
     */
    String tell(String feature, double value);

    /** The name of the feature and its value, for columns that nobody has words for. */
    static Wording plain() {
        return (feature, value) -> {
            String name = feature.replace('_', ' ');
            return Double.isFinite(value)
                    ? name + " is "
                            + BigDecimal.valueOf(value)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .stripTrailingZeros()
                                    .toPlainString()
                    : name + " is not known";
        };
    }
}
