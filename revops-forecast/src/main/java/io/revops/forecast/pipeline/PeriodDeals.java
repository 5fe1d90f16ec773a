package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.book.Outcome;
import io.revops.ledger.RevenueView;
import io.revops.metric.Deals;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The deals that count in a period, as they were seen at the end of a day: those that were won in it, and the open ones that are
 * expected to close in it, with the category that their sellers gave them.
 *
 * <p>A won deal is closed, whatever was said of it; a lost one counts nowhere. An open deal without a category has that of its
 * stage, if there is a map of stages. What has no category even so, no amount, or says that it is closed while it is open, is
 * listed and not counted.
 *
 * @param period by the day of winning, and by the close date of what is open
 * @param counted in the order of the deals
 * @param left the ids of the deals that belong to the period and are not counted, each with the reason
 */
public record PeriodDeals(Span period, List<CalledDeal> counted, List<String> left) {
    public PeriodDeals {
        Objects.requireNonNull(period, "period");
        counted = List.copyOf(counted);
        left = List.copyOf(left);
    }

    /** Of a pipeline, in its currency, at the end of its as-of day; categories are only those that sellers gave. */
    public static PeriodDeals of(Pipeline pipeline, Span period) {
        return of(pipeline, period, CategoryMap.none());
    }

    /** The same, where a deal without a category has that of its stage. */
    public static PeriodDeals of(Pipeline pipeline, Span period, CategoryMap stages) {
        Collector collector = new Collector(period, stages);
        for (DealPath deal : pipeline.deals()) {
            DealStep step = deal.last();
            Optional<LocalDate> day = step.isOpen() ? step.closeDate() : deal.closed();
            if (day.filter(period::contains).isEmpty()) {
                continue;
            }
            collector.add(new Seen(
                    deal.id(),
                    step.owner().orElse(""),
                    step.outcome(),
                    deal.closed(),
                    step.closeDate(),
                    step.category(),
                    step.stage(),
                    step.amount().isPresent()
                            ? Optional.of(OneCurrency.money(step.amountOrZero(), pipeline.currency()))
                            : Optional.empty()));
        }
        return collector.period();
    }

    /** Of a view's book at the end of its span, each amount in the currency in which it was written: to be told through two rates. */
    public static PeriodDeals of(RevenueView view, Span period, CategoryMap stages) {
        Collector collector = new Collector(period, stages);
        for (Deals.Standing deal :
                Deals.before(view, view.span().end(view.policy().zone()))) {
            collector.add(new Seen(
                    deal.deal().id().value(),
                    deal.state().owner().map(o -> o.value()).orElse(""),
                    deal.state().outcome(),
                    deal.state().closed().map(m -> m.date(view.policy().zone())),
                    deal.state().closeDate(),
                    deal.state().category(),
                    deal.state().stage(),
                    deal.state().amount()));
        }
        return collector.period();
    }

    /** What a deal shows on a day. */
    private record Seen(
            String id,
            String owner,
            Outcome outcome,
            Optional<LocalDate> closed,
            Optional<LocalDate> closeDate,
            Optional<ForecastCategory> category,
            Optional<String> stage,
            Optional<Money> amount) {}

    private static final class Collector {
        private final Span period;
        private final CategoryMap stages;
        private final List<CalledDeal> counted = new ArrayList<>();
        private final List<String> left = new ArrayList<>();

        Collector(Span period, CategoryMap stages) {
            this.period = period;
            this.stages = stages;
        }

        void add(Seen deal) {
            boolean open = deal.outcome() == Outcome.OPEN;
            Optional<LocalDate> day = open ? deal.closeDate() : deal.closed();
            if (deal.outcome() == Outcome.LOST || day.filter(period::contains).isEmpty()) {
                return;
            }
            Optional<ForecastCategory> category = open
                    ? deal.category().or(() -> deal.stage().flatMap(stages::find))
                    : Optional.of(ForecastCategory.CLOSED);
            if (category.isEmpty()) {
                left.add(deal.id() + ": nobody gave it a category.");
            } else if (open && category.get() == ForecastCategory.CLOSED) {
                left.add(deal.id() + ": it says that it is closed, and is open.");
            } else if (deal.amount().isEmpty()) {
                left.add(deal.id() + ": it has no amount.");
            } else {
                counted.add(new CalledDeal(
                        deal.id(), deal.owner(), category.get(), deal.amount().get()));
            }
        }

        PeriodDeals period() {
            return new PeriodDeals(period, counted, left);
        }
    }

    /** {@code 2026-Q1: 17 deals, 2 left out}. */
    @Override
    public String toString() {
        return period + ": " + counted.size() + (counted.size() == 1 ? " deal, " : " deals, ") + left.size()
                + " left out";
    }
}
