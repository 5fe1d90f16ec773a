package io.revops.load.chargebee;

import io.revops.book.BillingInterval;
import io.revops.book.Price;
import io.revops.book.Tier;
import io.revops.load.export.ApiObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a tiered price.
 *
 * @param steps by their ends, the last without one
 */
record Steps(List<Step> steps) {
    /**
     * One step.
     *
     * @param upTo its last unit; absent: it goes on
     */
    record Step(@Nullable BigDecimal upTo, BigDecimal price) {}

    static final Steps NONE = new Steps(List.of());

    /**
     * Reads steps.
     *
     * @param item the item price that a step must name; null: all of them
     */
    static Steps of(List<ApiObject> written, Currency currency, @Nullable String item) {
        List<Step> steps = new ArrayList<>();
        for (ApiObject step : written) {
            if (item == null || step.text("item_price_id").filter(item::equals).isPresent()) {
                steps.add(new Step(
                        Amounts.quantity(step, "ending_unit").orElse(null),
                        Amounts.money(step, "price", currency)
                                .orElseThrow(() -> step.missing("price"))
                                .amount()));
            }
        }
        steps.sort(Comparator.comparing(Step::upTo, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())));
        return steps.isEmpty() ? NONE : new Steps(List.copyOf(steps));
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The price of these steps; empty if a model without steps is asked for. */
    Optional<Price> price(ItemPrice.Model model, Currency currency, @Nullable BillingInterval interval) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return switch (model) {
            case TIERED -> Optional.of(Price.tiered(Price.Model.GRADUATED, currency, tiers(false), interval));
            case VOLUME -> Optional.of(Price.tiered(Price.Model.VOLUME, currency, tiers(false), interval));
            case STAIRSTEP -> Optional.of(Price.tiered(Price.Model.VOLUME, currency, tiers(true), interval));
            case FLAT_FEE, PER_UNIT, UNKNOWN -> Optional.empty();
        };
    }

    private List<Tier> tiers(boolean flat) {
        List<Tier> tiers = new ArrayList<>();
        for (Step step : steps) {
            tiers.add(
                    flat
                            ? new Tier(step.upTo(), BigDecimal.ZERO, step.price())
                            : new Tier(step.upTo(), step.price(), BigDecimal.ZERO));
        }
        // The last step may name an end, beyond which nothing can be ordered.
        Tier last = tiers.get(tiers.size() - 1);
        tiers.set(tiers.size() - 1, new Tier(null, last.unitAmount(), last.flatAmount()));
        return tiers;
    }
}
