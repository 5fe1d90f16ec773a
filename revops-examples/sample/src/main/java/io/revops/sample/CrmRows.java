package io.revops.sample;

import io.revops.sample.Deal.Bin;
import io.revops.sample.Deal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The CRM's tables as its export tool writes them, with API names as headers. */
final class CrmRows {
    static final String USER_HEADER = "Id,Name,Email,Title,ManagerId,IsActive";
    static final String ACCOUNT_HEADER =
            "Id,Name,Industry,BillingCountry,Region__c,Segment__c,Tier__c,NumberOfEmployees,"
                    + "AnnualRevenue,Website,OwnerId,Type,CreatedDate";
    static final String OPPORTUNITY_HEADER =
            "Id,AccountId,Name,Type,StageName,Amount,CurrencyIsoCode,CloseDate,Probability,"
                    + "ForecastCategory,ForecastCategoryName,IsClosed,IsWon,LeadSource,OwnerId,CreatedDate,LastModifiedDate,IsDeleted";
    static final String HISTORY_HEADER =
            "Id,OpportunityId,StageName,Amount,CloseDate,Probability,ForecastCategory,CreatedDate,IsDeleted";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'.000Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CrmRows() {}

    static String user(Rep rep) {
        String name = rep.name();
        return Csv.row(
                rep.id(),
                name,
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@quillmere.example",
                rep.title().label(),
                rep.manager() < 0 ? null : Id.user(rep.manager()),
                rep.employment() == Rep.Employment.ACTIVE);
    }

    static String account(Account account, String type, LocalDate created) {
        return Csv.row(
                account.crmId(),
                account.name(),
                account.industry().label(),
                account.country(),
                account.region().label(),
                account.segment().label(),
                account.tier(),
                account.employees(),
                account.revenue(),
                account.website(),
                Id.user(account.owner()),
                type,
                stamp(created.atTime(9, account.number() % 60).toInstant(ZoneOffset.UTC)));
    }

    static String opportunity(Deal deal) {
        return opportunity(
                deal,
                deal.id(),
                deal.account().crmId(),
                deal.now().amount(),
                deal.account().currency(),
                deal.now().closeDate());
    }

    /** A row of which the cells that are most often wrong are given one by one; null is an empty cell. */
    static String opportunity(
            Deal deal, String id, String accountId, Object amount, Object currency, @Nullable Object closeDate) {
        Stage stage = deal.now().stage();
        return Csv.row(
                id,
                accountId,
                deal.name(),
                deal.type().label(),
                stage.label(),
                amount,
                currency,
                closeDate,
                stage.probability(),
                stage.category(),
                stage.categoryName(),
                stage.isClosed(),
                stage == Stage.CLOSED_WON,
                deal.source(),
                Id.user(deal.account().owner()),
                stamp(deal.created().at()),
                stamp(deal.now().at()),
                deal.bin() == Bin.DELETED);
    }

    static String history(Deal deal, int row) {
        return history(deal, row, deal.id());
    }

    static String history(Deal deal, int row, String opportunityId) {
        Entry entry = deal.history().get(row);
        return Csv.row(
                Id.history(deal.account().number(), deal.index(), row),
                opportunityId,
                entry.stage().label(),
                entry.amount(),
                entry.closeDate(),
                entry.stage().probability(),
                entry.stage().category(),
                stamp(entry.at()),
                deal.bin() == Bin.DELETED);
    }

    static String stamp(Instant instant) {
        return STAMP.format(instant);
    }
}
