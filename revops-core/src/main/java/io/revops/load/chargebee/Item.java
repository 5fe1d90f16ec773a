package io.revops.load.chargebee;

import io.revops.book.BillingInterval;
import io.revops.book.Price;
import io.revops.book.Tier;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription says of one of its items.
 *
 * @param id of its item price, or of its plan or add-on
 * @param quantity absent for a flat fee
 * @param unitPrice of one unit, or of all of a flat fee
 * @param amount what is billed for the quantity
 * @param free units that cost nothing
 * @param trialEnd until when this item alone is on trial
 */
record Item(
        String id,
        String type,
        @Nullable BigDecimal quantity,
        @Nullable Money unitPrice,
        @Nullable Money amount,
        BigDecimal free,
        Steps tiers,
        @Nullable BillingInterval interval,
        @Nullable Moment trialEnd,
        boolean metered) {

    /** An element of {@code subscription_items}. */
    static Item of(ApiObject item, Currency currency, List<ApiObject> tiers) {
        String id = item.required("item_price_id");
        return read(item, "", id, item.text("item_type").orElse("plan"), currency, Steps.of(tiers, currency, id));
    }

    /** The plan of the layout before items, whose fields stand at the subscription. */
    static Item ofPlan(ApiObject subscription, Currency currency) {
        return read(subscription, "plan_", subscription.required("plan_id"), "plan", currency, Steps.NONE);
    }

    /** An add-on of the layout before items. */
    static Item ofAddon(ApiObject addon, Currency currency) {
        return read(addon, "", addon.required("id"), "addon", currency, Steps.NONE);
    }

    private static Item read(ApiObject item, String prefix, String id, String type, Currency currency, Steps tiers) {
        boolean plan = prefix.equals("plan_");
        return new Item(
                id,
                type,
                Amounts.quantity(item, prefix + "quantity").orElse(null),
                Amounts.money(item, prefix + "unit_price", currency).orElse(null),
                Amounts.money(item, prefix + "amount", currency).orElse(null),
                Amounts.quantity(item, prefix + "free_quantity").orElse(BigDecimal.ZERO),
                tiers,
                plan
                        ? null
                        : ItemPrice.interval(item, "billing_period", "billing_period_unit")
                                .orElse(null),
                plan ? null : item.moment("trial_end").orElse(null),
                item.has("metered_quantity"));
    }

    /** Whether it is billed again and again. */
    boolean isRecurring() {
        return !type.equals("charge");
    }

    /**
     * Its price: by the item price's steps, else by the unit, else the whole that is billed. Empty if nothing says what it
     * costs.
     */
    Optional<Price> price(@Nullable ItemPrice listed, Currency currency, BillingInterval otherwise) {
        BillingInterval every = interval != null
                ? interval
                : listed != null && listed.interval() != null ? listed.interval() : otherwise;
        ItemPrice.Model model = listed == null ? ItemPrice.Model.UNKNOWN : listed.model();
        Steps steps = tiers.isEmpty() && listed != null ? listed.tiers() : tiers;
        Optional<Price> price = steps.price(model, currency, every).or(() -> simple(model, every));
        return metered || (listed != null && listed.metered()) ? price.map(Price::metered) : price;
    }

    private Optional<Price> simple(ItemPrice.Model model, BillingInterval every) {
        if (unitPrice == null) {
            return Optional.ofNullable(amount).map(whole -> Price.flat(whole, every));
        }
        if (model == ItemPrice.Model.FLAT_FEE || (model == ItemPrice.Model.UNKNOWN && quantity == null)) {
            return Optional.of(Price.flat(unitPrice, every));
        }
        if (free.signum() > 0) {
            return Optional.of(Price.tiered(
                    Price.Model.GRADUATED,
                    unitPrice.currency(),
                    List.of(
                            new Tier(free, BigDecimal.ZERO, BigDecimal.ZERO),
                            new Tier(null, unitPrice.amount(), BigDecimal.ZERO)),
                    every));
        }
        return Optional.of(Price.perUnit(unitPrice, every));
    }
}
