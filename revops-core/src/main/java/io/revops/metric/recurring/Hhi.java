package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import java.math.BigInteger;

/**
 * How concentrated what recurs is (Herfindahl and Hirschman): 1 if one account pays everything, one over n if n accounts pay
 * the same.
 */
public final class Hhi implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "concentration.hhi",
                    "Concentration index",
                    "sum over accounts of (closing of the account / closing) ^ 2",
                    Unit.INDEX)
            .better(Better.DOWN)
            .adds(Adds.NONE, Adds.NONE)
            .movedBy("every convention")
            .edges("nothing recurs at the close: undefined", "a single account: 1", "in a segment, of that segment")
            .reference("Herfindahl-Hirschman index, on a scale from 0 to 1")
            .build();

    /** The metric; it has no options. */
    public Hhi() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.atClose(view, cut);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        BigInteger all = evidence.total(Part.CLOSING).microsPerYear();
        if (all.signum() <= 0) {
            return TopShare.nothing();
        }
        BigInteger squares = evidence.lines()
                .map(line -> line.get(Part.CLOSING).microsPerYear())
                .map(micros -> micros.multiply(micros))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Reading.known(Ratio.of(squares, all.multiply(all)));
    }
}
