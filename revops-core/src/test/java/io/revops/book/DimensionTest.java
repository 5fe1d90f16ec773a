package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DimensionTest {
    private static final Moment MAY = Moment.of(2025, 5, 1);
    private static final Moment JUNE = Moment.of(2025, 6, 1);
    private static final Instant JUNE_1 = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-06-01T00:00:00.000000001Z");
    private static final AccountId ACME = new AccountId("acme");
    private static final SubscriptionId S = new SubscriptionId("s");
    private static final ItemId SEATS = new ItemId(S, "seats", new ProductId("p"));
    private static final OpportunityId DEAL = new OpportunityId("d");

    private static final RevenueBook BOOK = RevenueBook.of(
            Account.builder("acme")
                    .attribute("industry", "Retail")
                    .attribute("tier", "bronze")
                    .attribute("owner", "r1")
                    .attribute("Size", "big")
                    .changes(AttributeChange.builder("1", JUNE, "tier")
                            .value("gold")
                            .build())
                    .build(),
            Rep.builder("r1").name("Ann").build(),
            Product.builder("p").name("Seats").line("Core").tier("pro").build(),
            Subscription.builder("s", "acme")
                    .items(
                            ItemChange.builder("1", MAY, "seats")
                                    .quantity(BigDecimal.ONE)
                                    .price(Price.perUnit(Money.of(1, "USD"), BillingInterval.MONTHLY))
                                    .build(),
                            ItemChange.builder("2", JUNE, "seats")
                                    .price(Price.perUnit(Money.of(10, "USD"), BillingInterval.YEARLY))
                                    .build(),
                            ItemChange.builder("3", JUNE, "seats")
                                    .quantity(BigDecimal.TEN)
                                    .build())
                    .build(),
            Opportunity.builder("d", MAY)
                    .account(ACME)
                    .type(DealType.RENEWAL)
                    .leadSource("Web")
                    .attribute("Budget", "yes")
                    .changes(
                            OpportunityChange.builder("1", MAY)
                                    .stage("Demo")
                                    .category(ForecastCategory.PIPELINE)
                                    .owner(new RepId("r1"))
                                    .build(),
                            OpportunityChange.builder("2", JUNE)
                                    .stage("Won")
                                    .owner(new RepId("r2"))
                                    .build())
                    .build(),
            Opportunity.builder("nobody", MAY).build());

    private static String value(Dimension dimension, FactId id, Instant before) {
        return dimension.valueFor(BOOK, id, before, ZoneOffset.UTC);
    }

    private static String value(Dimension dimension, FactId id) {
        return value(dimension, id, LATER);
    }

    @Test
    void anAttributeIsReadAsItWasJustBefore() {
        assertThat(value(Dimension.TIER, ACME, JUNE_1)).isEqualTo("bronze");
        assertThat(value(Dimension.TIER, ACME, LATER)).isEqualTo("gold");
    }

    @Test
    void accountsHaveAttributesOfAnyName() {
        assertThat(value(Dimension.ACCOUNT, ACME)).isEqualTo("acme");
        assertThat(value(Dimension.INDUSTRY, ACME)).isEqualTo("Retail");
        assertThat(value(Dimension.attribute("Size"), ACME)).isEqualTo("big");
        assertThat(value(Dimension.OWNER, ACME)).isEqualTo("Ann");
    }

    @Test
    void aSubscriptionHasTheAttributesOfItsAccount() {
        assertThat(value(Dimension.INDUSTRY, S)).isEqualTo("Retail");
        assertThat(value(Dimension.TIER, S, JUNE_1)).isEqualTo("bronze");
        assertThat(value(Dimension.INDUSTRY, new SubscriptionId("unknown"))).isEqualTo(Dimension.NOT_SET);
    }

    @Test
    void whatHasNoValueIsASegmentToo() {
        assertThat(value(Dimension.REGION, ACME)).isEqualTo(Dimension.NOT_SET);
        assertThat(value(Dimension.COUNTRY, new AccountId("unknown"))).isEqualTo(Dimension.NOT_SET);
        assertThat(value(Dimension.SEGMENT, new OpportunityId("nobody"))).isEqualTo(Dimension.NOT_SET);
        assertThat(value(Dimension.PRODUCT, new ItemId(S, "seats", null))).isEqualTo(Dimension.NOT_SET);
        assertThat(value(Dimension.STAGE, DEAL, Instant.EPOCH)).isEqualTo(Dimension.NOT_SET);
    }

    @Test
    void aDimensionOfAccountsCutsTheirItemsAndDeals() {
        assertThat(value(Dimension.INDUSTRY, SEATS)).isEqualTo("Retail");
        assertThat(value(Dimension.INDUSTRY, DEAL)).isEqualTo("Retail");
        assertThat(value(Dimension.INDUSTRY, new RepId("r1"))).isEqualTo(Dimension.NOT_SET);
    }

    @Test
    void aLinkedAccountsAttributesCutTheItemsOfTheOther() {
        RevenueBook merged = RevenueBook.merge(
                Links.of(Map.of(new AccountId("cus"), ACME)),
                RevenueBook.of(
                        Account.builder("cus").build(),
                        Subscription.builder("x", "cus").build()),
                BOOK);

        assertThat(Dimension.INDUSTRY.valueFor(
                        merged, new ItemId(new SubscriptionId("x"), "i", null), LATER, ZoneOffset.UTC))
                .isEqualTo("Retail");
    }

    @Test
    void itemsHaveAProductAndAPrice() {
        assertThat(value(Dimension.PRODUCT, SEATS)).isEqualTo("Seats");
        assertThat(value(Dimension.PRODUCT, new ItemId(S, "x", new ProductId("new"))))
                .isEqualTo("new");
        assertThat(value(Dimension.PRODUCT_LINE, SEATS)).isEqualTo("Core");
        assertThat(value(Dimension.PRODUCT_TIER, SEATS)).isEqualTo("pro");
        assertThat(value(Dimension.SUBSCRIPTION, SEATS)).isEqualTo("s");
        assertThat(value(Dimension.BILLING_INTERVAL, SEATS, JUNE_1)).isEqualTo("month");
        assertThat(value(Dimension.BILLING_INTERVAL, SEATS, LATER)).isEqualTo("year");
        assertThat(value(Dimension.BILLING_INTERVAL, new ItemId(S, "other", null)))
                .isEqualTo(Dimension.NOT_SET);
    }

    @Test
    void dealsAreReadAsTheyStood() {
        assertThat(value(Dimension.STAGE, DEAL, JUNE_1)).isEqualTo("Demo");
        assertThat(value(Dimension.STAGE, DEAL, LATER)).isEqualTo("Won");
        assertThat(value(Dimension.DEAL_OWNER, DEAL, JUNE_1)).isEqualTo("Ann");
        assertThat(value(Dimension.DEAL_OWNER, DEAL, LATER)).isEqualTo("r2");
        assertThat(value(Dimension.FORECAST_CATEGORY, DEAL)).isEqualTo("PIPELINE");
        assertThat(value(Dimension.DEAL_TYPE, DEAL)).isEqualTo("RENEWAL");
        assertThat(value(Dimension.LEAD_SOURCE, DEAL)).isEqualTo("Web");
        assertThat(value(Dimension.dealAttribute("Budget"), DEAL)).isEqualTo("yes");
        assertThat(value(Dimension.dealAttribute("Need"), DEAL)).isEqualTo(Dimension.NOT_SET);
    }

    @Test
    void aDimensionCutsOnlyItsOwnSubject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> value(Dimension.STAGE, ACME))
                .withMessageContaining("(stage) is one of DEALs")
                .withMessageContaining("Maybe");
        assertThatIllegalArgumentException().isThrownBy(() -> value(Dimension.PRODUCT, DEAL));
    }

    @Test
    void aHostMayHaveItsOwn() {
        Dimension initial = Dimension.of(
                "initial",
                Dimension.Subject.REP,
                (book, id, before, zone) -> Optional.of(id.value().substring(0, 1)));

        assertThat(value(initial, new RepId("r1"))).isEqualTo("r");
        assertThat(initial).hasToString("initial");
        assertThat(initial.name()).isEqualTo("initial");
        assertThat(initial.subject()).isEqualTo(Dimension.Subject.REP);
        assertThatIllegalArgumentException().isThrownBy(() -> value(initial, ACME));
        Dimension blank = Dimension.of("blank", Dimension.Subject.REP, (book, id, before, zone) -> Optional.of(" "));
        assertThat(value(blank, new RepId("r1"))).isEqualTo(Dimension.NOT_SET);
    }
}
