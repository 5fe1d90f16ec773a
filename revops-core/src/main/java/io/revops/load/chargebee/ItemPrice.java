package io.revops.load.chargebee;

import io.revops.book.BillingInterval;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item price, or a plan or an add-on as they were called before: how something is priced, whoever buys it.
 *
 * @param product the item it is a price of; its own id if it names none
 * @param interval how often it is billed; absent: as the subscription is
 */
record ItemPrice(
        String id,
        String product,
        @Nullable String name,
        @Nullable String type,
        Model model,
        Steps tiers,
        @Nullable BillingInterval interval,
        boolean metered) {
    /** How an amount follows from a quantity. */
    enum Model {
        FLAT_FEE,
        PER_UNIT,
        TIERED,
        VOLUME,
        STAIRSTEP,
        /** It does not say. */
        UNKNOWN
    }

    static ItemPrice of(ApiObject object, @Nullable String legacyType) {
        String id = object.required("id");
        Model model =
                object.text("pricing_model").map(text -> model(object, text)).orElse(Model.UNKNOWN);
        String currency = object.text("currency_code").orElse("");
        return new ItemPrice(
                id,
                object.text("item_id").orElse(id),
                object.text("external_name")
                        .or(() -> object.text("invoice_name"))
                        .or(() -> object.text("name"))
                        .orElse(null),
                object.text("item_type").orElse(legacyType),
                model,
                currency.isEmpty()
                        ? Steps.NONE
                        : Steps.of(
                                object.list("tiers"),
                                object.reading("currency_code", () -> Money.currency(currency)),
                                null),
                interval(object, "period", "period_unit")
                        .or(() -> interval(object, "charge_period", "period_unit"))
                        .orElse(null),
                object.flag("is_metered") || object.flag("metered"));
    }

    private static Model model(ApiObject object, String text) {
        return switch (text) {
            case "flat_fee" -> Model.FLAT_FEE;
            case "per_unit" -> Model.PER_UNIT;
            case "tiered" -> Model.TIERED;
            case "volume" -> Model.VOLUME;
            case "stairstep" -> Model.STAIRSTEP;
            default ->
                throw object.bad(
                        "pricing_model", "It is not known. Maybe flat_fee, per_unit, tiered, volume or stairstep.");
        };
    }

    /** An interval of a count and a unit; empty if there is no unit. */
    static Optional<BillingInterval> interval(ApiObject object, String count, String unit) {
        return object.text(unit)
                .flatMap(u ->
                        object.integer(count).map(n -> object.reading(unit, () -> BillingInterval.parse(n + " " + u))));
    }
}
