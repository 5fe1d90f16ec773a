package io.revops.health;

import io.revops.book.FactId;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one factor brings to a score.
 *
 * @param factor its name
 * @param weight how much it counts, beside the others
 * @param figure what was found
 * @param worth how good that is, 0 to 1
 * @param points its share of the score; the shares add up to it exactly
 * @param most what it would bring at best, never less than its share; those of a score add up to 100 exactly, and so one of equal
 *     weights may have a tenth more than another
 * @param text how the figure reads
 * @param facts ids of facts that it rests on, the last ones where they are many
 */
public record FactorShare(
        String factor,
        double weight,
        double figure,
        double worth,
        BigDecimal points,
        BigDecimal most,
        String text,
        List<FactId> facts) {
    public FactorShare {
        facts = List.copyOf(facts);
    }

    /** What it costs: the points between its share and the most. */
    public BigDecimal lost() {
        return most.subtract(points);
    }

    /** {@code usage 12.5 of 25.0: active on 8 of the last 28 days}. */
    @Override
    public String toString() {
        return factor + " " + points + " of " + most + ": " + text;
    }
}
