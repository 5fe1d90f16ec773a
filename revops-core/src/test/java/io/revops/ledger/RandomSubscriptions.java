package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.Tier;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One subscription of a random book, with all that may happen to it. */
final class RandomSubscriptions {
    private static final List<BillingInterval> INTERVALS = List.of(
            BillingInterval.MONTHLY,
            BillingInterval.YEARLY,
            BillingInterval.QUARTERLY,
            BillingInterval.WEEKLY,
            BillingInterval.DAILY,
            new BillingInterval(6, BillingInterval.Unit.WEEK),
            BillingInterval.years(3));
    private static final int ITEMS = 2;

    private final List<String> currencies;
    private final boolean amountsOff;

    private RandomSubscriptions(List<String> currencies, boolean amountsOff) {
        this.currencies = currencies;
        this.amountsOff = amountsOff;
    }

    /** A subscription whose items are in some of these currencies. */
    static Arbitrary<Subscription.Builder> of(List<String> currencies, boolean amountsOff) {
        return new RandomSubscriptions(currencies, amountsOff).subscription();
    }

    private Arbitrary<Subscription.Builder> subscription() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        RandomBooks.accountIds(),
                        RandomBooks.moments().optional(0.2),
                        item().list().ofMinSize(1).ofMaxSize(ITEMS),
                        discount().list().ofMaxSize(2),
                        spell().list().ofMaxSize(2),
                        cancellation().list().ofMaxSize(2),
                        RandomBooks.moments().optional(0.2))
                .as((number, account, start, items, discounts, spells, cancellations, ending) -> {
                    Subscription.Builder subscription =
                            Subscription.builder("sub-" + number, account).start(start.orElse(null));
                    for (int i = 0; i < items.size(); i++) {
                        for (int n = 0; n < items.get(i).size(); n++) {
                            subscription.items(items.get(i).get(n).entries("item-" + i, n));
                        }
                    }
                    for (int i = 0; i < discounts.size(); i++) {
                        subscription.discounts(discounts.get(i).entry("discount-" + i));
                    }
                    for (int i = 0; i < spells.size(); i++) {
                        subscription.spells(spells.get(i).entry("spell-" + i));
                    }
                    for (int i = 0; i < cancellations.size(); i++) {
                        subscription.cancellations(cancellations.get(i).entry("cancellation-" + i));
                    }
                    ending.ifPresent(at ->
                            subscription.endings(Ending.builder("ending", at).build()));
                    return subscription;
                });
    }

    // what is drawn before it has an id

    private record DrawnChange(
            Moment at,
            Optional<BigDecimal> quantity,
            Optional<Price> price,
            Optional<String> product,
            Optional<Instant> recorded,
            Optional<BigDecimal> corrected) {
        /** The change and, if it was corrected, its second version. */
        List<ItemChange> entries(String item, int number) {
            ItemChange first = ItemChange.builder(item + "-" + number, at, item)
                    .quantity(quantity.orElse(null))
                    .price(price.orElse(null))
                    .product(product.map(ProductId::new).orElse(null))
                    .recorded(recorded.orElse(null))
                    .build();
            if (corrected.isEmpty() || recorded.isEmpty()) {
                return List.of(first);
            }
            return List.of(
                    first.toBuilder()
                            .quantity(corrected.get())
                            .recorded(recorded.get().plusSeconds(86_400 * 20L))
                            .build(),
                    first);
        }
    }

    private record DrawnDiscount(
            Moment at,
            DiscountDuration duration,
            int percent,
            Optional<Money> amount,
            int months,
            Optional<Moment> end,
            Optional<Integer> item) {
        Discount entry(String id) {
            Discount.Builder discount = Discount.builder(id, at, duration)
                    .months(duration == DiscountDuration.REPEATING ? months : null)
                    .end(end.orElse(null))
                    .item(item.map(i -> "item-" + i).orElse(null));
            return amount.map(discount::amountOff)
                    .orElseGet(() -> discount.percent(BigDecimal.valueOf(percent)))
                    .build();
        }
    }

    private record DrawnSpell(SpellKind kind, Moment at, Optional<Moment> end) {
        Spell entry(String id) {
            return Spell.builder(id, kind, at).end(end.orElse(null)).build();
        }
    }

    private record DrawnCancellation(Moment at, Moment ends, Optional<Moment> withdrawn) {
        Cancellation entry(String id) {
            return Cancellation.builder(id, at, ends)
                    .withdrawn(withdrawn.orElse(null))
                    .build();
        }
    }

    private Arbitrary<List<DrawnChange>> item() {
        Arbitrary<DrawnChange> first = change(
                quantity().map(Optional::of),
                price().map(Optional::of),
                product().optional(0.8));
        Arbitrary<DrawnChange> later = change(
                quantity().optional(0.6), price().optional(0.5), product().optional(0.2));
        return Combinators.combine(first, later.list().ofMaxSize(3)).as((begins, others) -> {
            List<DrawnChange> all = new ArrayList<>(List.of(begins));
            all.addAll(others);
            return all;
        });
    }

    private static Arbitrary<DrawnChange> change(
            Arbitrary<Optional<BigDecimal>> quantity,
            Arbitrary<Optional<Price>> price,
            Arbitrary<Optional<String>> product) {
        return Combinators.combine(
                        RandomBooks.moments(),
                        quantity,
                        price,
                        product,
                        RandomBooks.recordings().optional(0.2),
                        quantity().optional(0.3))
                .as(DrawnChange::new);
    }

    private static Arbitrary<String> product() {
        return Arbitraries.of("basic", "pro");
    }

    private static Arbitrary<BigDecimal> quantity() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 12).map(BigDecimal::valueOf)),
                Tuple.of(2, Arbitraries.just(BigDecimal.ZERO)),
                Tuple.of(1, Arbitraries.of("0.5", "2.25").map(BigDecimal::new)));
    }

    private Arbitrary<Price> price() {
        return Combinators.combine(
                        money(),
                        Arbitraries.of(INTERVALS),
                        Arbitraries.integers().between(0, 19))
                .as(RandomSubscriptions::price);
    }

    private static Price price(Money amount, BillingInterval interval, int how) {
        return switch (how) {
            case 19 -> Price.oneTime(amount);
            case 18 -> Price.perUnit(amount, interval).metered();
            case 17 -> Price.perUnit(amount.negated(), interval);
            case 16 -> Price.tiered(Price.Model.VOLUME, amount.currency(), tiers(amount), interval);
            case 15 -> Price.tiered(Price.Model.GRADUATED, amount.currency(), tiers(amount), interval);
            case 14 -> Price.perUnit(amount, interval).inPackagesOf(5, RoundingMode.UP);
            case 13 -> Price.perUnit(amount, interval).inPackagesOf(5, RoundingMode.DOWN);
            case 11, 12 -> Price.flat(amount, interval);
            default -> Price.perUnit(amount, interval);
        };
    }

    private static List<Tier> tiers(Money amount) {
        return List.of(
                new Tier(new BigDecimal("3"), amount.amount(), BigDecimal.ZERO),
                new Tier(null, amount.amount().movePointLeft(1), new BigDecimal("7")));
    }

    private Arbitrary<Money> money() {
        Arbitrary<BigDecimal> amounts = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 50_000).map(cents -> BigDecimal.valueOf(cents, 2))),
                Tuple.of(2, Arbitraries.of("10", "49.99", "100", "1000", "2000").map(BigDecimal::new)),
                Tuple.of(1, Arbitraries.just(BigDecimal.ZERO)));
        return Combinators.combine(amounts, Arbitraries.of(currencies)).as(Money::of);
    }

    private Arbitrary<DrawnDiscount> discount() {
        return Combinators.combine(
                        RandomBooks.moments(),
                        Arbitraries.of(DiscountDuration.class),
                        Arbitraries.integers().between(0, 100),
                        money().optional(amountsOff ? 0.5 : 0),
                        Arbitraries.integers().between(1, 6),
                        RandomBooks.moments().optional(0.2),
                        Arbitraries.integers().between(0, ITEMS - 1).optional(0.3))
                .as(DrawnDiscount::new);
    }

    private static Arbitrary<DrawnSpell> spell() {
        return Combinators.combine(
                        Arbitraries.of(SpellKind.class),
                        RandomBooks.moments(),
                        RandomBooks.moments().optional(0.9))
                .as(DrawnSpell::new);
    }

    private static Arbitrary<DrawnCancellation> cancellation() {
        return Combinators.combine(
                        RandomBooks.moments(),
                        RandomBooks.moments(),
                        RandomBooks.moments().optional(0.5))
                .as(DrawnCancellation::new);
    }
}
