package io.revops.sample;

import io.revops.sample.Life.Farewell;
import io.revops.sample.Life.Line;
import io.revops.sample.Subscription.Status;
import java.time.Instant;
import java.util.List;

/** The lives of the accounts that play a role: short, and written out with their dates so that a reader can redo the sums. */
final class RoleLife {
    private final Account account;
    private final Catalog catalog;
    private final Window window;

    RoleLife(Account account, Catalog catalog, Window window) {
        this.account = account;
        this.catalog = catalog;
        this.window = window;
    }

    List<Life> live(Role role) {
        return switch (role) {
            case TRIAL_CONVERTED -> trialConverted();
            case TRIAL_FAILED -> trialFailed();
            case COUPON_ONCE_PERCENT -> List.of(withCoupon("2023-05-04T09:12:44", Coupon.WELCOME, 1));
            case COUPON_ONCE_AMOUNT -> List.of(withCoupon("2023-05-20T15:41:03", Coupon.FIRST_BILL, 12));
            case COUPON_REPEATING -> List.of(withCoupon("2023-03-11T10:05:52", Coupon.RAMP, 1));
            case COUPON_FOREVER_PERCENT -> List.of(withCoupon("2022-10-06T13:30:00", Coupon.NONPROFIT, 3));
            case COUPON_FOREVER_AMOUNT -> List.of(withCoupon("2023-08-15T08:01:10", Coupon.PARTNER, 1));
            case COUPON_ADDED_LATER -> couponAddedLater();
            case COUPON_ABOVE_PRICE -> List.of(withCoupon("2024-04-09T11:22:33", Coupon.PILOT, 1));
            case COLLECTION_PAUSED -> collectionPaused();
            case STATUS_PAUSED -> statusPaused();
            case PAST_DUE_RECOVERED -> pastDueRecovered();
            case PAST_DUE_CANCELED -> pastDueCanceled();
            case PAST_DUE_UNPAID -> pastDueUnpaid();
            case UPGRADE -> planChange("2023-06-07T14:20:31", "2024-02-19T10:10:10", Product.TEAM, Product.BUSINESS);
            case DOWNGRADE ->
                planChange("2022-11-21T09:00:00", "2024-05-06T16:45:00", Product.ENTERPRISE, Product.TEAM);
            case SEAT_CHANGES -> seatChanges();
            case PRODUCT_SWITCH -> productSwitch();
            case SCHEDULED_CANCELLATION -> scheduledCancellation();
            case WITHDRAWN_CANCELLATION -> withdrawnCancellation();
            case IMMEDIATE_CANCELLATION -> immediateCancellation();
            case REACTIVATED -> reactivated();
            case TWO_SUBSCRIPTIONS -> twoSubscriptions();
            case FREE_THEN_PAID -> freeThenPaid();
            case PAID_THEN_FREE -> paidThenFree();
            case PRICE_RISE -> priceRise();
            case SAME_MONTH -> sameMonth();
            default -> new EdgeLife(account, catalog, window).live(role);
        };
    }

    private List<Life> trialConverted() {
        Life life = from("2024-01-25T10:00:00");
        life.beginWithTrial(14, seats(Product.BUSINESS, 1, 12));
        life.status(Times.at("2024-02-08T10:00:00"), Status.ACTIVE);
        return List.of(life);
    }

    private List<Life> trialFailed() {
        Life life = from("2024-09-17T12:30:00");
        life.beginWithTrial(14, seats(Product.TEAM, 1, 6));
        life.endAtOnce(Times.at("2024-10-01T12:30:00"), Farewell.requested("unused", null));
        return List.of(life);
    }

    private Life withCoupon(String start, Coupon coupon, int months) {
        Life life = from(start);
        life.beginWithCoupon(coupon, seats(Product.BUSINESS, months, 8));
        return life;
    }

    private List<Life> couponAddedLater() {
        Life life = begin("2023-02-13T09:40:00", seats(Product.TEAM, 1, 22));
        life.coupon(Times.at("2024-03-05T11:00:00"), Coupon.LOYALTY);
        return List.of(life);
    }

    private List<Life> collectionPaused() {
        Life life = begin("2023-04-03T08:30:00", seats(Product.BUSINESS, 1, 15));
        life.pause(Times.at("2024-07-08T09:15:00"), Times.at("2024-10-03T08:30:00"));
        return List.of(life);
    }

    private List<Life> statusPaused() {
        Life life = from("2024-03-04T13:00:00");
        life.beginWithTrial(30, seats(Product.TEAM, 1, 9));
        life.status(Times.at("2024-04-03T13:00:00"), Status.PAUSED);
        life.status(Times.at("2024-05-20T09:30:00"), Status.ACTIVE);
        return List.of(life);
    }

    private List<Life> pastDueRecovered() {
        Life life = begin("2023-01-16T10:10:00", seats(Product.BUSINESS, 1, 20));
        life.status(Times.at("2024-06-16T11:10:00"), Status.PAST_DUE);
        life.status(Times.at("2024-07-02T07:55:12"), Status.ACTIVE);
        return List.of(life);
    }

    private List<Life> pastDueCanceled() {
        Life life = begin("2023-03-09T10:10:00", seats(Product.TEAM, 1, 17));
        life.status(Times.at("2025-02-09T11:10:00"), Status.PAST_DUE);
        life.endAtOnce(Times.at("2025-03-02T11:10:00"), Farewell.PAYMENT_FAILED);
        return List.of(life);
    }

