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
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.math.BigDecimal;

/** The share of those who would recommend the product less the share of those who would not, of the answers in a span. */
public final class NetPromoterScore implements Metric<Ratio> {
    private static final BigDecimal PROMOTES_FROM = BigDecimal.valueOf(9);
    private static final BigDecimal PASSIVE_FROM = BigDecimal.valueOf(7);

    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "survey.net-promoter-score",
                    "Net promoter score",
                    "(promoters - detractors) / answers, of the answers in the span: 9 and 10 promote, 0 to 6 detract",
                    Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody answered: undefined",
                    "every answer counts, also several of one person",
                    "an answer below 0 or above 10 is off its scale and does not count",
                    "an answer between two steps counts as the lower one",
                    "the view has no book: undefined")
            .reference("F. F. Reichheld, The one number you need to grow, Harvard Business Review 81 (12), 2003")
            .build();

    /** The metric; it has no options. */
    public NetPromoterScore() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return SurveyLines.gather(
                view,
                cut,
                SurveyKind.NPS,
                NetPromoterScore::sort,
                Part.PROMOTERS,
                Part.PASSIVES,
                Part.DETRACTORS,
                Part.OFF_SCALE);
    }

    static Part<Long> sort(BigDecimal score) {
        if (!SurveyLines.isWithin(score, 0, 10)) {
            return Part.OFF_SCALE;
        }
        if (score.compareTo(PROMOTES_FROM) >= 0) {
            return Part.PROMOTERS;
        }
        return score.compareTo(PASSIVE_FROM) < 0 ? Part.DETRACTORS : Part.PASSIVES;
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long promoters = evidence.total(Part.PROMOTERS);
        long detractors = evidence.total(Part.DETRACTORS);
        long answers = promoters + detractors + evidence.total(Part.PASSIVES);
        if (answers == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ANSWERS,
                    "Nobody answered in the span, so there is no score. Maybe a longer span.");
        }
        return Reading.known(Ratio.of(promoters - detractors, answers));
    }
}
