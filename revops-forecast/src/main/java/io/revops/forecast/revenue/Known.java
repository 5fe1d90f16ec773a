package io.revops.forecast.revenue;

import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.forecast.History;
import io.revops.ledger.RevenueView;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Line;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.recurring.CommitmentHorizon;
import io.revops.metric.recurring.CommittedMrr;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was known on earlier days, each looked up once: a book as it was known on a day takes long to make, and rates, flows and backtest
 * all ask for the same month-ends. Not shared between threads.
 */
final class Known {
    private final History history;
    private final Dimension dimension;
    private final Map<LocalDate, RevenueView> views = new HashMap<>();
    private final Map<List<LocalDate>, Worths> worths = new HashMap<>();
    private final Map<Asked, Reading<List<Dues.Due>>> dues = new HashMap<>();
    private final Map<Asked, Reading<Scheduled>> scheduled = new HashMap<>();

    /** A question about a span, as of a day. */
    private record Asked(LocalDate asOf, Span span) {}

    /**
     * What is scheduled in a span.
     *
     * @param opening what recurs just before it, a year
     * @param booked what is signed and begins in it
     * @param notified what each account is known to lose, above 0
     * @param ending the subscriptions that are known to end
     */
    record Scheduled(String currency, double opening, double booked, Map<String, Double> notified, Set<String> ending) {
        double notifiedInAll() {
            // in an order of its own, so that the sum is the same whatever the map's
            return notified.values().stream().sorted().mapToDouble(x -> x).sum();
        }
    }

    Known(History history, Dimension dimension) {
        this.history = history;
        this.dimension = dimension;
    }

    RevenueView view(LocalDate asOf) {
        return views.computeIfAbsent(asOf, day -> history.asOf(day).view().orElseThrow());
    }

    /** What a day tells of what was worth what, at the exchange rates of a day. */
    Worths worths(LocalDate asOf, LocalDate ratesOf) {
        return worths.computeIfAbsent(List.of(asOf, ratesOf), days -> new Worths(view(asOf), ratesOf));
    }

    Reading<List<Dues.Due>> dues(LocalDate asOf, Span span) {
        return dues.computeIfAbsent(new Asked(asOf, span), a -> Dues.of(view(asOf), span, dimension));
    }

    Reading<Scheduled> scheduled(LocalDate asOf, Span span) {
        return scheduled.computeIfAbsent(new Asked(asOf, span), a -> read(view(asOf), span));
    }

    private static Reading<Scheduled> read(RevenueView known, Span span) {
        CommittedMrr metric = CommittedMrr.within(CommitmentHorizon.ofDays((int) span.days()));
        Evidence evidence = metric.gather(known, Cut.whole());
        if (evidence.undefined().isPresent()) {
            Undefined<?> undefined = evidence.undefined().get();
            return undefined.as();
        }
        Map<String, Double> notified = new HashMap<>();
        Set<String> ending = new HashSet<>();
        for (Line line : evidence.lines().toList()) {
            double lost = -yearly(line.get(Part.SCHEDULED_CHURN));
            if (lost > 0 && line.subject() instanceof ItemId item) {
                ending.add(item.subscription().value());
                known.book()
                        .find(Subscription.class, item.subscription())
                        .map(s -> known.book().canonical(s.account()))
                        .map(AccountId::value)
                        .ifPresent(account -> notified.merge(account, lost, Double::sum));
            }
        }
        return Reading.known(new Scheduled(
                evidence.currency().orElseThrow().getCurrencyCode(),
                yearly(evidence.total(Part.CLOSING)),
                yearly(evidence.total(Part.SCHEDULED_NEW)),
                notified,
                ending));
    }

    private static double yearly(RunRate rate) {
        return rate.microsPerYear().doubleValue() / Worths.MICROS;
    }
}
