package io.revops.metric.engagement;

import io.revops.book.FactId;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Gathers a line for each account that answered a question in a span: how many answers of each sort. */
final class SurveyLines {
    private SurveyLines() {}

    /** An answer of nobody's account, by itself or through its contact, is a line of its own. */
    static Evidence gather(
            RevenueView view, Cut cut, SurveyKind question, Function<BigDecimal, Part<Long>> sort, Part<?>... parts) {
        Optional<Evidence> none = ItemLines.noBook(view);
        if (none.isPresent()) {
            return none.get();
        }
        Map<FactId, Map<Part<Long>, Integer>> bySubject =
                new TreeMap<>(Comparator.comparing(FactId::kind).thenComparing(FactId::value));
        for (SurveyAnswer answer : view.book().all(SurveyAnswer.class)) {
            if (answer.kind() == question
                    && view.span().contains(answer.at().date(view.policy().zone()))) {
                FactId subject = view.book()
                        .accountOf(answer)
                        .<FactId>map(Function.identity())
                        .orElse(answer.id());
                bySubject
                        .computeIfAbsent(subject, s -> new LinkedHashMap<>())
                        .merge(sort.apply(answer.score()), 1, Integer::sum);
            }
        }
        Evidence.Builder lines = Evidence.counting().parts(parts).named(AccountLines.names(view));
        Instant end = view.span().end(view.policy().zone());
        bySubject.forEach((subject, counts) -> {
            lines.line(subject, cut.segment(view, subject, end));
            counts.forEach(lines::units);
        });
        return lines.build();
    }

    /** Whether a score is on a scale. */
    static boolean isWithin(BigDecimal score, int from, int to) {
        return score.compareTo(BigDecimal.valueOf(from)) >= 0 && score.compareTo(BigDecimal.valueOf(to)) <= 0;
    }
}
