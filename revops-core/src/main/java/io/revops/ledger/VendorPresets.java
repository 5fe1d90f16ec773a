package io.revops.ledger;

import java.util.List;

/** The presets of the library, from what the vendors publish. */
final class VendorPresets {
    private static final String CHARTMOGUL_MOVEMENTS = "https://help.chartmogul.com/hc/en-us/articles/201244842";
    private static final String CHARTMOGUL_SETTINGS =
            "https://help.chartmogul.com/hc/en-us/articles/15384089786524-Configuring-Subscription-Analytics-settings";
    private static final String STRIPE = "https://docs.stripe.com/billing/subscriptions/analytics/glossary";
    private static final String PROFITWELL_STRIPE =
            "https://learn.profitwell.com/article/gf9qqkyplu-profitwell-vs-stripe";
    private static final String PROFITWELL_PADDLE =
            "https://learn.profitwell.com/article/ldosvdtpmm-why-is-my-mrr-in-profit-well-different-than-paddle";
    private static final String PROFITWELL_CHARGIFY =
            "https://learn.profitwell.com/article/3xteyrvof6-why-are-my-metrics-in-profit-well-different-than-chargify";
    private static final String PROFITWELL_REFUNDS = "https://learn.profitwell.com/article/ecb3zzxewx-refunds";
    private static final String PROFITWELL_RECURLY =
            "https://learn.profitwell.com/article/b04f7czyr6-profitwell-vs-recurly";
    private static final String RECURLY = "https://docs.recurly.com/docs/monthly-recurring-revenue";
    private static final String RECURLY_CHURN =
            "https://support.recurly.com/hc/en-us/articles/360041809372-Why-do-the-Churn-Contraction-MRR-figures-show-0-for-my-1st-month-";
    private static final String RECURLY_FAILED =
            "https://support.recurly.com/hc/en-us/articles/360027455352-How-Are-Failed-Invoices-Handled-in-the-MRR-Calculation";
    private static final String CHARGEBEE_FUTURE =
            "https://www.chargebee.com/docs/billing/2.0/kb/reports-and-analytics/how-to-calculate-the-mrr-value-for-the-customers-whose-subscription-change-is-in-the-future";
    private static final String CHARGEBEE_COUPONS =
            "https://www.chargebee.com/docs/billing/2.0/kb/reports-and-analytics/how-limited-coupons-are-calculated-for-yearly-subscriptions-mrr-calculations";
    private static final String CHARGEBEE = "https://www.chargebee.com/docs/2.0/charts.html";
    private static final String MAXIO =
            "https://paddle.com/help/profitwell-metrics/measure/compare/profitwell-vs-chargify";
    private static final String BAREMETRICS = "https://changelog.baremetrics.com";
    private static final String FIRSTOFFICER = "https://firstofficer.io/blog/calculation-principles";
    private static final String FIRSTOFFICER_REFUNDS =
            "https://firstofficer.io/blog/mrr-calculation-principles-for-annual-subscription-refunds";
    private static final String KILL_BILL = "https://github.com/killbill/killbill-analytics-plugin";
    private static final String DBT_STRIPE = "https://github.com/fivetran/dbt_stripe";
    private static final String PLAYBOOK = "https://github.com/dbt-labs/mrr-playbook";
    private static final String STANDARDS_BOARD = "https://www.saasmetricsboard.com";

    static final List<PolicyPreset> ALL = List.of(
            PolicyPreset.builder("standard", "The standard of this library").build(),
            chartmogul(),
            stripe(),
            profitwell(),
            recurly(),
            chargebee(),
            maxio(),
            baremetrics(),
            firstofficer(),
            killBill(),
            fivetranDbt(),
            dbtPlaybook(),
            standardsBoard());

    private VendorPresets() {}

    private static PolicyPreset chartmogul() {
        return PolicyPreset.builder("chartmogul", "ChartMogul")
                .choose(
                        CHARTMOGUL_MOVEMENTS,
                        Basis.EVENT,
                        SamePeriod.COUNT_BOTH,
                        Grain.ACCOUNT,
                        SourceBasis.INVOICE_LINE,
                        ProratedLines.USE,
                        DiscountRule.ALL_ACTIVE,
                        Trial.EXCLUDE,
                        Reactivation.ANY)
                .choose(
                        CHARTMOGUL_SETTINGS,
                        ChurnTiming.BILLING_END,
                        FreeAccount.ACTIVE,
                        PastDue.INCLUDE_UNTIL_TERMINAL,
                        Refund.IGNORE,
                        Grouping.minutes(60))
                .choose("amounts are shown in cents", StateRounding.CENTS)
                .choose("nearest to the rate at the start of a service with a row for its effect", FxMethod.CLOSE_RATE)
                .limit("It values a currency at the rate of the day on which each service period starts.")
                .limit("From Recurly, a pause is churn and its end a reactivation; from other systems, it is kept.")
                .limit("Accounts may have chosen another churn recognition, free customer or refund setting.")
                .build();
    }

