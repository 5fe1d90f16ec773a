package io.revops.sample;

import io.revops.sample.Life.Farewell;
import io.revops.sample.Life.Line;
import java.time.Instant;
import java.util.List;

/** The roles that try a reader's calendar, currency, price shapes and event log rather than its idea of revenue. */
final class EdgeLife {
    private final Account account;
    private final Catalog catalog;
    private final Window window;

    EdgeLife(Account account, Catalog catalog, Window window) {
        this.account = account;
        this.catalog = catalog;
        this.window = window;
    }

    List<Life> live(Role role) {
        Life life = switch (role) {
            case SAME_SECOND -> sameSecond();
            case LEAP_DAY -> leapDay();
            case THIRTY_FIRST -> thirtyFirst();
            case MONTH_END -> monthEnd();
            case YEN_GRADUATED_TIERS -> yenTiers();
            case VOLUME_TIERS -> volumeTiers();
            case METERED_OVERAGE -> metered();
            case TWO_YEARS -> begin("2023-04-17T10:00:00", line(Product.BUSINESS, 24, 28));
            case THREE_YEARS -> threeYears();
            case QUARTERLY -> quarterly();
            case END_STILL_TO_COME -> endStillToCome();
            case RENEWALS_LOGGED -> renewalsLogged();
            case LOG_BEGINS_LATE -> logBeginsLate();
            case OLD_LAYOUT -> oldLayout();
            case OLD_LAYOUT_DISCOUNT -> oldLayoutDiscount();
            case PACKS -> packs();
            case FREE_ONLY -> begin("2024-06-11T18:20:00", line(Product.FREE, 1, 1));
            default ->
                throw new IllegalArgumentException(
                        "No life is written for the role " + role + ". Maybe it should live by chance.");
        };
        return List.of(life);
    }

    /** Two changes in one second; the second one holds. */
    private Life sameSecond() {
        Life life = begin("2023-11-06T10:00:00", line(Product.TEAM, 1, 10));
        Instant at = Times.at("2024-04-24T15:15:15");
        life.quantity(at, 0, 13);
        life.quantity(at, 0, 12);
        return life;
    }

    private Life leapDay() {
        Life life = begin("2024-02-29T12:00:00", line(Product.BUSINESS, 12, 9));
        life.quantity(Times.at("2025-02-28T12:00:00"), 0, 11);
        return life;
    }

    private Life thirtyFirst() {
        Life life = begin("2023-08-31T09:00:00", line(Product.TEAM, 1, 21));
        Instant end = Times.at("2025-02-28T09:00:00");
        life.scheduleEnd(Times.at("2025-02-10T10:00:00"), end, Farewell.requested("too_expensive", null));
        life.end(end);
        return life;
    }

    /** A start one second before a month ends, a change in the first second of one, an end in the last. */
    private Life monthEnd() {
        Life life = begin("2023-01-31T23:59:59", line(Product.TEAM, 1, 16));
        life.quantity(Times.at("2023-06-01T00:00:00"), 0, 18);
        life.endAtOnce(Times.at("2025-04-30T23:59:59"), Farewell.requested("other", null));
        return life;
    }

    private Life yenTiers() {
        Life life = begin("2023-06-26T01:00:00", line(Product.API, 1, 450));
        life.quantity(Times.at("2023-12-11T02:30:00"), 0, 2_600);
        life.quantity(Times.at("2025-01-20T03:45:00"), 0, 7_200);
        return life;
    }

    private Life volumeTiers() {
        Life life = begin("2024-01-08T10:00:00", line(Product.API_VOLUME, 1, 500));
        life.quantity(Times.at("2024-07-15T10:00:00"), 0, 501);
        return life;
    }

    private Life metered() {
        return begin("2023-09-18T10:00:00", line(Product.API, 1, 1_200), line(Product.OVERAGE, 1, 0));
    }

    private Life threeYears() {
        Life life = begin("2021-11-15T10:00:00", line(Product.BUSINESS, 36, 32));
        life.price(
                Times.at("2024-11-15T10:00:00"),
                0,
                catalog.price(Product.BUSINESS, account.currency(), 36, Catalog.Edition.SECOND));
        return life;
    }

    private Life quarterly() {
        Life life = begin("2023-02-22T10:00:00", line(Product.BUSINESS, 3, 14), line(Product.SUPPORT, 3, 1));
        life.quantity(Times.at("2024-08-22T10:00:00"), 0, 19);
        return life;
    }

    /** Known at the end of the window as leaving, but still paying. */
    private Life endStillToCome() {
        Life life = begin("2024-03-18T10:00:00", line(Product.BUSINESS, 12, 12));
        life.scheduleEnd(
                Times.at("2025-12-09T11:30:00"),
                Times.at("2026-03-18T10:00:00"),
                Farewell.requested("too_expensive", "Ends with the contract"));
        return life;
    }

    /** The API reports each renewal as an update of the item's period; elsewhere the sample leaves these out. */
    private Life renewalsLogged() {
        Life life = begin("2025-06-30T10:00:00", line(Product.TEAM, 1, 9));
        for (int month = 1; month <= 6; month++) {
            life.change(Times.plusMonths(life.start(), month), s -> s);
        }
        return life;
    }

    private Life logBeginsLate() {
        Life life = begin("2021-05-10T10:00:00", line(Product.BUSINESS, 1, 20));
        life.quantity(Times.at("2023-03-15T10:20:30"), 0, 26);
        life.quantity(Times.at("2024-09-16T09:08:07"), 0, 31);
        life.loggedAs(Life.Log.WITHOUT_CREATION);
        return life;
    }

    private Life oldLayout() {
        Life life = begin("2022-06-07T10:00:00", line(Product.BUSINESS, 1, 17));
        life.quantity(Times.at("2023-07-19T10:00:00"), 0, 20);
        life.exportedAs(Life.Layout.BEFORE_2025);
        return life;
    }

    private Life oldLayoutDiscount() {
        Life life = new Life(account.number(), 0, Times.at("2024-02-14T10:00:00"), window);
        life.beginWithCoupon(Coupon.NONPROFIT, line(Product.TEAM, 12, 15));
        life.exportedAs(Life.Layout.BEFORE_2025);
        return life;
    }

    /** Sold in packs of five seats: a further seat costs nothing until the pack is full. */
    private Life packs() {
        Life life = begin("2023-12-01T10:00:00", line(Product.TEAM, 1, 13), line(Product.INSIGHTS, 1, 13));
        life.quantity(Times.at("2024-06-03T10:00:00"), 1, 15);
        life.quantity(Times.at("2024-10-07T10:00:00"), 1, 16);
        return life;
    }

    private Life begin(String start, Line... lines) {
        Life life = new Life(account.number(), 0, Times.at(start), window);
        life.begin(lines);
        return life;
    }

    private Line line(Product product, int months, long quantity) {
        return new Line(catalog.price(product, account.currency(), months, Catalog.Edition.FIRST), quantity);
    }
}
