package io.revops.load.hubspot;

import io.revops.book.OpportunityId;
import io.revops.load.export.SheetRow;
import io.revops.time.Moment;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history of a deal: a property took a value.
 *
 * @param property in lower case
 * @param value absent: it was emptied
 * @param fromStages whether it is a row of deal_stage, which a property history makes needless
 */
record DealEvent(
        OpportunityId deal, String property, @Nullable String value, Moment at, boolean fromStages) {
    static final String STAGE = "dealstage";

    /** A row of deal_property_history. */
    static DealEvent ofProperty(SheetRow row) {
        row.required("timestamp");
        DealEvent event = new DealEvent(
                new OpportunityId(row.required("deal_id")),
                row.required("name").toLowerCase(Locale.ROOT),
                row.textOrNull("value"),
                row.read(DealRow::moment, "timestamp").orElseThrow(),
                false);
        // What cannot be read is refused with its row, and not when the deal is put together.
        Optional<String> checked = row.read(
                text -> {
                    DealChange.of(event);
                    return text;
                },
                "value");
        return checked.isPresent() ? event : new DealEvent(event.deal, event.property, null, event.at, false);
    }

    /** A row of deal_stage. */
    static DealEvent ofStage(SheetRow row) {
        row.required("date_entered", "_fivetran_start");
        return new DealEvent(
                new OpportunityId(row.required("deal_id")),
                STAGE,
                row.required("value"),
                row.read(DealRow::moment, "date_entered", "_fivetran_start").orElseThrow(),
                true);
    }

    String key() {
        return deal.value() + "@" + property + "@" + at + (fromStages ? "@stage" : "");
    }
}
