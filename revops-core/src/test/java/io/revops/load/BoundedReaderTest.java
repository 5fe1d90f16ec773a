package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BoundedReaderTest {
    @Test
    void asManyCharactersAsAllowedAreRead() throws IOException {
        try (BoundedReader in = new BoundedReader(new StringReader("ab"), 2)) {
            assertThat(in.read()).isEqualTo('a');
            assertThat(in.read()).isEqualTo('b');
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read(new char[4], 0, 4)).isEqualTo(-1);
        }
    }

    @Test
    void oneMoreIsRefused() throws IOException {
        try (BoundedReader in = new BoundedReader(new StringReader("abc"), 2)) {
            assertThatThrownBy(() -> in.read(new char[4], 0, 4)).isInstanceOf(BoundedReader.TooLongException.class);
        }
    }
}
