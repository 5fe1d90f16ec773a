package io.revops.metric.cohort;

import io.revops.ledger.Basis;
import io.revops.ledger.Merging;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Segments;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads cohorts off one walk over the ledger: over the periods of the cadence for ages by the calendar, over days for ages by
 * the account. The walk begins before anything does, so that the first row of an account is the period in which it began.
 */
final class CohortWalk {
    /** Nothing recurred before. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final RevenueView view;
    private final Cadence cadence;
    private final boolean tenure;
    private final List<Span> cohorts;
    private final List<Span> steps;
    private final Map<LocalDate, Integer> places = new HashMap<>();
    private final List<CohortLine> lines = new ArrayList<>();

    // one account at a time
    private final TreeMap<String, Part> parts = new TreeMap<>();
    private int account = -1;
    private int first;
    private int next;

    private static final class Part {
        private final @Nullable String segment;
        private long began;
        private int counted;
        private long[] worth = new long[8];
        private final BitSet active = new BitSet();

        Part(@Nullable String segment) {
            this.segment = segment;
        }

        void set(int age, long value, boolean isActive) {
            if (age >= worth.length) {
                worth = java.util.Arrays.copyOf(worth, Math.max(age + 1, worth.length * 2));
            }
            worth[age] = value;
            active.set(age, isActive);
        }
    }

    CohortWalk(RevenueView view, Cadence cadence, CohortAge age) {
        this.view = view;
        this.cadence = cadence;
        this.tenure = age == CohortAge.TENURE;
        LocalDate end = view.span().to();
        LocalDate begin = begin(view, end);
        Span all = Span.of(begin.isBefore(end) ? cadence.floor(begin) : end, end);
        cohorts = cadence.cut(all);
        steps = tenure ? Cadence.DAY.cut(all) : cohorts;
        for (int i = 0; i < cohorts.size(); i++) {
            places.put(cohorts.get(i).from(), i);
        }
    }

    /** The first month in which anything was worth something. */
    private static LocalDate begin(RevenueView view, LocalDate end) {
        if (!EARLIEST.isBefore(end)) {
            return end;
        }
        List<Span> years = Cadence.YEAR.cut(Span.of(EARLIEST, end));
        LocalDate year = earliest(view, years, Cadence.YEAR);
        return year.isBefore(end) ? earliest(view, Span.of(year, end).months(), Cadence.MONTH) : end;
    }

    private static LocalDate earliest(RevenueView view, List<Span> periods, Cadence cadence) {
        int[] least = {periods.size()};
        view.ledger().walk(periods, Basis.EVENT, cadence, Valuation.counting(), null, row -> {
            least[0] = Math.min(least[0], row.period());
        });
        return least[0] < periods.size()
                ? periods.get(least[0]).from()
                : periods.get(periods.size() - 1).to();
    }

    /** Every cohort from the first to the one in which the span closes. */
    List<Span> cohorts() {
        return cohorts;
    }

    /** The lines by account, then by segment. */
    List<CohortLine> lines(Valuation valuation, @Nullable Segments segments) {
        Cadence by = tenure ? Cadence.DAY : cadence;
        view.ledger().walk(steps, Basis.EVENT, by, valuation, segments, Merging.FROM_THE_START, this::row);
        flush();
        return List.copyOf(lines);
    }

    private void row(MovementRow row) {
        if (row.account() != account) {
            flush();
            account = row.account();
            first = row.period();
            next = 0;
        }
        Part part = parts.computeIfAbsent(row.segment() == null ? "" : row.segment(), s -> new Part(row.segment()));
        if (row.period() == first) {
            part.began = Math.addExact(part.began, row.amount(MovementKind.NEW));
            part.counted = row.count(MovementKind.NEW) > 0 ? 1 : part.counted;
        }
        if (tenure) {
            LocalDate day = steps.get(row.period()).from();
            while (reached(next).isBefore(day.plusDays(1))) {
                next++;
            }
            if (reached(next).equals(day.plusDays(1))) {
                part.set(next, row.closing(), row.activeAtClosing());
            }
        } else {
            part.set(row.period() - first, row.closing(), row.activeAtClosing());
        }
    }

    /** The day on which the account is so many whole periods and one old, counted from its first. */
    private LocalDate reached(int age) {
        LocalDate began = steps.get(first).from();
        long periods = age + 1L;
        return switch (cadence) {
            case YEAR -> began.plusYears(periods);
            case QUARTER -> began.plusMonths(3 * periods);
            default -> began.plusMonths(periods);
        };
    }

    private void flush() {
        if (account >= 0) {
            int cohort = java.util.Objects.requireNonNull(
                    places.get(cadence.floor(steps.get(first).from())));
            int ages = ages(cohort);
            parts.values()
                    .forEach(part -> lines.add(new CohortLine(
                            view.ledger().account(account),
                            part.segment,
                            cohort,
                            ages,
                            part.began,
                            part.counted,
                            part.worth,
                            part.active)));
        }
        parts.clear();
    }

    private int ages(int cohort) {
        if (!tenure) {
            return whole(cohort);
        }
        int ages = 0;
        while (!reached(ages).isAfter(view.span().to())) {
            ages++;
        }
        return ages;
    }

    /** How many ages a cohort has reached, whoever is in it: by tenure that of an account that began on its last day. */
    int reachedByAll(int cohort) {
        return tenure ? Math.max(0, whole(cohort) - 1) : whole(cohort);
    }

    /** How many periods of the calendar are over since a cohort began, its own too. */
    private int whole(int cohort) {
        int last = cohorts.size() - 1;
        boolean over =
                cadence.next(cohorts.get(last).from()).equals(cohorts.get(last).to());
        return cohorts.size() - cohort - (over ? 0 : 1);
    }
}
