package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Issue;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Tier;
import io.revops.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePriceTest {
    private static final String HEADER = "product_id,list_unit_amount,list_currency,list_billing_interval,"
            + "list_price_model,list_tiers,list_usage,list_package_size,list_package_rounding\n";

    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String row) {
        try {
            Files.writeString(folder.resolve("products.csv"), HEADER + "p," + row + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NativeForm.read(folder);
    }

    private Price price(String row) {
        return read(row).value().all(Product.class).get(0).listPrice().orElseThrow();
    }

    private Issue issue(String row) {
        Loaded<RevenueBook> loaded = read(row);
        assertThat(loaded.rejected()).isOne();
        return loaded.issues().get(0);
    }

    @Test
    void anAmountAloneIsAOneTimePricePerUnit() {
        assertThat(price("5,USD")).isEqualTo(Price.oneTime(Money.of(5, "USD")));
    }

    @Test
    void tiersAreStepsWithALimit() {
        List<Tier> tiers = List.of(
                new Tier(BigDecimal.TEN, new BigDecimal("5.00"), BigDecimal.ONE),
                new Tier(null, new BigDecimal("4"), BigDecimal.ZERO));

        assertThat(price(",USD,month,Volume,10:5.00:1; :4"))
                .isEqualTo(Price.tiered(Price.Model.VOLUME, Money.currency("USD"), tiers, BillingInterval.MONTHLY));
    }

    @Test
    void packagesAreRoundedUpUnlessSaid() {
        assertThat(price("5,USD,month,,,metered,100,").packageRounding()).isEqualTo(RoundingMode.UP);
        assertThat(price("5,USD,month,,,licensed,100,down").packageRounding()).isEqualTo(RoundingMode.DOWN);
        assertThat(price("5,USD,month,,,,,down").packageSize()).isOne();
    }

    @Test
    void withoutAnAmountNothingElseMaySayAPrice() {
        assertThat(read(",USD").value().all(Product.class).get(0).listPrice()).isEmpty();
        assertThat(issue(",,month").column()).isEqualTo("list_unit_amount");
        assertThat(issue(",,,flat").reason()).contains("There is a list_price_model and no list_unit_amount");
    }

    @Test
    void anAmountNeedsItsCurrency() {
        assertThat(issue("5").column()).isEqualTo("list_currency");
    }

    @Test
    void amountAndTiersDoNotGoTogether() {
        assertThat(issue("5,USD,month,graduated,10:5:0;:4:0").column()).isEqualTo("list_unit_amount");
        assertThat(issue("5,USD,month,graduated").reason()).contains("graduated has none");
        assertThat(issue(",USD,month,flat,:4:0").column()).isEqualTo("list_tiers");
        assertThat(issue(",USD,month,,:4:0").column()).isEqualTo("list_tiers");
    }

    @Test
    void aFlatPriceNeedsItsInterval() {
        assertThat(price("5,USD,month,flat")).isEqualTo(Price.flat(Money.of(5, "USD"), BillingInterval.MONTHLY));
        assertThat(issue("5,USD,,flat").column()).isEqualTo("list_billing_interval");
    }

    @Test
    void brokenTiersAreNamed() {
        assertThat(issue(",USD,month,volume,10:5:0:1;:4:0").reason()).contains("limit:unit:flat");
        assertThat(issue(",USD,month,volume,10").reason()).contains("limit:unit:flat");
        assertThat(issue(",USD,month,volume,ten:5;:4").reason()).contains("no number");
        assertThat(issue(",USD,month,volume,10:5;5:4").reason()).contains("ascending");
    }

    @Test
    void wrongValuesAreNamedByTheirColumn() {
        assertThat(issue("5,USD,fortnight").column()).isEqualTo("list_billing_interval");
        assertThat(issue("5,USD,month,linear").reason()).contains("[per_unit, flat, volume, graduated]");
        assertThat(issue("5,USD,month,,,,1.5").column()).isEqualTo("list_package_size");
        assertThat(issue("5,USD,month,,,,0").reason()).contains("Maybe 1 or more");
        assertThat(issue("abc,USD").value()).isEqualTo("abc");
    }
}
