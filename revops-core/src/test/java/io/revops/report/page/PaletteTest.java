package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.report.chart.Tone;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by the formula of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of relative luminances. */
class PaletteTest {
    private static final List<Palette> WORDS =
            List.of(Palette.INK, Palette.MUTED, Palette.LINK, Palette.GOOD, Palette.BAD);

    private enum Scheme {
        LIGHT(Palette::light, 0),
        DARK(Palette::dark, 2);

        private final Function<Palette, String> colour;
        private final int heat;

        Scheme(Function<Palette, String> colour, int heat) {
            this.colour = colour;
            this.heat = heat;
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsCanBeReadOnEveryGround(Scheme scheme) {
        for (Palette word : WORDS) {
            for (Palette ground : List.of(Palette.GROUND, Palette.SURFACE)) {
                assertThat(contrast(scheme.colour.apply(word), scheme.colour.apply(ground)))
                        .as(word + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void marksStandOutFromTheGround(Scheme scheme) {
        for (Tone tone : Tone.values()) {
            Palette colour = Palette.valueOf(tone.name());
            assertThat(contrast(scheme.colour.apply(colour), scheme.colour.apply(Palette.GROUND)))
                    .as(tone.name())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersInAHeatMapCanBeRead(Scheme scheme) {
        double before = 0;
        for (int step = 0; step < Palette.steps(); step++) {
            List<String> field = Palette.heat(step);
            assertThat(contrast(field.get(scheme.heat), field.get(scheme.heat + 1)))
                    .as("step " + step)
                    .isGreaterThanOrEqualTo(4.5);
            double distance = contrast(field.get(scheme.heat), scheme.colour.apply(Palette.GROUND));
            assertThat(distance).as("each step is farther from the ground").isGreaterThan(before);
            before = distance;
        }
    }

    @Test
    void everyColourOfTheSheetIsOneOfThePalette() {
        String sheet = StyleSheet.text();
        String own = sheet.substring(Palette.sheet().length());
        assertThat(own).doesNotContainPattern("#[0-9a-f]{3,8}\\b").doesNotContain("rgb", "hsl");
        for (Palette colour : Palette.values()) {
            assertThat(sheet).contains("--" + colour.name().toLowerCase(Locale.ROOT) + ":" + colour.light());
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double c = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
