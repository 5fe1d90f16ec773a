package io.revops.load.salesforce;

import io.revops.book.IssueCode;

/** What is worth knowing about a file, said once with a count. */
enum Note {
    DELETED(
            IssueCode.UNKNOWN_KIND,
            "IsDeleted",
            "rows are marked as deleted, and were left out. Maybe restore them if they should count."),
    INACTIVE(
            IssueCode.UNKNOWN_KIND,
            "_fivetran_active",
            "rows are no longer active in the warehouse, and were left out. Maybe the records were deleted."),
    REPLACED(
            IssueCode.CONFLICT,
            "Id",
            "rows were replaced by others of the same Id that were modified later. Maybe two exports overlap."),
    LEFT_WITH_RECORD(
            IssueCode.UNKNOWN_KIND,
            "",
            "rows belong to records that are deleted or could not be read, and were left out with them. Maybe mend those"
                    + " first."),
    NO_HISTORY(
            IssueCode.NO_HISTORY,
            "Id",
            "deals have no history, and are taken as unchanged from CreatedDate until they closed. Maybe export"
                    + " OpportunityHistory too."),
    LATE_HISTORY(
            IssueCode.NO_HISTORY,
            "CreatedDate",
            "deals have a history that begins later than they do, and are taken as unchanged until it begins. Maybe an older"
                    + " export has the rest."),
    NO_LEAD_HISTORY(
            IssueCode.NO_HISTORY,
            "Status",
            "leads have one status only, taken to hold since the lead was created or converted. Maybe nothing to do: the"
                    + " history of leads is not read."),
    TYPE(
            IssueCode.BAD_VALUE,
            "Type",
            "deals have a Type that names neither new business, expansion nor renewal, and have no type here. Maybe cut by the"
                    + " attribute type, which keeps the text."),
    CATEGORY(
            IssueCode.BAD_VALUE,
            "ForecastCategory",
            "rows have a forecast category that is not one of Salesforce's, and have none here. Maybe export"
                    + " ForecastCategory, which cannot be renamed, and not ForecastCategoryName."),
    WEBSITE(
            IssueCode.BAD_VALUE,
            "Website",
            "rows have a Website in which there is no domain, and have none here. Maybe write example.com."),
    OPEN_TASK(IssueCode.UNKNOWN_KIND, "IsClosed", "tasks are not done yet, and were left out. Maybe nothing to do."),
    LINE_KIND(
            IssueCode.MISSING_VALUE,
            "Product2Id",
            "products of deals do not say whether they are recurring, and were left out. Maybe name what they are:"
                    + " SalesforceExport.reader().with(ProductKind.RECURRING).");

    private final IssueCode code;
    private final String column;
    private final String text;

    Note(IssueCode code, String column, String text) {
        this.code = code;
        this.column = column;
        this.text = text;
    }

    IssueCode code() {
        return code;
    }

    String column() {
        return column;
    }

    String text() {
        return text;
    }
}
