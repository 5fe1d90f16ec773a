package io.revops.load.salesforce;

import io.revops.book.OpportunityId;
import io.revops.book.RepId;
import io.revops.load.salesforce.OpportunityRow.Unpriced;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a deal's history: of OpportunityHistory with how it stood afterwards, of OpportunityFieldHistory with one field before
 * and afterwards.
 *
 * @param entry names it within the deal
 * @param before nothing in a row of OpportunityHistory
 */
record DealEvent(
        OpportunityId deal,
        Moment at,
        String entry,
        Field field,
        Unpriced before,
        Unpriced after,
        boolean foreignCategory) {
    /** What a row is about. */
    enum Field {
        EVERYTHING,
        STAGE,
        AMOUNT,
        CLOSE_DATE,
        PROBABILITY,
        CATEGORY,
        OWNER,
        /** Something else, or that the deal was created. */
        OTHER
    }

    private static final Pattern USER_ID = Pattern.compile("005\\w{12}(\\w{3})?");

    /** A row of OpportunityHistory. */
    static DealEvent ofRow(CrmRow row) {
        DealState state = new DealState(
                row.required("StageName"),
                null,
                row.day("CloseDate").orElse(null),
                row.percent("Probability").orElse(null),
                OpportunityRow.category(row).orElse(null),
                null,
                null);
        BigDecimal amount = row.decimal("Amount").orElse(null);
        Moment at = row.requiredMoment("CreatedDate");
        return new DealEvent(
                new OpportunityId(row.required("OpportunityId")),
                at,
                row.text("Id").orElse("history@" + at + "=" + state.stage() + "," + amount + "," + state.closeDate()),
                Field.EVERYTHING,
                Unpriced.NONE,
                new Unpriced(state, amount, row.currency().orElse(null)),
                OpportunityRow.isForeignCategory(row));
    }

    /** A row of OpportunityFieldHistory. */
    static DealEvent ofField(CrmRow row) {
        String written = row.required("Field");
        Field field = field(written, row);
        Moment at = row.requiredMoment("CreatedDate");
        return new DealEvent(
                new OpportunityId(row.required("OpportunityId")),
                at,
                row.text("Id")
                        .orElse(written + "@" + at + "=" + row.text("NewValue").orElse("")),
                field,
                value(row, "OldValue", field),
                value(row, "NewValue", field),
                false);
    }

    private static Field field(String written, CrmRow row) {
        return switch (written.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "stagename" -> Field.STAGE;
            case "amount" -> Field.AMOUNT;
            case "closedate" -> Field.CLOSE_DATE;
            case "probability" -> Field.PROBABILITY;
            case "forecastcategory", "forecastcategoryname" -> Field.CATEGORY;
            case "ownerid" -> Field.OWNER;
            case "owner" -> namesUsers(row) ? Field.OWNER : Field.OTHER;
            default -> Field.OTHER;
        };
    }

    /** A change of owner is written twice, with ids and with names. */
    static boolean namesUsers(CrmRow row) {
        String value = row.text("NewValue").or(() -> row.text("OldValue")).orElse("");
        return row.text("DataType").filter("EntityId"::equals).isPresent()
                || USER_ID.matcher(value).matches();
    }

    private static Unpriced value(CrmRow row, String column, Field field) {
        return switch (field) {
            case STAGE -> of(new DealState(row.textOrNull(column), null, null, null, null, null, null));
            case AMOUNT ->
                new Unpriced(
                        DealState.NONE,
                        row.decimal(column).orElse(null),
                        row.currency().orElse(null));
            case CLOSE_DATE -> of(new DealState(null, null, row.day(column).orElse(null), null, null, null, null));
            case PROBABILITY ->
                of(new DealState(null, null, null, row.percent(column).orElse(null), null, null, null));
            case CATEGORY ->
                of(new DealState(
                        null,
                        null,
                        null,
                        null,
                        row.text(column).flatMap(Values::category).orElse(null),
                        null,
                        null));
            case OWNER ->
                of(DealState.NONE.with(row.text(column).map(RepId::new).orElse(null)));
            case EVERYTHING, OTHER -> Unpriced.NONE;
        };
    }

    private static Unpriced of(DealState state) {
        return new Unpriced(state, null, null);
    }

    /** An event with an amount of which no currency is known. */
    boolean lacksCurrency(@Nullable Currency otherwise) {
        return before.lacksCurrency(otherwise) || after.lacksCurrency(otherwise);
    }
}
