package io.revops.report;

import io.revops.book.Account;
import io.revops.book.Discount;
import io.revops.book.Entry;
import io.revops.book.Fact;
import io.revops.book.Lead;
import io.revops.book.Opportunity;
import io.revops.book.Quota;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last day of which a book says anything: nothing reads a clock, so this is how far it is known what happened. */
final class LastDay {
    private LastDay() {}

    /** The day on which the last of its facts and their changes takes effect, an end that lies ahead too; a quota is a wish. */
    static Optional<LocalDate> of(RevenueBook book, ZoneId zone) {
        return book.facts()
                .filter(fact -> !(fact instanceof Quota))
                .flatMap(LastDay::moments)
                .map(moment -> moment.date(zone))
                .max(Comparator.naturalOrder());
    }

    private static Stream<Moment> moments(Fact fact) {
        return Stream.concat(
                fact.effective().stream(),
                Stream.concat(entries(fact).stream().flatMap(List::stream).map(Entry::effective), ends(fact)));
    }

    private static List<List<? extends Entry>> entries(Fact fact) {
        if (fact instanceof Subscription subscription) {
            return List.of(
                    subscription.items(),
                    subscription.discounts(),
                    subscription.spells(),
                    subscription.cancellations(),
                    subscription.endings());
        }
        if (fact instanceof Opportunity deal) {
            return List.of(deal.changes());
        }
        if (fact instanceof Account account) {
            return List.of(account.changes());
        }
        return fact instanceof Lead lead ? List.of(lead.statuses()) : List.of();
    }

    private static Stream<Moment> ends(Fact fact) {
        if (fact instanceof Subscription subscription) {
            List<Moment> ends = new ArrayList<>();
            subscription.cancellations().forEach(cancellation -> ends.add(cancellation.ends()));
            subscription.spells().forEach(spell -> spell.end().ifPresent(ends::add));
            for (Discount discount : subscription.discounts()) {
                discount.end().ifPresent(ends::add);
                discount.months()
                        .ifPresent(months -> ends.add(discount.effective().plus(Period.ofMonths(months))));
            }
            return ends.stream();
        }
        return Stream.empty();
    }
}
