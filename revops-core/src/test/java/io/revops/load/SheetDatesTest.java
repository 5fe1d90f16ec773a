package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetDatesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static SheetDates of(String... patterns) {
        return new SheetDates(List.of(patterns), BERLIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            M/d/yy;              3/1/17;                        2017-03-01
            M/d/yy;              12/31/99;                      2099-12-31
            dd.MM.yyyy;          01.03.2025;                    2025-03-01
            d.M.yy;              1.3.25;                        2025-03-01
            MMM d, yyyy;         mar 1, 2025;                   2025-03-01
            d MMMM yyyy;         1 March 2025;                  2025-03-01
            yyyy-MM;             2025-03;                       2025-03-01
            MMM yyyy;            Sep 2025;                      2025-09-01
            QQQ yyyy;            Q3 2025;                       2025-07-01
            yyyy-'Q'q;           2025-Q4;                       2025-10-01
            yyyy;                2025;                          2025-01-01
            yyyyMMdd;            20250301;                      2025-03-01
            dd.MM.yyyy HH:mm;    01.03.2025 00:30;              2025-02-28T23:30:00Z
            M/d/yyyy h:mm a;     7/1/2025 12:05 pm;             2025-07-01T10:05:00Z
            yyyy-MM-dd HH:mm XXX; 2025-03-01 00:30 +02:00;      2025-02-28T22:30:00Z
            epochSeconds;        1740787200;                    2025-03-01T00:00:00Z
            epochMillis;         1740787200123;                 2025-03-01T00:00:00.123Z
            iso;                 2025-03-01;                    2025-03-01
            iso;                 2025-03-01T02:00:00Z;          2025-03-01T02:00:00Z
            iso;                 2025-03-01T02:00:00.000+0200;  2025-03-01T00:00:00Z
            iso;                 2025-03-01 02:00:00;           2025-03-01T01:00:00Z
            """)
    void aDayOrATimeIsReadInItsPattern(String pattern, String text, String expected) {
        assertThat(of(pattern).moment(text)).hasToString(expected);
    }

    @Test
    void theDayOfATimeIsTheOneOnWhichItWasWritten() {
        assertThat(of("dd.MM.yyyy HH:mm").day("01.03.2025 00:30")).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(of("iso").day("2025-02-28T23:30:00Z")).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(of("iso").day("2025-03-01")).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            M/d/yyyy;     2/30/2025;  no date
            M/d/yyyy;     2025-03-01; no date
            M/d/yyyy;     3/1/25;     no date
            iso;          2025-13-01; no date
            iso;          +999999999-12-31T23:59:59Z; year is not from 1 to 9999
            yyyy-MM-dd;   0000-03-01; year is not from 1 to 9999
            epochSeconds; 999999999999999; year is not from 1 to 9999
            epochSeconds; 9999999999999999; no date
            epochSeconds; soon;       no date
            """)
    void anotherTextIsNoDate(String pattern, String text, String says) {
        assertThatThrownBy(() -> of(pattern).moment(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aPatternThatPadsIsRefused() {
        assertThatThrownBy(() -> of("M/ppd/yyyy"))
                .hasMessageContaining("blanks")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> of("ppMyyyyd")).hasMessageContaining("blanks");
    }

    @Test
    void aTextThatReadsAsTwoDatesIsNone() {
        SheetDates both = of("M/d/yyyy", "d/M/yyyy");

        assertThat(both.moment("3/25/2025")).hasToString("2025-03-25");
        assertThat(both.moment("25/3/2025")).hasToString("2025-03-25");
        assertThat(both.moment("3/3/2025")).hasToString("2025-03-03");
        assertThatThrownBy(() -> both.moment("3/4/2025")).hasMessageContaining("two different dates");
    }

    @Test
    void aTimeWithoutAnOffsetNeedsAZone() {
        SheetDates nowhere = new SheetDates(List.of("iso"), null);

        assertThat(nowhere.moment("2025-03-01")).hasToString("2025-03-01");
        assertThat(nowhere.moment("2025-03-01T02:00Z")).hasToString("2025-03-01T02:00:00Z");
        assertThat(nowhere.day("2025-03-01 02:00")).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThatThrownBy(() -> nowhere.moment("2025-03-01 02:00")).hasMessageContaining("Maybe add a zone");
        assertThatThrownBy(() -> nowhere.day("2025-03-01T02:00Z")).hasMessageContaining("Maybe add a zone");
    }
}
