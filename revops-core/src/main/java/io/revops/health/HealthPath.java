package io.revops.health;

import io.revops.book.AccountId;
import io.revops.metric.Known;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The scores of one customer.
 *
 * @param scores one for each month in which it was a customer, in order; at least one
 */
public record HealthPath(List<HealthScore> scores) {
    public HealthPath {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("A path has no scores. Maybe it was a customer in no month.");
        }
    }

    public AccountId account() {
        return last().account();
    }

    /** The last score. */
    public HealthScore last() {
        return scores.get(scores.size() - 1);
    }

    /** How the score went, by the standard rule. */
    public Reading<HealthTrend> trend() {
        return trend(TrendRule.STANDARD);
    }

    /** How the last scores went; undefined unless the rule's number of months, without a gap, have a score. */
    public Reading<HealthTrend> trend(TrendRule rule) {
        List<BigDecimal> backwards = new ArrayList<>();
        for (int i = scores.size() - 1; i >= 0 && backwards.size() < rule.months(); i--) {
            boolean next = i == scores.size() - 1
                    || !scores.get(i)
                            .day()
                            .plusDays(32)
                            .isBefore(scores.get(i + 1).day());
            if (!next || !(scores.get(i).score() instanceof Known<BigDecimal> known)) {
                break;
            }
            backwards.add(known.number());
        }
        if (backwards.size() < rule.months()) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_MONTHS,
                    Texts.count(backwards.size(), "month has a score", "months in a row have a score") + ", and "
                            + rule.months() + " are needed");
        }
        Collections.reverse(backwards);
        return Reading.known(new HealthTrend(backwards, rule));
    }

    /** Who, and a line for each month. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(last().label()).append(", ").append(trend());
        List<List<String>> lines = new ArrayList<>();
        scores.forEach(score -> lines.add(List.of(
                score.day().toString(),
                score.score().value().map(BigDecimal::toString).orElse(""),
                score.band().toString())));
        return text.append(Texts.columns(lines, 1)).toString();
    }
}
