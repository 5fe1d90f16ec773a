package io.revops.load.salesforce;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files that are read, and the columns that each must have. */
enum CrmFile {
    ACCOUNT("Account", "Id"),
    ACCOUNT_HISTORY("AccountHistory", "AccountId,Field,OldValue,NewValue,CreatedDate"),
    CAMPAIGN("Campaign", "Id"),
    CONTACT("Contact", "Id,AccountId"),
    EVENT("Event", "Id"),
    LEAD("Lead", "Id,CreatedDate"),
    OPPORTUNITY("Opportunity", "Id,StageName,CloseDate,CreatedDate"),
    OPPORTUNITY_HISTORY("OpportunityHistory", "OpportunityId,StageName,CreatedDate"),
    OPPORTUNITY_FIELD_HISTORY("OpportunityFieldHistory", "OpportunityId,Field,OldValue,NewValue,CreatedDate"),
    OPPORTUNITY_LINE_ITEM("OpportunityLineItem", "Id,OpportunityId,TotalPrice"),
    PRODUCT("Product2", "Id"),
    TASK("Task", "Id"),
    USER("User", "Id");

    private final String table;
    private final String required;

    CrmFile(String table, String required) {
        this.table = table;
        this.required = required;
    }

    /** Which a file is by its name, in any case, with or without underscores, in singular or plural. */
    static Optional<CrmFile> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv")) {
            return Optional.empty();
        }
        String table = name.substring(0, name.length() - 4).replace("_", "");
        return Arrays.stream(values()).filter(f -> f.names().contains(table)).findFirst();
    }

    String table() {
        return table;
    }

    /** What it becomes if its rows are versions of the records of a table. */
    CrmFile ofVersions() {
        return switch (this) {
            case ACCOUNT_HISTORY -> ACCOUNT;
            case OPPORTUNITY_HISTORY -> OPPORTUNITY;
            default -> this;
        };
    }

    List<String> required() {
        return List.of(required.split(",", -1));
    }

    private List<String> names() {
        String one = table.toLowerCase(Locale.ROOT);
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return this == PRODUCT ? List.of(one, many, "products2", "product", "products") : List.of(one, many);
    }
}
