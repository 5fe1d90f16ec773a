package io.revops.ledger;

/**
 * One choice of a {@link RevenuePolicy}: for each convention there is one type, so that {@code with(Pause.CHURN)} needs no
 * name.
 */
public sealed interface PolicyOption
        permits Basis,
                ChurnTiming,
                Closing,
                DayFactor,
                DiscountRule,
                FreeAccount,
                FxMethod,
                GapTolerance,
                Grain,
                Grouping,
                MonthValue,
                PastDue,
                Pause,
                ProratedLines,
                Reactivation,
                Refund,
                ReportingCurrency,
                ReportingZone,
                SamePeriod,
                SourceBasis,
                StateRounding,
                Tax,
                Trial,
                Unpaid,
                Usage,
                WeekFactor {
    /** The convention that this is a choice of, {@code churn timing}: the same for every value of a type. */
    String option();

    /** What was chosen, in the words of a report. */
    String says();

    /** What was chosen, as it is written in a file: {@code SERVICE_END}, {@code WITHIN 90}. */
    String code();

    /**
     * A choice as it is written in a file.
     *
     * @param option {@link #option()} of the choice
     * @param code its {@link #code()}
     * @throws IllegalArgumentException if there is no such convention, or no such choice of it
     */
    static PolicyOption parse(String option, String code) {
        return OptionCodes.parse(option, code);
    }
}
