package io.revops.forecast.pipeline;

import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * What a pipeline brings per day: deals × average value × win rate / days of a sales cycle.
 *
 * <p>It says where a lever is; it is no forecast, because it knows no calendar and takes all four as steady.
 *
 * @param deals how many deals are open
 * @param averageValue the mean amount of a won deal
 * @param winRate the share of closed deals that was won, 0 to 1
 * @param cycleDays the mean number of days from creation to winning, above 0
 */
public record Velocity(long deals, Money averageValue, double winRate, double cycleDays) {
    public Velocity {
        Objects.requireNonNull(averageValue, "averageValue");
        if (deals < 0 || !(winRate >= 0 && winRate <= 1) || !(cycleDays > 0) || Double.isInfinite(cycleDays)) {
            throw new IllegalArgumentException("There are " + deals + " deals, a win rate of " + winRate + " and "
                    + cycleDays + " days. Maybe deals from 0, a share between 0 and 1, and days above 0.");
        }
    }

    /**
     * That of a pipeline: the deals that are open on its day, with value, win rate and cycle of those that closed in a span.
     *
     * @return undefined where no deal with an amount was won in the span, or all were won on the day they were opened
     */
    public static Reading<Velocity> of(Pipeline pipeline, Span span) {
        List<DealPath> won = pipeline.won(span).stream()
                .filter(d -> d.last().amount().isPresent())
                .toList();
        long closed = (long) pipeline.won(span).size() + pipeline.lost(span).size();
        if (won.isEmpty()) {
            return Reading.undefined(
                    UndefinedCode.NONE_CLOSED, "No deal was won in " + span + ". Maybe a longer span.");
        }
        double amounts = 0;
        long days = 0;
        for (DealPath deal : won) {
            amounts += deal.last().amountOrZero();
            days += ChronoUnit.DAYS.between(deal.opened(), deal.closed().orElseThrow());
        }
        if (days == 0) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "Every deal won in " + span + " was won on the day it was opened. Maybe deals are entered late.");
        }
        return Reading.known(new Velocity(
                pipeline.open().size(),
                OneCurrency.money(amounts / won.size(), pipeline.currency()),
                (double) pipeline.won(span).size() / closed,
                (double) days / won.size()));
    }

    /** Deals × average value × win rate / days, rounded half-even to six digits after the point. */
    public Money perDay() {
        return rounded(averageValue
                .amount()
                .multiply(BigDecimal.valueOf(deals))
                .multiply(BigDecimal.valueOf(winRate))
                .divide(BigDecimal.valueOf(cycleDays), MathContext.DECIMAL128));
    }

    /** What a goal asks for per day: goal / days, rounded half-even to six digits after the point. */
    public static Money goalPerDay(Money goal, long days) {
        if (days < 1) {
            throw new IllegalArgumentException("The goal has " + days + " days. Maybe 1 or more.");
        }
        BigDecimal each = goal.amount().divide(BigDecimal.valueOf(days), MathContext.DECIMAL128);
        return Money.of(each.setScale(6, RoundingMode.HALF_EVEN), goal.currency());
    }

    /**
     * How many deals have to be open for a goal in that many days: goal / days × cycle / (average value × win rate). Not rounded:
     * 79.7 deals are 80.
     *
     * @return undefined where a deal brings nothing
     */
    public Reading<Ratio> dealsFor(Money goal, long days) {
        if (days < 1) {
            throw new IllegalArgumentException("The goal has " + days + " days. Maybe 1 or more.");
        }
        OneCurrency.of(goal, averageValue);
        BigDecimal each = averageValue.amount().multiply(BigDecimal.valueOf(winRate));
        if (each.signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.NONE_CLOSED,
                    "A deal brings nothing on average, so no number of deals is enough. Maybe the win rate of a longer"
                            + " span.");
        }
        return Reading.known(Ratio.of(
                goal.amount().multiply(BigDecimal.valueOf(cycleDays)), each.multiply(BigDecimal.valueOf(days))));
    }

    private Money rounded(BigDecimal value) {
        return Money.of(value.setScale(6, RoundingMode.HALF_EVEN), averageValue.currency());
    }

    /** {@code USD 5,500.00 a day}. */
    @Override
    public String toString() {
        return Unit.MONEY.print(perDay()) + " a day";
    }
}
