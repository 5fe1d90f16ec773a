package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhraseTest {
    @Test
    void unitsAreShownAsAReaderCounts() {
        assertThat(FeatureUnit.LOG_COUNT.show(StrictMath.log1p(1234))).isEqualTo("1234");
        assertThat(FeatureUnit.LOG_MONEY.show(StrictMath.log1p(99.6))).isEqualTo("100");
        assertThat(FeatureUnit.SHARE.show(0.374)).isEqualTo("37 %");
        assertThat(FeatureUnit.RATIO.show(1.25)).isEqualTo("1.2");
        assertThat(FeatureUnit.DAYS.show(-0.2)).isEqualTo("0");
        assertThat(FeatureUnit.YES_NO.show(1)).isEqualTo("yes");
        assertThat(FeatureUnit.YES_NO.show(0)).isEqualTo("no");
        assertThatThrownBy(() -> FeatureUnit.COUNT.show(Double.NaN)).hasMessageContaining("Maybe ");
    }

    @Test
    void changesAreToldInPerCent() {
        Phrase logins = Phrase.change("logins", "the previous 30 days");
        assertThat(logins.tell(0.4)).isEqualTo("logins down 60 % against the previous 30 days");
        assertThat(logins.tell(0)).isEqualTo("logins down 100 % against the previous 30 days");
        assertThat(logins.tell(1.504)).isEqualTo("logins up 50 % against the previous 30 days");
        assertThat(logins.tell(1.004)).isEqualTo("logins as in the previous 30 days");
    }

    @Test
    void trendsAreToldByTheWeek() {
        Phrase uses = Phrase.trend("uses");
        assertThat(uses.tell(-0.08)).isEqualTo("uses falling by 8 % of their mean a week");
        assertThat(uses.tell(0.08)).isEqualTo("uses rising by 8 % of their mean a week");
        assertThat(uses.tell(0.001)).isEqualTo("uses steady from week to week");
    }

    @Test
    void oneIsToldInTheSingularAndZeroInItsOwnWords() {
        Phrase tickets = Phrase.of(FeatureUnit.LOG_COUNT, "{} ticket(s) open").orZero("no ticket open");
        assertThat(tickets.tell(StrictMath.log1p(1))).isEqualTo("1 ticket open");
        assertThat(tickets.tell(StrictMath.log1p(2))).isEqualTo("2 tickets open");
        assertThat(tickets.tell(0)).isEqualTo("no ticket open");
        assertThat(Phrase.either("gone", "there").tell(1)).isEqualTo("gone");
        assertThat(Phrase.either("gone", "there").tell(0)).isEqualTo("there");
    }
}