    private static PolicyPreset stripe() {
        return PolicyPreset.builder("stripe", "Stripe Billing")
                .choose(
                        STRIPE,
                        Basis.EVENT,
                        SourceBasis.SUBSCRIPTION_STATE,
                        Trial.EXCLUDE,
                        Usage.EXCLUDE,
                        Tax.EXCLUDE,
                        PastDue.INCLUDE_UNTIL_TERMINAL,
                        Unpaid.EXCLUDE,
                        FxMethod.CLOSE_RATE,
                        Grain.ACCOUNT)
                .choose(PROFITWELL_STRIPE, DiscountRule.FOREVER_ONLY, SamePeriod.COUNT_BOTH, ChurnTiming.CANCEL_REQUEST)
                .limit("A setting counts a trial from its first day; another, in preview, counts usage.")
                .limit("Charts of a day end in the account's time zone: set the reporting zone.")
                .build();
    }

    private static PolicyPreset profitwell() {
        return PolicyPreset.builder("profitwell", "ProfitWell Metrics")
                .choose(
                        PROFITWELL_STRIPE,
                        Basis.NET,
                        SamePeriod.IGNORE,
                        ChurnTiming.SERVICE_END,
                        DiscountRule.ALL_ACTIVE)
                .choose(PROFITWELL_CHARGIFY, Pause.ZERO_ACTIVE, Reactivation.ANY, Usage.ACTUAL)
                .choose(PROFITWELL_REFUNDS, Refund.ANNUAL_CANCEL_ONLY)
                .choose(PROFITWELL_PADDLE, FxMethod.START_LOCKED, Trial.EXCLUDE, FreeAccount.CHURNED)
                .choose(
                        "http://bssubs.net/profit-well-faqs-for-paddle-users.html",
                        PastDue.INCLUDE_UNTIL_TERMINAL,
                        Tax.EXCLUDE)
                .limit("Delinquent churn at the end of the dunning window needs its length: PastDue.autoChurn(days).")
                .limit("One page for Paddle users says that metered billing is not supported; others roll it into MRR.")
                .build();
    }

    private static PolicyPreset recurly() {
        return PolicyPreset.builder("recurly", "Recurly")
                .choose(
                        RECURLY,
                        SourceBasis.INVOICE_LINE,
                        ProratedLines.AS_BILLED,
                        Refund.CREDIT_REDUCES,
                        Tax.EXCLUDE,
                        Usage.EXCLUDE,
                        FxMethod.CLOSE_RATE)
                .choose(RECURLY_CHURN, Basis.NET, MonthValue.CLOSE, Grain.ACCOUNT)
                .choose(RECURLY_FAILED, PastDue.INCLUDE_UNTIL_TERMINAL)
                .choose(PROFITWELL_RECURLY, DiscountRule.ALL_ACTIVE, Pause.ZERO_ACTIVE)
                .choose("a return after a month at 0: every return, where months are net", Reactivation.ANY)
                .choose("a month has 30 days", DayFactor.THIRTY)
                .choose("a bill counts for the time it pays for", ChurnTiming.SERVICE_END)
                .limit("A pause begins at the end of the billing period there: date it so.")
                .limit("Failed charges and coupons may be left out by a setting.")
                .limit("Figures of today use today's exchange rates, those of the past the rates of their time.")
                .build();
    }

    private static PolicyPreset chargebee() {
        return PolicyPreset.builder("chargebee", "Chargebee RevenueStory")
                .choose(CHARGEBEE_FUTURE, SourceBasis.SUBSCRIPTION_STATE, Trial.EXCLUDE, Usage.EXCLUDE, Tax.EXCLUDE)
                .choose(CHARGEBEE_COUPONS, DiscountRule.RECURRING_ONLY)
                .choose(CHARGEBEE, Basis.EVENT, SamePeriod.COUNT_BOTH, Reactivation.ANY, Refund.IGNORE)
                .choose("a resumed subscription counts as expansion", Pause.ZERO_ACTIVE)
                .choose("amounts are converted at the rate of the period, with its effect apart", FxMethod.CLOSE_RATE)
                .limit("A coupon for a limited time on a yearly subscription is left out there, and reduces here.")
                .limit("Flexible MRR, a setting, adds one-time coupons, charges and usage.")
                .limit("Two cancellation charts leave out who cancelled in the month of activation.")
                .build();
    }

