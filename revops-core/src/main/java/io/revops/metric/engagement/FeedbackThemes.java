package io.revops.metric.engagement;

import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.List;
import java.util.Optional;

/**
 * What answers to surveys are about, and how much revenue asks for it. An answer may be about several themes, so they do not add
 * up to all answers.
 *
 * @param themes in the order of the host, those that nobody spoke of too
 * @param answers how many answers there are, about anything
 * @param withoutTheme how many fit none
 */
public record FeedbackThemes(List<Heard> themes, long answers, long withoutTheme) {
    /**
     * One theme.
     *
     * @param answers how many answers are about it
     * @param accounts of how many accounts, as far as these are known
     * @param arr what these accounts are worth at the close
     */
    public record Heard(String theme, long answers, long accounts, RunRate arr) {
        /** {@code pricing: 3 answers of 2 accounts, USD 2,400.00 a year}. */
        @Override
        public String toString() {
            return theme + ": " + answers + (answers == 1 ? " answer of " : " answers of ") + accounts
                    + (accounts == 1 ? " account, " : " accounts, ") + Unit.MONEY_PER_YEAR.print(arr) + " a year";
        }
    }

    public FeedbackThemes {
        themes = List.copyOf(themes);
    }

    /** A theme by its name. */
    public Optional<Heard> of(String theme) {
        return themes.stream().filter(heard -> heard.theme().equals(theme)).findFirst();
    }

    /** Every theme, and how many answers fit none. */
    @Override
    public String toString() {
        return String.join("; ", themes.stream().map(Heard::toString).toList()) + "; no theme: " + withoutTheme + " of "
                + answers;
    }
}
