package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.book.Quota;
import io.revops.money.Money;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is called for a period, from the sellers up to the company: deals by category, credit, adjustments and quotas.
 *
 * <p>A node calculates with its own deals and those of everybody below. It shows what the manager said, else what its owner said,
 * else its own deals and what those directly below show. So an adjustment is seen all the way up, and the calculated number stays
 * beside it. Without adjustments what is shown is what was calculated. The deals of owners who are not in the hierarchy count at
 * the company, and are listed.
 */
public final class RollUp {
    private static final List<ForecastCategory> CALLED = List.of(
            ForecastCategory.PIPELINE,
            ForecastCategory.BEST_CASE,
            ForecastCategory.MOST_LIKELY,
            ForecastCategory.COMMIT);

    private final Builder from;
    private final Map<String, RollUpLine> lines = new LinkedHashMap<>();
    private final List<String> unplaced = new ArrayList<>();

    private RollUp(Builder from) {
        this.from = from;
        Map<String, CategoryTotals> own = new TreeMap<>();
        Map<String, CategoryTotals> overlays = new TreeMap<>();
        for (CalledDeal deal : from.deals) {
            for (CalledDeal part : from.credits.shares(deal)) {
                own.merge(place(part), totals(part), CategoryTotals::plus);
            }
            for (CalledDeal part : from.credits.overlays(deal)) {
                overlays.merge(place(part), totals(part), CategoryTotals::plus);
            }
        }
        Map<String, RollUpLine> built = new TreeMap<>();
        List<String> upwards = new ArrayList<>(from.hierarchy.nodes());
        Collections.reverse(upwards);
        upwards.forEach(node -> built.put(node, line(node, own, overlays, built)));
        from.hierarchy.nodes().forEach(node -> lines.put(node, Objects.requireNonNull(built.get(node))));
    }

    /** Begins a roll-up in one currency. */
    public static Builder of(Hierarchy hierarchy, Currency currency) {
        return new Builder(hierarchy, currency);
    }

    private String place(CalledDeal part) {
        if (from.hierarchy.contains(part.owner())) {
            return part.owner();
        }
        unplaced.add(part.deal());
        return from.hierarchy.company();
    }

    private CategoryTotals totals(CalledDeal part) {
        return CategoryTotals.none(from.currency).plus(part.category(), part.amount());
    }

    private RollUpLine line(
            String node,
            Map<String, CategoryTotals> own,
            Map<String, CategoryTotals> overlays,
            Map<String, RollUpLine> built) {
        CategoryTotals none = CategoryTotals.none(from.currency);
        CategoryTotals mine = own.getOrDefault(node, none);
        CategoryTotals calculated = mine;
        CategoryTotals overlay = overlays.getOrDefault(node, none);
        Optional<Money> quota = Optional.empty();
        List<RollUpLine> below = new ArrayList<>();
        for (String child : from.hierarchy.below(node)) {
            RollUpLine line = Objects.requireNonNull(built.get(child));
            below.add(line);
            calculated = calculated.plus(line.calculated());
            overlay = overlay.plus(line.overlay());
            if (line.quota().isPresent()) {
                quota = Optional.of(quota.orElse(Money.zero(from.currency))
                        .plus(line.quota().get()));
            }
        }
        Map<ForecastCategory, RollUpLine.Called> calls = new EnumMap<>(ForecastCategory.class);
        for (ForecastCategory category : CALLED) {
            Money rolled = mine.cumulative(category);
            for (RollUpLine line : below) {
                rolled = rolled.plus(line.shown(category));
            }
            List<Adjustment> said = from.adjustments.stream()
                    .filter(a -> a.node().equals(node) && a.category() == category)
                    .toList();
            calls.put(category, new RollUpLine.Called(calculated.cumulative(category), rolled, said));
        }
        return new RollUpLine(
                node, mine, calculated, calls, overlay, Optional.ofNullable(from.quotas.get(node)), quota);
    }

    public Hierarchy hierarchy() {
        return from.hierarchy;
    }

    public Currency currency() {
        return from.currency;
    }

    /** The deals that were put in, before they were split. */
    public List<CalledDeal> deals() {
        return List.copyOf(from.deals);
    }

    /** A line for each node, each before those below it. */
    public List<RollUpLine> lines() {
        return List.copyOf(lines.values());
    }

    /** The line of the company. */
    public RollUpLine company() {
        return line(from.hierarchy.company());
    }

    /** The line of a node. */
    public RollUpLine line(String node) {
        RollUpLine line = lines.get(node);
        if (line == null) {
            throw new IllegalArgumentException(
                    "There is no node (" + node + "). Maybe one of " + from.hierarchy.nodes() + ".");
        }
        return line;
    }

    /** Every adjustment that was ever made, in the order in which they were said. */
    public List<Adjustment> audit() {
        return List.copyOf(from.adjustments);
    }