    private static PolicyPreset maxio() {
        return PolicyPreset.builder("maxio", "Maxio (Chargify)")
                .choose(
                        MAXIO,
                        Basis.EVENT,
                        SamePeriod.COUNT_BOTH,
                        ChurnTiming.CANCEL_REQUEST,
                        DiscountRule.ALL_ACTIVE,
                        Refund.IGNORE,
                        Pause.KEEP,
                        Reactivation.within(90),
                        Usage.EXCLUDE)
                .limit("Usage is a category of its own there, beside MRR.")
                .limit(
                        "A component added within a period shows with the next period there: https://help.chargify.com/reports/mrr-faq.html")
                .build();
    }

    private static PolicyPreset baremetrics() {
        return PolicyPreset.builder("baremetrics", "Baremetrics")
                .choose(BAREMETRICS, Basis.EVENT, SamePeriod.COUNT_BOTH, Trial.EXCLUDE)
                .choose(
                        "a failed charge churns after 30 days, as its users report; not rechecked",
                        PastDue.autoChurn(30))
                .choose("recurring coupons lower MRR while they last", DiscountRule.ALL_ACTIVE)
                .limit("Little of how it counts is published: what is not listed is the standard.")
                .build();
    }

    private static PolicyPreset firstofficer() {
        return PolicyPreset.builder("firstofficer", "FirstOfficer")
                .choose(
                        FIRSTOFFICER,
                        SourceBasis.INVOICE_LINE,
                        Tax.INCLUDE,
                        DiscountRule.ALL_ACTIVE,
                        ChurnTiming.NON_RENEWAL,
                        Basis.NET)
                .choose(FIRSTOFFICER_REFUNDS, Refund.FULL_REFUND_ENDS)
                .limit("The loss of a new customer reduces New MRR there; net months show neither.")
                .limit("Partial refunds are spread over the time they are for there, and ignored here.")
                .build();
    }

    private static PolicyPreset killBill() {
        return PolicyPreset.builder("kill-bill", "Kill Bill analytics")
                .choose(
                        KILL_BILL,
                        SourceBasis.CATALOG,
                        DiscountRule.NONE,
                        WeekFactor.NONE,
                        DayFactor.NONE,
                        StateRounding.FOUR_DIGITS,
                        FxMethod.START_LOCKED,
                        FreeAccount.CHURNED,
                        Basis.NET)
                .limit("Its tables are transitions of subscriptions; what an account did is a view on them.")
                .limit("Phases that the catalogue knows (trial, discount, evergreen) come from the subscription here.")
                .build();
    }

    private static PolicyPreset fivetranDbt() {
        return PolicyPreset.builder("fivetran-dbt", "Fivetran's dbt package for Stripe")
                .choose(
                        DBT_STRIPE,
                        Basis.NET,
                        MonthValue.CLOSE,
                        Grain.ITEM,
                        SourceBasis.SUBSCRIPTION_STATE,
                        WeekFactor.EXACT,
                        DayFactor.NONE,
                        DiscountRule.NONE,
                        Trial.COUNT_FROM_START,
                        Reactivation.ANY)
                .limit("An item that is free first and then paid is expansion there; it is new here.")
                .limit("Since its version 1.9, past months use the quantity that was invoiced.")
                .build();
    }

    private static PolicyPreset dbtPlaybook() {
        return PolicyPreset.builder("dbt-playbook", "The dbt MRR playbook")
                .choose(
                        PLAYBOOK,
                        Basis.NET,
                        MonthValue.CLOSE,
                        Grain.ACCOUNT,
                        FreeAccount.CHURNED,
                        Reactivation.ANY,
                        GapTolerance.NONE)
                .limit(
                        "It reads the first day of each month: a start on another day shows a month later there, and an end in its own month.")
                .build();
    }

    private static PolicyPreset standardsBoard() {
        return PolicyPreset.builder("saas-metrics-standards-board", "SaaS Metrics Standards Board")
                .choose(
                        STANDARDS_BOARD,
                        Basis.NET,
                        Grain.ACCOUNT,
                        SourceBasis.SUBSCRIPTION_STATE,
                        DiscountRule.ALL_ACTIVE,
                        Trial.EXCLUDE,
                        Usage.COMMITTED,
                        Tax.EXCLUDE,
                        ChurnTiming.BILLING_END)
                .limit(
                        "The standard defines annual figures of contracts and leaves pauses, late bills and returns open.")
                .build();
    }
}
