package io.revops.sample;

import io.revops.sample.Subscription.AtPeriodEnd;
import io.revops.sample.Subscription.Cancellation;
import io.revops.sample.Subscription.Discount;
import io.revops.sample.Subscription.Item;
import io.revops.sample.Subscription.Pause;
import io.revops.sample.Subscription.Status;
import io.revops.sample.Subscription.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The life of one subscription, told in the order in which things happened. What would happen after the end of the window, or
 * after the subscription's own end, is not told.
 */
final class Life {
    private final int account;
    private final int index;
    private final Instant start;
    private final Window window;
    private final List<Change> changes = new ArrayList<>();
    private Layout layout = Layout.CURRENT;
    private Log log = Log.COMPLETE;
    private int nextItem;
    private int nextDiscount;

    Life(int account, int index, Instant start, Window window) {
        this.account = account;
        this.index = index;
        this.start = start;
        this.window = window;
    }

    /** Begins the life, at first active and without discount. */
    void begin(Line... lines) {
        List<Item> items = new ArrayList<>();
        for (Line line : lines) {
            items.add(item(start, line));
        }
        begin(Subscription.active(start, List.copyOf(items)));
    }

    void beginWithTrial(int days, Line line) {
        Instant end = Times.plusDays(start, days);
        begin(Subscription.active(start, List.of(item(start, line)))
                .with(Status.TRIALING)
                .withAnchor(end)
                .withTrial(new Trial(start, end)));
    }

    void beginWithCoupon(Coupon coupon, Line line) {
        Subscription plain = Subscription.active(start, List.of(item(start, line)));
        begin(plain.withDiscount(discount(coupon, start, plain)));
    }

    private void begin(Subscription first) {
        if (window.knows(start)) {
            changes.add(new Change(start, Kind.CREATED, null, first));
        }
    }

    /** Changes the subscription, unless it has ended or the window has. */
    void change(Instant at, UnaryOperator<Subscription> how) {
        change(at, Kind.UPDATED, how);
    }

    private void change(Instant at, Kind kind, UnaryOperator<Subscription> how) {
        if (isRunning() && window.knows(at)) {
            changes.add(new Change(at, kind, now(), how.apply(now())));
        }
    }

    void status(Instant at, Status status) {
        Kind kind = status == Status.PAUSED
                ? Kind.PAUSED
                : isRunning() && now().status() == Status.PAUSED ? Kind.RESUMED : Kind.UPDATED;
        change(at, kind, s -> s.with(status));
    }

    void quantity(Instant at, int position, long quantity) {
        change(at, s -> replace(s, position, s.items().get(position).withQuantity(quantity)));
    }

    void price(Instant at, int position, Price price) {
        change(at, s -> replace(s, position, s.items().get(position).withPrice(price)));
    }

    void add(Instant at, Line line) {
        change(at, s -> {
            List<Item> items = new ArrayList<>(s.items());
            items.add(item(at, line));
            return s.withItems(items);
        });
    }

    void coupon(Instant at, Coupon coupon) {
        change(at, s -> s.withDiscount(discount(coupon, at, s)));
    }

    void pause(Instant from, Instant to) {
        change(from, s -> s.withPause(new Pause("void", to)));
        change(to, s -> s.withPause(null));
    }

    void scheduleEnd(Instant request, Instant end, Farewell why) {
        change(
                request,
                s -> s.with(new Cancellation(
                        request,
                        end,
                        end.equals(periodEnd(s, request)) ? AtPeriodEnd.YES : AtPeriodEnd.NO,
                        null,
                        why.reason(),
                        why.feedback(),
                        why.comment())));
    }

    void withdrawEnd(Instant at) {
        change(at, s -> s.with(Cancellation.NONE));
    }

    /** The end that was scheduled comes. */
    void end(Instant at) {
        change(
                at,
                Kind.DELETED,
                s -> s.with(Status.CANCELED).with(s.cancellation().endedAt(at)));
    }

    void endAtOnce(Instant at, Farewell why) {
        change(
                at,
                Kind.DELETED,
                s -> s.with(Status.CANCELED)
                        .with(new Cancellation(
                                at, null, AtPeriodEnd.NO, at, why.reason(), why.feedback(), why.comment())));
    }

    void exportedAs(Layout changed) {
        layout = changed;
    }

    void loggedAs(Log changed) {
        log = changed;
    }

    boolean hasBegun() {
        return !changes.isEmpty();
    }

    boolean isRunning() {
        return hasBegun() && now().status() != Status.CANCELED;
    }

    Subscription now() {
        return changes.get(changes.size() - 1).after();
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    int account() {
        return account;
    }

    int index() {
        return index;
    }

    String id() {
        return Id.subscription(account, index);
    }

    Instant start() {
        return start;
    }

    Layout layout() {
        return layout;
    }

    Log log() {
        return log;
    }

    static Instant periodEnd(Subscription s, Instant at) {
        if (s.trial() != null && at.isBefore(s.trial().end())) {
            return s.trial().end();
        }
        return Times.plusMonths(s.anchor(), (Times.periodsSince(s.anchor(), at, s.months()) + 1) * s.months());
    }

    static Instant periodStart(Subscription s, Instant at) {
        if (s.trial() != null && at.isBefore(s.trial().end())) {
            return s.trial().start();
        }
        return Times.plusMonths(s.anchor(), Times.periodsSince(s.anchor(), at, s.months()) * s.months());
    }

    private Item item(Instant at, Line line) {
        return new Item(Id.item(account, index, nextItem++), line.price(), line.quantity(), at);
    }

    private Discount discount(Coupon coupon, Instant at, Subscription s) {
        Instant until = switch (coupon.duration()) {
            case ONCE -> periodEnd(s, at);
            case REPEATING -> Times.plusMonths(at, coupon.months());
            case FOREVER -> null;
        };
        return new Discount(Id.discount(account, index, nextDiscount++), coupon, at, until);
    }

    private static Subscription replace(Subscription s, int position, Item item) {
        List<Item> items = new ArrayList<>(s.items());
        items.set(position, item);
        return s.withItems(items);
    }

    /** What is bought: a price and how many. */
    record Line(Price price, long quantity) {}

    /** One thing that happened, with the subscription before (null at its creation) and after. */
    record Change(Instant at, Kind kind, @Nullable Subscription before, Subscription after) {}

    /** The words a customer or the billing system left at the end. */
    record Farewell(
            String reason,
            @Nullable String feedback,
            @Nullable String comment) {
        static final Farewell PAYMENT_FAILED = new Farewell("payment_failed", null, null);

        static Farewell requested(@Nullable String feedback, @Nullable String comment) {
            return new Farewell("cancellation_requested", feedback, comment);
        }
    }

    /** The event types. */
    enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        PAUSED,
        RESUMED
    }

    /** Which of the API's layouts the subscription was exported in. */
    enum Layout {
        CURRENT,
        BEFORE_2025
    }

    /** What the event log still holds of the life. */
    enum Log {
        COMPLETE,
        /** The creation is too old to be in it: the first event is an update. */
        WITHOUT_CREATION,
        NOTHING
    }
}
