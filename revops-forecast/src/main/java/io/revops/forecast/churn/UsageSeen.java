package io.revops.forecast.churn;

import io.revops.time.Span;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an account uses the product, as far as it was known on the as-of date.
 *
 * <p>Counts are {@code NaN} where nothing is known: of an account of which no use was ever seen (unless it was said since when all use is
 * measured: then it used nothing), or of days before that. Immutable.
 */
public final class UsageSeen {
    private static final int ANY = -2;

    private final UsageLog log;
    private final int from;
    private final int to;
    private final int meter;
    private final Span window;
    private final LocalDate measuredSince;

    private UsageSeen(UsageLog log, int meter, Span window, LocalDate measuredSince) {
        this.log = log;
        this.meter = meter;
        this.window = window;
        this.measuredSince = measuredSince;
        from = log.from(window.from());
        to = log.from(window.to());
    }

    /**
     * All that is seen.
     *
     * @param measuredSince {@link LocalDate#MIN} if it was not said
     */
    static UsageSeen of(UsageLog log, LocalDate asOf, LocalDate measuredSince) {
        LocalDate first = log.size() == 0 ? asOf : LocalDate.ofEpochDay(log.day(0));
        LocalDate begin = measuredSince.equals(LocalDate.MIN) || first.isAfter(measuredSince) ? first : measuredSince;
        return new UsageSeen(log, ANY, Span.of(begin.isAfter(asOf) ? asOf : begin, asOf.plusDays(1)), measuredSince);
    }

    /** Only what one meter counted. */
    public UsageSeen of(String ofMeter) {
        return new UsageSeen(log, log.meter(ofMeter), window, measuredSince);
    }

    /** Only these days. */
    public UsageSeen in(Span days) {
        return new UsageSeen(log, meter, days, measuredSince);
    }

    /** Whether it is known how often the product was used in these days. */
    public boolean isKnown() {
        return measuredSince.equals(LocalDate.MIN)
                ? log.size() > 0
                : !window.from().isBefore(measuredSince);
    }

    /** How many uses were written. */
    public double events() {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += counts(i) ? 1 : 0;
        }
        return known(count);
    }

    /** The quantities added up; a use without one counts as one. */
    public double total() {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts(i) ? log.quantity(i) : 0;
        }
        return known(sum);
    }

    /** How many users there were; {@code NaN} as well if no use of the account names its user. */
    public double users() {
        BitSet seen = new BitSet();
        for (int i = from; i < to; i++) {
            if (counts(i) && log.user(i) >= 0) {
                seen.set(log.user(i));
            }
        }
        return log.hasUsers() ? known(seen.cardinality()) : Double.NaN;
    }

    /** The share of the uses that the busiest user made; {@code NaN} without uses that name a user. */
    public double topUserShare() {
        Map<Integer, Integer> uses = new HashMap<>();
        int all = 0;
        int most = 0;
        for (int i = from; i < to; i++) {
            if (counts(i) && log.user(i) >= 0) {
                all++;
                most = Math.max(most, uses.merge(log.user(i), 1, Integer::sum));
            }
        }
        return all == 0 ? Double.NaN : (double) most / all;
    }

    /** How many meters counted something: of how many parts of the product were used. */
    public double meters() {
        BitSet seen = new BitSet();
        for (int i = from; i < to; i++) {
            if (counts(i)) {
                seen.set(log.meter(i));
            }
        }
        return known(seen.cardinality());
    }

    /** On how many days it was used. */
    public double activeDays() {
        int days = 0;
        int last = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (counts(i) && log.day(i) != last) {
                days++;
                last = log.day(i);
            }
        }
        return known(days);
    }

    /** The first day on which it was used; empty without one. */
    public Optional<LocalDate> firstDay() {
        for (int i = from; i < to; i++) {
            if (counts(i)) {
                return Optional.of(LocalDate.ofEpochDay(log.day(i)));
            }
        }
        return Optional.empty();
    }

    /** The last day on which it was used; empty without one. */
    public Optional<LocalDate> lastDay() {
        for (int i = to - 1; i >= from; i--) {
            if (counts(i)) {
                return Optional.of(LocalDate.ofEpochDay(log.day(i)));
            }
        }
        return Optional.empty();
    }

    private boolean counts(int place) {
        return meter == ANY || log.meter(place) == meter;
    }

    private double known(double number) {
        return isKnown() ? number : Double.NaN;
    }
}
