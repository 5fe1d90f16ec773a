package io.revops.metric.cohort;

import io.revops.metric.MetricDefinition;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A triangle for a terminal: a headline, then columns to the right. */
final class TriangleText {
    private static final int MOST = 13;
    private static final String OPEN = "-";

    private TriangleText() {}

    static String of(Triangle<?> triangle) {
        StringBuilder text = new StringBuilder(headline(triangle));
        if (triangle.cohorts().isEmpty()) {
            return text.toString();
        }
        int ages = Math.min(MOST, triangle.ages());
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("cohort", "accounts"));
        for (int age = 0; age < ages; age++) {
            titles.add(Integer.toString(age));
        }
        rows.add(titles);
        long size = 0;
        for (Span cohort : triangle.cohorts()) {
            List<String> row = new ArrayList<>(List.of(cohort.toString(), count(triangle.size(cohort))));
            for (int age = 0; age < ages; age++) {
                row.add(shortly(triangle.cell(cohort, age)));
            }
            rows.add(row);
            size += triangle.size(cohort);
        }
        List<String> all = new ArrayList<>(List.of("all", count(size)));
        for (int age = 0; age < ages; age++) {
            all.add(shortly(triangle.total(age)));
        }
        rows.add(all);
        columns(text, rows);
        if (ages < triangle.ages()) {
            text.append("\n  and ages ").append(ages).append(" to ").append(triangle.ages() - 1);
        }
        return text.toString();
    }

    /** The total after a year, or the oldest there is, and what the cells are in. */
    static String headline(Triangle<?> triangle) {
        return headline(triangle, age(triangle));
    }

    static String headline(Triangle<?> triangle, int age) {
        String name = triangle.definition().title() + ", by " + length(triangle)
                + (triangle.age() == CohortAge.TENURE ? " of tenure, " : ", ")
                + triangle.span() + ": ";
        if (triangle.undefined().isPresent()) {
            return name + triangle.undefined().get();
        }
        if (triangle.cohorts().isEmpty()) {
            return name + "no account ever began";
        }
        return name + printed(triangle.definition(), triangle.total(age)) + " at age " + age + " (" + unit(triangle)
                + ")";
    }

    /** A year after the first period if a cohort is that old, else the oldest age there is. */
    private static int age(Triangle<?> triangle) {
        int year = switch (triangle.cadence()) {
            case MONTH -> 12;
            case QUARTER -> 4;
            default -> 1;
        };
        int age = Math.min(year, Math.max(0, triangle.ages() - 1));
        while (age > 0 && isOpen(triangle.total(age))) {
            age--;
        }
        return age;
    }

    static String printed(MetricDefinition definition, Reading<?> reading) {
        return reading.value().map(v -> definition.unit().print(v)).orElseGet(reading::toString);
    }

    private static String length(Triangle<?> triangle) {
        return triangle.cadence().name().toLowerCase(Locale.ROOT);
    }

    private static String unit(Triangle<?> triangle) {
        return switch (triangle.definition().unit()) {
            case PERCENT -> "cells in %";
            case MONEY_PER_MONTH -> "cells per month";
            default -> "cells in accounts";
        };
    }

    private static boolean isOpen(Reading<?> reading) {
        return reading instanceof Undefined<?> none && none.code() == UndefinedCode.INCOMPLETE;
    }

    /** Without the unit, which the headline tells. */
    private static String shortly(Reading<?> reading) {
        if (reading.value().isEmpty()) {
            return isOpen(reading) ? OPEN : "";
        }
        Object value = reading.value().get();
        if (value instanceof RunRate rate) {
            return Unit.grouped(rate.perMonth(RoundingMode.HALF_UP).amount());
        }
        return Unit.PERCENT.print(value).replace(" %", "");
    }

    private static String count(long count) {
        return Unit.grouped(BigDecimal.valueOf(count));
    }

    private static void columns(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("\n ");
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(' ').append(i == 0 ? row.get(i) + pad : ' ' + pad + row.get(i));
            }
            text.append(line.toString().stripTrailing());
        }
    }
}
