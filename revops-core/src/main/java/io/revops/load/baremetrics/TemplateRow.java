package io.revops.load.baremetrics;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Ending;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.load.BadRow;
import io.revops.load.export.SheetRow;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A row of the template: a subscription, with its plan and its customer. */
record TemplateRow(
        String plan,
        @Nullable String planName,
        Money amount,
        BillingInterval interval,
        String customer,
        @Nullable String customerName,
        @Nullable String customerEmail,
        String subscription,
        LocalDate started,
        @Nullable LocalDate cancelled,
        BigDecimal quantity) {

    static TemplateRow of(SheetRow row) {
        row.required("subscription_started_at");
        LocalDate started = row.day("subscription_started_at").orElseThrow();
        @Nullable LocalDate cancelled = row.day("subscription_canceled_at").orElse(null);
        if (cancelled != null && cancelled.isBefore(started)) {
            throw new BadRow(
                    IssueCode.END_BEFORE_START,
                    "subscription_canceled_at",
                    cancelled.toString(),
                    "It was cancelled before it started on " + started + ". Maybe the two dates were swapped.");
        }
        return new TemplateRow(
                row.required("plan_oid"),
                row.textOrNull("plan_name"),
                amount(row),
                interval(row),
                row.required("customer_oid"),
                row.textOrNull("customer_name"),
                row.textOrNull("customer_email"),
                row.required("subscription_oid"),
                started,
                cancelled,
                quantity(row));
    }

    private static Money amount(SheetRow row) {
        row.required("plan_currency");
        row.required("plan_amount");
        Currency currency = row.currency("plan_currency").orElseThrow();
        BigDecimal minor = row.read(Money::decimal, "plan_amount").orElseThrow();
        if (minor.signum() < 0 || minor.scale() > 0) {
            throw new BadRow(
                    IssueCode.BAD_VALUE,
                    "plan_amount",
                    minor.toPlainString(),
                    "An amount is a whole number of the currency's smallest unit, 0 or more. Maybe write 50.00 as 5000.");
        }
        return Money.ofMinor(minor, currency);
    }

    private static BillingInterval interval(SheetRow row) {
        row.required("plan_interval");
        int count = row.integer("plan_interval_count").orElse(1);
        return row.read(text -> BillingInterval.parse(count + " " + text), "plan_interval")
                .orElseThrow();
    }

    private static BigDecimal quantity(SheetRow row) {
        BigDecimal quantity = row.decimal("subscription_quantity").orElse(BigDecimal.ONE);
        if (quantity.signum() <= 0) {
            throw new BadRow(
                    IssueCode.BAD_VALUE,
                    "subscription_quantity",
                    quantity.toPlainString(),
                    "A quantity is above 0. Maybe leave the cell empty for 1, or the row out.");
        }
        return quantity;
    }

    Subscription subscription(Source place) {
        Moment start = Moment.of(started);
        Subscription.Builder built = Subscription.builder(subscription, customer)
                .start(start)
                .items(ItemChange.builder("start", start, plan)
                        .product(new ProductId(plan))
                        .quantity(quantity)
                        .price(Price.perUnit(amount, interval))
                        .build())
                .source(place);
        if (cancelled != null) {
            Moment end = Moment.of(cancelled);
            built.cancellations(Cancellation.builder("cancel", end, end).build())
                    .endings(Ending.builder("end", end).build());
        }
        return built.build();
    }
}
