package io.revops.load.stripe;

import static io.revops.load.stripe.Life.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Entries;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
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

class StripeDiscountTest {
    private static final String ONCE = Life.coupon("ONCE", "\"percent_off\":25,\"duration\":\"once\"");
    private static final String THREE =
            Life.coupon("THREE", "\"percent_off\":15.5,\"duration\":\"repeating\",\"duration_in_months\":3");
    private static final String ALWAYS =
            Life.coupon("ALWAYS", "\"amount_off\":4000,\"currency\":\"usd\",\"duration\":\"forever\"");

    @TempDir
    Path folder;

    private Loaded<RevenueBook> loaded() {
        return StripeExport.read(folder);
    }

    private List<Discount> read(Life life) throws IOException {
        life.write(folder);
        return loaded().value().subscriptions().get(0).discounts();
    }

    private static Life with(String coupon) {
        return Life.from("2025-01-10")
                .set(s -> Life.discount(s, "di_1", "2025-01-10", coupon))
                .created("evt_1");
    }

    @Test
    void discountBeginsAtItsStartAndKeepsItsTerms() throws IOException {
        assertThat(read(with(ALWAYS)))
                .containsExactly(Discount.builder("di_1", at("2025-01-10"), DiscountDuration.FOREVER)
                        .amountOff(Money.of(40, "USD"))
                        .coupon("ALWAYS")
                        .recorded(Instant.ofEpochSecond(Life.seconds("2025-01-10")))
                        .build());
    }

    @Test
    void discountAddedLaterIsRecordedThen() throws IOException {
        List<Discount> discounts = read(Life.from("2025-01-10").created("evt_1").updated("evt_2", "2025-03-05", s -> {
            Life.discount(s, "di_1", "2025-03-05", THREE);
            ((ObjectNode) s.at("/discounts/0")).put("end", Life.seconds("2025-06-05"));
        }));

        assertThat(discounts)
                .containsExactly(Discount.builder("di_1", at("2025-03-05"), DiscountDuration.REPEATING)
                        .percent(new BigDecimal("15.5"))
                        .months(3)
                        .end(at("2025-06-05"))
                        .coupon("THREE")
                        .recorded(Instant.ofEpochSecond(Life.seconds("2025-03-05")))
                        .build());
    }

    @Test
    void foreverEndsWhenItIsTakenAway() throws IOException {
        List<Discount> held =
                Entries.current(read(with(ALWAYS).updated("evt_2", "2025-04-02", s -> s.putArray("discounts"))));

        assertThat(held).hasSize(1);
        assertThat(held.get(0).end()).contains(at("2025-04-02"));
        assertThat(held.get(0).recorded()).contains(Instant.ofEpochSecond(Life.seconds("2025-04-02")));
    }

    @Test
    void repeatingEndsEarlyOnlyIfItIsTakenAwayBeforeItsMonthsAreOver() throws IOException {
        assertThat(Entries.current(read(with(THREE).updated("evt_2", "2025-04-09", s -> s.putArray("discounts"))))
                        .get(0)
                        .end())
                .contains(at("2025-04-09"));
        assertThat(Entries.current(read(with(THREE).updated("evt_2", "2025-04-10", s -> s.putArray("discounts"))))
                        .get(0)
                        .end())
                .isEmpty();
    }

    @Test
    void onceThatABillHasUsedDidNotEndEarly() throws IOException {
        assertThat(read(with(ONCE).updated("evt_2", "2025-01-10T00:00:03Z", s -> s.putArray("discounts"))))
                .extracting(Discount::end)
                .containsExactly(java.util.Optional.empty());
    }

    @Test
    void onceThatIsGoneBeforeTheNextBillEndedEarly() throws IOException {
        Life life = Life.from("2025-01-10")
                .created("evt_1")
                .updated("evt_2", "2025-01-15", s -> Life.discount(s, "di_1", "2025-01-15", ONCE))
                .updated("evt_3", "2025-01-17", s -> s.putArray("discounts"));

        assertThat(Entries.current(read(life)).get(0).end()).contains(at("2025-01-17"));
    }

