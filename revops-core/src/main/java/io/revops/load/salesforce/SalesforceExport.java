package io.revops.load.salesforce;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRows;
import io.revops.load.Loaded;
import io.revops.money.Money;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder with the tables of a Salesforce organisation, one CSV file each.
 *
 * <pre>{@code
 * RevenueBook crm = SalesforceExport.read(folder).orElseThrow();
 * RevenueBook crm = SalesforceExport.reader()
 *         .in("USD").with(StageMap.standard().won("Signed")).with(BadRows.STRICT).read(folder).orElseThrow();
 * }</pre>
 *
 * <h2>Files</h2>
 *
 * They are found by name, in any case, with or without underscores, in singular or plural: {@code Opportunity.csv},
 * {@code opportunity_history.csv}, {@code Accounts.csv}. None has to be there. Other CSV files are named in a note and not read.
 *
 * <table>
 * <caption>What is read of each; columns in italics must be there and have a value</caption>
 * <tr><th>File</th><th>Columns</th><th>Becomes</th></tr>
 * <tr><td>Account</td><td><i>Id</i>, Name, CreatedDate, ParentId, Website, NumberOfEmployees, AnnualRevenue, CurrencyIsoCode,
 * Industry, BillingCountry, OwnerId, Type, custom fields, LastModifiedDate</td>
 * <td>an account; of the website its domain; the attributes industry, country, owner (an Id of User) and type</td></tr>
 * <tr><td>AccountHistory</td><td>Id, <i>AccountId</i>, <i>Field</i>, OldValue, NewValue, <i>CreatedDate</i>, DataType</td>
 * <td>changes of those attributes; before the first, an attribute has its oldest OldValue</td></tr>
 * <tr><td>User</td><td><i>Id</i>, Name or FirstName and LastName, Email, ManagerId, Title, Department</td>
 * <td>a representative; the title is the role, the department the team</td></tr>
 * <tr><td>Contact</td><td><i>Id</i>, <i>AccountId</i>, Name or FirstName and LastName, Email, Title, CreatedDate</td>
 * <td>a contact</td></tr>
 * <tr><td>Lead</td><td><i>Id</i>, <i>CreatedDate</i>, Email, Company, LeadSource, OwnerId, Status, ConvertedDate,
 * ConvertedAccountId, ConvertedContactId, ConvertedOpportunityId</td>
 * <td>a lead with the one status that is known, since ConvertedDate or else CreatedDate</td></tr>
 * <tr><td>Campaign</td><td><i>Id</i>, Name, Type, StartDate, EndDate, BudgetedCost</td><td>a campaign</td></tr>
 * <tr><td>Opportunity</td><td><i>Id</i>, <i>StageName</i>, <i>CloseDate</i>, <i>CreatedDate</i>, AccountId, Name, Type,
 * Amount, CurrencyIsoCode, Probability, ForecastCategory or ForecastCategoryName, IsClosed, IsWon, OwnerId, LeadSource,
 * CampaignId, custom fields, LastModifiedDate</td><td>a deal</td></tr>
 * <tr><td>OpportunityHistory</td><td>Id, <i>OpportunityId</i>, <i>StageName</i>, <i>CreatedDate</i>, Amount, CurrencyIsoCode,
 * CloseDate, Probability, ForecastCategory</td><td>changes of a deal, one row for each</td></tr>
 * <tr><td>OpportunityFieldHistory</td><td>Id, <i>OpportunityId</i>, <i>Field</i>, OldValue, NewValue, <i>CreatedDate</i>,
 * DataType</td><td>changes of a deal, one row for each field: StageName, Amount, CloseDate, Probability, ForecastCategory,
 * ForecastCategoryName, OwnerId; other fields say nothing here</td></tr>
 * <tr><td>OpportunityLineItem</td><td><i>Id</i>, <i>OpportunityId</i>, <i>TotalPrice</i>, Product2Id, Quantity,
 * CurrencyIsoCode, ChargeType__c or SBQQ__ChargeType__c</td><td>a line of a deal</td></tr>
 * <tr><td>Product2</td><td><i>Id</i>, Name, Family, ChargeType__c or SBQQ__ChargeType__c (Recurring, One-Time, Usage)</td>
 * <td>a product</td></tr>
 * <tr><td>Task, Event</td><td><i>Id</i>, CompletedDateTime, StartDateTime, ActivityDateTime, ActivityDate or CreatedDate, Type,
 * TaskSubtype, EventSubtype, OwnerId, AccountId, WhoId, WhatId, CallDurationInSeconds, DurationInMinutes, IsClosed</td>
 * <td>an activity; tasks that are not done are left out with a note</td></tr>
 * </table>
 *
 * <p>All may have IsDeleted, SystemModstamp and LastModifiedDate. Further columns are ignored. Two layouts are read, and may
 * be mixed:
 * <ul>
 * <li><b>API names</b>: {@code Id, AccountId, StageName}. Instants are {@code 2025-03-01T10:15:00.000+0000} or {@code ...Z}.
 * <li><b>A warehouse's copy</b>: {@code id, account_id, stage_name}. Times are {@code 2019-10-17 21:10:19}, in UTC.
 * A table with the column {@code _fivetran_start} holds <b>versions</b>: each row is a whole row of Account or Opportunity
 * as it was from that time on, whether the file is called {@code account_history.csv} or {@code account.csv}. A row that is
 * no version and whose {@code _fivetran_active} is false is left out with a note.
 * </ul>
 *
 * <p>A time without an offset is in UTC. Of a date that is written with a time ({@code close_date}) the date counts. Numbers are
 * written {@code 1234.56}. Ids are kept as they are written: do not mix those of 15 and of 18 characters.
 *
 * <p><b>Custom fields</b> of accounts and deals ({@code Region__c}, in a warehouse {@code region_c}) become attributes, named by
 * the field in lower case without {@code __c}: {@code region}. One that is called like an attribute above gives way to it.
 *
 * <p><b>Amounts</b> are in CurrencyIsoCode, or else in the currency of {@link Reader#in}; those of a history or a line, if they
 * name none, in the currency of the deal. An amount without any rejects its row; a company's revenue and a campaign's budget
 * are then left out.
 *
 * <h2>Rows</h2>
 *
 * <ul>
 * <li>A row that cannot be read (an amount {@code n/a}, no CloseDate, a date that does not exist, a probability beyond 0 to
 * 100) is rejected, with an issue that has its place; what belongs to it is left out with a note.
 * <li>A row whose IsDeleted is true, and what belongs to it, is left out with a note, and not otherwise read.
 * <li>The same row twice counts once. Of different rows with one Id the one with the later SystemModstamp (or else
 * LastModifiedDate, or else {@code _fivetran_synced}) holds, and a note counts the others; if there is no later one, it is
 * an issue, and one of them holds, always the same.
 * <li>A row of a history or a line whose deal or account is in no file is rejected.
 * <li>The order of rows and files means nothing.
 * <li>A deal without an account is kept. That an account or a user is not in the book, or that a deal closed before it was
 * created, is an issue of the book.
 * </ul>
 *
 * <h2>Deals over time</h2>
 *
 * The changes of a deal are rebuilt from what there is, the first of: versions of its row; OpportunityHistory, with changes of
 * owner from OpportunityFieldHistory; OpportunityFieldHistory alone, from the current row backwards. A change names what
 * differs from before, is effective at the CreatedDate of its row (a version at its {@code _fivetran_start}), and counts as
 * known from then on. Of changes at the same instant, only what came of them counts. A value that was emptied
 * stays as it was.
 * <ul>
 * <li><b>Outcome.</b> IsWon and IsClosed say whether a row is won, lost or open. A history has names of stages only: a stage
 * means what the rows that are in it say, if they agree; otherwise what the {@link StageMap} says. A deal that leaves a
 * closed stage is open again. Probability and forecast category are as the history has them; a field history
 * without them tells them only from the last change of stage on.
 * <li><b>When it closed.</b> When the history shows it entering a closed stage: then. Otherwise on the CloseDate, and the closed
 * stage, its probability and its category begin with the outcome, not before.
 * <li><b>No history.</b> The deal is taken to have been as it is since CreatedDate; a note counts such deals. So is one whose
 * history begins on a later day than the deal, until it begins.
 * <li><b>The row and its history differ.</b> The row holds, with a last change (named {@code current}): on the CloseDate if the
 * deal closed with it, or else at LastModifiedDate, if that is after the last change; otherwise the last change takes its
 * values. A note names the columns. Accounts are treated alike.
 * <li><b>Type.</b> New Business, New Customer, New are new; Expansion, Upsell, Cross-sell, Add-on, Upgrade, Existing Customer -
 * Upgrade are expansion; Renewal, Existing Customer - Renewal are renewal. Another text is kept as the attribute
 * {@code type}, and counted in a note.
 * <li><b>Forecast category.</b> Pipeline, BestCase, MostLikely, Forecast or Commit, Closed, Omitted, also with blanks; another
 * text is left out, and counted in a note.
 * </ul>
 *
 * <p>A line of a deal is recurring, one-time or usage as it says, or else as its product says, or else as
 * {@link Reader#with(ProductKind)} says; one of which it is not known is left out with a note.
 */
public final class SalesforceExport {
    static final String SYSTEM = "salesforce";

    private SalesforceExport() {}

    /**
     * Reads a folder as {@link #reader()} does.
     *
     * @throws java.io.UncheckedIOException if it is not a folder, or a file cannot be opened
     */
    public static Loaded<RevenueBook> read(Path folder) {
        return reader().read(folder);
    }

    /** A reader that collects bad rows, knows the standard stages, and expects every amount to have its currency. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT, StageMap.standard(), null, null);
    }

    /** Reads folders, in a way that can be chosen; immutable. */
    public static final class Reader {
        private final BadRows badRows;
        private final StageMap stages;
        private final @Nullable Currency currency;
        private final @Nullable ProductKind kind;

        private Reader(BadRows badRows, StageMap stages, @Nullable Currency currency, @Nullable ProductKind kind) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
            this.stages = Objects.requireNonNull(stages, "stages");
            this.currency = currency;
            this.kind = kind;
        }

        /** What to do about rows that cannot be read. */
        public Reader with(BadRows other) {
            return new Reader(other, stages, currency, kind);
        }

        /** What stages mean that no deal is in today. */
        public Reader with(StageMap other) {
            return new Reader(badRows, other, currency, kind);
        }

        /** What a product is that does not say whether it is recurring. */
        public Reader with(ProductKind other) {
            return new Reader(badRows, stages, currency, Objects.requireNonNull(other, "kind"));
        }

        /**
         * The currency of amounts that do not name one: that of the organisation.
         *
         * @param code an ISO 4217 code
         */
        public Reader in(String code) {
            return new Reader(badRows, stages, Money.currency(code), kind);
        }

        /**
         * Reads every file of the folder that is known.
         *
         * @throws java.io.UncheckedIOException if it is not a folder, or a file cannot be opened
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path folder) {
            return new SalesforceLoad(badRows, stages, currency, kind).read(folder);
        }
    }

    static Issue aboutFile(IssueCode code, Severity severity, String file, String reason) {
        return new Issue(code, severity, new Source(SYSTEM, file, 0), "", "", "", reason);
    }
}
