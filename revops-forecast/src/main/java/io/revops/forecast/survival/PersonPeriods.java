package io.revops.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lifetimes cut into periods: one row for each period an account was at risk, with whether it ended in it.
 *
 * <p>A logistic regression of {@code ended} on the values and the age is a discrete-time hazard model (P. D. Allison, Sociological
 * Methodology 13, 1982, 61–98): its probability is that of ending in the period for one that began it. Period k is from (k − 1) · width,
 * excluded, to k · width. A period that an account was not seen through, because it was last seen or first seen within it, is left out: it
 * would count a part as a whole. The rows of an account go into the same fold when a model is measured.
 */
public final class PersonPeriods {
    /** Times nearer to the end of a period than this share of it are at its end. */
    private static final double SAME = 1e-9;

    private static final int MOST = 1_000_000;

    private final Lifetimes lifetimes;
    private final double width;

    private PersonPeriods(Lifetimes lifetimes, double width) {
        this.lifetimes = lifetimes;
        this.width = width;
    }

    /** Periods of one unit of the lifetimes. */
    public static PersonPeriods of(Lifetimes lifetimes) {
        return of(lifetimes, 1);
    }

    /**
     * Periods of a width.
     *
     * @param width in units of the lifetimes, above 0
     */
    public static PersonPeriods of(Lifetimes lifetimes, double width) {
        if (!(width > 0) || Double.isInfinite(width)) {
            throw new IllegalArgumentException("There is no period of (" + width + "). Maybe 1.");
        }
        double longest =
                lifetimes.rows().stream().mapToDouble(Lifetime::exit).max().orElse(0);
        if (longest / width > MOST) {
            throw new IllegalArgumentException("A lifetime of " + longest + " " + lifetimes.scale() + " has more than "
                    + MOST + " periods of " + width + ". Maybe a wider one.");
        }
        return new PersonPeriods(lifetimes, width);
    }

    /** Account by account in the order of their ids, each from its first period on; made as it is read. */
    public Stream<PersonPeriod> stream() {
        return lifetimes.rows().stream().flatMap(row -> {
            Doubles values = Doubles.of(row.values());
            int last = last(row);
            return IntStream.rangeClosed(first(row), last)
                    .mapToObj(k -> new PersonPeriod(
                            row.id(),
                            k,
                            k == last ? row.cause() : Optional.empty(),
                            row.weight(),
                            row.stratum(),
                            values));
        });
    }

    /** How many rows there are. */
    public long size() {
        return lifetimes.rows().stream()
                .mapToLong(r -> Math.max(0, last(r) - first(r) + 1))
                .sum();
    }

    private int first(Lifetime row) {
        return (int) Math.ceil(row.entry() / width - SAME) + 1;
    }

    private int last(Lifetime row) {
        double periods = row.exit() / width;
        return row.cause().isPresent()
                ? Math.max(1, (int) Math.ceil(periods - SAME))
                : (int) Math.floor(periods + SAME);
    }

    /** The life table: how many began each period and ended in it, by weight, whatever their values. */
    public List<PeriodHazard> hazards() {
        int periods = lifetimes.rows().stream().mapToInt(this::last).max().orElse(0);
        double[] began = new double[periods + 1];
        double[] ended = new double[periods + 1];
        stream().forEach(r -> {
            began[r.period()] += r.weight();
            ended[r.period()] += r.ended() ? r.weight() : 0;
        });
        List<PeriodHazard> hazards = new ArrayList<>();
        for (int k = 1; k <= periods; k++) {
            if (began[k] > 0) {
                hazards.add(new PeriodHazard(k, began[k], ended[k]));
            }
        }
        return hazards;
    }
}
