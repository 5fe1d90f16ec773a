package io.revops.catalog;

import io.revops.metric.Metric;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.bookings.BookedAmount;
import io.revops.metric.bookings.BookedRunRate;
import io.revops.metric.bookings.ContractYears;
import io.revops.metric.bookings.MultiYearBookings;
import io.revops.metric.cohort.CohortMetric;
import io.revops.metric.customer.ActiveCustomers;
import io.revops.metric.customer.Arpa;
import io.revops.metric.customer.LostCustomers;
import io.revops.metric.efficiency.QuickRatio;
import io.revops.metric.recurring.Arr;
import io.revops.metric.recurring.MovedMrr;
import io.revops.metric.recurring.Mrr;
import io.revops.metric.recurring.MrrChange;
import io.revops.metric.recurring.MrrMovements;
import io.revops.metric.retention.LogoChurn;
import io.revops.metric.retention.RevenueRetention;
import io.revops.metric.sales.OpenPipeline;
import io.revops.metric.sales.QuotaCoverage;
import io.revops.metric.sales.WinRate;
import io.revops.money.Money;
import io.revops.money.RunRate;

/** One constant for each metric, to be imported statically. */
public final class Metrics {
    public static final Mrr MRR = new Mrr();
    public static final Arr ARR = new Arr();

    /** The movements of each month of a span, added up. */
    public static final MrrMovements MRR_MOVEMENTS = MrrMovements.monthly();

    /** The two ends of a span. */
    public static final MrrChange MRR_CHANGE = new MrrChange();

    public static final Metric<RunRate> NEW_MRR = MovedMrr.ofNew();
    public static final Metric<RunRate> EXPANSION_MRR = MovedMrr.ofExpansion();
    public static final Metric<RunRate> CONTRACTION_MRR = MovedMrr.ofContraction();
    public static final Metric<RunRate> CHURNED_MRR = MovedMrr.ofChurn();
    public static final Metric<RunRate> REACTIVATION_MRR = MovedMrr.ofReactivation();

    public static final Metric<Ratio> NET_REVENUE_RETENTION = RevenueRetention.net();
    public static final Metric<Ratio> GROSS_REVENUE_RETENTION = RevenueRetention.gross();
    public static final Metric<Ratio> NET_REVENUE_RETENTION_FLOW = RevenueRetention.netFlow();
    public static final Metric<Ratio> GROSS_REVENUE_RETENTION_FLOW = RevenueRetention.grossFlow();
    public static final Metric<Ratio> LOGO_CHURN = new LogoChurn();

    public static final Metric<RunRate> ARPA = new Arpa();
    public static final Metric<Long> ACTIVE_CUSTOMERS = new ActiveCustomers();
    public static final Metric<Long> LOST_CUSTOMERS = new LostCustomers();
    public static final Metric<Ratio> QUICK_RATIO = new QuickRatio();

    public static final Metric<Proportion> WIN_RATE = new WinRate();
    public static final Metric<Money> OPEN_PIPELINE = new OpenPipeline();
    public static final Metric<Ratio> QUOTA_COVERAGE = new QuotaCoverage();

    public static final Metric<Money> BOOKINGS_TCV = BookedAmount.total();
    public static final Metric<Money> RECURRING_BOOKINGS = BookedAmount.recurring();
    public static final Metric<Money> ONE_TIME_BOOKINGS = BookedAmount.oneTime();
    public static final Metric<RunRate> ARR_BOOKED = BookedRunRate.arr();
    public static final Metric<RunRate> ACV_BOOKED = BookedRunRate.averageYear();
    public static final Metric<Money> ACV_BOOKED_FIRST_YEAR = BookedAmount.firstYear();
    public static final Metric<RunRate> EXIT_ARR_BOOKED = BookedRunRate.exitArr();
    public static final Metric<ContractYears> MULTI_YEAR_BOOKINGS = new MultiYearBookings();

    /** How many accounts of each cohort are active at each age; {@code with} a cadence and an age. */
    public static final CohortMetric<Long> ACCOUNT_COHORTS = CohortMetric.accounts();

    public static final CohortMetric<RunRate> MRR_COHORTS = CohortMetric.mrr();
    public static final CohortMetric<Ratio> LOGO_RETENTION_COHORTS = CohortMetric.logoRetention();
    public static final CohortMetric<Ratio> REVENUE_RETENTION_COHORTS = CohortMetric.revenueRetention();

    private Metrics() {}
}
