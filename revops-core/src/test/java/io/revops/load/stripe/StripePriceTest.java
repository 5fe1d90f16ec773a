package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.BillingInterval;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.Loaded;
import io.revops.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripePriceTest {
    private static final String MONTHLY = "\"recurring\":{\"interval\":\"month\",\"interval_count\":1}";

    @TempDir
    Path folder;

    private Loaded<RevenueBook> loaded() {
        return StripeExport.read(folder);
    }

    /** The only item of a subscription in a currency whose price is written so. */
    private ItemChange item(String currency, String item) throws IOException {
        ObjectNode sub = Life.object(Life.from("2025-01-10")
                .set(s -> s.put("currency", currency))
                .set(s -> Life.remove(s, 0))
                .current());
        ((com.fasterxml.jackson.databind.node.ArrayNode) sub.at("/items/data"))
                .add(Life.object("{\"id\":\"si_1\",\"quantity\":3," + item + "}"));
        Files.writeString(folder.resolve("s.json"), sub.toString());
        return loaded().value().subscriptions().get(0).items().get(0);
    }

    private Price price(String currency, String terms) throws IOException {
        return item(currency, "\"price\":{\"id\":\"price_1\",\"currency\":\"" + currency + "\"," + terms + "}")
                .price()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "usd, 1999, 19.99",
        "eur, 1999, 19.99",
        "jpy, 1999, 1999",
        "krw, 1999, 1999",
        "mga, 1999, 1999",
        "isk, 50000, 500",
        "ugx, 50000, 500",
        "huf, 50000, 500",
        "twd, 50000, 500",
        "bhd, 1990, 1.99",
        "kwd, 1990, 1.99"
    })
    void amountsAreInTheMinorUnitsOfStripe(String currency, String minor, String major) throws IOException {
        assertThat(price(currency, "\"unit_amount\":" + minor + "," + MONTHLY))
                .isEqualTo(Price.perUnit(Money.of(major, currency), BillingInterval.MONTHLY));
    }

    @Test
    void fractionOfACentWins() throws IOException {
        assertThat(price("usd", "\"unit_amount\":0,\"unit_amount_decimal\":\"0.05\"," + MONTHLY)
                        .unitAmount())
                .isEqualTo(Money.of("0.0005", "USD"));
    }

    @Test
    void intervalIsCounted() throws IOException {
        assertThat(price("usd", "\"unit_amount\":100,\"recurring\":{\"interval\":\"week\",\"interval_count\":6}")
                        .interval())
                .contains(new BillingInterval(6, BillingInterval.Unit.WEEK));
        assertThat(price("usd", "\"unit_amount\":100,\"recurring\":{\"interval\":\"year\"}")
                        .interval())
                .contains(BillingInterval.YEARLY);
    }

    @Test
    void meteredPriceNeedsNoQuantity() throws IOException {
        ItemChange item = item(
                "usd",
                "\"quantity\":null,\"price\":{\"id\":\"p\",\"currency\":\"usd\",\"unit_amount\":2,\"recurring\":{\"interval\":\"month\","
                        + "\"usage_type\":\"metered\"}}");

        assertThat(item.price().map(Price::usage)).contains(Price.Usage.METERED);
        assertThat(item.quantity()).isEmpty();
    }

    @Test
    void packagesAreRoundedAsWritten() throws IOException {
        assertThat(price(
                        "usd",
                        "\"unit_amount\":100,\"transform_quantity\":{\"divide_by\":5,\"round\":\"up\"}," + MONTHLY))
                .isEqualTo(Price.perUnit(Money.of(1, "USD"), BillingInterval.MONTHLY)
                        .inPackagesOf(5, RoundingMode.UP));
        assertThat(price(
                                "usd",
                                "\"unit_amount\":100,\"transform_quantity\":{\"divide_by\":5,\"round\":\"down\"},"
                                        + MONTHLY)
                        .total(new BigDecimal(9)))
                .isEqualTo(Money.of(1, "USD"));
    }

    private static final String TIERS =
            "\"tiers\":[{\"up_to\":10,\"unit_amount\":200,\"flat_amount\":500},{\"up_to\":null,\"unit_amount_decimal\":\"150.5\"}]";

    @Test
    void graduatedTiersChargeEachUnitAtItsStep() throws IOException {
        Price price =
                price("usd", "\"billing_scheme\":\"tiered\",\"tiers_mode\":\"graduated\"," + TIERS + "," + MONTHLY);

        // 10 at 2.00 and 5.00 flat, 2 at 1.505.
        assertThat(price.total(new BigDecimal(12))).isEqualTo(Money.of("28.01", "USD"));
    }

    @Test
    void volumeTiersChargeAllUnitsAtOneStep() throws IOException {
        Price price = price("jpy", "\"billing_scheme\":\"tiered\",\"tiers_mode\":\"volume\"," + TIERS + "," + MONTHLY);

        assertThat(price.total(new BigDecimal(12))).isEqualTo(Money.of(1806, "JPY"));
    }

    @Test
    void tiersAreTakenFromThePriceObject() throws IOException {
        String price = "\"currency\":\"usd\",\"billing_scheme\":\"tiered\",\"tiers_mode\":\"volume\"," + MONTHLY;
        Files.writeString(
                folder.resolve("prices.json"), "{\"id\":\"p\",\"object\":\"price\"," + price + "," + TIERS + "}");

        assertThat(item("usd", "\"price\":{\"id\":\"p\"," + price + "}").price().map(Price::model))
                .contains(Price.Model.VOLUME);
        assertThat(loaded().issues()).extracting(Issue::severity).containsOnly(Severity.NOTE);
    }

    @Test
    void tiersThatWereNotExportedAreAnErrorWithTheNextStep() throws IOException {
        ItemChange item = item(
                "usd",
                "\"price\":{\"id\":\"p\",\"currency\":\"usd\",\"billing_scheme\":\"tiered\",\"tiers_mode\":\"volume\","
                        + MONTHLY + "}");

        assertThat(item.price()).isEmpty();
        assertThat(item.quantity()).contains(new BigDecimal(3));
        Issue issue = error();
        assertThat(issue.column()).isEqualTo("items[si_1].price");
        assertThat(issue.value()).isEqualTo("p");
        assertThat(issue.reason()).contains("expand[]=data.tiers");
    }

    @Test
    void tiersThatDoNotAscendAreABadValue() throws IOException {
        Files.writeString(folder.resolve("p.jsonl"), """
                {"id":"a","object":"price","currency":"usd","billing_scheme":"tiered","tiers_mode":"volume","recurring":{"interval":"month"},"tiers":[{"up_to":5},{"up_to":3}]}
                {"id":"b","object":"price","currency":"usd","billing_scheme":"tiered","tiers_mode":"steps","recurring":{"interval":"month"},"tiers":[{"up_to":"inf"}]}
                {"id":"c","object":"price","currency":"usd","unit_amount":1,"recurring":{"interval":"moon"}}
                {"id":"d","object":"price","currency":"usd","unit_amount":1,"recurring":{"interval":"month","interval_count":1.5}}
                {"id":"e","object":"price","currency":"usd","unit_amount":1,"recurring":{"interval":"month"},"transform_quantity":{"divide_by":0}}
                {"id":"f","object":"price","currency":"usd","unit_amount":1,"recurring":{"interval":"month"},"transform_quantity":{}}
                {"id":"g","object":"price","currency":"usd","unit_amount":1e100000000,"recurring":{"interval":"month"}}
                {"id":"h","object":"price","currency":"us dollars","unit_amount":1,"recurring":{"interval":"month"}}
                """);

        assertThat(loaded().rejected()).isEqualTo(8);
        assertThat(loaded().issues().stream().map(Issue::column))
                .containsExactly(
                        "tiers",
                        "tiers_mode",
                        "recurring.interval",
                        "recurring.interval_count",
                        "transform_quantity.divide_by",
                        "transform_quantity.divide_by",
                        "unit_amount",
                        "currency");
    }

    @Test
    void idOfAPriceIsCompletedByThePriceObject() throws IOException {
        Files.writeString(folder.resolve("prices.json"), Life.price("p", "prod_pro", "900"));

        ItemChange item = item("usd", "\"price\":\"p\"");

        assertThat(item.product()).contains(new ProductId("prod_pro"));
        assertThat(item.price()).contains(Price.perUnit(Money.of(9, "USD"), BillingInterval.MONTHLY));
    }

    @Test
    void idOfAPriceThatIsNowhereIsAnError() throws IOException {
        assertThat(item("usd", "\"price\":\"p\"").price()).isEmpty();
        assertThat(error().reason()).contains("Maybe export the prices");
    }

    @Test
    void priceInSeveralCurrenciesIsThatOfTheSubscription() throws IOException {
        String options = "\"currency_options\":{\"eur\":{\"unit_amount\":1800},\"usd\":{\"unit_amount\":2000}}";
        ItemChange item = item(
                "eur",
                "\"price\":{\"id\":\"p\",\"currency\":\"usd\",\"unit_amount\":2000," + options + "," + MONTHLY + "}");

        assertThat(item.price()).contains(Price.perUnit(Money.of(18, "EUR"), BillingInterval.MONTHLY));
    }

    @Test
    void priceInAnotherCurrencyIsAnError() throws IOException {
        assertThat(item("eur", "\"price\":{\"id\":\"p\",\"currency\":\"usd\",\"unit_amount\":2000," + MONTHLY + "}")
                        .price())
                .isEmpty();
        assertThat(error().reason()).contains("expand[]=data.currency_options");
    }

    @Test
    void priceChargedOnceIsNoItem() throws IOException {
        ObjectNode sub = Life.object(Life.from("2025-01-10")
                .set(s -> Life.item(
                        s,
                        "si_2",
                        "{\"id\":\"p\",\"currency\":\"usd\",\"type\":\"one_time\",\"unit_amount\":500}",
                        "1"))
                .current());
        Files.writeString(folder.resolve("s.json"), sub.toString());

        assertThat(loaded().value().subscriptions().get(0).items())
                .extracting(ItemChange::item)
                .containsExactly("si_1");
        assertThat(loaded().issues()).extracting(Issue::severity).containsOnly(Severity.NOTE);
    }

    @Test
    void planOfTheOldLayoutIsAPrice() throws IOException {
        ItemChange item = item(
                "usd",
                "\"plan\":{\"id\":\"gold\",\"amount\":1500,\"currency\":\"usd\",\"interval\":\"month\",\"interval_count\":3,"
                        + "\"usage_type\":\"licensed\",\"product\":\"prod_gold\",\"transform_usage\":{\"divide_by\":2,\"round\":\"up\"}}");

        assertThat(item.product()).contains(new ProductId("prod_gold"));
        assertThat(item.price())
                .contains(Price.perUnit(Money.of(15, "USD"), BillingInterval.QUARTERLY)
                        .inPackagesOf(2, RoundingMode.UP));
    }

    @Test
    void planWithTiersIsRead() throws IOException {
        ItemChange item = item(
                "usd",
                "\"plan\":{\"id\":\"gold\",\"currency\":\"usd\",\"interval\":\"month\",\"billing_scheme\":\"tiered\","
                        + "\"tiers_mode\":\"volume\",\"tiers\":[{\"amount\":300,\"up_to\":null}]}");

        assertThat(item.price().map(p -> p.total(new BigDecimal(3)))).contains(Money.of(9, "USD"));
    }

    @Test
    void idOfAPlanIsCompletedByThePlanObject() throws IOException {
        Files.writeString(
                folder.resolve("plans.json"),
                "{\"id\":\"gold\",\"object\":\"plan\",\"amount_decimal\":\"12.5\",\"currency\":\"usd\",\"interval\":\"day\"}");

        assertThat(item("usd", "\"plan\":\"gold\"").price())
                .contains(Price.perUnit(Money.of("0.125", "USD"), BillingInterval.DAILY));
    }

    @Test
    void veryOldSubscriptionHasItsPlanAndStartOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("s.json"), """
                {"id":"sub_1","object":"subscription","customer":{"id":"cus_1","object":"customer"},"status":"active",
                 "start":1388534400,"current_period_start":1388534400,"current_period_end":1391212800,"quantity":2.50,
                 "plan":{"id":"gold","amount":1500,"currency":"usd","interval":"month"}}""");

        ItemChange item = loaded().value().subscriptions().get(0).items().get(0);

        assertThat(item.item()).isEqualTo("sub_1");
        assertThat(item.effective()).isEqualTo(Life.at("2014-01-01"));
        assertThat(item.quantity()).contains(new BigDecimal("2.5"));
        assertThat(item.price()).contains(Price.perUnit(Money.of(15, "USD"), BillingInterval.MONTHLY));
    }

    @Test
    void negativeQuantityIsRejected() throws IOException {
        Files.writeString(
                folder.resolve("s.json"),
                Life.from("2025-01-10").set(s -> Life.quantity(s, -4)).current());

        assertThat(loaded().rejected()).isEqualTo(1);
        assertThat(loaded().issues().get(0).column()).isEqualTo("items.data[0].quantity");
        assertThat(loaded().issues().get(0).value()).isEqualTo("-4");
    }

    @Test
    void quantitiesAreEqualHoweverTheyAreWritten() throws IOException {
        Life.from("2025-01-10")
                .set(s -> Life.quantity(s, 100))
                .created("evt_1")
                .updated(
                        "evt_2",
                        "2025-02-01",
                        s -> ((ObjectNode) s.at("/items/data/0")).put("quantity", new BigDecimal("1E2")))
                .updated("evt_3", "2025-03-01", s -> Life.quantity(s, 0))
                .write(folder);

        assertThat(loaded().value().subscriptions().get(0).items())
                .extracting(ItemChange::quantity)
                .containsExactly(java.util.Optional.of(new BigDecimal(100)), java.util.Optional.of(BigDecimal.ZERO));
    }

    @Test
    void productIsOfTheKindThatAllItsPricesAre() throws IOException {
        Files.writeString(folder.resolve("all.jsonl"), """
                {"id":"a","object":"product","name":"A","metadata":{"line":"Platform","tier":"pro","n":null},"default_price":"pa"}
                {"id":"b","object":"product","metadata":{"product_line":"Setup"},"default_price":{"id":"x","currency":"usd","type":"one_time","unit_amount":900}}
                {"id":"c","object":"product"}
                {"id":"d","object":"product"}
                {"id":"pa","object":"price","product":"a","currency":"usd","unit_amount":500,"recurring":{"interval":"month"}}
                {"id":"pb","object":"price","product":{"id":"b"},"currency":"usd","type":"one_time","unit_amount":900}
                {"id":"pc","object":"price","product":"c","currency":"usd","unit_amount":1,"recurring":{"interval":"month","usage_type":"metered"}}
                {"id":"pd","object":"price","product":"d","currency":"usd","unit_amount":1,"recurring":{"interval":"month"}}
                {"id":"pe","object":"price","product":"d","currency":"usd","type":"one_time","unit_amount":1}
                {"id":"pf","object":"price","currency":"usd","type":"one_time","unit_amount":1}""");

        List<Product> products = loaded().value().all(Product.class);

        assertThat(products)
                .extracting(p -> p.kind().orElse(null))
                .containsExactly(ProductKind.RECURRING, ProductKind.ONE_TIME, ProductKind.USAGE, null);
        assertThat(products.get(0).line()).contains("Platform");
        assertThat(products.get(0).tier()).contains("pro");
        assertThat(products.get(0).listPrice()).contains(Price.perUnit(Money.of(5, "USD"), BillingInterval.MONTHLY));
        assertThat(products.get(1).line()).contains("Setup");
        assertThat(products.get(1).listPrice()).contains(Price.oneTime(Money.of(9, "USD")));
        assertThat(products.get(2).listPrice()).isEmpty();
        assertThat(loaded().accepted()).isEqualTo(10);
    }

    private Issue error() {
        return loaded().issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .filter(i -> i.code() == IssueCode.MISSING_VALUE)
                .findFirst()
                .orElseThrow();
    }
}
