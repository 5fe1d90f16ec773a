package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How much less is asked of somebody who was away: the quota by days.
 *
 * @param quota of the whole period
 * @param days of the period, at least 1
 * @param away of them
 */
public record QuotaRelief(Money quota, long days, long away) {
    public QuotaRelief {
        Objects.requireNonNull(quota, "quota");
        if (days < 1 || away < 0 || away > days) {
            throw new IllegalArgumentException(
                    "Of " + days + " days " + away + " are away. Maybe leave that lies in the period.");
        }
    }

    /** For days of leave; what lies outside the period does not count, and a day in two of them counts once. */
    public static QuotaRelief of(Money quota, Span period, List<Span> leave) {
        long away = 0;
        for (LocalDate day = period.from(); day.isBefore(period.to()); day = day.plusDays(1)) {
            LocalDate at = day;
            away += leave.stream().anyMatch(l -> l.contains(at)) ? 1 : 0;
        }
        return new QuotaRelief(quota, period.days(), away);
    }

    /** What is asked for: quota × (days − away) / days, half-up to the cent. */
    public Money relieved() {
        int digits = Math.max(0, quota.currency().getDefaultFractionDigits());
        return Money.of(
                quota.amount()
                        .multiply(BigDecimal.valueOf(days - away))
                        .divide(BigDecimal.valueOf(days), digits, RoundingMode.HALF_UP),
                quota.currency());
    }

    /** What is no longer asked for. */
    public Money relief() {
        return quota.minus(relieved());
    }
}
