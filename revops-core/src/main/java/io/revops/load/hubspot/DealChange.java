package io.revops.load.hubspot;

import io.revops.book.ForecastCategory;
import io.revops.book.RepId;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a deal took a value at once; what is absent stays as it was. */
record DealChange(
        @Nullable String stage,
        @Nullable BigDecimal amount,
        @Nullable LocalDate closes,
        @Nullable BigDecimal probability,
        @Nullable ForecastCategory category,
        @Nullable RepId owner) {
    static final DealChange NONE = new DealChange(null, null, null, null, null, null);

    /** What a row of the history says; nothing, if it is about another property, or emptied it. */
    static DealChange of(DealEvent event) {
        @Nullable String value = event.value();
        if (value == null) {
            return NONE;
        }
        return switch (event.property()) {
            case DealEvent.STAGE -> new DealChange(value, null, null, null, null, null);
            case "amount" -> new DealChange(null, Money.decimal(value), null, null, null, null);
            case "closedate" -> new DealChange(null, null, DealRow.day(DealRow.moment(value)), null, null, null);
            case "hs_deal_stage_probability" -> new DealChange(null, null, null, Stages.percent(value), null, null);
            case "hs_manual_forecast_category" -> new DealChange(null, null, null, null, DealRow.category(value), null);
            case "hubspot_owner_id" -> new DealChange(null, null, null, null, null, new RepId(value));
            default -> NONE;
        };
    }

    /** How a deal stands. */
    static DealChange of(DealRow now) {
        return new DealChange(
                now.stage(),
                now.amount() == null ? null : now.amount().amount(),
                now.closes() == null ? null : DealRow.day(now.closes()),
                now.probability(),
                now.category(),
                now.owner());
    }

    /** This, and what is absent in it from the other. */
    DealChange over(DealChange earlier) {
        return new DealChange(
                stage != null ? stage : earlier.stage,
                amount != null ? amount : earlier.amount,
                closes != null ? closes : earlier.closes,
                probability != null ? probability : earlier.probability,
                category != null ? category : earlier.category,
                owner != null ? owner : earlier.owner);
    }

    /** What is in this and not the same in the other. */
    DealChange since(DealChange earlier) {
        return new DealChange(
                Objects.equals(stage, earlier.stage) ? null : stage,
                same(amount, earlier.amount) ? null : amount,
                Objects.equals(closes, earlier.closes) ? null : closes,
                same(probability, earlier.probability) ? null : probability,
                category == earlier.category ? null : category,
                Objects.equals(owner, earlier.owner) ? null : owner);
    }

    /** What is in this and that nothing of in the other. */
    DealChange unlessIn(DealChange other) {
        return new DealChange(
                other.stage == null ? stage : null,
                other.amount == null ? amount : null,
                other.closes == null ? closes : null,
                other.probability == null ? probability : null,
                other.category == null ? category : null,
                other.owner == null ? owner : null);
    }

    List<String> properties() {
        List<String> names = new ArrayList<>();
        add(names, DealEvent.STAGE, stage);
        add(names, "amount", amount);
        add(names, "closedate", closes);
        add(names, "hs_deal_stage_probability", probability);
        add(names, "hs_manual_forecast_category", category);
        add(names, "hubspot_owner_id", owner);
        return names;
    }

    private static void add(List<String> names, String name, @Nullable Object value) {
        if (value != null) {
            names.add(name);
        }
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }
}
