package io.revops.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How often a span is cut: at every day, Monday, month, quarter or year of the calendar. */
public enum Cadence {
    DAY,
    /** ISO weeks, which begin on Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first day of the period that a date is in. */
    public LocalDate floor(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER ->
                date.withMonth((date.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The first day of the period after the one that a date is in. */
    public LocalDate next(LocalDate date) {
        LocalDate start = floor(date);
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The periods of a span in order; where the span begins or ends inside a period, that one is short. */
    public List<Span> cut(Span span) {
        List<Span> cut = new ArrayList<>();
        for (LocalDate from = span.from(); from.isBefore(span.to()); ) {
            LocalDate to = next(from).isBefore(span.to()) ? next(from) : span.to();
            cut.add(Span.of(from, to));
            from = to;
        }
        return List.copyOf(cut);
    }
}