    @Test
    void repeatingThatTheObjectNoLongerHasEndedByItself() throws IOException {
        read(with(THREE).set(s -> {
            s.putArray("discounts");
            Life.period(s, "2025-03-20", "2025-04-20");
        }));

        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void discountsAreKeptWhenTheSubscriptionEnds() throws IOException {
        List<Discount> discounts = read(with(ALWAYS).event("evt_2", "deleted", "2025-02-01", s -> {
            Life.ended(s, "2025-02-01");
            s.putArray("discounts");
        }));

        assertThat(discounts).hasSize(1);
        assertThat(discounts.get(0).end()).isEmpty();
    }

    @Test
    void changedTermsAreALaterRecording() throws IOException {
        List<Discount> discounts = read(with(ALWAYS)
                .updated(
                        "evt_2",
                        "2025-02-01",
                        s -> ((ObjectNode) s.at("/discounts/0")).put("end", Life.seconds("2025-12-31"))));

        assertThat(discounts).hasSize(2);
        assertThat(Entries.current(discounts).get(0).end()).contains(at("2025-12-31"));
    }

    @Test
    void discountOfAnItemIsForThatItem() throws IOException {
        Life life = Life.from("2025-01-10")
                .set(s -> ((ObjectNode) s.at("/items/data/0"))
                        .set(
                                "discounts",
                                Life.object("{\"a\":[{\"id\":\"di_7\",\"start\":1736467200,\"coupon\":" + ONCE + "}]}")
                                        .get("a")))
                .created("evt_1");

        Discount discount = read(life).get(0);

        assertThat(discount.id()).isEqualTo("di_7/si_1");
        assertThat(discount.item()).contains("si_1");
    }

    @Test
    void singleDiscountOfTheOldLayoutIsRead() throws IOException {
        Life life = Life.from("2024-01-10")
                .set(s -> {
                    s.remove("discounts");
                    s.set("discount", Life.object("{\"start\":1704844800,\"coupon\":" + ALWAYS + "}"));
                })
                .created("evt_1");

        Discount discount = read(life).get(0);

        assertThat(discount.id()).isEqualTo("ALWAYS@1704844800");
        assertThat(discount.effective()).isEqualTo(at("2024-01-10"));
    }

    @Test
    void listOfIdsIsCompletedByTheSingleDiscount() throws IOException {
        Life life = Life.from("2024-01-10")
                .set(s -> {
                    s.putArray("discounts").add("di_1");
                    s.set("discount", Life.object("{\"id\":\"di_1\",\"start\":1704844800,\"coupon\":" + ALWAYS + "}"));
                })
                .created("evt_1");

        assertThat(read(life)).extracting(Discount::id).containsExactly("di_1");
    }

    @Test
    void idsAreCompletedByDiscountAndCouponObjects() throws IOException {
        Life life = Life.from("2025-01-10")
                .set(s -> s.putArray("discounts").add("di_1"))
                .created("evt_1");
        Files.writeString(
                folder.resolve("discounts.json"),
                "[{\"id\":\"di_1\",\"object\":\"discount\",\"start\":1736467200,\"source\":{\"coupon\":\"ALWAYS\"}},"
                        + ALWAYS + "]");

        assertThat(read(life))
                .extracting(Discount::amountOff)
                .containsExactly(java.util.Optional.of(Money.of(40, "USD")));
        assertThat(loaded().issues()).isEmpty();
    }

    @Test
    void discountWithoutItsCouponIsLeftOutAndAnError() throws IOException {
        assertThat(read(Life.from("2025-01-10")
                        .set(s -> s.putArray("discounts").add("di_1"))
                        .created("evt_1")))
                .isEmpty();
        Issue issue = loaded().issues().get(0);
        assertThat(issue.code()).isEqualTo(IssueCode.MISSING_VALUE);
        assertThat(issue.severity()).isEqualTo(Severity.ERROR);
        assertThat(issue.reason()).contains("expand[]=data.discounts.source.coupon");
    }

    @Test
    void couponForSomeProductsIsOneDiscountPerItem() throws IOException {
        String some = Life.coupon(
                "SOME",
                "\"percent_off\":10,\"duration\":\"forever\",\"applies_to\":{\"products\":[\"prod_pro\",\"prod_x\"]}");
        Life life = Life.from("2025-01-10")
                .set(s -> Life.item(s, "si_2", Life.price("price_pro", "prod_pro", "900"), "1"))
                .set(s -> Life.discount(s, "di_1", "2025-01-10", some))
                .created("evt_1");

        assertThat(read(life)).extracting(Discount::id).containsExactly("di_1/si_2");
    }

    @Test
    void productsAreTakenFromTheExpandedCoupon() throws IOException {
        String coupon = "\"percent_off\":10,\"duration\":\"forever\"";
        Files.writeString(
                folder.resolve("coupons.json"),
                Life.coupon("SOME", coupon + ",\"applies_to\":{\"products\":[\"prod_team\"]}"));
        Life life = Life.from("2025-01-10")
                .set(s -> Life.item(s, "si_2", Life.price("price_pro", "prod_pro", "900"), "1"))
                .set(s -> Life.discount(s, "di_1", "2025-01-10", Life.coupon("SOME", coupon)))
                .created("evt_1");

        assertThat(read(life)).extracting(Discount::item).containsExactly(java.util.Optional.of("si_1"));
    }

    @Test
    void couponForEveryProductIsForTheWholeSubscription() throws IOException {
        String all = Life.coupon(
                "ALL", "\"percent_off\":10,\"duration\":\"forever\",\"applies_to\":{\"products\":[\"prod_team\"]}");

        assertThat(read(with(all))).extracting(Discount::item).containsExactly(java.util.Optional.empty());
    }

    @Test
    void amountOffSeveralOfTheProductsIsDoubtful() throws IOException {
        String some = Life.coupon(
                "SOME",
                "\"amount_off\":100,\"currency\":\"usd\",\"duration\":\"forever\","
                        + "\"applies_to\":{\"products\":[\"prod_pro\",\"prod_team\"]}");
        Life life = Life.from("2025-01-10")
                .set(s -> Life.item(s, "si_2", Life.price("price_pro", "prod_pro", "900"), "1"))
                .set(s -> Life.item(s, "si_3", Life.price("price_other", "prod_other", "900"), "1"))
                .set(s -> Life.discount(s, "di_1", "2025-01-10", some))
                .created("evt_1");

        assertThat(read(life)).extracting(Discount::item).containsExactly(java.util.Optional.empty());
        assertThat(loaded().issues()).extracting(Issue::severity).contains(Severity.WARNING);
    }

    @Test
    void amountOffIsTakenInTheCurrencyOfTheSubscription() throws IOException {
        String both = Life.coupon(
                "BOTH",
                "\"amount_off\":100,\"currency\":\"eur\",\"duration\":\"forever\","
                        + "\"currency_options\":{\"eur\":{\"amount_off\":100},\"usd\":{\"amount_off\":150}}");

        assertThat(read(with(both)).get(0).amountOff()).contains(Money.of("1.50", "USD"));
    }

    @Test
    void amountOffInAnotherCurrencyIsLeftOut() throws IOException {
        String euro = Life.coupon("EURO", "\"amount_off\":100,\"currency\":\"eur\",\"duration\":\"forever\"");

        assertThat(read(with(euro))).isEmpty();
        assertThat(loaded().issues().get(0).reason()).contains("currency_options");
    }

    @Test
    void subscriptionWithoutACurrencyTakesTheCouponsOwn() throws IOException {
        Life life = Life.from("2025-01-10")
                .set(s -> s.remove("currency"))
                .set(s -> Life.discount(s, "di_1", "2025-01-10", ALWAYS))
                .created("evt_1");

        assertThat(read(life).get(0).amountOff()).contains(Money.of(40, "USD"));
        assertThat(loaded().value().subscriptions().get(0).items().get(0).price())
                .isPresent();
    }

    @Test
    void couponsThatCannotBeAreRejected() throws IOException {
        Files.writeString(
                folder.resolve("coupons.jsonl"),
                String.join(
                        "\n",
                        Life.coupon("A", "\"duration\":\"once\""),
                        Life.coupon("B", "\"percent_off\":120,\"duration\":\"once\""),
                        Life.coupon("C", "\"percent_off\":-1,\"duration\":\"once\""),
                        Life.coupon("D", "\"amount_off\":-5,\"currency\":\"usd\",\"duration\":\"once\""),
                        Life.coupon("E", "\"amount_off\":5,\"currency\":\"xqz\",\"duration\":\"once\""),
                        Life.coupon("F", "\"percent_off\":5,\"duration\":\"daily\""),
                        Life.coupon("G", "\"percent_off\":5,\"duration\":\"repeating\"")));

        Loaded<RevenueBook> loaded = loaded();

        assertThat(loaded.rejected()).isEqualTo(7);
        assertThat(loaded.issues().stream().map(Issue::column))
                .containsExactly(
                        "percent_off",
                        "percent_off",
                        "percent_off",
                        "amount_off",
                        "currency",
                        "duration",
                        "duration_in_months");
        assertThat(loaded.issues()).extracting(Issue::reason).allMatch(r -> r.contains("Maybe"));
    }
}
