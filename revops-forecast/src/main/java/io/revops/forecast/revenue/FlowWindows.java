package io.revops.forecast.revenue;

import io.revops.forecast.RenewalPropensity;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was known at a month-end of the months after it, what became of it, and what is known on a day of those to come. */
final class FlowWindows {
    private final Known known;
    private final LocalDate asOf;
    private final int months;
    private final Losses losses;

    /** Whether renewals are looked at on their own. */
    enum Losses {
        RENEWALS_APART,
        ALL_TOGETHER
    }

    /** What is known of the months to come. */
    record Ahead(String currency, double opening, double booked, double notified, RenewalForecast renewals) {}

    FlowWindows(Known known, LocalDate asOf, int months, Losses losses) {
        this.known = known;
        this.asOf = asOf;
        this.months = months;
        this.losses = losses;
    }

    /** The months to come. */
    Span span() {
        LocalDate first = asOf.plusDays(1);
        return Span.of(first, first.plusMonths(months));
    }

    Reading<Ahead> ahead(Optional<RenewalPropensity> how) {
        Reading<Known.Scheduled> scheduled = known.scheduled(asOf, span());
        if (scheduled instanceof Undefined<Known.Scheduled> undefined) {
            return undefined.as();
        }
        Reading<List<Dues.Due>> dues = known.dues(asOf, span());
        if (dues instanceof Undefined<List<Dues.Due>> undefined) {
            return undefined.as();
        }
        Known.Scheduled now = scheduled.orElseThrow();
        RenewalForecast renewals = how.map(h -> RenewalForecast.of(asOf, span(), dues.orElseThrow(), h, 0)
                        .without(now.ending()))
                .orElseGet(() -> RenewalForecast.none(asOf, span()));
        return Reading.known(new Ahead(now.currency(), now.opening(), now.booked(), 0 - now.notifiedInAll(), renewals));
    }

    /** After each of the latest month-ends whose months have passed and at which something recurred, in order. */
    List<PastFlows> past(int most) {
        Worths worths = known.worths(asOf, asOf);
        LocalDate first = known.view(asOf).span().from();
        LocalDate begin = Cadence.MONTH.floor(asOf.plusDays(1).minusMonths(months));
        List<PastFlows> all = new ArrayList<>();
        for (; !begin.isBefore(first) && all.size() < most; begin = begin.minusMonths(1)) {
            after(Span.of(begin, begin.plusMonths(months)), worths).ifPresent(all::add);
        }
        Collections.reverse(all);
        return all;
    }

    /** What became of a span that has passed, by what accounts were worth; empty if nothing recurred before it. */
    Optional<PastFlows> after(Span span, Worths worths) {
        Map<String, Double> opening = worths.before(span.from());
        LocalDate then = span.from().minusDays(1);
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        Optional<Known.Scheduled> scheduled = known.scheduled(then, span).value();
        Optional<List<Dues.Due>> dues = known.dues(then, span).value();
        return scheduled.flatMap(s -> dues.map(d -> flows(span, worths, opening, s, d)));
    }

    private PastFlows flows(
            Span span, Worths worths, Map<String, Double> opening, Known.Scheduled scheduled, List<Dues.Due> dues) {
        Map<String, Double> closing = worths.before(span.to());
        Map<String, Double> failed = failed(worths, scheduled, dues);
        double[] sums = new double[6];
        opening.forEach((account, before) -> {
            double after = closing.getOrDefault(account, 0.0);
            double lost = Math.max(0, before - after);
            double told = Math.min(lost, scheduled.notified().getOrDefault(account, 0.0));
            double atRenewal = Math.min(lost - told, failed.getOrDefault(account, 0.0));
            sums[0] += before;
            sums[1] -= told;
            sums[2] -= atRenewal;
            sums[3] += Math.max(0, after - before);
            sums[after > 0 ? 4 : 5] -= lost - told - atRenewal;
        });
        double fresh = 0;
        for (Map.Entry<String, Double> account : closing.entrySet()) {
            fresh += opening.containsKey(account.getKey()) ? 0 : account.getValue();
        }
        double notified = 0 - scheduled.notifiedInAll();
        LocalDate origin = span.from().minusDays(1);
        return new PastFlows(origin, sums[0], notified, sums[1], sums[2], sums[3], sums[4], sums[5], fresh);
    }

    /** What was due and not renewed, by account, though nobody had said so. */
    private Map<String, Double> failed(Worths worths, Known.Scheduled scheduled, List<Dues.Due> dues) {
        Map<String, Double> failed = new TreeMap<>();
        for (Dues.Due due : dues) {
            boolean asked = losses == Losses.RENEWALS_APART
                    && !due.renewal().knownToEnd()
                    && !scheduled.ending().contains(due.asked().subscription());
            if (asked && worths.after(due.asked()) <= 0) {
                failed.merge(due.asked().account(), due.asked().due(), Double::sum);
            }
        }
        return failed;
    }
}
