package io.revops.metric.engagement;

import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.metric.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an answer to a survey may be about: a name, and how it is recognised. An answer may be about several. */
public final class Theme {
    /** What the answers themselves say, for books whose comments nobody has sorted yet. */
    static final List<Theme> OF_SCORES = List.of(
            ofScore("would recommend", SurveyKind.NPS, NetPromoterScore::sort, Part.PROMOTERS),
            ofScore("undecided", SurveyKind.NPS, NetPromoterScore::sort, Part.PASSIVES),
            ofScore("would not recommend", SurveyKind.NPS, NetPromoterScore::sort, Part.DETRACTORS),
            ofScore("satisfied", SurveyKind.CSAT, Satisfaction::sort, Part.SATISFIED),
            ofScore("not satisfied", SurveyKind.CSAT, Satisfaction::sort, Part.NOT_SATISFIED));

    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String name;
    private final Predicate<SurveyAnswer> about;

    private Theme(String name, Predicate<SurveyAnswer> about) {
        this.name = Objects.requireNonNull(name, "name");
        this.about = Objects.requireNonNull(about, "about");
    }

    /**
     * A theme by the words of comments.
     *
     * @param beginnings how its words begin, in any case of letters: {@code pric} is in "pricing" and in "prices"
     */
    public static Theme of(String name, String... beginnings) {
        Set<String> named = NamedFeatures.named("beginning of a word", "pric", beginnings);
        List<String> words = named.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
        return where(
                name,
                answer -> answer.comment().stream()
                        .flatMap(comment -> NOT_IN_WORDS.splitAsStream(comment.toLowerCase(Locale.ROOT)))
                        .anyMatch(word -> words.stream().anyMatch(word::startsWith)));
    }

    /** A theme by anything that an answer says, or that a host knows of it. */
    public static Theme where(String name, Predicate<SurveyAnswer> about) {
        return new Theme(name, about);
    }

    public String name() {
        return name;
    }

    boolean has(SurveyAnswer answer) {
        return about.test(answer);
    }

    private static Theme ofScore(
            String name, SurveyKind question, Function<BigDecimal, Part<Long>> sort, Part<Long> part) {
        return where(
                name,
                answer ->
                        answer.kind() == question && sort.apply(answer.score()).equals(part));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
