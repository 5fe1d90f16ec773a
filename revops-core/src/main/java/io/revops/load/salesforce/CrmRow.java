package io.revops.load.salesforce;

import io.revops.book.IssueCode;
import io.revops.book.Source;
import io.revops.load.BadRow;
import io.revops.load.Row;
import io.revops.load.export.Times;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One row, read by the API names of its columns. */
final class CrmRow {
    static final String NO_CURRENCY =
            "There is an amount and no currency. Maybe export the column CurrencyIsoCode, or, if all amounts are in one"
                    + " currency, name it: SalesforceExport.reader().in(\"USD\").";

    private final Row row;
    private final Columns columns;

    CrmRow(Row row, Columns columns) {
        this.row = row;
        this.columns = columns;
    }

    Source source() {
        return row.source();
    }

    Columns columns() {
        return columns;
    }

    Optional<String> text(String column) {
        return row.text(columns.written(column));
    }

    @Nullable
    String textOrNull(String column) {
        return text(column).orElse(null);
    }

    String required(String column) {
        return row.required(columns.written(column));
    }

    Optional<Moment> moment(String column) {
        return row.read(columns.written(column), Times::moment);
    }

    Moment requiredMoment(String column) {
        required(column);
        return moment(column).orElseThrow();
    }

    Optional<LocalDate> day(String column) {
        return row.read(columns.written(column), Times::day);
    }

    LocalDate requiredDay(String column) {
        required(column);
        return day(column).orElseThrow();
    }

    Optional<BigDecimal> decimal(String column) {
        return row.read(columns.written(column), Values::number);
    }

    Optional<BigDecimal> percent(String column) {
        return row.read(columns.written(column), Values::percent);
    }

    Optional<Integer> integer(String column) {
        return row.integer(columns.written(column));
    }

    boolean flag(String column, boolean otherwise) {
        return flag(column).orElse(otherwise);
    }

    Optional<Boolean> flag(String column) {
        return row.flag(columns.written(column));
    }

    Optional<Currency> currency() {
        return row.currency(columns.written("CurrencyIsoCode"));
    }

    /** An amount in the currency of the row, or else in another that is known. */
    Optional<Money> money(String column, @Nullable Currency otherwise) {
        Optional<BigDecimal> amount = decimal(column);
        Currency currency = currency().orElse(otherwise);
        if (amount.isPresent() && currency == null) {
            throw new BadRow(IssueCode.MISSING_VALUE, column, text(column).orElse(""), NO_CURRENCY);
        }
        return amount.map(a -> Money.of(a, Objects.requireNonNull(currency)));
    }

    /** Custom fields with a value, by the names of their attributes. */
    Map<String, String> attributes() {
        Map<String, String> values = new TreeMap<>();
        columns.custom().forEach((column, name) -> row.text(column).ifPresent(v -> values.putIfAbsent(name, v)));
        return values;
    }

    /** A custom field by any of its names without case, underscores and {@code __c}. */
    Optional<String> custom(List<String> names) {
        return columns.custom().entrySet().stream()
                .filter(e -> names.contains(e.getValue().replace("_", "")))
                .flatMap(e -> row.text(e.getKey()).stream())
                .findFirst();
    }

    boolean isDeleted() {
        return flag("IsDeleted", false) || flag("_fivetran_deleted", false);
    }

    boolean isActive() {
        return flag("_fivetran_active", true);
    }

    boolean isVersion() {
        return columns.has("_fivetran_start");
    }

    /** When the row was last changed, as far as it says; the beginning of time if it does not. */
    Instant modified() {
        for (String column : List.of("SystemModstamp", "LastModifiedDate", "_fivetran_synced")) {
            Optional<Moment> at = moment(column);
            if (at.isPresent()) {
                return at.get().instant(ZoneOffset.UTC);
            }
        }
        return Instant.MIN;
    }
}
