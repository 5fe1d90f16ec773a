package io.revops.report.page;

import io.revops.report.chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The colours of the page, on light and on dark. Words on their ground reach a contrast of 4.5 to 1, marks one of 3 to 1. Gains
 * are blue and losses orange, which stay apart to those who see no red or no green.
 */
enum Palette {
    GROUND("#ffffff", "#10151c"),
    SURFACE("#f5f7f9", "#19212b"),
    RULE("#d5dce4", "#34404e"),
    INK("#18222d", "#e9eef4"),
    MUTED("#556270", "#a5b1bf"),
    LINK("#1d4f91", "#8fbcf2"),
    GOOD("#1d4f91", "#8fbcf2"),
    BAD("#9c3d10", "#f2a06f"),
    BLUE("#1d4f91", "#6ea8ec"),
    SKY("#3f8fd2", "#3f7fc4"),
    TEAL("#0f8a7e", "#45c4b0"),
    AMBER("#c27713", "#e3a24a"),
    RUST("#a4400f", "#ee7440"),
    GREY("#74808d", "#8995a3");

    /** The ground of a field of a heat map and the words on it, the least first: {light, words on it, dark, words on it}. */
    private static final String[][] HEAT = {
        {"#eef4fb", "#18222d", "#17222f", "#e9eef4"},
        {"#dbe8f6", "#18222d", "#1a2d42", "#e9eef4"},
        {"#c3daf0", "#18222d", "#1d3957", "#e9eef4"},
        {"#a6c8e8", "#18222d", "#21466d", "#e9eef4"},
        {"#84b1dd", "#18222d", "#265483", "#e9eef4"},
        {"#4a78ae", "#ffffff", "#2c639a", "#ffffff"},
        {"#35669f", "#ffffff", "#6f9fd4", "#10151c"},
        {"#1d4f91", "#ffffff", "#93bae4", "#10151c"},
        {"#143a6d", "#ffffff", "#bdd6f1", "#10151c"},
    };

    private final String light;
    private final String dark;

    Palette(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    String light() {
        return light;
    }

    String dark() {
        return dark;
    }

    /** How many steps a heat map has. */
    static int steps() {
        return HEAT.length;
    }

    /** A step of the heat map: its ground and the words on it, on light, then on dark. */
    static List<String> heat(int step) {
        return List.of(HEAT[step]);
    }

    /** The class of what is drawn in a tone. */
    static String of(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    /** The colours as custom properties. */
    static String sheet() {
        return ":root{" + properties(0) + "}\n@media screen and (prefers-color-scheme:dark){:root{" + properties(1)
                + "}}\n" + classes();
    }

    private static String properties(int scheme) {
        List<String> all = new ArrayList<>();
        for (Palette colour : values()) {
            all.add("--" + colour.name().toLowerCase(Locale.ROOT) + ":" + (scheme == 0 ? colour.light : colour.dark));
        }
        for (int i = 0; i < HEAT.length; i++) {
            all.add("--h" + i + ":" + HEAT[i][2 * scheme]);
            all.add("--t" + i + ":" + HEAT[i][2 * scheme + 1]);
        }
        return String.join(";", all);
    }

    /** A class for each tone and step: SVG takes its fill, a legend its ground. */
    private static String classes() {
        StringBuilder sheet = new StringBuilder();
        for (Tone tone : Tone.values()) {
            String name = of(tone);
            sheet.append('.').append(name).append("{--c:var(--").append(name).append(")}\n");
        }
        for (int i = 0; i < HEAT.length; i++) {
            sheet.append(".h")
                    .append(i)
                    .append("{--c:var(--h")
                    .append(i)
                    .append(");--w:var(--t")
                    .append(i)
                    .append(")}\n");
        }
        return sheet.toString();
    }
}
