package io.revops.load.salesforce;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.load.export.Domains;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands, or stood: a row of Account.
 *
 * @param columns the attributes that the file has a column for
 */
record AccountRow(
        AccountId id,
        @Nullable Moment created,
        @Nullable Moment modified,
        @Nullable String name,
        @Nullable AccountId parent,
        @Nullable String domain,
        @Nullable Integer employees,
        @Nullable Money companyRevenue,
        Map<String, String> attributes,
        Set<String> columns,
        boolean foreignWebsite) {
    /** The attributes that are fields of Salesforce's own, with their columns. */
    private static final Map<String, String> STANDARD = new TreeMap<>(
            Map.of("industry", "Industry", "country", "BillingCountry", "owner", "OwnerId", "type", "Type"));

    static AccountRow of(CrmRow row, @Nullable Currency otherwise) {
        Map<String, String> attributes = row.attributes();
        Set<String> columns = row.columns().attributes();
        STANDARD.forEach((name, column) -> {
            row.text(column).ifPresent(v -> attributes.put(name, v));
            if (row.columns().has(column)) {
                columns.add(name);
            }
        });
        Optional<String> domain = row.text("Website").flatMap(Domains::ofWebsite);
        boolean priced = row.currency().isPresent() || otherwise != null;
        return new AccountRow(
                new AccountId(row.required("Id")),
                row.moment("CreatedDate").orElse(null),
                row.moment("LastModifiedDate").orElse(null),
                row.textOrNull("Name"),
                row.text("ParentId").map(AccountId::new).orElse(null),
                domain.orElse(null),
                row.integer("NumberOfEmployees").orElse(null),
                priced ? row.money("AnnualRevenue", otherwise).orElse(null) : null,
                attributes,
                columns,
                domain.isEmpty() && row.text("Website").isPresent());
    }

    /** The attribute that a field of AccountHistory is, if it is one. */
    static Optional<String> attribute(String field, CrmRow row) {
        Optional<String> custom = Columns.attribute(field);
        if (custom.isPresent()) {
            return custom;
        }
        return switch (field.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "industry" -> Optional.of("industry");
            case "billingcountry" -> Optional.of("country");
            case "type" -> Optional.of("type");
            case "ownerid" -> Optional.of("owner");
            case "owner" -> DealEvent.namesUsers(row) ? Optional.of("owner") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The account without attributes and changes. */
    Account.Builder account() {
        return Account.builder(id)
                .name(name)
                .created(created)
                .parent(parent)
                .domain(domain)
                .employees(employees)
                .companyRevenue(companyRevenue);
    }
}
