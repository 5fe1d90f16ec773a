package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    @Test
    void versionIsThatOfTheBuild() throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Provenance.LIBRARY).isEqualTo(version.group(1));
    }

    @Test
    void itSaysWhatWasSeenAndByWhichRules() {
        Provenance provenance = Provenance.of("m", History.of(Months.flow("a", 1)), OptionalLong.of(7), "data");
        assertThat(provenance.asOf()).isEqualTo("2024-01-31");
        assertThat(provenance.zoneRules()).matches("\\d{4}[a-z]+");
        assertThat(provenance.policy()).isEmpty();
    }

    @Test
    void fingerprintChangesWithEveryBitAndOnlyWithThem() {
        String print = Fingerprint.of(Months.flow("a", 1, 2));
        assertThat(print).matches("[0-9a-f]{64}").isEqualTo(Fingerprint.of(Months.flow("a", 1, 2)));
        assertThat(print)
                .isNotEqualTo(Fingerprint.of(Months.flow("a", 1, Math.nextUp(2))))
                .isNotEqualTo(Fingerprint.of(Months.flow("b", 1, 2)))
                .isNotEqualTo(Fingerprint.of(Months.level("a", 1, 2)))
                .isNotEqualTo(Fingerprint.of(Months.flow("a", 1, 2, 0)));
        assertThat(Fingerprint.start().add("ab").add("c").hex())
                .isNotEqualTo(Fingerprint.start().add("a").add("bc").hex());
    }

    /** SHA-256 of nothing, as FIPS 180-4 publishes it. */
    @Test
    void nothingHasThePublishedFingerprint() {
        assertThat(Fingerprint.start().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void numbersAddedTogetherAreNumbersAddedOneAfterTheOther() {
        double[] numbers = new double[10_000];
        Fingerprint single = Fingerprint.start();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1.0 / (i + 1);
            single.add(numbers[i]);
        }
        assertThat(Fingerprint.start().add(numbers).hex()).isEqualTo(single.hex());
        assertThat(Fingerprint.start().add(new double[0]).hex())
                .isEqualTo(Fingerprint.start().hex());
    }
}
