package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

class CellTextLaws {
    /** If it failed, a name that somebody typed would change each time that a book is saved. */
    @Property
    void anyTextComesBack(@ForAll @Chars({'\'', '=', ' ', '\t', '@'}) @CharRange(from = 'a', to = 'c') String text) {
        assertThat(CellText.read(CellText.inCsv(text))).isEqualTo(text);
        assertThat(CellText.read(CellText.inJson(text))).isEqualTo(text);
    }

    /** If it failed, a file that this library wrote could run a program on the machine of whoever opens it. */
    @Property
    void noCsvCellIsAFormula(@ForAll @Chars({'\'', '=', ' ', '\t', '\r', '@', '+', '-', 'x'}) String text) {
        assertThat(CellText.inCsv(text)).doesNotStartWith("=").doesNotMatch("(?s)[+@\t\r-].*");
    }
}
