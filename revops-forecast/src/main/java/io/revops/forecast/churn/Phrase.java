package io.revops.forecast.churn;

import java.util.Objects;

/** Puts a feature's value into words: {@code logins down 60 % against the previous 30 days}. */
@FunctionalInterface
public interface Phrase {
    /** The words for a value that is there. */
    String tell(double value);

    /**
     * A sentence in which {@code {}} stands for the value in its unit, and {@code (s)} for an s unless that is 1: {@code {} ticket(s) open}.
     */
    static Phrase of(FeatureUnit unit, String text) {
        Objects.requireNonNull(unit, "unit");
        if (!text.contains("{}")) {
            throw new IllegalArgumentException(
                    "The phrase (" + text + ") has no place for the value. Maybe write {} there.");
        }
        return value -> {
            String shown = unit.show(value);
            return text.replace("{}", shown).replace("(s)", shown.equals("1") ? "" : "s");
        };
    }

    /**
     * How far something went up or down, of a value that is the ratio of now to before: 0.4 is {@code logins down 60 % against the
     * previous 30 days}.
     *
     * @param what goes up or down: {@code logins}
     * @param before what it is compared with: {@code the previous 30 days}
     */
    static Phrase change(String what, String before) {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(before, "before");
        return ratio -> {
            String percent = FeatureUnit.SHARE.show(Math.abs(ratio - 1));
            return percent.equals("0 %")
                    ? what + " as in " + before
                    : what + (ratio < 1 ? " down " : " up ") + percent + " against " + before;
        };
    }

    /** A tendency a week, of a value that is a share of the mean: -0.08 is {@code uses falling by 8 % of their mean a week}. */
    static Phrase trend(String what) {
        Objects.requireNonNull(what, "what");
        return slope -> {
            String percent = FeatureUnit.SHARE.show(Math.abs(slope));
            return percent.equals("0 %")
                    ? what + " steady from week to week"
                    : what + (slope < 0 ? " falling" : " rising") + " by " + percent + " of their mean a week";
        };
    }

    /** The same with a sentence of its own for a value of 0. */
    default Phrase orZero(String sentence) {
        Objects.requireNonNull(sentence, "sentence");
        return value -> value == 0 ? sentence : tell(value);
    }

    /** One sentence for yes and one for no. */
    static Phrase either(String yes, String no) {
        Objects.requireNonNull(yes, "yes");
        Objects.requireNonNull(no, "no");
        return value -> value == 0 ? no : yes;
    }
}
