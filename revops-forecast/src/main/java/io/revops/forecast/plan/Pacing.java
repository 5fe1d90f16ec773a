package io.revops.forecast.plan;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Where a quota stands inside its period, beside where it should.
 *
 * @param quota of the whole period
 * @param closed up to a day
 * @param elapsed the share of the period's quota that should be closed by then, 0 to 1
 */
public record Pacing(Money quota, Money closed, double elapsed) {
    public Pacing {
        Objects.requireNonNull(quota, "quota");
        Objects.requireNonNull(closed, "closed");
        if (!(elapsed >= 0 && elapsed <= 1)) {
            throw new IllegalArgumentException("A share of " + elapsed + " has elapsed. Maybe 0 to 1.");
        }
    }

    /**
     * By months, whose days count the same within each.
     *
     * @param months what is asked for in each month of the period, in order: a plan's months of a unit
     * @param period whole months
     * @param asOf the last day that is closed
     */
    public static Pacing of(List<Money> months, Span period, Money closed, LocalDate asOf) {
        List<Span> spans = QuotaPlanner.wholeMonths(period).months();
        if (months.size() != spans.size()) {
            throw new IllegalArgumentException("There are " + months.size() + " amounts for " + spans.size()
                    + " months. Maybe one for each month of " + period + ".");
        }
        Money quota = months.stream().reduce(Money::plus).orElseThrow();
        double due = 0;
        for (int m = 0; m < spans.size(); m++) {
            Span month = spans.get(m);
            LocalDate end = asOf.plusDays(1).isBefore(month.to()) ? asOf.plusDays(1) : month.to();
            long days = Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(month.from(), end));
            due += months.get(m).amount().doubleValue() * days / month.days();
        }
        double all = quota.amount().doubleValue();
        return new Pacing(quota, closed, all == 0 ? 0 : Math.max(0, Math.min(1, due / all)));
    }

    /** What should be closed by now. */
    public Money due() {
        return Cents.nearest(quota.amount().doubleValue() * elapsed, quota.currency());
    }

    /** How much more is closed than is due; negative where it is behind. */
    public Money ahead() {
        return closed.minus(due());
    }

    /** closed / due: 1 is on pace. */
    public Reading<Ratio> pace() {
        return due().isZero() ? none() : Reading.known(Ratio.of(closed, due()));
    }

    /** What the period comes to if it goes on as until now: closed / elapsed. */
    public Reading<Money> projected() {
        return elapsed == 0
                ? none()
                : Reading.known(Cents.nearest(closed.amount().doubleValue() / elapsed, quota.currency()));
    }

    private static <V> Reading<V> none() {
        return Reading.undefined(UndefinedCode.INCOMPLETE, "Nothing is due yet, so there is no pace.");
    }
}
