package io.revops.forecast.revenue;

import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.forecast.DueRenewal;
import io.revops.ledger.RevenueView;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.recurring.AvailableToRenew;
import io.revops.metric.recurring.RenewalCalendar;
import io.revops.metric.recurring.RenewalCalendar.Renewal;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The renewals of a span to come, as they are known at the end of a view. */
final class Dues {
    private static final AvailableToRenew AVAILABLE = new AvailableToRenew();

    /** A renewal, as the calendar and as a propensity knows it. */
    record Due(Renewal renewal, DueRenewal asked) {}

    private Dues() {}

    /** In order of the calendar; undefined where amounts cannot be told. */
    static Reading<List<Due>> of(RevenueView known, Span span, Dimension dimension) {
        Reading<RenewalCalendar> calendar =
                AVAILABLE.measure(known.during(span)).reading();
        if (calendar instanceof Undefined<RenewalCalendar> undefined) {
            return undefined.as();
        }
        List<Due> dues = new ArrayList<>();
        for (Renewal renewal : calendar.orElseThrow().renewals()) {
            if (renewal.due().signum() > 0) {
                dues.add(due(known, renewal, dimension));
            }
        }
        return Reading.known(List.copyOf(dues));
    }

    private static Due due(RevenueView known, Renewal renewal, Dimension dimension) {
        ZoneId zone = known.policy().zone();
        Subscription subscription = known.book()
                .find(Subscription.class, new SubscriptionId(renewal.subscription()))
                .orElseThrow();
        AccountId account = known.book().canonical(subscription.account());
        Instant asked = known.span().end(zone);
        return new Due(
                renewal,
                new DueRenewal(
                        renewal.subscription(),
                        account.value(),
                        dimension.valueFor(known.book(), account, asked, zone),
                        number(subscription, renewal.day(), zone),
                        renewal.day(),
                        renewal.due().microsPerYear().doubleValue() / Worths.MICROS));
    }

    private static int number(Subscription subscription, LocalDate day, ZoneId zone) {
        LocalDate begins = subscription.begins().orElseThrow().date(zone);
        // a term that begins on the 31st ends on the 30th where there is no 31st
        long months = ChronoUnit.MONTHS.between(begins, day.plusDays(3));
        return (int) Math.max(1, months / subscription.term().orElseThrow().months());
    }
}
