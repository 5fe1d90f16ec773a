package io.revops.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes a simulated company as a CRM's and finance's export files. */
final class CrmExport {
    private CrmExport() {}

    static void write(CrmCompany company, Path folder) throws IOException {
        try (TextFile users = new TextFile(folder.resolve("salesforce/User.csv"));
                TextFile accounts = new TextFile(folder.resolve("salesforce/Account.csv"));
                TextFile deals = new TextFile(folder.resolve("salesforce/Opportunity.csv"));
                TextFile history = new TextFile(folder.resolve("salesforce/OpportunityHistory.csv"));
                TextFile quotas = new TextFile(folder.resolve("finance/quotas.csv"))) {
            users.line("Id,Name,Title,Department,ManagerId");
            for (CrmRep rep : company.reps()) {
                users.line(Csv.row(rep.id(), rep.name(), rep.title(), rep.region(), rep.managerId()));
            }
            accounts.line("Id,Name,Segment__c,Region__c,OwnerId,CreatedDate");
            for (CrmAccount account : company.accounts()) {
                Instant met = account.created().atStartOfDay().toInstant(ZoneOffset.UTC);
                accounts.line(Csv.row(
                        account.id(),
                        account.name(),
                        account.segment(),
                        account.region(),
                        account.ownerId(),
                        CrmRows.stamp(met)));
            }
            deals.line("Id,AccountId,Name,Type,StageName,Amount,CurrencyIsoCode,CloseDate,Probability,ForecastCategory,"
                    + "IsClosed,IsWon,OwnerId,CreatedDate,LastModifiedDate");
            history.line("Id,OpportunityId,StageName,Amount,CloseDate,Probability,ForecastCategory,CreatedDate");
            for (CrmDeal deal : company.deals()) {
                deals.line(deal(deal));
                for (int row = 0; row < deal.steps().size(); row++) {
                    history.line(step(deal, row));
                }
            }
            quotas.line("quota_id,rep_id,start_date,end_date,amount,currency");
            for (CrmQuota quota : company.quotas()) {
                quotas.line(Csv.row(
                        quota.id(), quota.repId(), quota.start(), quota.end(), quota.amount(), quota.currency()));
            }
        }
    }

    private static String deal(CrmDeal deal) {
        CrmStep now = deal.now();
        return Csv.row(
                deal.id(),
                deal.accountId(),
                deal.name(),
                deal.market().type(),
                now.stage(),
                now.amount(),
                deal.market().currency(),
                now.closeDate(),
                now.probability(),
                category(now),
                !now.isOpen(),
                now.isWon(),
                deal.ownerId(),
                CrmRows.stamp(deal.steps().get(0).at()),
                CrmRows.stamp(now.at()));
    }

    private static String step(CrmDeal deal, int row) {
        CrmStep step = deal.steps().get(row);
        return Csv.row(
                deal.stepId(row),
                deal.id(),
                step.stage(),
                step.amount(),
                step.closeDate(),
                step.probability(),
                category(step),
                CrmRows.stamp(step.at()));
    }

    /** The CRM's own name for it in its tables. */
    private static String category(CrmStep step) {
        return step.category().equals("Commit") ? "Forecast" : step.category();
    }
}
