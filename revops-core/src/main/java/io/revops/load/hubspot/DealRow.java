package io.revops.load.hubspot;

import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.IssueCode;
import io.revops.book.OpportunityId;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.load.BadRow;
import io.revops.load.export.SheetRow;
import io.revops.load.export.Times;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it stands.
 *
 * @param entered when it last entered each stage, by the stage's id, as far as columns tell
 */
record DealRow(
        OpportunityId id,
        Moment created,
        @Nullable Moment modified,
        @Nullable String stage,
        @Nullable String pipeline,
        @Nullable Money amount,
        @Nullable Currency currency,
        @Nullable Moment closes,
        @Nullable Outcome outcome,
        @Nullable BigDecimal probability,
        @Nullable ForecastCategory category,
        @Nullable RepId owner,
        @Nullable String company,
        @Nullable String name,
        @Nullable String type,
        @Nullable String leadSource,
        Map<String, Moment> entered,
        Map<String, String> attributes) {

    static final String NO_CURRENCY =
            "There is an amount and no currency. Maybe export the property deal_currency_code, or, if all amounts are in one"
                    + " currency, name it: HubSpotExport.reader().in(\"USD\").";
    static final String[] ID = {"deal_id", "id", "hs_object_id", "record_id"};

    private static final Pattern ENTERED = Pattern.compile("hs_(?:v2_)?date_entered_(.+)");
    private static final Pattern MILLIS = Pattern.compile("-?\\d{11,16}");

    static DealRow of(SheetRow row, @Nullable Currency otherwise, List<String> attributes) {
        Optional<Currency> written = row.currency("deal_currency_code", "currency");
        @Nullable Currency currency = written.orElse(otherwise);
        Optional<BigDecimal> amount = row.decimal("amount");
        if (amount.isPresent() && currency == null) {
            throw new BadRow(IssueCode.MISSING_VALUE, "amount", amount.get().toPlainString(), NO_CURRENCY);
        }
        return new DealRow(
                new OpportunityId(row.required(ID)),
                row.read(DealRow::moment, "createdate", "create_date")
                        .orElseGet(() -> row.requiredMoment("createdate", "create_date")),
                row.read(DealRow::moment, "hs_lastmodifieddate", "last_modified_date", "updated_at")
                        .orElse(null),
                row.textOrNull("deal_pipeline_stage_id", "dealstage", "deal_stage"),
                row.textOrNull("deal_pipeline_id", "pipeline"),
                amount.isPresent() && currency != null ? Money.of(amount.get(), currency) : null,
                currency,
                row.read(DealRow::moment, "closedate", "close_date").orElse(null),
                outcome(row),
                Stages.probability(row, "hs_deal_stage_probability").orElse(null),
                row.read(DealRow::category, "hs_manual_forecast_category").orElse(null),
                row.text("owner_id", "hubspot_owner_id", "deal_owner")
                        .map(RepId::new)
                        .orElse(null),
                row.text(
                                "hs_primary_associated_company",
                                "associatedcompanyid",
                                "associated_company_ids_(primary)",
                                "associated_company_ids",
                                "associated_company_id")
                        .map(ids -> ids.split("[;,]", -1)[0].strip())
                        .orElse(null),
                row.textOrNull("dealname", "deal_name"),
                row.textOrNull("dealtype", "deal_type"),
                row.textOrNull("hs_analytics_source", "original_traffic_source"),
                entered(row),
                chosen(row, attributes));
    }

    static Map<String, String> chosen(SheetRow row, List<String> attributes) {
        Map<String, String> found = new TreeMap<>();
        attributes.forEach(name -> row.text(name).ifPresent(value -> found.put(name, value)));
        return Collections.unmodifiableMap(found);
    }

    private static @Nullable Outcome outcome(SheetRow row) {
        Optional<Boolean> won = row.flag("hs_is_closed_won", "is_closed_won");
        Optional<Boolean> closed = row.flag("hs_is_closed", "is_deal_closed?");
        if (won.orElse(false)) {
            return Outcome.WON;
        }
        if (closed.isEmpty()) {
            return null;
        }
        return !closed.get() ? Outcome.OPEN : won.isPresent() ? Outcome.LOST : null;
    }

    private static Map<String, Moment> entered(SheetRow row) {
        Map<String, Moment> entered = new TreeMap<>();
        for (String column : row.columns()) {
            Matcher stage = ENTERED.matcher(column);
            if (stage.matches()) {
                row.read(DealRow::moment, column).ifPresent(at -> entered.putIfAbsent(stage.group(1), at));
            }
        }
        return Collections.unmodifiableMap(entered);
    }

    /** A date, a time, or, as histories have them, milliseconds since 1970. */
    static Moment moment(String text) {
        return MILLIS.matcher(text).matches()
                ? Moment.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : Times.moment(text);
    }

    static LocalDate day(Moment moment) {
        return moment.date(ZoneOffset.UTC);
    }

    static ForecastCategory category(String text) {
        return switch (text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_')) {
            case "OMIT", "OMITTED", "NOT_FORECASTED", "DON'T_FORECAST" -> ForecastCategory.OMITTED;
            case "PIPELINE" -> ForecastCategory.PIPELINE;
            case "BEST_CASE" -> ForecastCategory.BEST_CASE;
            case "MOST_LIKELY" -> ForecastCategory.MOST_LIKELY;
            case "COMMIT" -> ForecastCategory.COMMIT;
            case "CLOSED", "CLOSED_WON" -> ForecastCategory.CLOSED;
            default ->
                throw new IllegalArgumentException(
                        "It is no forecast category. Maybe OMIT, PIPELINE, BEST_CASE, MOST_LIKELY, COMMIT or CLOSED.");
        };
    }

    /** New, more or again; empty if its text says neither. */
    static Optional<DealType> dealType(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "")) {
                    case "newbusiness", "new", "newcustomer" -> DealType.NEW;
                    case "existingbusiness", "expansion", "upsell", "crosssell" -> DealType.EXPANSION;
                    case "renewal" -> DealType.RENEWAL;
                    default -> null;
                });
    }
}
