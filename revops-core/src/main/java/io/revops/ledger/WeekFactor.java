package io.revops.ledger;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How many weeks a year has, by which a price per week becomes one per month.
 *
 * @param perYear 52 unless set; 0 if what is billed by the week does not count
 */
public record WeekFactor(BigDecimal perYear) implements PolicyOption {
    /** 52 a year, 52/12 a month. */
    public static final WeekFactor EXACT = new WeekFactor(BigDecimal.valueOf(52));

    /** Four weeks a month, and so 48 a year. */
    public static final WeekFactor FOUR = perMonth("4");

    /** What is billed by the week does not count. */
    public static final WeekFactor NONE = new WeekFactor(BigDecimal.ZERO);

    public WeekFactor {
        perYear = OptionCodes.plain(Objects.requireNonNull(perYear, "perYear"));
        if (perYear.signum() < 0 || perYear.compareTo(BigDecimal.valueOf(1000)) > 0) {
            throw new IllegalArgumentException(
                    "A year has " + perYear.toPlainString() + " weeks. Maybe WeekFactor.EXACT.");
        }
    }

    /** So many weeks a month, {@code 4.33}. */
    public static WeekFactor perMonth(String weeks) {
        return new WeekFactor(OptionCodes.number(weeks).multiply(BigDecimal.valueOf(12)));
    }

    @Override
    public String option() {
        return "week factor";
    }

    @Override
    public String says() {
        return perYear.signum() == 0
                ? "what is billed by the week does not count"
                : "a year has " + perYear.toPlainString() + " weeks";
    }

    @Override
    public String code() {
        return perYear.toPlainString();
    }
}
