package io.revops.metric.recurring;

import io.revops.book.ItemId;
import io.revops.book.ProductId;
import io.revops.book.SubscriptionId;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines.Ends;
import io.revops.metric.ItemTerms;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account paid for at a span's opening beside what it pays for in its place at the close, split by cause.
 *
 * <p>An item of a subscription stands beside itself. What is left of the opening and what is left of the close stand beside
 * each other where they sell the same product: a contract that was renewed as another one. What remains was dropped, or is of
 * a product the account had already (volume both), or is new to the account (cross-sell).
 */
record ItemPair(ItemId item, long price, long volume, long mix, long crossSell, long switched) {
    private record Place(SubscriptionId subscription, String item) {}

    /** What stands on one side, or on both: worth per year and units. */
    private static final class Sides {
        private @Nullable ItemId before;
        private @Nullable ItemId after;
        private long opening;
        private long closing;
        private BigDecimal unitsBefore = BigDecimal.ZERO;
        private BigDecimal unitsAfter = BigDecimal.ZERO;

        void add(Sides other) {
            before = before == null ? other.before : before;
            after = after == null ? other.after : after;
            opening = Math.addExact(opening, other.opening);
            closing = Math.addExact(closing, other.closing);
            unitsBefore = unitsBefore.add(other.unitsBefore);
            unitsAfter = unitsAfter.add(other.unitsAfter);
        }

        ItemId item() {
            ItemId shown = after == null ? before : after;
            return java.util.Objects.requireNonNull(shown);
        }

        boolean isMatched() {
            return before != null && after != null;
        }
    }

    /** The pairs of an account that is active at both ends, in the order of its items. */
    static List<ItemPair> of(RevenueView view, List<Ends> ends) {
        Map<Place, Sides> places = new LinkedHashMap<>();
        Set<Optional<ProductId>> had = new HashSet<>();
        for (Ends each : ends) {
            places.computeIfAbsent(new Place(each.item().subscription(), ItemTerms.name(each.item())), p -> new Sides())
                    .add(sides(view, each));
            if (each.opening() != 0) {
                had.add(product(each.item()));
            }
        }
        Map<Optional<ProductId>, Sides> left = new LinkedHashMap<>();
        List<ItemPair> pairs = new ArrayList<>();
        for (Sides sides : places.values()) {
            if (sides.isMatched()) {
                pairs.add(split(sides, had));
            } else {
                left.computeIfAbsent(product(sides.item()), p -> new Sides()).add(sides);
            }
        }
        left.values().forEach(sides -> pairs.add(split(sides, had)));
        return pairs;
    }

    private static Sides sides(RevenueView view, Ends ends) {
        ZoneId zone = view.policy().zone();
        Sides sides = new Sides();
        if (ends.opening() != 0) {
            sides.before = ends.item();
            sides.opening = ends.opening();
            sides.unitsBefore = units(view, ends.item(), view.span().start(zone));
        }
        if (ends.closing() != 0) {
            sides.after = ends.item();
            sides.closing = ends.closing();
            sides.unitsAfter = units(view, ends.item(), view.span().end(zone));
        }
        return sides;
    }

    private static BigDecimal units(RevenueView view, ItemId item, Instant before) {
        return ItemTerms.of(view.book(), item, before, view.policy().zone()).units();
    }

    private static Optional<ProductId> product(ItemId item) {
        return Optional.ofNullable(item.product());
    }

    private static ItemPair split(Sides sides, Set<Optional<ProductId>> had) {
        ItemId item = sides.item();
        long change = Math.subtractExact(sides.closing, sides.opening);
        if (!sides.isMatched()) {
            return sides.before == null && !had.contains(product(item))
                    ? new ItemPair(item, 0, 0, 0, change, 0)
                    : new ItemPair(item, 0, change, 0, 0, 0);
        }
        if (!product(item).equals(product(java.util.Objects.requireNonNull(sides.before)))) {
            return new ItemPair(item, 0, 0, 0, 0, change);
        }
        if (sides.unitsBefore.signum() <= 0 || sides.unitsAfter.signum() <= 0) {
            return new ItemPair(item, 0, change, 0, 0, 0);
        }
        long price = scaled(sides.closing, sides.unitsBefore, sides.unitsAfter) - sides.opening;
        long volume = scaled(sides.opening, sides.unitsAfter, sides.unitsBefore) - sides.opening;
        return new ItemPair(item, price, volume, change - price - volume, 0, 0);
    }

    /** Worth at another quantity: rounded half-even to a micro-unit, so that the mix takes what is missing. */
    private static long scaled(long worth, BigDecimal units, BigDecimal of) {
        return BigDecimal.valueOf(worth)
                .multiply(units)
                .divide(of, 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** What is no cross-sell. */
    long upsell() {
        return price + volume + mix + switched;
    }

    void write(Evidence.Builder line) {
        line.units(Part.PRICE, price)
                .units(Part.VOLUME, volume)
                .units(Part.MIX, mix)
                .units(Part.CROSS_SELL, crossSell)
                .units(Part.SWITCHED, switched);
    }

    /** The currency does not matter to a pair: it is that of the valuation. */
    static List<Part<RunRate>> parts() {
        return List.of(Part.PRICE, Part.VOLUME, Part.MIX, Part.CROSS_SELL, Part.SWITCHED);
    }
}
