package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a node of a hierarchy shows for a period: its numbers as calculated from deals, as rolled up from what those below show, and
 * as adjusted, kept apart.
 *
 * @param node its id
 * @param own what its own deals add up to
 * @param calculated what all deals add up to, its own and those of everybody below, without any adjustment
 * @param calls the cumulative numbers of the open categories, and who adjusted them
 * @param overlay credit beside the amounts, its own and that of everybody below; in no other number
 * @param statedQuota what the node was asked for
 * @param rolledQuota the sum of the quotas directly below
 */
public record RollUpLine(
        String node,
        CategoryTotals own,
        CategoryTotals calculated,
        Map<ForecastCategory, Called> calls,
        CategoryTotals overlay,
        Optional<Money> statedQuota,
        Optional<Money> rolledQuota) {
    /**
     * One cumulative number.
     *
     * @param calculated from all deals
     * @param rolled its own deals and what those directly below show
     * @param adjusted by the owner and by the manager, in the order in which they were said
     */
    public record Called(Money calculated, Money rolled, List<Adjustment> adjusted) {
        public Called {
            OneCurrency.of(calculated, rolled);
            adjusted = List.copyOf(adjusted);
        }

        /** The last adjustment of the one whose number it is. */
        public Optional<Adjustment> byOwner() {
            return last(Adjustment.Hand.OWNER);
        }

        /** The last adjustment of somebody above. */
        public Optional<Adjustment> byManager() {
            return last(Adjustment.Hand.MANAGER);
        }

        /** What the manager said, else what the owner said, else what was rolled up. */
        public Money shown() {
            return byManager().or(this::byOwner).map(Adjustment::to).orElse(rolled);
        }

        private Optional<Adjustment> last(Adjustment.Hand hand) {
            return adjusted.stream().filter(a -> a.said().hand() == hand).reduce((a, b) -> b);
        }
    }

    public RollUpLine {
        Objects.requireNonNull(node, "node");
        calls = Map.copyOf(calls);
    }

    /** One cumulative number of an open category, with its adjustments. */
    public Called called(ForecastCategory category) {
        Called called = calls.get(category);
        if (called == null) {
            throw new IllegalArgumentException(
                    "What is " + category.name().toLowerCase(java.util.Locale.ROOT) + " is not called. Maybe one of "
                            + calls.keySet().stream().sorted().toList() + ".");
        }
        return called;
    }

    /** What is shown of a category: cumulative and adjusted; of closed what is closed. */
    public Money shown(ForecastCategory category) {
        return category == ForecastCategory.CLOSED
                ? calculated.cumulative(category)
                : called(category).shown();
    }

    /** Closed and commit, as shown. */
    public Money base() {
        return shown(ForecastCategory.COMMIT);
    }

    /** Base, most likely and best case, as shown. */
    public Money stretch() {
        return shown(ForecastCategory.BEST_CASE);
    }

    /** What the node was asked for, else what those below were. */
    public Optional<Money> quota() {
        return statedQuota.or(() -> rolledQuota);
    }

    /** By how much the quotas below exceed the node's own; empty where one of the two is missing. */
    public Optional<Money> overAssigned() {
        return statedQuota.flatMap(stated -> rolledQuota.map(rolled -> rolled.minus(stated)));
    }

    /** Closed / quota; undefined without a quota. */
    public Reading<Ratio> attained() {
        return quota().filter(q -> q.signum() > 0)
                .<Reading<Ratio>>map(q -> Reading.known(Ratio.of(shown(ForecastCategory.CLOSED), q)))
                .orElseGet(() -> Reading.undefined(
                        UndefinedCode.NO_QUOTA, "(" + node + ") has no quota. Maybe load quotas.csv."));
    }

    /** What is missing from a shown number to the quota; below zero if there is more. Empty without a quota. */
    public Optional<Money> missing(ForecastCategory category) {
        return quota().map(q -> q.minus(shown(category)));
    }

    /** How the node's pipeline covers what is left of its quota; empty without one. */
    public Optional<Coverage> coverage() {
        return quota().map(q -> Coverage.of(q, shown(ForecastCategory.CLOSED), calculated.openPipeline()));
    }
}
