package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
                    plain,            plain,             plain
                    's-Hertogenbosch, 's-Hertogenbosch,  's-Hertogenbosch
                    =1+1,             '=1+1,             =1+1
                    +49,              '+49,              +49
                    -5,               '-5,               -5
                    @x,               '@x,               @x
                    |\tx|,            |'\tx|,            |'\tx|
                    '=1,              ''=1,              ''=1
                    '',               ''',               '''
                    | x|,             |' x|,             |' x|
                    |=x |,            |'=x |,            |'=x |
                    ||,               ',                 '
                    """)
    void textIsMarkedWhereItHasToBe(String text, String csv, String json) {
        assertThat(CellText.inCsv(text)).isEqualTo(csv);
        assertThat(CellText.inJson(text)).isEqualTo(json);
    }

    @Test
    void blanksThatSomebodyTypedAreTakenAway() {
        assertThat(CellText.read("  Acme ")).isEqualTo("Acme");
        assertThat(CellText.read(" '=x")).isEqualTo("'=x");
    }
}
