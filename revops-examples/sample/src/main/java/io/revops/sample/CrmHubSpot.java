package io.revops.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a simulated company's CRM as the tables of a HubSpot portal: the same deals under the same ids. */
final class CrmHubSpot {
    private static final String PIPELINE = "default";

    private CrmHubSpot() {}

    static void write(CrmCompany company, Path folder) throws IOException {
        try (TextFile owners = new TextFile(folder.resolve("owner.csv"));
                TextFile companies = new TextFile(folder.resolve("company.csv"));
                TextFile stages = new TextFile(folder.resolve("deal_pipeline_stage.csv"));
                TextFile deals = new TextFile(folder.resolve("deal.csv"));
                TextFile history = new TextFile(folder.resolve("deal_property_history.csv"))) {
            owners.line("owner_id,first_name,last_name,team");
            for (CrmRep rep : company.reps()) {
                int blank = rep.name().indexOf(' ');
                owners.line(Csv.row(
                        rep.id(), rep.name().substring(0, blank), rep.name().substring(blank + 1), rep.region()));
            }
            companies.line("id,property_name,property_createdate,property_hubspot_owner_id");
            for (CrmAccount account : company.accounts()) {
                companies.line(Csv.row(account.id(), account.name(), midnight(account.created()), account.ownerId()));
            }
            stages.line("stage_id,pipeline_id,label,probability,closed_won,is_closed");
            for (Stage stage : Stage.values()) {
                stages.line(Csv.row(
                        id(stage.label()),
                        PIPELINE,
                        stage.label(),
                        stage.probability() / 100.0,
                        stage == Stage.CLOSED_WON,
                        stage.isClosed()));
            }
            deals.line("deal_id,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,"
                    + "property_deal_currency_code,property_closedate,property_createdate,property_dealtype,"
                    + "property_hs_manual_forecast_category,property_hs_primary_associated_company,"
                    + "property_hs_lastmodifieddate");
            history.line("deal_id,name,value,timestamp");
            for (CrmDeal deal : company.deals()) {
                deals.line(deal(deal));
                CrmStep before = null;
                for (CrmStep step : deal.steps()) {
                    changes(history, deal, before, step);
                    before = step;
                }
            }
        }
    }

    private static String deal(CrmDeal deal) {
        CrmStep now = deal.now();
        return Csv.row(
                deal.id(),
                PIPELINE,
                id(now.stage()),
                deal.ownerId(),
                deal.name(),
                now.amount(),
                deal.market().currency(),
                midnight(now.closeDate()),
                CrmRows.stamp(deal.steps().get(0).at()),
                type(deal.market().type()),
                category(now),
                deal.accountId(),
                CrmRows.stamp(now.at()));
    }

    /** A row for each property that differs from before. */
    private static void changes(TextFile history, CrmDeal deal, @Nullable CrmStep before, CrmStep now)
            throws IOException {
        if (before == null || !before.stage().equals(now.stage())) {
            history.line(Csv.row(deal.id(), "dealstage", id(now.stage()), CrmRows.stamp(now.at())));
        }
        if (before == null || before.amount() != now.amount()) {
            history.line(Csv.row(deal.id(), "amount", now.amount(), CrmRows.stamp(now.at())));
        }
        if (before == null || !before.closeDate().equals(now.closeDate())) {
            history.line(Csv.row(deal.id(), "closedate", midnight(now.closeDate()), CrmRows.stamp(now.at())));
        }
        if (before == null || !before.category().equals(now.category())) {
            history.line(Csv.row(deal.id(), "hs_manual_forecast_category", category(now), CrmRows.stamp(now.at())));
        }
    }

    private static String midnight(LocalDate day) {
        return CrmRows.stamp(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static String id(String label) {
        return label.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static String type(String type) {
        return switch (type) {
            case CrmMarket.NEW -> "newbusiness";
            case "Expansion" -> "existingbusiness";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    private static String category(CrmStep step) {
        return switch (step.category()) {
            case "BestCase" -> "BEST_CASE";
            case "Omitted" -> "OMIT";
            default -> step.category().toUpperCase(Locale.ROOT);
        };
    }
}
