package io.revops.forecast.revenue;

import io.revops.book.Dimension;
import io.revops.forecast.DueRenewal;
import io.revops.forecast.Fingerprint;
import io.revops.forecast.History;
import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Refused.Need;
import io.revops.forecast.Trained;
import io.revops.forecast.Trainer;
import io.revops.forecast.Training;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Learns how often renewals succeed, by segment and by whether it is the first, the second or a later one.
 *
 * <p>Each renewal that has come up is looked at from the end of the month before the month before it, as it was known then: one whose end
 * had been recorded or asked for by then is left out, for it is not asked about either. It was renewed if the subscription, or one that
 * the account began on that day, is worth something at the end of the day; that is the renewal rate by count. The rate of all is
 * (renewed + ½) / (due + 1), that of a segment is drawn to it, and that of a tenure to its segment's, by {@link RenewalShrinkage}.
 *
 * <p>It knows nothing of an account but its segment and its renewals. It is refused below 30 renewals. Reference: B. Efron, C. Morris,
 * Stein's paradox in statistics, Scientific American 236, 1977.
 */
public final class BaseRates implements Trainer<RenewalRates> {
    private static final int FEWEST = 30;

    private final Dimension dimension;
    private final RenewalShrinkage shrinkage;

    private BaseRates(Dimension dimension, RenewalShrinkage shrinkage) {
        this.dimension = dimension;
        this.shrinkage = shrinkage;
    }

    /** By segment, with the standard shrinkage. */
    public static BaseRates standard() {
        return new BaseRates(Dimension.SEGMENT, RenewalShrinkage.STANDARD);
    }

    /** By another dimension of accounts. */
    public BaseRates by(Dimension option) {
        if (option.subject() != Dimension.Subject.ACCOUNT) {
            throw new IllegalArgumentException("The dimension (" + option + ") is one of " + option.subject()
                    + "s. Maybe one of accounts, such as region.");
        }
        return new BaseRates(option, shrinkage);
    }

    public BaseRates with(RenewalShrinkage option) {
        return new BaseRates(dimension, Objects.requireNonNull(option, "option"));
    }

    Dimension dimension() {
        return dimension;
    }

    /** A renewal and what it was worth afterwards. */
    private record Seen(DueRenewal renewal, double after) {}

    private static final class Count {
        private long renewed;
        private long due;

        void add(Seen seen) {
            due++;
            renewed += seen.after() > 0 ? 1 : 0;
        }
    }

    @Override
    public Training<RenewalRates> train(History history) {
        return train(history, new Known(history, dimension));
    }

    Training<RenewalRates> train(History history, Known known) {
        Optional<RevenueView> view = history.view();
        if (view.isEmpty()) {
            return new Refused<>(
                    RefusalCode.SERIES_UNDEFINED,
                    "The history has numbers and no subscriptions, so nothing comes up for renewal.",
                    Optional.empty(),
                    "train on a view of a book");
        }
        Reading<List<Seen>> reading = seen(known, history.asOf(), view.get().span());
        if (reading instanceof Undefined<List<Seen>> undefined) {
            return new Refused<>(
                    RefusalCode.SERIES_UNDEFINED, undefined.text(), Optional.empty(), "mend that, and train again");
        }
        List<Seen> seen = reading.orElseThrow();
        if (seen.size() < FEWEST) {
            return new Refused<>(
                    RefusalCode.HISTORY_TOO_SHORT,
                    "There are " + seen.size()
                            + " renewals that have come up and were not known to end two months before; a rate"
                            + " needs " + FEWEST + ".",
                    Optional.of(new Need("renewals", FEWEST, seen.size())),
                    seen.isEmpty()
                            ? "give subscriptions their terms (term_months), or forecast ARR without renewals"
                            : "show the renewal rate by count with its interval, or load a longer history");
        }
        RenewalRates rates = rates(seen, provenance(history, seen));
        return new Trained<>(
                rates,
                rates.provenance(),
                List.of("Base rates of " + rates.overall() + ", by " + dimension
                        + " and by first, second or later renewal."));
    }

    /** Month by month, each as it was known two months before. */
    private static Reading<List<Seen>> seen(Known known, LocalDate asOf, Span span) {
        Reading<List<Dues.Due>> whole = known.dues(asOf, span);
        if (whole instanceof Undefined<List<Dues.Due>> undefined) {
            return undefined.as();
        }
        List<Seen> all = new ArrayList<>();
        LocalDate seen = Cadence.MONTH.next(span.from());
        for (; !seen.plusMonths(2).isAfter(asOf.plusDays(1)); seen = seen.plusMonths(1)) {
            Span month = Span.of(seen.plusMonths(1), seen.plusMonths(2));
            Reading<List<Dues.Due>> dues = known.dues(seen.minusDays(1), month);
            if (dues instanceof Undefined<List<Dues.Due>> undefined) {
                if (undefined.code() == UndefinedCode.NO_CURRENCY) {
                    continue; // nothing was worth anything yet
                }
                return undefined.as();
            }
            for (Dues.Due due : dues.orElseThrow()) {
                if (!due.renewal().knownToEnd()) {
                    all.add(new Seen(due.asked(), known.worths(asOf, asOf).after(due.asked())));
                }
            }
        }
        return Reading.known(all);
    }

    private RenewalRates rates(List<Seen> seen, Provenance provenance) {
        Count all = new Count();
        Map<String, Count> segments = new TreeMap<>();
        Map<String, Map<Tenure, Count>> tenures = new TreeMap<>();
        double due = 0;
        double after = 0;
        for (Seen one : seen) {
            String segment = one.renewal().segment();
            all.add(one);
            segments.computeIfAbsent(segment, s -> new Count()).add(one);
            tenures.computeIfAbsent(segment, s -> new EnumMap<>(Tenure.class))
                    .computeIfAbsent(Tenure.of(one.renewal().number()), t -> new Count())
                    .add(one);
            if (one.after() > 0) {
                due += one.renewal().due();
                after += one.after();
            }
        }
        List<RateCell> cells = new ArrayList<>();
        double overall = (all.renewed + 0.5) / (all.due + 1);
        cells.add(new RateCell("", Optional.empty(), all.renewed, all.due, overall));
        segments.forEach((segment, count) -> {
            double rate = shrinkage.rate(count.renewed, count.due, overall);
            cells.add(new RateCell(segment, Optional.empty(), count.renewed, count.due, rate));
            Objects.requireNonNull(tenures.get(segment))
                    .forEach((tenure, of) -> cells.add(new RateCell(
                            segment,
                            Optional.of(tenure),
                            of.renewed,
                            of.due,
                            shrinkage.rate(of.renewed, of.due, rate))));
        });
        return new RenewalRates(RenewalRates.VERSION, cells, due == 0 ? 0 : after / due - 1, provenance);
    }

    private Provenance provenance(History history, List<Seen> seen) {
        Fingerprint data = Fingerprint.start();
        seen.forEach(one -> data.add(one.renewal().toString()).add(one.after()));
        return Provenance.of(
                "renewals by " + dimension + ", shrinkage " + shrinkage.cases(),
                history,
                OptionalLong.empty(),
                data.hex());
    }
}
