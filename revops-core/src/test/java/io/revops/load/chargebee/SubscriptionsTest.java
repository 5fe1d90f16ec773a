package io.revops.load.chargebee;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.Issue;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.load.Loaded;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fields of a subscription become. */
class SubscriptionsTest {
    @TempDir
    Path folder;

    private Loaded<RevenueBook> load(Object... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object line : lines) {
            text.append(line).append('\n');
        }
        return ChargebeeExport.read(Files.writeString(folder.resolve("s.jsonl"), text));
    }

    private Subscription read(Object... lines) throws IOException {
        Loaded<RevenueBook> loaded = load(lines);
        assertThat(loaded.issues()).noneMatch(i -> i.severity() == Severity.ERROR);
        return loaded.orElseThrow().subscriptions().get(0);
    }

    private static Price price(Subscription subscription) {
        return subscription.items().get(0).price().orElseThrow();
    }

    private static Money total(Price price, int quantity) {
        return price.total(BigDecimal.valueOf(quantity));
    }

    @Test
    void aTrialIsASpell() throws IOException {
        Spell trial = read(Sub.of("s").put("trial_start", "2025-01-15").put("trial_end", "2025-01-29"))
                .spells()
                .get(0);
        assertThat(trial.kind()).isEqualTo(SpellKind.TRIAL);
        assertThat(trial.effective()).isEqualTo(Moment.of(2025, 1, 15));
        assertThat(trial.end()).contains(Moment.of(2025, 1, 29));
    }

    @Test
    void aPauseMayBeOpenOrStillToCome() throws IOException {
        Spell pause = read(Sub.of("s").put("status", "paused").put("pause_date", "2025-03-01"))
                .spells()
                .get(0);
        assertThat(pause.kind()).isEqualTo(SpellKind.PAUSED);
        assertThat(pause.end()).isEmpty();
        assertThat(read(Sub.of("s").put("pause_date", "2025-03-01").put("resume_date", "2025-05-01"))
                        .spells()
                        .get(0)
                        .end())
                .contains(Moment.of(2025, 5, 1));
    }

    @Test
    void aPauseWithoutADateIsTakenFromTheLastChangeWithANote() throws IOException {
        Loaded<RevenueBook> loaded = load(Sub.of("s").put("status", "paused").put("updated_at", "2025-03-05"));
        assertThat(loaded.value().subscriptions().get(0).spells().get(0).effective())
                .isEqualTo(Moment.of(2025, 3, 5));
        assertThat(loaded.issues()).extracting(Issue::column).contains("pause_date");
    }

    @ParameterizedTest
    @CsvSource({
        "not_paid,,INVOLUNTARY",
        "no_card,,INVOLUNTARY",
        "fraud_review_failed,,INVOLUNTARY",
        ",Not Paid,INVOLUNTARY",
        ",Too expensive,VOLUNTARY",
        ",,VOLUNTARY"
    })
    void whoeverLeftByPaymentDidNotWantTo(String reason, String code, ChurnCause cause) throws IOException {
        Sub sub = Sub.of("s").put("status", "cancelled").put("cancelled_at", "2025-04-10");
        Subscription read = read(sub.put("cancel_reason", reason).put("cancel_reason_code", code));
        Ending end = read.endings().get(0);
        assertThat(end.effective()).isEqualTo(Moment.of(2025, 4, 10));
        assertThat(end.cause()).contains(cause);
        assertThat(end.reason()).isEqualTo(java.util.Optional.ofNullable(code));
        assertThat(read.cancellations()).hasSize(cause == ChurnCause.VOLUNTARY ? 1 : 0);
    }

    @Test
    void whatWasCancelledWithinATermWasPaidToItsEnd() throws IOException {
        Sub sub = Sub.of("s").put("status", "cancelled").put("cancelled_at", "2025-04-10");
        assertThat(read(sub.put("current_term_end", "2025-04-15"))
                        .cancellations()
                        .get(0)
                        .paidThrough())
                .contains(Moment.of(2025, 4, 15));
        assertThat(read(sub.put("current_term_end", "2025-04-10"))
                        .cancellations()
                        .get(0)
                        .paidThrough())
                .isEmpty();
        assertThat(read(sub.put("current_term_end", "2025-04-15").put("trial_end", "2025-04-15"))
                        .cancellations()
                        .get(0)
                        .paidThrough())
                .isEmpty();
    }

    @Test
    void anEndThatIsAgreedIsACancellationSinceItWasAskedFor() throws IOException {
        Cancellation cancellation = read(Sub.of("s")
                        .put("status", "non_renewing")
                        .put("cancel_schedule_created_at", "2025-03-20")
                        .put("cancelled_at", "2025-04-15"))
                .cancellations()
                .get(0);
        assertThat(cancellation.effective()).isEqualTo(Moment.of(2025, 3, 20));
        assertThat(cancellation.ends()).isEqualTo(Moment.of(2025, 4, 15));
        assertThat(cancellation.cause()).isEmpty();
    }

    @Test
    void theEndOfTheTermStandsInForAnEndThatIsNotWritten() throws IOException {
        Loaded<RevenueBook> loaded = load(Sub.of("s")
                .put("status", "non_renewing")
                .put("updated_at", "2025-03-20")
                .put("current_term_end", "2025-04-15"));
        Cancellation cancellation =
                loaded.value().subscriptions().get(0).cancellations().get(0);
        assertThat(cancellation.ends()).isEqualTo(Moment.of(2025, 4, 15));
        assertThat(cancellation.effective()).isEqualTo(Moment.of(2025, 3, 20));
        assertThat(loaded.issues()).extracting(Issue::column).contains("cancel_schedule_created_at");
    }

    @Test
    void transferredEndsWithoutACause() throws IOException {
        Subscription read = read(Sub.of("s").put("status", "transferred").put("cancelled_at", "2025-04-10"));
        assertThat(read.endings().get(0).cause()).isEmpty();
        assertThat(read.cancellations()).isEmpty();
    }

    @Test
    void unitPricesAreInTheSmallestUnitUnlessTheyAreDecimal() throws IOException {
        assertThat(price(read(Sub.of("s"))).unitAmount()).isEqualTo(Money.of("10", "USD"));
        assertThat(price(read(Sub.of("s").put("currency_code", "JPY"))).unitAmount())
                .isEqualTo(Money.of("1000", "JPY"));
        Subscription decimal = read(Sub.of("s")
                .raw(
                        "subscription_items",
                        "[{\"item_price_id\":\"gb\",\"quantity\":1,\"quantity_in_decimal\":\"2.50\",\"unit_price\":1,"
                                + "\"unit_price_in_decimal\":\"0.0125\"}]"));
        assertThat(price(decimal).unitAmount()).isEqualTo(Money.of("0.0125", "USD"));
        assertThat(decimal.items().get(0).quantity()).contains(new BigDecimal("2.5"));
    }

    @Test
    void withoutAQuantityThePriceIsAFlatFee() throws IOException {
        Price price = price(
                read(Sub.of("s").raw("subscription_items", "[{\"item_price_id\":\"base\",\"unit_price\":9900}]")));
        assertThat(price.model()).isEqualTo(Price.Model.FLAT);
    }

    @Test
    void freeUnitsCostNothing() throws IOException {
        Price price = price(read(Sub.of("s")
                .raw(
                        "subscription_items",
                        "[{\"item_price_id\":\"a\",\"quantity\":5,\"free_quantity\":2,\"unit_price\":1000}]")));
        assertThat(total(price, 5)).isEqualTo(Money.of("30", "USD"));
        assertThat(total(price, 2)).isEqualTo(Money.of("0", "USD"));
    }

    @ParameterizedTest
    @CsvSource({"tiered,116", "volume,96", "stairstep,8"})
    void tiersAreReadByTheModelOfTheItemPrice(String model, String total) throws IOException {
        // 12 units: 10 x 10 + 2 x 8; or 12 x 8; or 8 for the whole step.
        String tiers = "[{\"starting_unit\":11,\"price\":800},{\"starting_unit\":1,\"ending_unit\":10,\"price\":1000}]";
        Price price = price(read(
                Sub.of("s").raw("subscription_items", "[{\"item_price_id\":\"t\",\"quantity\":12,\"amount\":1}]"),
                "{\"object\":\"item_price\",\"id\":\"t\",\"pricing_model\":\"" + model
                        + "\",\"currency_code\":\"USD\",\"tiers\":" + tiers + "}"));
        assertThat(total(price, 12)).isEqualTo(Money.of(total, "USD"));
    }

    @Test
    void aPriceOfWhichOnlyTheAmountIsWrittenIsThatAmount() throws IOException {
        Price price = price(read(
                Sub.of("s").raw("subscription_items", "[{\"item_price_id\":\"t\",\"quantity\":12,\"amount\":11600}]")));
        assertThat(total(price, 12)).isEqualTo(Money.of("116", "USD"));
    }

    @Test
    void anItemWithoutAPriceIsKeptAndIsAnError() throws IOException {
        Loaded<RevenueBook> loaded = load(Sub.of("s").raw("subscription_items", "[{\"item_price_id\":\"t\"}]"));
        assertThat(loaded.value().subscriptions().get(0).items().get(0).price()).isEmpty();
        assertThat(loaded.issues()).anySatisfy(i -> assertThat(i.column()).isEqualTo("unit_price"));
        assertThat(load(Sub.of("s").without("billing_period_unit")).issues())
                .anySatisfy(i -> assertThat(i.column()).isEqualTo("billing_period_unit"));
    }

    @Test
    void anItemMayBeBilledOftenerThanItsSubscription() throws IOException {
        Subscription read = read(Sub.of("s")
                .put("billing_period_unit", "year")
                .raw(
                        "subscription_items",
                        "[{\"item_price_id\":\"a\",\"unit_price\":1,\"billing_period\":3,"
                                + "\"billing_period_unit\":\"month\"},{\"item_price_id\":\"b\",\"unit_price\":1}]"));
        assertThat(read.items().get(0).price().orElseThrow().interval()).contains(BillingInterval.QUARTERLY);
        assertThat(read.items().get(1).price().orElseThrow().interval()).contains(BillingInterval.YEARLY);
    }

    @Test
    void chargesAreNoItemsAndMeteredOnesAreMeasured() throws IOException {
        Subscription read = read(Sub.of("s")
                .raw(
                        "subscription_items",
                        "[{\"item_price_id\":\"setup\",\"item_type\":\"charge\",\"unit_price\":9},"
                                + "{\"item_price_id\":\"calls\",\"unit_price\":9,\"metered_quantity\":\"4\"}]"));
        assertThat(read.items()).hasSize(1);
        assertThat(price(read).usage()).isEqualTo(Price.Usage.METERED);
    }

    @Test
    void aTrialOfAnAddonDelaysIt() throws IOException {
        Subscription read = read(
                Sub.of("s")
                        .raw(
                                "subscription_items",
                                "[{\"item_price_id\":\"a\",\"item_type\":\"addon\",\"unit_price\":9,\"trial_end\":\"2025-02-15\"}]"));
        assertThat(read.items().get(0).effective()).isEqualTo(Moment.of(2025, 2, 15));
    }

    @Test
    void theLayoutBeforeItemsIsRead() throws IOException {
        Subscription read = read(Sub.of("s")
                .without("subscription_items")
                .put("plan_id", "team")
                .put("plan_quantity", 4)
                .put("plan_unit_price", 2500)
                .raw("addons", "[{\"id\":\"support\",\"quantity\":1,\"unit_price\":9900}]"));
        assertThat(read.items()).hasSize(2);
        assertThat(read.items().get(1).quantity()).contains(new BigDecimal("4"));
        assertThat(read.items().get(1).price().orElseThrow().unitAmount()).isEqualTo(Money.of("25", "USD"));
    }

    @ParameterizedTest
    @CsvSource({"cancel,ON_REQUEST", "renew,AUTOMATIC", "evergreen,AUTOMATIC"})
    void aContractTermIsATerm(String action, Term.Renewal renewal) throws IOException {
        Subscription read = read(Sub.of("s")
                .raw(
                        "contract_term",
                        "{\"contract_start\":1736899200,\"contract_end\":1768435200,\"action_at_term_end\":\"" + action
                                + "\",\"cancellation_cutoff_period\":30}"));
        assertThat(read.term()).contains(new Term(12, renewal, 30));
    }

    @Test
    void cyclesOfAContractAreMonths() throws IOException {
        assertThat(read(Sub.of("s").raw("contract_term", "{\"billing_cycle\":6}"))
                        .term())
                .contains(new Term(6, Term.Renewal.AUTOMATIC, 0));
        assertThat(read(Sub.of("s").raw("contract_term", "{\"id\":\"c\"}")).term())
                .isEmpty();
    }

    @Test
    void aDiscountHasItsTypeAndItsTime() throws IOException {
        List<Discount> discounts = read(Sub.of("s")
                        .raw(
                                "discounts",
                                "[{\"id\":\"a\",\"type\":\"percentage\",\"percentage\":20,\"duration_type\":\"forever\","
                                        + "\"apply_on\":\"invoice_amount\",\"created_at\":1743465600},"
                                        + "{\"id\":\"b\",\"type\":\"fixed_amount\",\"amount\":500,\"currency_code\":\"USD\","
                                        + "\"duration_type\":\"limited_period\",\"period\":1,\"period_unit\":\"year\","
                                        + "\"item_price_id\":\"seats\"},"
                                        + "{\"id\":\"c\",\"percentage\":5,\"duration_type\":\"one_time\"}]"))
                .discounts();
        assertThat(discounts)
                .extracting(Discount::duration)
                .containsExactly(DiscountDuration.FOREVER, DiscountDuration.REPEATING, DiscountDuration.ONCE);
        assertThat(discounts.get(0).effective()).isEqualTo(Moment.parse("2025-04-01T00:00:00Z"));
        assertThat(discounts.get(0).item()).isEmpty();
        assertThat(discounts.get(1).amountOff()).contains(Money.of("5", "USD"));
        assertThat(discounts.get(1).months()).contains(12);
        assertThat(discounts.get(1).item()).contains("seats");
        assertThat(discounts.get(2).percent()).contains(new BigDecimal("5"));
    }

    @Test
    void aDiscountOfWeeksEndsAfterThem() throws IOException {
        Discount discount = read(Sub.of("s")
                        .raw(
                                "discounts",
                                "[{\"id\":\"a\",\"percentage\":20,\"duration_type\":\"limited_period\",\"period\":2,"
                                        + "\"period_unit\":\"week\"}]"))
                .discounts()
                .get(0);
        assertThat(discount.end()).contains(Moment.parse("2025-01-29T00:00:00Z"));
    }

    @Test
    void aCouponIsLookedUp() throws IOException {
        String coupon = "{\"object\":\"coupon\",\"id\":\"SPRING\",\"discount_type\":\"percentage\","
                + "\"discount_percentage\":10,\"duration_type\":\"limited_period\",\"period\":3,\"period_unit\":\"month\","
                + "\"apply_on\":\"invoice_amount\"}";
        Sub sub = Sub.of("s").raw("coupons", "[{\"coupon_id\":\"SPRING\",\"apply_till\":1744675200}]");
        Discount discount = read(sub, coupon).discounts().get(0);
        assertThat(discount.percent()).contains(new BigDecimal("10"));
        assertThat(discount.end()).contains(Moment.parse("2025-04-15T00:00:00Z"));
        assertThat(load(sub).issues()).anySatisfy(i -> {
            assertThat(i.value()).isEqualTo("SPRING");
            assertThat(i.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void aCouponThatIsAmongTheDiscountsIsNotTakenOffTwice() throws IOException {
        assertThat(read(Sub.of("s")
                                .raw("coupons", "[{\"coupon_id\":\"SPRING\"}]")
                                .raw(
                                        "discounts",
                                        "[{\"id\":\"d\",\"coupon_id\":\"SPRING\",\"percentage\":10,"
                                                + "\"duration_type\":\"forever\"}]"))
                        .discounts())
                .hasSize(1);
    }

    @Test
    void aCouponOfItemsHoldsForThose() throws IOException {
        String coupon =
                "{\"object\":\"coupon\",\"id\":\"ADD\",\"discount_percentage\":10,\"duration_type\":\"forever\","
                        + "\"apply_on\":\"each_specified_item\",\"item_constraints\":[{\"item_type\":\"addon\","
                        + "\"constraint\":\"all\"},{\"item_type\":\"plan\",\"constraint\":\"none\"}]}";
        List<Discount> discounts = read(
                        Sub.of("s")
                                .raw("coupons", "[{\"coupon_id\":\"ADD\"}]")
                                .raw(
                                        "subscription_items",
                                        "[{\"item_price_id\":\"p\",\"item_type\":\"plan\",\"unit_price\":1},"
                                                + "{\"item_price_id\":\"a\",\"item_type\":\"addon\",\"unit_price\":1}]"),
                        coupon)
                .discounts();
        assertThat(discounts).extracting(d -> d.item().orElse("-")).containsExactly("a");
    }

    @Test
    void anAmountOffEachUnitIsOffAllOfThem() throws IOException {
        String coupon =
                "{\"object\":\"coupon\",\"id\":\"U\",\"discount_type\":\"fixed_amount\",\"discount_amount\":100,"
                        + "\"currency_code\":\"USD\",\"duration_type\":\"forever\",\"apply_on\":\"each_unit_of_specified_items\","
                        + "\"item_constraints\":[{\"constraint\":\"specific\",\"item_price_ids\":[\"seats\"]}]}";
        assertThat(read(Sub.of("s").raw("coupons", "[{\"coupon_id\":\"U\"}]"), coupon)
                        .discounts()
                        .get(0)
                        .amountOff())
                .contains(Money.of("3", "USD"));
    }

    @ParameterizedTest
    @CsvSource({
        "unit_price,-1,subscription_items[0].unit_price",
        "unit_price,1e100000000,subscription_items[0].unit_price",
        "quantity,-1,subscription_items[0].quantity",
        "trial_end,soon,subscription_items[0].trial_end"
    })
    void whatCannotBeIsRejectedWithItsPath(String field, String value, String path) throws IOException {
        Loaded<RevenueBook> loaded = load(Sub.of("s")
                .raw("subscription_items", "[{\"item_price_id\":\"p\",\"" + field + "\":\"" + value + "\"}]"));
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues()).anySatisfy(i -> {
            assertThat(i.column()).isEqualTo(path);
            assertThat(i.reason()).contains("Maybe");
        });
    }
}
