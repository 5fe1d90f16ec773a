package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.load.SheetNumber.Marks;
import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetNumberTest {
    private static final Marks ENGLISH = new Marks('.', ',');
    private static final Marks GERMAN = new Marks(',', '.');
    private static final Marks SWISS = new Marks('.', '\'');
    private static final Marks FRENCH = new Marks(',', ' ');
    private static final Marks PLAIN = new Marks('.', null);

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '|', textBlock = """
            1,234.56;         1234.56;   ||
            1234.56;          1234.56;   ||
            1,234,567;        1234567;   ||
            12,34,567.5;      1234567.5; ||
            -0.5;             -0.5;      ||
            .5;               0.5;       ||
            5.;               5;         ||
            $1,234.56;        1234.56;   $
            US$ 5;            5;         US$
            -$5;              -5;        $
            $-5;              -5;        $
            (12.00);          -12.00;    ||
            ($ 12.00);        -12.00;    $
            12-;              -12;       ||
            EUR 1,000;        1000;      EUR
            1,000 eur;        1000;      EUR
            1,000\u20ac;      1000;      \u20ac
            +7;               7;         ||
            1.5E+06;          1500000;   ||
            """)
    void aNumberIsReadAsPeopleWriteIt(String text, BigDecimal value, String currency) {
        SheetNumber read = SheetNumber.parse(text, ENGLISH);

        assertThat(read.value()).isEqualByComparingTo(value);
        assertThat(read.currency()).isEqualTo(currency);
    }

    @Test
    void theMarksAreThoseOfTheMapping() {
        assertThat(SheetNumber.parse("1.234,56", GERMAN).value()).isEqualTo("1234.56");
        assertThat(SheetNumber.parse("1'234.56", SWISS).value()).isEqualTo("1234.56");
        assertThat(SheetNumber.parse("1\u2019234.56", SWISS).value()).isEqualTo("1234.56");
        assertThat(SheetNumber.parse("1\u202f234,56\u00a0\u20ac", FRENCH).value())
                .isEqualTo("1234.56");
        assertThat(SheetNumber.parse("\u22125", PLAIN).value()).isEqualTo("-5");
        assertThat(GERMAN).hasToString("1.234,56");
        assertThat(PLAIN).hasToString("1234.56");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "$",
                "1.234,56",
                "1,5",
                "12,3456",
                "1,,000",
                "1.2.3",
                "abc",
                "1 000",
                "1e100000000",
                "1e99",
                "--5",
                "5%",
                "0x10",
                "NaN",
                "Infinity",
                "\u0661\u0662",
                "EURUSD 5",
                "1,234e2"
            })
    void anotherTextIsNoNumber(String text) {
        assertThatThrownBy(() -> SheetNumber.parse(text, ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aLongTextIsRefusedBeforeItIsTakenApart() {
        assertThatThrownBy(() -> SheetNumber.parse("1".repeat(1_000_000), ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SheetNumber.parse("1".repeat(39), ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** If it failed, an amount would change a thousandfold on its way from a German sheet into a book. */
    @Property
    void anAmountComesBackInAnyMarks(
            @ForAll @Scale(4) BigDecimal amount, @ForAll @LongRange(min = 0, max = 1) long german) {
        String english = String.format(Locale.ROOT, "%,.4f", amount);
        String written = german == 0
                ? english
                : english.replace(',', 'x').replace('.', ',').replace('x', '.');

        if (amount.precision() <= 36) {
            assertThat(SheetNumber.parse(written, german == 0 ? ENGLISH : GERMAN)
                            .value())
                    .isEqualByComparingTo(amount);
        }
    }
}
