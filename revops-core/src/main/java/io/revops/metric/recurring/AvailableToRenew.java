package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.FactId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Renewals;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Which subscriptions come to the end of a term in a span, month by month, with what they are worth just before it. */
public final class AvailableToRenew implements Metric<RenewalCalendar> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "renewals.available",
                    "Available to renew",
                    "due = what subscriptions whose term ends in the span are worth just before it ends",
                    Unit.MONEY_PER_YEAR)
            .better(Better.NEITHER)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("every convention")
            .edges(
                    "nothing comes up: an empty calendar",
                    "a subscription without a term never comes up for renewal, and one that is worth nothing has nothing to renew",
                    "a subscription that comes up several times in the span is there each time",
                    "worth is as the book knows it, scheduled changes up to the day of the renewal among it",
                    "what is known to end at that renewal is there and marked, for it was available",
                    "amounts are at the exchange rate of the span's close, or the last one there is",
                    "the view has no book: undefined")
            .reference("ATR: the ARR whose term ends in a period, whether or not it is expected to renew")
            .build();

    /** The metric; it has no options. */
    public AvailableToRenew() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        return ItemLines.noBook(view)
                .or(() -> ItemLines.problem(valuation))
                .orElseGet(() -> lines(view, cut, valuation));
    }

    private static Evidence lines(RevenueView view, Cut cut, Valuation valuation) {
        Function<FactId, String> names = AccountLines.names(view);
        Evidence.Builder lines = ItemLines.begin(view, valuation)
                .named(id -> names.apply(account(view, id)))
                .parts(Part.DUE, Part.RENEWAL_DAY, Part.NOTICE_DAYS, Part.RENEWS_BY_ITSELF, Part.KNOWN_TO_END);
        Map<String, Subscription> subscriptions = new TreeMap<>();
        view.book().subscriptions().forEach(s -> subscriptions.put(s.id().value(), s));
        ZoneId zone = view.policy().zone();
        subscriptions.values().stream()
                .filter(s -> s.term().isPresent())
                .sorted(Comparator.comparing(
                        s -> view.book().canonical(s.account()).value()))
                .forEach(s -> Renewals.during(s, view.span(), zone)
                        .forEach(day -> renewal(view, cut, valuation, s, day, lines)));
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    /** Whose item it is. */
    private static FactId account(RevenueView view, FactId id) {
        return Optional.of(id)
                .filter(ItemId.class::isInstance)
                .flatMap(item -> view.book().find(Subscription.class, ((ItemId) item).subscription()))
                .<FactId>map(s -> view.book().canonical(s.account()))
                .orElse(id);
    }

    private static void renewal(
            RevenueView view,
            Cut cut,
            Valuation valuation,
            Subscription subscription,
            LocalDate day,
            Evidence.Builder lines) {
        ZoneId zone = view.policy().zone();
        Term term = subscription.term().orElseThrow();
        AccountId account = view.book().canonical(subscription.account());
        Instant start = Span.of(day, day.plusDays(1)).start(zone);
        boolean ends = subscription.ends().filter(e -> e.date(zone).equals(day)).isPresent();
        Map<ItemId, RunRate> worth = view.ledger().statesOfSubscriptions(account, start);
        worth.forEach((item, rate) -> {
            if (item.subscription().equals(subscription.id())) {
                lines.line(item, ItemLines.segment(cut, view, account, item, start))
                        .units(
                                Part.DUE,
                                valuation.value(
                                        rate.microsPerYear().longValueExact(),
                                        rate.currency(),
                                        view.span().to()))
                        .units(Part.RENEWAL_DAY, day.toEpochDay())
                        .units(Part.NOTICE_DAYS, term.noticeDays())
                        .units(Part.RENEWS_BY_ITSELF, term.renewal() == Term.Renewal.AUTOMATIC ? 1 : 0)
                        .units(Part.KNOWN_TO_END, ends ? 1 : 0);
            }
        });
    }

    @Override
    public Reading<RenewalCalendar> conclude(Evidence evidence) {
        return Reading.known(RenewalCalendar.of(evidence));
    }
}
