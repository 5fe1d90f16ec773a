package io.revops.metric.recurring;

import io.revops.metric.Evidence;
import io.revops.metric.Part;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.List;

/**
 * Why active accounts pay more, or less, than at a span's opening; together exactly their expansion and contraction.
 *
 * @param price a unit costs more or less: the change of the price, for as many as there were
 * @param volume there are more or fewer units: the change of the quantity, at the price that was
 * @param mix both at once: the change of the price for the change of the quantity
 * @param crossSell items of products that the account did not have
 * @param switched items that sell another product than before
 */
public record Causes(RunRate price, RunRate volume, RunRate mix, RunRate crossSell, RunRate switched) {
    static Causes of(Evidence evidence) {
        return new Causes(
                evidence.total(Part.PRICE),
                evidence.total(Part.VOLUME),
                evidence.total(Part.MIX),
                evidence.total(Part.CROSS_SELL),
                evidence.total(Part.SWITCHED));
    }

    /** Expansion and contraction together. */
    public RunRate total() {
        return price.plus(volume).plus(mix).plus(crossSell).plus(switched);
    }

    /** Each cause that is not zero, and the total, per month. */
    @Override
    public String toString() {
        List<RunRate> all = List.of(price, volume, mix, crossSell, switched);
        List<String> names = List.of("price", "volume", "mix", "cross-sell", "switched");
        StringBuilder text = new StringBuilder(Unit.MONEY_PER_MONTH.print(total()));
        String before = " = ";
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isZero()) {
                text.append(before).append(names.get(i)).append(' ').append(Unit.MONEY_PER_MONTH.print(all.get(i)));
                before = ", ";
            }
        }
        return text.toString();
    }
}
