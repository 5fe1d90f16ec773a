package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    private static final Currency USD = Currency.getInstance("USD");

    /** Up to 10: 5.00 each and 1 at once; up to 100: 4.00 each; then 3.00 each and 20 at once. */
    private static final List<Tier> TIERS =
            List.of(tier("10", "5.00", "1"), tier("100", "4.00", "0"), tier(null, "3.00", "20"));

    private static Tier tier(String upTo, String unit, String flat) {
        return new Tier(upTo == null ? null : new BigDecimal(upTo), new BigDecimal(unit), new BigDecimal(flat));
    }

    private static Price tiered(Price.Model model, Tier... tiers) {
        return Price.tiered(model, USD, List.of(tiers), BillingInterval.MONTHLY);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 19.99", "3, 59.97", "2.5, 49.975", "-1, -19.99"})
    void aPricePerUnitIsTimesTheQuantity(BigDecimal quantity, String total) {
        assertThat(Price.perUnit(usd("19.99"), BillingInterval.MONTHLY).total(quantity))
                .isEqualTo(usd(total));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "0.1, 100", "1, 100", "50, 100"})
    void aFlatPriceIsTheSameForAnyQuantityAboveZero(BigDecimal quantity, String total) {
        assertThat(Price.flat(usd("100"), BillingInterval.YEARLY).total(quantity))
                .isEqualTo(usd(total));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 6", "10, 51", "10.5, 42", "11, 44", "100, 400", "101, 323"})
    void byVolumeAllUnitsCostWhatTheirStepSays(BigDecimal quantity, String total) {
        assertThat(Price.tiered(Price.Model.VOLUME, USD, TIERS, BillingInterval.MONTHLY)
                        .total(quantity))
                .isEqualTo(usd(total));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 6", "10, 51", "10.5, 53", "11, 55", "100, 411", "101, 434"})
    void graduatedEachUnitCostsWhatItsOwnStepSays(BigDecimal quantity, String total) {
        assertThat(Price.tiered(Price.Model.GRADUATED, USD, TIERS, BillingInterval.MONTHLY)
                        .total(quantity))
                .isEqualTo(usd(total));
    }

    @ParameterizedTest
    @CsvSource({"UP, 0, 0", "UP, 1, 5", "UP, 100, 5", "UP, 101, 10", "DOWN, 99, 0", "DOWN, 100, 5", "DOWN, 199, 5"})
    void unitsInPackagesAreRoundedToWholeOnes(RoundingMode rounding, BigDecimal quantity, String total) {
        Price price = Price.perUnit(usd("5"), BillingInterval.MONTHLY).inPackagesOf(100, rounding);

        assertThat(price.total(quantity)).isEqualTo(usd(total));
    }

    @Test
    void aPriceKnowsItsParts() {
        Price once = Price.oneTime(usd("5"));
        assertThat(once.interval()).isEmpty();
        assertThat(once.usage()).isEqualTo(Price.Usage.LICENSED);
        assertThat(once.packageSize()).isOne();
        assertThat(once.packageRounding()).isEqualTo(RoundingMode.UP);
        assertThat(once.model()).isEqualTo(Price.Model.PER_UNIT);
        assertThat(once.tiers()).hasSize(1);

        Price metered =
                Price.flat(usd("5"), BillingInterval.QUARTERLY).metered().inPackagesOf(10, RoundingMode.DOWN);
        assertThat(metered.interval()).contains(BillingInterval.QUARTERLY);
        assertThat(metered.usage()).isEqualTo(Price.Usage.METERED);
        assertThat(metered.packageSize()).isEqualTo(10);
        assertThat(metered.unitAmount()).isEqualTo(usd("5"));
        assertThat(metered.currency()).isEqualTo(USD);
    }

    @Test
    void aPriceReadsAsASentence() {
        assertThat(Price.perUnit(usd("10"), BillingInterval.MONTHLY)).hasToString("USD 10.00 per unit every month");
        assertThat(Price.flat(usd("10"), BillingInterval.QUARTERLY).metered())
                .hasToString("USD 10.00 flat every 3 months, metered");
        assertThat(Price.oneTime(usd("10")).inPackagesOf(12, RoundingMode.UP))
                .hasToString("USD 10.00 per unit once, in packages of 12 rounded UP");
        assertThat(tiered(Price.Model.VOLUME, tier(null, "1", "0")).toString())
                .startsWith("USD in 1 tiers volume [")
                .endsWith("every month");
    }

    @Test
    void pricesWithOneContentAreEqual() {
        Price price = Price.perUnit(usd("10"), BillingInterval.MONTHLY);

        assertThat(Price.perUnit(usd("10.00"), BillingInterval.months(1)))
                .isEqualTo(price)
                .hasSameHashCodeAs(price);
        assertThat(List.of(
                        Price.perUnit(usd("11"), BillingInterval.MONTHLY),
                        Price.perUnit(Money.of(10, "EUR"), BillingInterval.MONTHLY),
                        Price.perUnit(usd("10"), BillingInterval.YEARLY),
                        Price.flat(usd("10"), BillingInterval.MONTHLY),
                        price.metered(),
                        price.inPackagesOf(2, RoundingMode.UP),
                        price.inPackagesOf(1, RoundingMode.DOWN)))
                .doesNotContain(price)
                .doesNotHaveDuplicates();
        assertThat(price).isNotEqualTo("USD 10.00 per unit every month");
    }

    @Test
    void tiersAscendAndTheLastHasNoLimit() {
        for (Tier[] wrong : new Tier[][] {
            {tier("10", "1", "0")},
            {tier("10", "1", "0"), tier("20", "1", "0")},
            {tier("10", "1", "0"), tier("10", "1", "0"), tier(null, "1", "0")},
            {tier("0", "1", "0"), tier(null, "1", "0")},
            {tier(null, "1", "0"), tier(null, "1", "0")},
            {tier(null, "1", "0"), tier("10", "1", "0"), tier(null, "1", "0")},
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tiered(Price.Model.VOLUME, wrong))
                    .withMessageContaining("Maybe ascending limits");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tiered(Price.Model.VOLUME))
                .withMessageContaining("has no tiers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tiered(Price.Model.FLAT, tier(null, "1", "0")))
                .withMessageContaining("Maybe VOLUME or GRADUATED");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.oneTime(usd("1")).inPackagesOf(0, RoundingMode.UP))
                .withMessageContaining("Maybe 1 or more");
        assertThatNullPointerException().isThrownBy(() -> new Tier(null, null, BigDecimal.ONE));
    }
}
