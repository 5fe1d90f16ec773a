package io.revops.report;

import io.revops.metric.Difference;
import io.revops.metric.Unit;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headline.News;
import io.revops.report.chart.Spark;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a headline figure changed: a share in points, a loss in its own unit, anything else in percent of what it was. */
final class HeadlineChange {
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);
    private static final Set<Unit> COUNTS =
            EnumSet.of(Unit.ACCOUNTS, Unit.DEALS, Unit.SUBSCRIPTIONS, Unit.USERS, Unit.TICKETS);

    private HeadlineChange() {}

    static Headline of(Difference<?> difference, Optional<Spark> spark) {
        News news = difference.isBetter().map(b -> b ? News.GOOD : News.BAD).orElse(News.NEITHER);
        return new Headline(difference.later().definition().title(), printed(difference), news, spark);
    }

    /** Empty where one of the two does not exist. */
    private static String printed(Difference<?> difference) {
        Unit unit = difference.later().definition().unit();
        Optional<BigDecimal> change = difference.change().value();
        if (change.isEmpty()) {
            return "";
        }
        if (unit == Unit.PERCENT) {
            return signed(change.get().movePointRight(2), 1) + " points";
        }
        BigDecimal before = unit.decimal(difference.earlier().orElseThrow());
        if (change.get().signum() == 0) {
            return "unchanged";
        }
        if (before.signum() <= 0) {
            return signed(change.get(), digits(unit, change.get()));
        }
        return signed(change.get().divide(before, MathContext.DECIMAL64).movePointRight(2), 1) + " %";
    }

    /** None of a count and of a large amount. */
    private static int digits(Unit unit, BigDecimal change) {
        boolean counted = COUNTS.contains(unit);
        return counted || change.abs().compareTo(LARGE) >= 0 ? 0 : 2;
    }

    private static String signed(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + Unit.grouped(rounded);
    }
}
