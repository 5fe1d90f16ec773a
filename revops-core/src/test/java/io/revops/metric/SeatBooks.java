package io.revops.metric;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Small books told in a line: how many seats of a product an account has at what price from a day on. */
public final class SeatBooks {
    private final RevenueBook.Builder book = RevenueBook.builder();
    private final Map<String, Subscription.Builder> subscriptions = new LinkedHashMap<>();

    private SeatBooks() {}

    public static SeatBooks start() {
        return new SeatBooks();
    }

    /** From a day on a subscription, {@code account/number}, has so many units of a product at a monthly price each. */
    public SeatBooks has(String subscription, String product, String from, String quantity, String price) {
        return item(subscription, product, product, from, quantity, price);
    }

    public SeatBooks item(
            String subscription, String item, String product, String from, String quantity, String price) {
        Moment at = Moment.parse(from);
        return with(
                subscription,
                s -> s.items(ItemChange.builder(item + from, at, item)
                        .product(new ProductId(product))
                        .quantity(new BigDecimal(quantity))
                        .price(Price.perUnit(Money.of(price, "USD"), BillingInterval.MONTHLY))
                        .build()));
    }

    /** A change that was recorded at an instant, of quantity and price alone. */
    public SeatBooks recorded(
            String subscription, String item, String from, String recorded, String quantity, String price) {
        return with(
                subscription,
                s -> s.items(ItemChange.builder(item + from, Moment.parse(from), item)
                        .quantity(new BigDecimal(quantity))
                        .price(Price.perUnit(Money.of(price, "USD"), BillingInterval.MONTHLY))
                        .recorded(Instant.parse(recorded))
                        .build()));
    }

    public SeatBooks with(String subscription, UnaryOperator<Subscription.Builder> more) {
        Subscription.Builder builder = subscriptions.computeIfAbsent(
                subscription, s -> Subscription.builder(s, s.substring(0, s.indexOf('/'))));
        subscriptions.put(subscription, more.apply(builder));
        return this;
    }

    public SeatBooks term(String subscription, int months) {
        return with(subscription, s -> s.term(new Term(months, Term.Renewal.AUTOMATIC, 0)));
    }

    public SeatBooks signed(String subscription, String day) {
        return with(subscription, s -> s.signed(Moment.parse(day)));
    }

    public SeatBooks goLive(String subscription, String day) {
        return with(subscription, s -> s.goLive(Moment.parse(day)));
    }

    public SeatBooks ends(String subscription, String day) {
        return with(
                subscription,
                s -> s.endings(Ending.builder("end", Moment.parse(day)).build()));
    }

    public SeatBooks ends(String subscription, String day, ChurnCause cause, String reason) {
        return with(
                subscription,
                s -> s.endings(Ending.builder("end", Moment.parse(day))
                        .cause(cause)
                        .reason(reason)
                        .build()));
    }

    public SeatBooks cancels(String subscription, String asked, String ends) {
        return with(
                subscription,
                s -> s.cancellations(Cancellation.builder("cancel", Moment.parse(asked), Moment.parse(ends))
                        .build()));
    }

    public SeatBooks product(String id, String line, String tier) {
        return add(Product.builder(id).line(line).tier(tier).build());
    }

    public SeatBooks add(Fact fact) {
        book.add(fact);
        return this;
    }

    public RevenueBook book() {
        subscriptions.values().forEach(s -> book.add(s.build()));
        subscriptions.clear();
        return book.build();
    }

    public RevenueView during(String span) {
        return RevenueView.of(book(), RevenuePolicy.standard(), Span.parse(span));
    }

    /** Of a month, in the currency's digits. */
    public static String monthly(RunRate rate) {
        return rate.perMonth(RoundingMode.HALF_UP).amount().toPlainString();
    }

    /** Of a year, with all digits. */
    public static String yearly(RunRate rate) {
        return rate.perYear().amount().stripTrailingZeros().toPlainString();
    }

    /** The code of a number that does not exist. */
    public static UndefinedCode code(Measurement<?> measurement) {
        return ((Undefined<?>) measurement.reading()).code();
    }
}
