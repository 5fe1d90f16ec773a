package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.ProductKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @CsvSource({
        "New Business,NEW",
        "New Customer,NEW",
        "New,NEW",
        "Existing Customer - Upgrade,EXPANSION",
        "Expansion,EXPANSION",
        "Upsell,EXPANSION",
        "Cross-sell,EXPANSION",
        "Add-on,EXPANSION",
        "RENEWAL,RENEWAL",
        "Existing Customer - Renewal,RENEWAL"
    })
    void aTypeIsReadByItsWords(String text, DealType type) {
        assertThat(Values.dealType(text)).contains(type);
    }

    @Test
    void anotherTypeIsNone() {
        assertThat(Values.dealType("Existing Customer - Replacement")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Pipeline,PIPELINE",
        "BestCase,BEST_CASE",
        "Best Case,BEST_CASE",
        "MostLikely,MOST_LIKELY",
        "Forecast,COMMIT",
        "Commit,COMMIT",
        "Closed,CLOSED",
        "Omitted,OMITTED"
    })
    void aForecastCategoryIsReadInBothSpellings(String text, ForecastCategory category) {
        assertThat(Values.category(text)).contains(category);
    }

    @Test
    void anotherCategoryIsNone() {
        assertThat(Values.category("Upside")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Recurring,RECURRING", "One-Time,ONE_TIME", "Usage,USAGE"})
    void aChargeTypeIsAKind(String text, ProductKind kind) {
        assertThat(Values.productKind(text)).contains(kind);
        assertThat(Values.productKind("Bundle")).isEmpty();
    }

    @Test
    void zerosAtTheEndDoNotMakeAnotherNumber() {
        assertThat(Values.number("10.0")).isEqualTo(Values.number("1e1")).isEqualTo(new BigDecimal("10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.1", "1000"})
    void aProbabilityIsFrom0To100(String text) {
        assertThat(Values.percent("0")).isEqualTo("0");
        assertThat(Values.percent("100")).isEqualTo("100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.percent(text))
                .withMessageContaining("Maybe");
    }
}
