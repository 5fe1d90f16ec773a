package io.revops.load;

import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.IssueCode;
import io.revops.book.ProductId;
import io.revops.book.Source;
import io.revops.book.SubscriptionId;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a {@link PeriodsCsv} and its place. */
record Phase(Content content, Source source) {
    static final String MONTHLY = "monthly_amount";
    static final String YEARLY = "yearly_amount";

    /** What the row says. */
    record Content(
            SubscriptionId subscription,
            AccountId customer,
            LocalDate start,
            Optional<LocalDate> end,
            Money amount,
            BillingInterval every,
            Optional<ProductId> plan,
            BigDecimal quantity) {
        /** A row that says the price of a month. */
        static Content monthly(Row row, @Nullable Currency told) {
            return read(row, told, BillingInterval.MONTHLY, r -> r.requiredDecimal(MONTHLY));
        }

        /** A row that says the price of a month or of a year. */
        static Content monthlyOrYearly(Row row) {
            Optional<BigDecimal> yearly = row.decimal(YEARLY);
            if (yearly.isPresent() && row.text(MONTHLY).isPresent()) {
                throw new BadRow(
                        IssueCode.CONFLICT,
                        YEARLY,
                        yearly.get().toPlainString(),
                        "The row has a monthly and a yearly amount. Maybe leave one of the two empty.");
            }
            return yearly.isPresent() ? read(row, null, BillingInterval.YEARLY, r -> yearly.get()) : monthly(row, null);
        }

        private static Content read(
                Row row, @Nullable Currency told, BillingInterval every, Function<Row, BigDecimal> amount) {
            LocalDate start = row.requiredDate("start_date");
            Optional<LocalDate> end = row.date("end_date");
            if (end.isPresent() && !end.get().isAfter(start)) {
                throw new BadRow(
                        IssueCode.END_BEFORE_START,
                        "end_date",
                        end.get().toString(),
                        "The row covers no day: it ends on or before its start. Maybe its end_date is the last day and not"
                                + " the day after.");
            }
            Currency in = row.currency("currency")
                    .or(() -> Optional.ofNullable(told))
                    .orElseThrow(() -> new BadRow(
                            IssueCode.MISSING_VALUE,
                            "currency",
                            "",
                            "The row has no currency, and the reader was told none. Maybe PeriodsCsv.in(\"USD\")."));
            BigDecimal quantity = row.decimal("quantity").orElse(BigDecimal.ONE);
            if (quantity.signum() <= 0) {
                throw new BadRow(
                        IssueCode.BAD_VALUE,
                        "quantity",
                        quantity.toPlainString(),
                        "The quantity is not above 0. Maybe leave the row out for days on which nothing is sold.");
            }
            return new Content(
                    new SubscriptionId(row.required("subscription_id")),
                    new AccountId(row.required("customer_id")),
                    start,
                    end,
                    Money.of(amount.apply(row), in),
                    every,
                    row.text("plan").map(ProductId::new),
                    quantity);
        }
    }
}