    /** The ids of deals whose owners are not in the hierarchy: they count at the company. */
    public List<String> unplaced() {
        return List.copyOf(unplaced);
    }

    /** The quotas that were not taken, each with the reason. */
    public List<String> leftOut() {
        return List.copyOf(from.leftOut);
    }

    /** The same, in which somebody has put another number in the place of what a node shows now. */
    public RollUp adjust(String node, ForecastCategory category, Money to, Adjustment.Said said) {
        Money shown = category == ForecastCategory.OMITTED
                ? Money.zero(from.currency)
                : line(node).shown(category);
        Builder copy = new Builder(from);
        copy.adjustments.add(new Adjustment(node, category, shown, to, said));
        return copy.build();
    }

    /** What changed rates have done to a cumulative number of a node: at these rates less at those of the plan, calculated. */
    public Money fxEffect(RollUp atPlan, String node, ForecastCategory category) {
        return line(node)
                .calculated()
                .cumulative(category)
                .minus(atPlan.line(node).calculated().cumulative(category));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RollUp that
                && from.hierarchy.equals(that.from.hierarchy)
                && lines.equals(that.lines)
                && from.adjustments.equals(that.from.adjustments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from.hierarchy, lines);
    }

    /** {@code Acme: base USD 100.00, stretch USD 230.00, open USD 290.00}, of what was calculated. */
    @Override
    public String toString() {
        return from.hierarchy.title(from.hierarchy.company()) + ": " + company().calculated();
    }

    /** Collects deals, credit, quotas and adjustments. */
    public static final class Builder {
        private final Hierarchy hierarchy;
        private final Currency currency;
        private final List<CalledDeal> deals = new ArrayList<>();
        private final Map<String, Money> quotas = new TreeMap<>();
        private final List<Adjustment> adjustments = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        private Credits credits = Credits.none();

        private Builder(Hierarchy hierarchy, Currency currency) {
            this.hierarchy = Objects.requireNonNull(hierarchy, "hierarchy");
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        private Builder(Builder from) {
            this(from.hierarchy, from.currency);
            deals.addAll(from.deals);
            quotas.putAll(from.quotas);
            adjustments.addAll(from.adjustments);
            leftOut.addAll(from.leftOut);
            credits = from.credits;
        }

        /** Adds deals. */
        public Builder deals(Collection<CalledDeal> some) {
            deals.addAll(some);
            return this;
        }

        /** Who gets credit, where it is not the owner alone. */
        public Builder with(Credits option) {
            credits = option;
            return this;
        }

        /** What a node is asked for; of one with others below, for all of them together. */
        public Builder quota(String node, Money amount) {
            OneCurrency.of(Money.zero(currency), amount);
            if (!hierarchy.contains(node)) {
                throw new IllegalArgumentException(
                        "There is no node (" + node + "). Maybe one of " + hierarchy.nodes() + ".");
            }
            quotas.merge(node, amount, Money::plus);
            return this;
        }

        /**
         * The quotas of a book that lie in a period; several of one person are added up: three months make a quarter. One that reaches
         * beyond the period, or is nobody's in the hierarchy, is left out and listed.
         */
        public Builder quotas(Collection<Quota> book, Span period) {
            for (Quota quota : book) {
                String node = quota.rep().map(r -> r.value()).or(quota::team).orElse("");
                if (!quota.span().overlaps(period)) {
                    continue;
                }
                boolean inside = !quota.span().from().isBefore(period.from())
                        && !quota.span().to().isAfter(period.to());
                if (!inside) {
                    leftOut.add(
                            "The quota " + quota.id().value() + " covers " + quota.span() + " and not " + period + ".");
                } else if (!hierarchy.contains(node)) {
                    leftOut.add("The quota " + quota.id().value() + " is that of (" + node
                            + "), who is not in the hierarchy.");
                } else {
                    quota(node, quota.amount());
                }
            }
            return this;
        }

        /** Adjustments that were made earlier, in the order in which they were said. */
        public Builder adjustments(Collection<Adjustment> made) {
            adjustments.addAll(made);
            return this;
        }

        /**
         * The roll-up.
         *
         * @throws IllegalArgumentException if a deal is told twice, or a node adjusts that is not there
         */
        public RollUp build() {
            Set<String> told = new HashSet<>();
            for (CalledDeal deal : deals) {
                if (!told.add(deal.deal())) {
                    throw new IllegalArgumentException(
                            "The deal (" + deal.deal() + ") is told twice. Maybe share it with Credits.");
                }
            }
            for (Adjustment each : adjustments) {
                if (!hierarchy.contains(each.node())) {
                    throw new IllegalArgumentException("There is no node (" + each.node() + ") to adjust. Maybe one of "
                            + hierarchy.nodes() + ".");
                }
            }
            return new RollUp(new Builder(this));
        }
    }
}
