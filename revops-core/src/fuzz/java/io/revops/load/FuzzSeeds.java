package io.revops.load;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the fuzzer begins with: one row or object of everything that is read. */
final class FuzzSeeds {
    static final List<String> STRIPE = List.of(
            """
            [{"id":"cus_1","object":"customer","created":1735689600,"name":"Acme","metadata":{"crm_account_id":"a"}},
             {"id":"prod_1","object":"product","name":"Team"},
             {"id":"price_1","object":"price","product":"prod_1","currency":"usd","type":"recurring","billing_scheme":"tiered",
              "tiers_mode":"graduated","tiers":[{"up_to":5,"unit_amount":1000,"flat_amount":null},{"up_to":null,"unit_amount_decimal":"900.5"}],
              "recurring":{"interval":"month","interval_count":3,"usage_type":"licensed"},"transform_quantity":{"divide_by":10,"round":"up"}},
             {"id":"sub_1","object":"subscription","customer":"cus_1","status":"active","currency":"usd","created":1735689600,
              "start_date":1735689600,"trial_start":1735689600,"trial_end":1736899200,"cancel_at":null,"cancel_at_period_end":true,
              "canceled_at":1738368000,"ended_at":null,"cancellation_details":{"reason":"cancellation_requested","feedback":"too_expensive"},
              "pause_collection":{"behavior":"void","resumes_at":1740787200},"current_period_start":1738368000,"current_period_end":1740787200,
              "discounts":[{"id":"di_1","source":{"type":"coupon","coupon":"c1"},"start":1735689600,"end":null}],
              "items":{"object":"list","data":[{"id":"si_1","quantity":5,"price":{"id":"price_1","object":"price","product":"prod_1",
               "currency":"usd","unit_amount":2000,"recurring":{"interval":"month","interval_count":1}}}],"has_more":false}},
             {"id":"c1","object":"coupon","percent_off":25.5,"duration":"repeating","duration_in_months":3}]
            """,
            "{\"object\":\"list\",\"has_more\":true,\"data\":[{\"id\":\"cus_2\",\"object\":\"customer\",\"created\":1735689600}]}");

    static final List<String> EVENTS = List.of("""
            {"id":"evt_1","object":"event","type":"customer.subscription.created","created":1735689600,"data":{"object":{"id":"sub_1","object":"subscription","customer":"cus_1","status":"active","currency":"usd","created":1735689600,"start_date":1735689600,"items":{"data":[{"id":"si_1","quantity":5,"price":{"id":"p","product":"prod","currency":"usd","unit_amount":2000,"recurring":{"interval":"month","interval_count":1}}}]}}}}
            {"id":"evt_2","object":"event","type":"customer.subscription.updated","created":1738368000,"data":{"object":{"id":"sub_1","object":"subscription","customer":"cus_1","status":"past_due","currency":"usd","created":1735689600,"start_date":1735689600,"items":{"data":[{"id":"si_1","quantity":9,"price":{"id":"p","product":"prod","currency":"usd","unit_amount":2000,"recurring":{"interval":"year","interval_count":1}}}]}},"previous_attributes":{"status":"active","items":{"data":[{"id":"si_1","quantity":5}]}}}}
            {"id":"evt_3","object":"event","type":"customer.subscription.deleted","created":1740787200,"data":{"object":{"id":"sub_1","object":"subscription","customer":"cus_1","status":"canceled","ended_at":1740787200,"currency":"usd","created":1735689600,"start_date":1735689600,"items":{"data":[]}}}}
            """);

    static final String PERIODS =
            "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency\n"
                    + "s1,acme,2025-01-01,2025-04-01,100,basic,5,USD\ns1,acme,2025-04-01,,180,pro,9,USD\n";

    /** Each file of Salesforce with a row. */
    static final Map<String, String> SALESFORCE = salesforce();

