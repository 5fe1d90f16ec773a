package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.FactId;
import io.revops.book.SurveyAnswer;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What the answers of a span are about, by the host's themes: how many, of how many accounts, and what these are worth. */
public final class FeedbackByTheme implements Metric<FeedbackThemes> {
    private final List<Theme> themes;
    private final MetricDefinition definition;

    private FeedbackByTheme(List<Theme> themes) {
        this.themes = themes;
        definition = MetricDefinition.of(
                        "survey.themes",
                        "Feedback by theme",
                        "answers and accounts of each theme, and the ARR of these accounts at the close ("
                                + String.join(
                                        ", ", themes.stream().map(Theme::name).toList()) + ")",
                        Unit.MONEY_PER_YEAR)
                .better(Better.NEITHER)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("every convention")
                .edges(
                        "nobody answered: undefined",
                        "an answer about several themes counts for each; one about none is counted as such",
                        "an account counts once for a theme, with all its ARR, however often it speaks of it",
                        "an answer of no known account counts, without an account and without ARR",
                        "who pays nothing at the close brings an account and no ARR",
                        "amounts cannot be told in one currency: undefined",
                        "the view has no book: undefined")
                .reference("Count of feedback by theme, weighted with the ARR that asks for it")
                .build();
    }

    /**
     * By themes of the host's own.
     *
     * @throws IllegalArgumentException if there is none, or two have one name
     */
    public static FeedbackByTheme of(Theme... themes) {
        Set<String> names = new HashSet<>();
        for (Theme theme : themes) {
            if (!names.add(theme.name())) {
                throw new IllegalArgumentException(
                        "Two themes are called (" + theme.name() + "). Maybe make one of their words.");
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "Without themes no feedback is about anything. Maybe Theme.of(\"pricing\", \"pric\", \"expensive\").");
        }
        return new FeedbackByTheme(List.of(themes));
    }

    /** By what the answers say themselves: would they recommend it, are they satisfied. */
    public static FeedbackByTheme standard() {
        return new FeedbackByTheme(Theme.OF_SCORES);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> {
            Evidence worth = AccountLines.atClose(view, Cut.whole());
            return worth.undefined().isPresent() ? worth : lines(view, cut, worth);
        });
    }

    private Evidence lines(RevenueView view, Cut cut, Evidence worth) {
        Map<FactId, Long> arr = new HashMap<>();
        worth.lines()
                .forEach(line -> arr.merge(
                        view.book().canonical((AccountId) line.subject()),
                        line.get(Part.CLOSING).microsPerYear().longValueExact(),
                        Math::addExact));
        Map<FactId, List<SurveyAnswer>> bySubject =
                new TreeMap<>(Comparator.comparing(FactId::kind).thenComparing(FactId::value));
        for (SurveyAnswer answer : view.book().all(SurveyAnswer.class)) {
            if (view.span().contains(answer.at().date(view.policy().zone()))) {
                FactId subject = view.book()
                        .accountOf(answer)
                        .<FactId>map(Function.identity())
                        .orElse(answer.id());
                bySubject.computeIfAbsent(subject, s -> new ArrayList<>()).add(answer);
            }
        }
        Evidence.Builder lines = Evidence.in(worth.currency().orElseThrow()).named(AccountLines.names(view));
        themes.forEach(theme -> lines.parts(answers(theme), accounts(theme), arr(theme)));
        lines.parts(Part.ANSWERS, Part.ANSWERS_WITHOUT_THEME);
        Instant end = view.span().end(view.policy().zone());
        bySubject.forEach((subject, answers) -> {
            lines.line(subject, cut.segment(view, subject, end)).units(Part.ANSWERS, answers.size());
            lines.units(
                    Part.ANSWERS_WITHOUT_THEME,
                    answers.stream()
                            .filter(answer -> themes.stream().noneMatch(theme -> theme.has(answer)))
                            .count());
            for (Theme theme : themes) {
                long about = answers.stream().filter(theme::has).count();
                if (about > 0) {
                    lines.units(answers(theme), about)
                            .units(accounts(theme), subject instanceof AccountId ? 1 : 0)
                            .units(arr(theme), arr.getOrDefault(subject, 0L));
                }
            }
        });
        return lines.build();
    }

    private static Part<Long> answers(Theme theme) {
        return Part.ANSWERS.labelled(theme.name());
    }

    private static Part<Long> accounts(Theme theme) {
        return Part.ACCOUNTS.labelled(theme.name());
    }

    private static Part<RunRate> arr(Theme theme) {
        return Part.CLOSING.labelled(theme.name());
    }

    @Override
    public Reading<FeedbackThemes> conclude(Evidence evidence) {
        long answers = evidence.total(Part.ANSWERS);
        if (answers == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ANSWERS,
                    "Nobody answered in the span, so there is no feedback. Maybe a longer span.");
        }
        return Reading.known(new FeedbackThemes(
                themes.stream()
                        .map(theme -> new FeedbackThemes.Heard(
                                theme.name(),
                                evidence.total(answers(theme)),
                                evidence.total(accounts(theme)),
                                evidence.total(arr(theme))))
                        .toList(),
                answers,
                evidence.total(Part.ANSWERS_WITHOUT_THEME)));
    }
}
