package io.revops.metric.engagement;

import io.revops.book.SurveyKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.math.BigDecimal;

/** The share of the answers in a span that were satisfied, with its interval. */
public final class Satisfaction implements Metric<Proportion> {
    private static final BigDecimal SATISFIED_FROM = BigDecimal.valueOf(4);

    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "survey.satisfaction",
                    "Customer satisfaction",
                    "satisfied / answers, of the answers in the span: 4 and 5 of 5 are satisfied",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody answered: undefined",
                    "every answer counts, also several of one person",
                    "an answer below 1 or above 5 is off its scale and does not count",
                    "the view has no book: undefined")
            .reference("Top two of five, by count; interval: Wilson 1927")
            .build();

    /** The metric; it has no options. */
    public Satisfaction() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return SurveyLines.gather(
                view, cut, SurveyKind.CSAT, Satisfaction::sort, Part.SATISFIED, Part.NOT_SATISFIED, Part.OFF_SCALE);
    }

    static Part<Long> sort(BigDecimal score) {
        if (!SurveyLines.isWithin(score, 1, 5)) {
            return Part.OFF_SCALE;
        }
        return score.compareTo(SATISFIED_FROM) >= 0 ? Part.SATISFIED : Part.NOT_SATISFIED;
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        long satisfied = evidence.total(Part.SATISFIED);
        long answers = satisfied + evidence.total(Part.NOT_SATISFIED);
        if (answers == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ANSWERS,
                    "Nobody answered in the span, so there is no share. Maybe a longer span.");
        }
        return Reading.known(new Proportion(satisfied, answers));
    }
}