    private List<Life> pastDueUnpaid() {
        Life life = begin("2023-07-05T10:10:00", seats(Product.TEAM, 1, 14));
        life.status(Times.at("2025-09-05T11:10:00"), Status.PAST_DUE);
        life.status(Times.at("2025-09-26T11:10:00"), Status.UNPAID);
        return List.of(life);
    }

    private List<Life> planChange(String start, String change, Product before, Product after) {
        Life life = begin(start, seats(before, 1, 18));
        life.price(Times.at(change), 0, price(after, 1));
        return List.of(life);
    }

    private List<Life> seatChanges() {
        Life life = begin("2022-09-12T08:00:00", seats(Product.BUSINESS, 1, 10));
        life.quantity(Times.at("2023-02-14T09:30:15"), 0, 14);
        life.quantity(Times.at("2023-09-28T16:02:47"), 0, 25);
        life.quantity(Times.at("2024-08-20T12:00:01"), 0, 21);
        life.quantity(Times.at("2025-05-05T10:44:09"), 0, 30);
        return List.of(life);
    }

    /** From a monthly API plan to yearly seats: product, interval and billing anchor change at once. */
    private List<Life> productSwitch() {
        Life life = begin("2023-05-30T10:00:00", new Line(price(Product.API, 1), 1_800));
        Instant at = Times.at("2024-11-18T14:05:00");
        life.change(
                at,
                s -> s.withAnchor(at)
                        .withItems(List.of(s.items()
                                .get(0)
                                .withPrice(
                                        catalog.price(Product.BUSINESS, account.currency(), 12, Catalog.Edition.SECOND))
                                .withQuantity(16))));
        return List.of(life);
    }

    private List<Life> scheduledCancellation() {
        Life life = begin("2023-06-19T09:20:00", seats(Product.BUSINESS, 12, 11));
        Instant end = Times.at("2025-06-19T09:20:00");
        life.scheduleEnd(Times.at("2025-04-02T15:00:00"), end, Farewell.requested("switched_service", null));
        life.end(end);
        return List.of(life);
    }

    private List<Life> withdrawnCancellation() {
        Life life = begin("2023-10-10T10:10:10", seats(Product.BUSINESS, 12, 13));
        Instant end = Times.at("2025-10-10T10:10:10");
        life.scheduleEnd(Times.at("2025-08-11T09:00:00"), end, Farewell.requested("too_expensive", null));
        life.withdrawEnd(Times.at("2025-08-29T13:37:00"));
        return List.of(life);
    }

    private List<Life> immediateCancellation() {
        Life life = begin("2023-02-01T12:00:00", seats(Product.TEAM, 12, 19));
        life.endAtOnce(
                Times.at("2024-07-10T17:17:17"),
                Farewell.requested("missing_features", "No single sign-on in our plan"));
        return List.of(life);
    }

    private List<Life> reactivated() {
        Life first = begin("2022-12-05T10:00:00", seats(Product.TEAM, 1, 12));
        first.endAtOnce(Times.at("2024-01-31T18:00:00"), Farewell.requested("unused", null));
        Life second = new Life(account.number(), 1, Times.at("2024-06-15T09:00:00"), window);
        second.begin(seats(Product.BUSINESS, 1, 12));
        return List.of(first, second);
    }

    private List<Life> twoSubscriptions() {
        Life first = begin("2023-01-23T10:00:00", seats(Product.BUSINESS, 12, 16));
        Life second = new Life(account.number(), 1, Times.at("2023-09-04T10:00:00"), window);
        second.begin(new Line(price(Product.API, 1), 3_000));
        second.endAtOnce(Times.at("2025-03-04T10:00:00"), Farewell.requested("unused", null));
        return List.of(first, second);
    }

    private List<Life> freeThenPaid() {
        Life life = begin("2023-08-01T00:00:00", new Line(price(Product.FREE, 1), 1));
        Instant at = Times.at("2024-01-15T10:30:00");
        life.change(
                at,
                s -> s.withAnchor(at)
                        .withItems(List.of(s.items()
                                .get(0)
                                .withPrice(price(Product.TEAM, 1))
                                .withQuantity(7))));
        return List.of(life);
    }

    private List<Life> paidThenFree() {
        Life life = begin("2023-03-27T09:00:00", seats(Product.TEAM, 1, 5));
        life.change(
                Times.at("2024-12-27T09:00:00"),
                s -> s.withItems(List.of(
                        s.items().get(0).withPrice(price(Product.FREE, 1)).withQuantity(1))));
        return List.of(life);
    }

    private List<Life> priceRise() {
        Life life = begin("2022-10-01T10:00:00", seats(Product.BUSINESS, 12, 24));
        life.price(
                Times.at("2024-10-01T10:00:00"),
                0,
                catalog.price(Product.BUSINESS, account.currency(), 12, Catalog.Edition.SECOND));
        return List.of(life);
    }

    private List<Life> sameMonth() {
        Life life = begin("2024-05-03T09:30:00", seats(Product.TEAM, 1, 8));
        life.endAtOnce(Times.at("2024-05-20T16:00:00"), Farewell.requested("too_complex", null));
        return List.of(life);
    }

    private Life from(String start) {
        return new Life(account.number(), 0, Times.at(start), window);
    }

    private Life begin(String start, Line... lines) {
        Life life = from(start);
        life.begin(lines);
        return life;
    }

    private Line seats(Product product, int months, long quantity) {
        return new Line(price(product, months), quantity);
    }

    private Price price(Product product, int months) {
        return catalog.price(product, account.currency(), months, Catalog.Edition.FIRST);
    }
}
