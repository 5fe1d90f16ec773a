package io.revops.load.stripe;

import static io.revops.load.stripe.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.BillingInterval;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.load.Loaded;
import io.revops.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeHistoryTest {
    private static final Price TEAM = Price.perUnit(Money.of(20, "USD"), BillingInterval.MONTHLY);

    @TempDir
    Path folder;

    private Loaded<RevenueBook> loaded() {
        return StripeExport.read(folder);
    }

    private Subscription read(Life life) throws IOException {
        life.write(folder);
        return loaded().value().subscriptions().get(0);
    }

    private static Instant instant(String time) {
        return Instant.ofEpochSecond(Life.seconds(time));
    }

    @Test
    void creationBeginsEveryItemAtTheStartDate() throws IOException {
        Subscription sub = read(Life.from("2025-01-10").created("evt_1"));

        assertThat(sub.start()).contains(at("2025-01-10"));
        assertThat(sub.items())
                .containsExactly(ItemChange.builder("evt_1/si_1", at("2025-01-10"), "si_1")
                        .product(new ProductId("prod_team"))
                        .quantity(new BigDecimal("5"))
                        .price(TEAM)
                        .recorded(instant("2025-01-10"))
                        .build());
        assertThat(sub.spells()).isEmpty();
        assertThat(sub.cancellations()).isEmpty();
        assertThat(sub.endings()).isEmpty();
        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void backdatedStartIsEffectiveBeforeItWasRecorded() throws IOException {
        Subscription sub = read(Life.from("2025-03-01")
                .set(s -> s.put("start_date", Life.seconds("2025-01-01")))
                .created("evt_1"));

        assertThat(sub.items().get(0).effective()).isEqualTo(at("2025-01-01"));
        assertThat(sub.items().get(0).recorded()).contains(instant("2025-03-01"));
    }

    @Test
    void seatChangeSaysNothingButTheQuantity() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-02-03T04:05:06Z", s -> Life.quantity(s, 8)));

        assertThat(sub.items().get(1))
                .isEqualTo(ItemChange.builder("evt_2/si_1", at("2025-02-03T04:05:06Z"), "si_1")
                        .quantity(new BigDecimal("8"))
                        .recorded(instant("2025-02-03T04:05:06Z"))
                        .build());
    }

    @Test
    void renewalThatMovesOnlyThePeriodChangesNothing() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-02-10", s -> Life.period(s, "2025-02-10", "2025-03-10")));

        assertThat(sub.items()).hasSize(1);
        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void switchToAnotherProductChangesPriceAndProductOfTheItem() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-03-01",
                        s -> ((ObjectNode) s.at("/items/data/0"))
                                .set("price", Life.object(Life.price("price_pro", "prod_pro", "5000")))));

        ItemChange change = sub.items().get(1);
        assertThat(change.product()).contains(new ProductId("prod_pro"));
        assertThat(change.price()).contains(Price.perUnit(Money.of(50, "USD"), BillingInterval.MONTHLY));
        assertThat(change.quantity()).isEmpty();
    }

    @Test
    void addedItemBeginsAndRemovedItemEndsWithTheEvent() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-02-01",
                        s -> Life.item(s, "si_2", Life.price("price_pro", "prod_pro", "900"), "1"))
                .updated("evt_3", "2025-03-01", s -> Life.remove(s, 0)));

        assertThat(sub.items().get(1).effective()).isEqualTo(at("2025-02-01"));
        assertThat(sub.items().get(1).item()).isEqualTo("si_2");
        assertThat(sub.items().get(2))
                .isEqualTo(ItemChange.builder("evt_3/si_1", at("2025-03-01"), "si_1")
                        .quantity(BigDecimal.ZERO)
                        .recorded(instant("2025-03-01"))
                        .build());
    }

    @Test
    void twoEventsOfOneSecondFollowEachOtherByWhatTheyChanged() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_b", "2025-02-01", s -> Life.quantity(s, 13))
                .updated("evt_a", "2025-02-01", s -> Life.quantity(s, 12)));

        assertThat(sub.items().stream().map(ItemChange::id)).containsExactly("evt_1/si_1", "evt_b/si_1", "evt_a/si_1");
        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void firstEventsOfALateLogFollowEachOtherByWhatTheyChanged() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .updated("evt_c", "2025-02-01", s -> Life.quantity(s, 13))
                .updated("evt_b", "2025-02-01", s -> s.put("latest_invoice", "in_1"))
                .updated("evt_a", "2025-02-01", s -> Life.quantity(s, 12)));

        assertThat(sub.items().stream().flatMap(i -> i.quantity().stream()))
                .containsExactly(new BigDecimal("5"), new BigDecimal("13"), new BigDecimal("12"));
    }

    @Test
    void changesThatGoInACircleEndWhereTheyBegan() throws IOException {
        Life life = Life.from("2025-01-10")
                .updated("evt_b", "2025-02-01", s -> Life.quantity(s, 13))
                .updated("evt_a", "2025-02-01", s -> Life.quantity(s, 5));

        assertThat(read(life).items().get(2).quantity()).isPresent();
        assertThat(loaded().value().subscriptions()).hasSize(1);
    }

    @Test
    void eventsOfOneSecondThatDoNotChainFollowTheirIds() throws IOException {
        Life life = Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_b", "2025-02-01", s -> Life.quantity(s, 13))
                .updated("evt_lost", "2025-02-01", s -> Life.quantity(s, 14))
                .updated("evt_a", "2025-02-01", s -> Life.quantity(s, 12));
        life.events().remove(2);

        assertThat(read(life).items().stream().map(ItemChange::id))
                .containsExactly("evt_1/si_1", "evt_a/si_1", "evt_b/si_1", "current/si_1");

        Life silent = Life.from("2025-01-10")
                .created("evt_1")
                .event("evt_b", "paused", "2025-02-01", s -> Life.quantity(s, 13))
                .updated("evt_a", "2025-02-01", s -> Life.quantity(s, 12));
        assertThat(read(silent).items()).hasSize(4);
    }

    @Test
    void creationComesFirstAndDeletionLastInTheirSecond() throws IOException {
        Subscription sub = read(Life.from("2025-01-10")
                .created("evt_z")
                .updated("evt_m", "2025-01-10", s -> Life.quantity(s, 6))
                .event("evt_a", "deleted", "2025-01-10", s -> Life.ended(s, "2025-01-10")));

        assertThat(sub.items().stream().map(ItemChange::id)).containsExactly("evt_z/si_1", "evt_m/si_1");
        assertThat(sub.endings()).hasSize(1);
    }

    @Test
    void reactivationIsAnotherSubscriptionOfTheSameAccount() throws IOException {
        Life first = Life.from("2025-01-10")
                .created("evt_1")
                .event("evt_2", "deleted", "2025-01-25", s -> Life.ended(s, "2025-01-25"));
        Life second = Life.from("2025-06-01").set(s -> s.put("id", "sub_2")).created("evt_3");
        second.write(folder);
        first.events().forEach(e -> second.events().add(e));
        second.writeEvents(folder);
        Files.writeString(folder.resolve("subscriptions.json"), "[" + first.current() + "," + second.current() + "]");

        List<Subscription> subs = loaded().value().subscriptions();

        assertThat(subs).hasSize(2);
        assertThat(subs.get(0).ends()).contains(at("2025-01-25"));
        assertThat(subs.get(1).begins()).contains(at("2025-06-01"));
        assertThat(subs.get(1).endings()).isEmpty();
    }
}
