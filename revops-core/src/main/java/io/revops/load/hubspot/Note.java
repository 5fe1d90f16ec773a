package io.revops.load.hubspot;

import io.revops.book.IssueCode;

/** What is worth knowing about a file, said once with a count. */
enum Note {
    DELETED(
            IssueCode.UNKNOWN_KIND,
            "is_deleted",
            "rows are marked as deleted, and were left out. Maybe restore them if they should count."),
    LEFT_WITH_DEAL(
            IssueCode.UNKNOWN_KIND,
            "deal_id",
            "rows belong to deals that are deleted or could not be read, and were left out with them. Maybe mend those first."),
    NO_HISTORY(
            IssueCode.NO_HISTORY,
            "dealstage",
            "deals have no history of stages, and are taken as unchanged from their creation until they closed. Maybe export"
                    + " deal_property_history, or the properties hs_v2_date_entered_... too."),
    LATE_HISTORY(
            IssueCode.NO_HISTORY,
            "dealstage",
            "deals have a history of stages that begins later than they do, and are taken as unchanged until it begins. Maybe"
                    + " an older export has the rest."),
    NO_STAGE(
            IssueCode.MISSING_VALUE,
            "dealstage",
            "deals are in no stage, and are open. Maybe they were made by an integration that sets none."),
    UNKNOWN_STAGE(
            IssueCode.MISSING_VALUE,
            "dealstage",
            "deals are in a stage of which nothing says whether it closes a deal, and are open. Maybe export the stages of the"
                    + " pipelines, or name it: HubSpotExport.reader().with(HubSpotStages.standard().won(\"...\"))."),
    TYPE(
            IssueCode.BAD_VALUE,
            "dealtype",
            "deals have a type that names neither new nor existing business nor renewal, and have no type here. Maybe cut by the"
                    + " attribute type, which keeps the text."),
    SEVERAL_COMPANIES(
            IssueCode.BAD_LINK,
            "company_id",
            "deals belong to several companies, of which the primary one, or else the first, was taken. Maybe set a primary"
                    + " company."),
    NO_COMPANY(
            IssueCode.MISSING_VALUE,
            "associatedcompanyid",
            "contacts belong to no company, and were left out. Maybe export the property associatedcompanyid.");

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
