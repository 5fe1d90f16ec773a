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
