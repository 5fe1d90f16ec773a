package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.List;
import java.util.Objects;

/**
 * An overlay's quota.
 *
 * @param overlay whose
 * @param amount share × the quotas of its units, half-up to the cent
 * @param covered the quotas of its units; all of it is in the plan's sum already, and the overlay's is not
 * @param months the quota of each month; they add up to what is not closed yet
 */
public record OverlayQuota(Overlay overlay, Money amount, Money covered, List<Money> months) {
    public OverlayQuota {
        Objects.requireNonNull(overlay, "overlay");
        months = List.copyOf(months);
    }

    /** {@code Sales engineers: USD 3,000,000.00, which repeats West, East}. */
    @Override
    public String toString() {
        return overlay.id() + ": " + Cents.print(amount) + ", which repeats " + String.join(", ", overlay.units());
    }
}
