package io.revops.forecast.plan;

import io.revops.book.Outcome;
import io.revops.ledger.RevenueView;
import io.revops.metric.DealCurrency;
import io.revops.metric.Deals;
import io.revops.metric.Evidence;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a book what was won in each month. */
final class BookWins {
    private BookWins() {}

    static Reading<Linearity> byMonth(RevenueView view) {
        Optional<Evidence> none = Deals.noBook(view);
        if (none.isPresent()) {
            return reason(none.get());
        }
        List<Deals.Standing> won = Deals.closed(view, Outcome.WON);
        DealCurrency currency = new DealCurrency(
                view,
                won.stream().flatMap(d -> d.state().amount().stream()).toList(),
                view.span().from().minusDays(1));
        if (currency.problem().isPresent()) {
            return reason(currency.problem().get());
        }
        List<Money> months = new ArrayList<>();
        for (Span month : view.span().months()) {
            Money sum = Money.zero(currency.currency());
            for (Deals.Standing deal : won) {
                LocalDate day =
                        deal.state().closed().orElseThrow().date(view.policy().zone());
                Optional<Money> amount = deal.state().amount();
                if (month.contains(day) && amount.isPresent()) {
                    sum = sum.plus(currency.told(amount.get()));
                }
            }
            months.add(sum);
        }
        return currency.problem()
                .map(BookWins::<Linearity>reason)
                .orElseGet(() -> Reading.known(new Linearity(months)));
    }

    /** Why there is nothing to read. */
    static <V> Reading<V> reason(Evidence evidence) {
        Undefined<?> why = evidence.undefined().orElseThrow();
        return why.as();
    }
}
