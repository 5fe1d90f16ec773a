package io.revops.book;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a price that depends on how many are bought.
 *
 * @param upTo the greatest quantity of the step, included; absent in the last step
 * @param unitAmount for each unit in the step
 * @param flatAmount once, if the step is reached
 */
public record Tier(@Nullable BigDecimal upTo, BigDecimal unitAmount, BigDecimal flatAmount) {
    public Tier {
        Objects.requireNonNull(unitAmount, "unitAmount");
        Objects.requireNonNull(flatAmount, "flatAmount");
    }
}
