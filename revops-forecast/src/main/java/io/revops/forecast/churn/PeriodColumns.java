package io.revops.forecast.churn;

import io.revops.forecast.learn.Feature;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns that say which period ahead a row is about, behind those of the features. */
final class PeriodColumns {
    static final String PERIOD = "(period)";
    static final String DUE = "(renewal due)";

    private final List<String> features;
    private final int periods;
    private final TimeScale scale;
    private final Optional<RenewalAhead> renewals;
    private final int days;
    private final int term;

    PeriodColumns(List<String> features, TimeScale scale, int periods, Optional<RenewalAhead> renewals) {
        this.features = List.copyOf(features);
        this.periods = periods;
        this.scale = calendar(scale);
        this.renewals = renewals;
        this.days = renewals.map(r -> place(r.days())).orElse(-1);
        this.term = renewals.flatMap(RenewalAhead::term).map(this::place).orElse(-1);
    }

    private int place(String column) {
        int place = features.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "There is no column (" + column + ") that tells renewals. Maybe one of " + features + ".");
        }
        return place;
    }

    static double days(TimeScale scale) {
        return switch (scale) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 365.25 / 12;
            case QUARTER -> 365.25 / 4;
            case YEAR -> 365.25;
            case RENEWAL -> throw noCalendar();
        };
    }

    private static TimeScale calendar(TimeScale scale) {
        if (scale == TimeScale.RENEWAL) {
            throw noCalendar();
        }
        return scale;
    }

    private static IllegalArgumentException noCalendar() {
        return new IllegalArgumentException("No calendar tells how long a renewal is. Maybe TimeScale.MONTH.");
    }

    /** A column for each period after the first, and one for a renewal that is due in it. */
    List<Feature> features() {
        List<Feature> all = new ArrayList<>();
        for (int k = 2; k <= periods; k++) {
            all.add(new Feature("(period " + k + ")", PERIOD));
        }
        if (renewals.isPresent()) {
            all.add(Feature.of(DUE));
        }
        return all;
    }

    /** The values of a row as of a day, if that is known, with those of a period behind them. */
    double[] with(double[] values, int period, Optional<LocalDate> asOf) {
        double[] all = Arrays.copyOf(values, values.length + periods - 1 + (renewals.isPresent() ? 1 : 0));
        if (period > 1) {
            all[values.length + period - 2] = 1;
        }
        if (renewals.isPresent()
                && RenewalAhead.isDue(period, values[days], term < 0 ? 0 : values[term], scale, asOf)) {
            all[all.length - 1] = 1;
        }
        return all;
    }
}