    static final List<String> CHARGEBEE = List.of(
            """
            {"list":[{"subscription":{"id":"s1","object":"subscription","customer_id":"acme","status":"active","currency_code":"USD",
              "created_at":1735689600,"started_at":1735689600,"trial_start":1735689600,"trial_end":1736899200,"billing_period":1,
              "billing_period_unit":"month","current_term_start":1738368000,"current_term_end":1740787200,"cancelled_at":1743465600,
              "cancel_reason":"not_paid","cancel_schedule_created_at":1741000000,"pause_date":1739000000,"resume_date":1740000000,
              "subscription_items":[{"item_price_id":"team-USD-monthly","item_type":"plan","quantity":5,"unit_price":2000,"amount":10000,
               "free_quantity":1},{"item_price_id":"seat","item_type":"addon","quantity_in_decimal":"2.5","unit_price_in_decimal":"9.99"}],
              "item_tiers":[{"item_price_id":"seat","starting_unit":1,"ending_unit":5,"price":1000},{"item_price_id":"seat","starting_unit":6,"price":800}],
              "discounts":[{"id":"d1","type":"percentage","percentage":25.5,"duration_type":"limited_period","period":3,"period_unit":"month"}],
              "coupons":[{"coupon_id":"c1","apply_till":1743465600}],
              "contract_term":{"contract_start":1735689600,"contract_end":1767225600,"billing_cycle":12,"action_at_term_end":"cancel","cancellation_cutoff_period":30},
              "meta_data":{"crm":"001A"},"cf_region":"EMEA"},
             "customer":{"id":"acme","object":"customer","company":"Acme","email":"ada@acme.example"}}],"next_offset":"[1]"}
            """,
            """
            [{"id":"team-USD-monthly","object":"item_price","item_id":"team","pricing_model":"tiered","price":2000,"period":1,"period_unit":"month",
              "currency_code":"USD","tiers":[{"starting_unit":1,"ending_unit":5,"price":1000},{"starting_unit":6,"price":800}]},
             {"id":"team","object":"item","name":"Team","item_family_id":"f","type":"plan"},
             {"id":"c1","object":"coupon","name":"Ten","discount_type":"fixed_amount","discount_amount":1000,"currency_code":"USD",
              "duration_type":"forever","apply_on":"each_specified_item","item_constraints":[{"item_type":"plan","constraint":"specific","item_price_ids":["team-USD-monthly"]}]}]
            """);

    static final List<String> CHARGEBEE_TABLES = List.of(
            "subscriptions.id,customers.id,customers.company,subscriptions.status,subscriptions.currency_code,created_at,started_at,"
                    + "billing_period,billing_period_unit,subscription_items.item_price_id.0,subscription_items.item_type.0,"
                    + "subscription_items.quantity.0,subscription_items.unit_price.0,discounts[id][0],discounts[percentage][0],"
                    + "discounts[duration_type][0],contract_term.contract_start,coupons,meta_data\n"
                    + "s1,acme,Acme,active,USD,2025-01-01 00:00:00,1735689600,1,month,team,plan,5,2000,d1,25,forever,"
                    + "1735689600,c1;c2,\"{\"\"a\"\":1}\"\n",
            "subscription_id,customer_id,status,currency_code,created_at,cancelled_at,item_price_id,quantity,unit_price\n"
                    + "s1,acme,cancelled,EUR,2025-01-01,2025-03-01,team,5,20\n");

    /** Each file of HubSpot with a row. */
    static final Map<String, String> HUBSPOT = files(
            "company",
            "id,property_name,property_domain,property_createdate,property_numberofemployees,property_annualrevenue,"
                    + "property_hs_parent_company_id,_fivetran_deleted\n1,Acme,acme.example,2025-01-02 10:15:00,12,1e6,2,false\n",
            "contact",
            "Record ID,First Name,Email,Associated Company ID,createdate\n9,Ada,ada@acme.example,1,2025-01-02T10:15:00Z\n",
            "contact_company",
            "contact_id,company_id\n9,1\n",
            "deal",
            "deal_id,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,property_amount,"
                    + "property_deal_currency_code,property_createdate,property_closedate,property_dealtype,"
                    + "property_hs_manual_forecast_category,property_hs_deal_stage_probability,property_hs_is_closed,"
                    + "property_hs_is_closed_won,property_hs_lastmodifieddate,property_hs_v2_date_entered_closedwon,"
                    + "property_associatedcompanyid\n"
                    + "7,default,closedwon,3,Big,1200.50,USD,2025-01-02 10:15:00,2025-03-31 00:00:00,newbusiness,COMMIT,"
                    + "0.9,true,true,2025-04-01 00:00:00,2025-03-31 10:00:00,1\n",
            "deal_company",
            "deal_id,company_id,type_id,category\n7,1,5,HUBSPOT_DEFINED\n",
            "deal_pipeline",
            "pipeline_id,label\ndefault,Sales\n",
            "deal_pipeline_stage",
            "stage_id,pipeline_id,label,probability,closed_won,is_closed\nclosedwon,default,Won,1.0,true,true\n",
            "deal_property_history",
            "deal_id,name,value,timestamp\n7,dealstage,closedwon,1743415200000\n",
            "deal_stage",
            "deal_id,value,date_entered\n7,closedwon,2025-03-31 10:00:00\n",
            "owner",
            "owner_id,first_name,last_name,email,team\n3,Ann,B,a@b.example,East\n");

