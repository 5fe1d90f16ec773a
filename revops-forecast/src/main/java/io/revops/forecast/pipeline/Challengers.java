package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The simple methods: what each says of the rest of a period, or why it says nothing. */
final class Challengers {
    /** Over how many days the run rate is taken. */
    private static final int RUN = 91;

    private static final int FEWEST_CLOSED = 10;

    private Challengers() {}

    /** Whether a snapshot is all that a method needs: no errors of its own, nor what it said from earlier days. */
    static boolean isSimple(PipelineMethod method) {
        return switch (method) {
            case COMMIT_YIELDS, TIME_MODEL, ENSEMBLE -> false;
            default -> true;
        };
    }

    /** What is still to be won in a period after the day of a snapshot. */
    static Reading<Double> rest(PipelineMethod method, Snapshot seen, Span period) {
        LocalDate day = LocalDate.ofEpochDay(seen.day());
        LocalDate from = period.from().isAfter(day) ? period.from() : day.plusDays(1);
        int days = (int) ChronoUnit.DAYS.between(from, period.to());
        return switch (method) {
            case PREVIOUS_PERIOD -> before(seen, from, days, shift(period));
            case SAME_PERIOD_LAST_QUARTER -> before(seen, from, days, new Shift(3, 0));
            case SAME_PERIOD_LAST_YEAR -> before(seen, from, days, new Shift(12, 0));
            case RUN_RATE -> runRate(seen, days);
            case OPEN_TIMES_WIN_RATE -> openTimesWinRate(seen);
            case WEIGHTED_PIPELINE -> weighted(seen);
            case COMMIT -> commit(seen, period);
            case COMMIT_YIELDS, TIME_MODEL, ENSEMBLE ->
                throw new IllegalArgumentException(method + " is no simple method.");
        };
    }

    private record Shift(int months, int days) {
        LocalDate back(LocalDate day, int times) {
            return day.minusMonths((long) months * times).minusDays((long) days * times);
        }
    }

    private static Shift shift(Span period) {
        boolean whole = period.from().getDayOfMonth() == 1 && period.to().getDayOfMonth() == 1;
        return whole
                ? new Shift((int) ChronoUnit.MONTHS.between(period.from(), period.to()), 0)
                : new Shift(0, (int) period.days());
    }

    /** The same days as many shifts before as it takes until all of them have passed. */
    private static Reading<Double> before(Snapshot seen, LocalDate from, int days, Shift shift) {
        int times = 1;
        while (shift.back(from, times).plusDays(days).toEpochDay() > seen.day() + 1) {
            times++;
        }
        LocalDate first = shift.back(from, times);
        if (first.toEpochDay() < seen.from()) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "It needs what was won from " + first + " on, and the first deal closed on "
                            + LocalDate.ofEpochDay(seen.from()) + ". Maybe a longer history.");
        }
        int begin = (int) first.toEpochDay();
        return Reading.known(seen.won(begin, begin + days));
    }

    private static Reading<Double> runRate(Snapshot seen, int days) {
        int begin = Math.max(seen.from(), seen.day() + 1 - RUN);
        int over = seen.day() + 1 - begin;
        return over < 28
                ? Reading.undefined(
                        UndefinedCode.TOO_FEW_CASES,
                        "The run rate needs 28 days on which deals closed, and there are " + Math.max(0, over)
                                + ". Maybe a longer history.")
                : Reading.known(seen.won(begin, seen.day() + 1) / over * days);
    }

    private static Reading<Double> openTimesWinRate(Snapshot seen) {
        if (seen.won() < FEWEST_CLOSED || seen.lost() < FEWEST_CLOSED) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "A win rate needs " + FEWEST_CLOSED + " won and " + FEWEST_CLOSED + " lost deals, and there are "
                            + seen.won() + " and " + seen.lost() + ". Maybe a longer history.");
        }
        double rate = seen.won() / (double) (seen.won() + seen.lost());
        return Reading.known(seen.open().stream().mapToDouble(OpenDeal::value).sum() * rate);
    }

    private static Reading<Double> weighted(Snapshot seen) {
        return seen.hasStages()
                ? Reading.known(seen.open().stream()
                        .mapToDouble(d -> d.value() * d.stageRate())
                        .sum())
                : Reading.undefined(
                        UndefinedCode.TOO_FEW_CASES,
                        "The weighted pipeline needs the stages that deals were in while they were open, and none is"
                                + " dated. Maybe export the stage history.");
    }

    private static Reading<Double> commit(Snapshot seen, Span period) {
        if (seen.open().stream().noneMatch(d -> d.category().isPresent())) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "No open deal has a forecast category, so that nobody commits to anything. Maybe export it with its"
                            + " history.");
        }
        return Reading.known(seen.open().stream()
                .filter(d ->
                        d.category().filter(c -> c == ForecastCategory.COMMIT).isPresent())
                .filter(d -> d.closeDate().map(period::contains).orElse(true))
                .mapToDouble(OpenDeal::amount)
                .sum());
    }
}
