package io.revops.ledger;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How many days a year has, by which a price per day becomes one per month.
 *
 * @param perYear 365 unless set; 0 if what is billed by the day does not count
 */
public record DayFactor(BigDecimal perYear) implements PolicyOption {
    /** 365 a year, 365/12 a month. */
    public static final DayFactor EXACT = new DayFactor(BigDecimal.valueOf(365));

    /** Thirty days a month, and so 360 a year. */
    public static final DayFactor THIRTY = perMonth("30");

    /** What is billed by the day does not count. */
    public static final DayFactor NONE = new DayFactor(BigDecimal.ZERO);

    public DayFactor {
        perYear = OptionCodes.plain(Objects.requireNonNull(perYear, "perYear"));
        if (perYear.signum() < 0 || perYear.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new IllegalArgumentException(
                    "A year has " + perYear.toPlainString() + " days. Maybe DayFactor.EXACT.");
        }
    }

    /** So many days a month, {@code 30.44}. */
    public static DayFactor perMonth(String days) {
        return new DayFactor(OptionCodes.number(days).multiply(BigDecimal.valueOf(12)));
    }

    @Override
    public String option() {
        return "day factor";
    }

    @Override
    public String says() {
        return perYear.signum() == 0
                ? "what is billed by the day does not count"
                : "a year has " + perYear.toPlainString() + " days";
    }

    @Override
    public String code() {
        return perYear.toPlainString();
    }
}