    /** Each file of Zendesk with a row. */
    static final Map<String, String> ZENDESK = files(
            "organization",
            "id,name,domain_names,external_id,created_at,custom_tier\n1,Acme,\"[\"\"acme.example\"\"]\",001A,2020-02-19 01:54:52,gold\n",
            "user",
            "id,organization_id,role,name,email,created_at\n5,1,end-user,Ada,ada@acme.example,2020-02-19 01:54:52\n",
            "ticket",
            "id,created_at,status,updated_at,solved_at,priority,organization_id,requester_id,assignee_id,via_channel,_fivetran_deleted\n"
                    + "8,2020-02-19 01:54:52,solved,2020-02-21T00:00:00Z,2020-02-20 00:00:00,high,1,5,6,email,false\n",
            "ticket_field_history",
            "ticket_id,field_name,updated,value\n8,status,2020-02-19 02:00:00,open\n",
            "ticket_comment",
            "id,ticket_id,created,user_id,public\n1,8,2020-02-19 03:00:00,6,true\n");

    static final String BAREMETRICS =
            "plan_oid,plan_name,plan_currency,plan_amount,plan_interval,plan_interval_count,customer_oid,customer_name,"
                    + "customer_email,subscription_oid,subscription_started_at,subscription_canceled_at,subscription_quantity\n"
                    + "p1,Team,USD,5000,month,1,acme,Acme,ada@acme.example,s1,2025-01-15,2025-06-30,3\n";

    static final List<String> MAPPINGS = List.of(
            """
            {"schemaVersion": 1, "name": "Deals", "kind": "opportunities",
             "columns": {"a": "opportunity_id", "b": "created", "c": "stage", "d": "amount", "e": "close_date", "f": "probability"},
             "fixed": {"type": "new"}, "joined": {"attr.x": ["a", "b"]}, "history": {"e": {"stage": "Won"}},
             "dates": ["dd.MM.yyyy HH:mm", "iso", "epochSeconds"], "zone": "Europe/Berlin", "decimalMark": ",", "thousandsMark": ".",
             "unit": "minor", "currency": "EUR", "stages": {"Won": "won", "*": "open"}, "empty": ["-"], "encoding": "UTF-8",
             "separator": "semicolon"}
            """,
            """
            {"schemaVersion": 1, "kind": "periods", "columns": {"a": "subscription_id", "b": "customer_id", "c": "start_date",
             "d": "end_date", "e": "yearly_amount"}, "unit": "thousands", "currency": "USD", "end": "inclusive", "lasts": "quarter",
             "values": {"plan": {"x": "y"}}}
            """,
            "{\"schemaVersion\": 1, \"kind\": \"ticket_statuses\", \"columns\": {\"a\": \"ticket_id\", \"b\": \"effective\","
                    + " \"c\": \"status\"}, \"statuses\": {\"*\": \"*\"}, \"dates\": \"M/d/yy\"}");

    /** Rows for whatever columns a mapping names. */
    static final List<List<String>> ROWS = List.of(
            List.of("d1", "01.02.2025 10:00", "Won", "1.234,56", "1738368000", "50 %"),
            List.of("d2", "2025-02-01", "Lost", "-5", "2025-03-01", "", "USD", "x"),
            List.of("s1", "acme", "2025-01-01", "2025-03-31", "12.5", "5"),
            List.of("t1", "1/2/25", "open"));

    private FuzzSeeds() {}

