package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.ForecastCategory;
import io.revops.money.Money;
import org.junit.jupiter.api.Test;

/** Founding case FC-05 and the worked case of six categories. */
class CategoryTotalsTest {
    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static CategoryTotals none() {
        return CategoryTotals.none(Money.currency("USD"));
    }

    private static CategoryTotals six() {
        return none().plus(ForecastCategory.PIPELINE, usd(100))
                .plus(ForecastCategory.BEST_CASE, usd(80))
                .plus(ForecastCategory.MOST_LIKELY, usd(50))
                .plus(ForecastCategory.COMMIT, usd(60))
                .plus(ForecastCategory.CLOSED, usd(40))
                .plus(ForecastCategory.OMITTED, usd(10));
    }

    @Test
    void aCategoryCountsWithAllThatAreSurer() {
        CategoryTotals totals = six();
        assertThat(totals.openPipeline()).isEqualTo(usd(290));
        assertThat(totals.cumulative(ForecastCategory.PIPELINE)).isEqualTo(usd(290));
        assertThat(totals.cumulative(ForecastCategory.BEST_CASE)).isEqualTo(usd(230));
        assertThat(totals.cumulative(ForecastCategory.MOST_LIKELY)).isEqualTo(usd(150));
        assertThat(totals.cumulative(ForecastCategory.COMMIT)).isEqualTo(usd(100));
        assertThat(totals.cumulative(ForecastCategory.CLOSED)).isEqualTo(usd(40));
        assertThat(totals.single(ForecastCategory.OMITTED)).isEqualTo(usd(10));
        assertThat(totals).hasToString("base USD 100.00, stretch USD 230.00, open USD 290.00");
    }

    @Test
    void omittedIsNeverCounted() {
        assertThatThrownBy(() -> six().cumulative(ForecastCategory.OMITTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe single(OMITTED)");
        assertThat(six().plus(ForecastCategory.OMITTED, usd(1000)).stretch()).isEqualTo(six().stretch());
        assertThat(six().plus(ForecastCategory.OMITTED, usd(1000)).openPipeline())
                .isEqualTo(six().openPipeline());
    }

    @Test
    void baseIsClosedAndCommitAndStretchAddsBestCase() {
        CategoryTotals totals = none().plus(ForecastCategory.CLOSED, usd(200))
                .plus(ForecastCategory.COMMIT, usd(300))
                .plus(ForecastCategory.BEST_CASE, usd(150))
                .plus(ForecastCategory.PIPELINE, usd(400))
                .plus(ForecastCategory.OMITTED, usd(50));
        assertThat(totals.base()).isEqualTo(usd(500));
        assertThat(totals.stretch()).isEqualTo(usd(650));
        assertThat(totals.single(ForecastCategory.PIPELINE)).isEqualTo(usd(400));
    }

    @Test
    void totalsAreAddedCategoryByCategory() {
        assertThat(six().plus(six()).byCategory())
                .allSatisfy((category, amount) ->
                        assertThat(amount).isEqualTo(six().single(category).times(2)));
        assertThat(six().plus(none())).isEqualTo(six());
        assertThatThrownBy(() -> six().plus(CategoryTotals.none(Money.currency("EUR"))))
                .hasMessageContaining("[EUR, USD]");
        assertThatThrownBy(() -> six().plus(ForecastCategory.COMMIT, Money.of(1, "EUR")))
                .hasMessageContaining("[EUR, USD]");
    }

    @Test
    void wordsOfCrmsMeanOurCategories() {
        assertThat(CategoryMap.salesforce().of("BestCase")).isEqualTo(ForecastCategory.BEST_CASE);
        assertThat(CategoryMap.salesforce().of("Best Case")).isEqualTo(ForecastCategory.BEST_CASE);
        assertThat(CategoryMap.salesforce().of("Forecast")).isEqualTo(ForecastCategory.COMMIT);
        assertThat(CategoryMap.hubspot().of("NOT_FORECASTED")).isEqualTo(ForecastCategory.OMITTED);
        assertThat(CategoryMap.hubspot().of("closed won")).isEqualTo(ForecastCategory.CLOSED);
        assertThat(CategoryMap.dynamics().of("Committed")).isEqualTo(ForecastCategory.COMMIT);
        assertThat(CategoryMap.standard().find("Upside")).isEmpty();
        assertThat(CategoryMap.standard()
                        .with("Upside", ForecastCategory.BEST_CASE)
                        .of("upside"))
                .isEqualTo(ForecastCategory.BEST_CASE);
        assertThatThrownBy(() -> CategoryMap.standard().of("Upside"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(Upside)")
                .hasMessageContaining("Maybe add it");
    }
}
