package io.revops.forecast.plan;

import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How much of a full rep carries a unit in each month: the ramp by tenure × the share of its days that somebody is there. */
final class Presence {
    private Presence() {}

    static double[] of(PlanUnit unit, RampCurve curve, List<Span> months) {
        double[] there = new double[months.size()];
        for (int m = 0; m < there.length; m++) {
            Span month = months.get(m);
            if (unit.ramp().isPresent()) {
                there[m] = unit.ramp().getAsDouble();
                continue;
            }
            long days = days(unit, month);
            double ramp = unit.start()
                    .map(s -> curve.at(ChronoUnit.MONTHS.between(
                            s.withDayOfMonth(1), month.from().withDayOfMonth(1))))
                    .orElse(1.0);
            there[m] = ramp * days / month.days();
        }
        return there;
    }

    private static long days(PlanUnit unit, Span month) {
        if (unit.start().isEmpty() && unit.end().isEmpty() && unit.leave().isEmpty()) {
            return month.days();
        }
        long days = 0;
        for (LocalDate day = month.from(); day.isBefore(month.to()); day = day.plusDays(1)) {
            days += isThere(unit, day) ? 1 : 0;
        }
        return days;
    }

    private static boolean isThere(PlanUnit unit, LocalDate day) {
        return unit.start().filter(day::isBefore).isEmpty()
                && unit.end().filter(e -> !day.isBefore(e)).isEmpty()
                && unit.leave().stream().noneMatch(l -> l.contains(day));
    }
}