    /** Names and what is in the files, in turn. */
    private static Map<String, String> files(String... namesAndTexts) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return files;
    }

    private static Map<String, String> salesforce() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "Account",
                "Id,Name,CreatedDate,Website,NumberOfEmployees,AnnualRevenue,CurrencyIsoCode,Industry,BillingCountry,OwnerId,Type,"
                        + "Region__c,LastModifiedDate,IsDeleted\n001,Acme,2025-01-02T10:15:00.000+0000,https://www.acme.example,12,1e6,USD,"
                        + "Retail,DE,005,Customer,EMEA,2025-02-03T00:00:00.000Z,false\n");
        files.put(
                "AccountHistory",
                "Id,AccountId,Field,OldValue,NewValue,CreatedDate,DataType\n017,001,Industry,Retail,Tech,2025-01-03T00:00:00Z,Text\n");
        files.put(
                "Opportunity",
                "Id,AccountId,Name,StageName,Amount,CurrencyIsoCode,CloseDate,CreatedDate,Probability,ForecastCategory,IsClosed,"
                        + "IsWon,OwnerId,Type,LeadSource,LastModifiedDate,_fivetran_start\n"
                        + "006,001,Big,Closed Won,1200.50,USD,2025-03-31,2025-01-02T10:15:00.000Z,100,Closed,true,true,005,"
                        + "New Business,Web,2025-03-31T10:00:00.000Z,2025-01-02 10:15:00\n");
        files.put(
                "OpportunityHistory",
                "Id,OpportunityId,StageName,Amount,CloseDate,Probability,ForecastCategory,CreatedDate\n"
                        + "008,006,Proposal,1000,2025-03-31,50,Pipeline,2025-02-01T00:00:00Z\n");
        files.put(
                "OpportunityFieldHistory",
                "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate\n017,006,Amount,1,2,2025-02-01T00:00:00Z\n");
        files.put("OpportunityLineItem", "Id,OpportunityId,TotalPrice,Product2Id,Quantity\n00k,006,10.5,01t,2\n");
        files.put("Product2", "Id,Name,Family,ChargeType__c\n01t,Team,Core,Recurring\n");
        files.put("User", "Id,Name,Email,ManagerId,Title,Department\n005,Ann,a@b.example,,AE,Sales\n");
        files.put("Contact", "Id,AccountId,FirstName,LastName,Email,CreatedDate\n003,001,A,B,a@b.example,2025-01-01\n");
        files.put(
                "Lead",
                "Id,CreatedDate,Email,Company,LeadSource,Status,ConvertedDate,ConvertedAccountId\n"
                        + "00Q,2025-01-01,a@b.example,Acme,Web,Open,2025-01-05,001\n");
        files.put("Campaign", "Id,Name,Type,StartDate,EndDate,BudgetedCost\n701,Ads,Web,2025-01-01,2025-02-01,1000\n");
        files.put("Task", "Id,ActivityDate,Type,OwnerId,WhoId,WhatId,IsClosed\n00T,2025-01-05,Call,005,003,006,true\n");
        files.put("Event", "Id,StartDateTime,OwnerId,WhatId,DurationInMinutes\n00U,2025-01-05T10:00:00Z,005,006,30\n");
        return files;
    }

    /** A sheet that a mapping reads. */
    static String sheet(String mapping) {
        Map<String, String> columns = Mapping.shipped(mapping).columns();
        MappedKind kind = MappedKind.named(Mapping.shipped(mapping).kind()).orElseThrow();
        Iterator<String> fields = columns.values().iterator();
        StringBuilder row = new StringBuilder();
        while (fields.hasNext()) {
            row.append(row.isEmpty() ? "" : ",")
                    .append(value(kind.type(fields.next()).orElseThrow()));
        }
        return "\"" + String.join("\",\"", columns.keySet()) + "\"\n" + row + "\n";
    }

    static String csv(Kind kind) {
        return kind.columns().stream().map(Form.Column::name).collect(Collectors.joining(",")) + "\n"
                + kind.columns().stream().map(FuzzSeeds::value).collect(Collectors.joining(",")) + "\n";
    }

    static String json(Kind kind) {
        return "{\"schemaVersion\": 1, \"" + kind.name() + "\": [{"
                + kind.columns().stream()
                        .map(c -> "\"" + c.name() + "\": \"" + value(c) + "\"")
                        .collect(Collectors.joining(", "))
                + "}]}";
    }

    private static String value(Form.Column column) {
        Map<String, String> words = Map.ofEntries(
                Map.entry("billing_interval", "month"),
                Map.entry("list_billing_interval", "month"),
                Map.entry("renewal", "automatic"),
                Map.entry("duration", "forever"),
                Map.entry("cause", "voluntary"),
                Map.entry("category", "commit"),
                Map.entry("outcome", "won"),
                Map.entry("type", "new"),
                Map.entry("proration", "prorated"),
                Map.entry("kind", "recurring"));
        return column.type() == CellType.CHOICE ? words.getOrDefault(column.name(), "") : value(column.type());
    }

    private static String value(CellType type) {
        return switch (type) {
            case TEXT -> "x";
            case MOMENT, DAY -> "2025-03-01";
            case INSTANT -> "2025-03-01T00:00:00Z";
            case NUMBER -> "5";
            case AMOUNT -> "19.99";
            case CURRENCY -> "USD";
            case CHOICE -> "open";
        };
    }

    /** Words that the fuzzer puts together, one for each column. */
    static List<String> words() {
        return java.util.stream.Stream.concat(
                        NativeKinds.ALL.stream()
                                .flatMap(k -> k.columns().stream())
                                .map(Form.Column::name),
                        Arrays.stream(
                                ("1e100000000,1E+99,-0,+999999999-12-31T23:59:59Z,9999-12-31,0000-00-00,2025-02-29,'=,'',null,true,"
                                                + "\"\",NaN,attr.,attr.x,1738368000,99999999999999999999,EUR,JPY,XXX,[[[[[[[[,{{{{")
                                        .split(",", -1)))
                .distinct()
                .toList();
    }
}
