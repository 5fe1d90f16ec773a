package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.ProductKind;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.com/about?x=1,example.com",
        "example.com,example.com",
        "HTTP://WWW.EXAMPLE.CO.UK:8080,example.co.uk",
        "www.münchen.example#top,münchen.example"
    })
    void aDomainIsLowerCaseWithoutSchemeAndPath(String website, String domain) {
        assertThat(Values.domain(website)).contains(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "ziZgHawN6hOLcpXwK3Ygpw==", "http://", "10.0.0.1", "see notes.", "a b.com"})
    void whatIsNoDomainIsNone(String website) {
        assertThat(Values.domain(website)).isEmpty();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T10:15:00.000+0000",
                "2025-03-01T10:15:00.000Z",
                "2025-03-01T11:15:00+01:00",
                "2025-03-01T11:15:00+01",
                "2025-03-01 10:15:00",
                "2025-03-01 10:15:00.000",
                "2025-03-01 10:15:00 UTC",
                "2025-03-01T10:15"
            })
    void instantsAreReadInEverySpelling(String text) {
        assertThat(Times.moment(text)).isEqualTo(Moment.parse("2025-03-01T10:15:00Z"));
    }

    @Test
    void aDateStaysADate() {
        assertThat(Times.moment("2025-03-01")).isEqualTo(Moment.of(2025, 3, 1));
    }

    @Test
    void ofADateWithATimeTheDateCounts() {
        assertThat(Times.day("2018-12-19 00:00:00")).isEqualTo(LocalDate.of(2018, 12, 19));
        assertThat(Times.day("2018-12-19T00:00:00.000+0900")).isEqualTo(LocalDate.of(2018, 12, 19));
        assertThat(Times.day("2018-12-19")).isEqualTo(LocalDate.of(2018, 12, 19));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "3/1/2025", "2024-02-30 00:00:00", "2025-03-01 25:00:00"})
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Times.day(text)).withMessageContaining("Maybe");
    }
}
