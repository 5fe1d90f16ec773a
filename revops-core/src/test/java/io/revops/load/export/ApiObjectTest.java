package io.revops.load.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.load.BadRow;
import io.revops.time.Moment;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiObjectTest {
    private static ApiObject object(String json) {
        return ApiObject.of(ObjectFile.inCell(json).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1740787200", "\"1740787200\"", "\"2025-03-01 00:00:00\"", "\"2025-03-01\"", "1.7407872e9"})
    void aTimeIsInSecondsOrAsTablesHaveIt(String written) {
        assertThat(object("{\"at\":" + written + "}").instant("at")).contains(Instant.parse("2025-03-01T00:00:00Z"));
    }

    @Test
    void aDateStaysOneWhereItMay() {
        assertThat(object("{\"at\":\"2025-03-01\"}").moment("at")).contains(Moment.of(2025, 3, 1));
        assertThat(object("{\"at\":1740787200}").moment("at")).contains(Moment.parse("2025-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1740787200000", "\"tomorrow\"", "1e100000000", "1.5", "{}"})
    void whatIsNoTimeIsRefused(String written) {
        assertThatThrownBy(() -> object("{\"at\":" + written + "}").moment("at"))
                .isInstanceOf(BadRow.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aFlagMayBeText() {
        assertThat(object("{\"a\":\"TRUE\"}").flag("a")).isTrue();
        assertThat(object("{\"a\":true}").flag("a")).isTrue();
        assertThat(object("{\"a\":\"false\"}").flag("a")).isFalse();
        assertThat(object("{}").flag("a")).isFalse();
    }

    @Test
    void whatIsNoObjectInACellIsNone() {
        assertThat(ObjectFile.inCell("n/a")).isEmpty();
        assertThat(ObjectFile.inCell("[1]")).isEmpty();
        assertThat(ObjectFile.inCell("{\"a\":{\"b\":1}}")).isPresent();
    }
}
