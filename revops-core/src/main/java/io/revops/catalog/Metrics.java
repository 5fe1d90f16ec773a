package io.revops.catalog;

import io.revops.metric.MedianWait;
import io.revops.metric.Metric;
import io.revops.metric.Months;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.bookings.BookedAmount;
import io.revops.metric.bookings.BookedRunRate;
import io.revops.metric.bookings.ContractYears;
import io.revops.metric.bookings.MultiYearBookings;
import io.revops.metric.bookings.RemainingObligation;
import io.revops.metric.cohort.CohortMetric;
import io.revops.metric.customer.ActiveCustomers;
import io.revops.metric.customer.Arpa;
import io.revops.metric.customer.Arps;
import io.revops.metric.customer.Arpu;
import io.revops.metric.customer.Asp;
import io.revops.metric.customer.LostCustomers;
import io.revops.metric.efficiency.QuickRatio;
import io.revops.metric.engagement.ActiveAccounts;
import io.revops.metric.engagement.ActiveDays;
import io.revops.metric.engagement.ActiveUsers;
import io.revops.metric.engagement.ClosedLoopRate;
import io.revops.metric.engagement.DepthByBand;
import io.revops.metric.engagement.DepthMix;
import io.revops.metric.engagement.EscalationRate;
import io.revops.metric.engagement.FeatureAdoption;
import io.revops.metric.engagement.FeatureBreadth;
import io.revops.metric.engagement.FeatureDepth;
import io.revops.metric.engagement.FeedbackByTheme;
import io.revops.metric.engagement.FeedbackThemes;
import io.revops.metric.engagement.FirstReplyTime;
import io.revops.metric.engagement.NetPromoterScore;
import io.revops.metric.engagement.OnboardedInTime;
import io.revops.metric.engagement.OnboardingCompletion;
import io.revops.metric.engagement.ReopenRate;
import io.revops.metric.engagement.ResolutionTime;
import io.revops.metric.engagement.Satisfaction;
import io.revops.metric.engagement.Stickiness;
import io.revops.metric.engagement.TicketBacklog;
import io.revops.metric.engagement.TicketVolume;
import io.revops.metric.engagement.TicketsPerCustomer;
import io.revops.metric.engagement.TimeToValue;
import io.revops.metric.recurring.Arr;
import io.revops.metric.recurring.ArrBacklog;
import io.revops.metric.recurring.AvailableToRenew;
import io.revops.metric.recurring.ByConvention;
import io.revops.metric.recurring.CauseMrr;
import io.revops.metric.recurring.Causes;
import io.revops.metric.recurring.Cmgr;
import io.revops.metric.recurring.CommittedMrr;
import io.revops.metric.recurring.ContractedArr;
import io.revops.metric.recurring.ExpansionByCause;
import io.revops.metric.recurring.Growth;
import io.revops.metric.recurring.Hhi;
import io.revops.metric.recurring.LiveArr;
import io.revops.metric.recurring.Migrations;
import io.revops.metric.recurring.MovedMrr;
import io.revops.metric.recurring.Mrr;
import io.revops.metric.recurring.MrrChange;
import io.revops.metric.recurring.MrrMovements;
import io.revops.metric.recurring.NetExpansion;
import io.revops.metric.recurring.NetExpansionRate;
import io.revops.metric.recurring.NewShare;
import io.revops.metric.recurring.NotLiveAtRisk;
import io.revops.metric.recurring.RenewalCalendar;
import io.revops.metric.recurring.SeatGrowth;
import io.revops.metric.recurring.SellRate;
import io.revops.metric.recurring.ShareLive;
import io.revops.metric.recurring.SizedExpansion;
import io.revops.metric.recurring.TierMigration;
import io.revops.metric.recurring.TopShare;
import io.revops.metric.recurring.TrialConversion;
import io.revops.metric.recurring.TrialStarts;
import io.revops.metric.retention.CausedChurn;
import io.revops.metric.retention.CausedChurnRate;
import io.revops.metric.retention.ChurnByReason;
import io.revops.metric.retention.ChurnReasons;
import io.revops.metric.retention.ChurnVariability;
import io.revops.metric.retention.CompoundedChurn;
import io.revops.metric.retention.LogoChurn;
import io.revops.metric.retention.LogoRetention;
import io.revops.metric.retention.MrrChurn;
import io.revops.metric.retention.RenewalRate;
import io.revops.metric.retention.RevenueRetention;
import io.revops.metric.retention.Variability;
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

    public static final Metric<Ratio> LOGO_RETENTION = new LogoRetention();
    public static final Metric<Ratio> REVENUE_CHURN = MrrChurn.lost();
    public static final Metric<Ratio> GROSS_MRR_CHURN = MrrChurn.gross();
    public static final Metric<Ratio> NET_MRR_CHURN = MrrChurn.net();

    /** The churn a month of the last twelve, and the churn a year of the last three; of others with {@code CompoundedChurn}. */
    public static final Metric<Ratio> MONTHLY_REVENUE_CHURN = CompoundedChurn.monthly(Months.of(12));

    public static final Metric<Ratio> ANNUALISED_REVENUE_CHURN = CompoundedChurn.annualised(Months.of(3));

    public static final Metric<Ratio> RENEWAL_RATE = RenewalRate.byValue();
    public static final Metric<Ratio> RENEWAL_RATE_BY_COUNT = RenewalRate.byCount();
    public static final Metric<ChurnReasons> CHURN_BY_REASON = new ChurnByReason();
    public static final Metric<RunRate> VOLUNTARY_CHURNED_MRR = CausedChurn.voluntary();
    public static final Metric<RunRate> INVOLUNTARY_CHURNED_MRR = CausedChurn.involuntary();
    public static final Metric<RunRate> CHURNED_MRR_OF_UNKNOWN_CAUSE = CausedChurn.ofUnknownCause();
    public static final Metric<Ratio> VOLUNTARY_CHURN = CausedChurnRate.voluntary();
    public static final Metric<Ratio> INVOLUNTARY_CHURN = CausedChurnRate.involuntary();
    public static final Metric<Ratio> CHURN_OF_UNKNOWN_CAUSE = CausedChurnRate.ofUnknownCause();
    public static final Metric<Variability> REVENUE_CHURN_VARIABILITY = ChurnVariability.ofMrr();
    public static final Metric<Variability> LOGO_CHURN_VARIABILITY = ChurnVariability.ofLogos();

    public static final Metric<RunRate> CONTRACTED_ARR = new ContractedArr();
    public static final Metric<RunRate> LIVE_ARR = new LiveArr();
    public static final Metric<RunRate> NOT_LIVE_ARR = ArrBacklog.notLive();

    /** Contracted ARR less ARR. */
    public static final Metric<RunRate> CONTRACTED_ARR_GAP = ArrBacklog.gap();

    public static final Metric<Ratio> SHARE_LIVE = new ShareLive();

    /** Within ninety days of the renewal; another window with {@code NotLiveAtRisk.within(...)}. */
    public static final Metric<RunRate> NOT_LIVE_AT_RISK = NotLiveAtRisk.standard();

    /** Within a year; another horizon with {@code CommittedMrr.within(...)}. */
    public static final Metric<RunRate> COMMITTED_MRR = CommittedMrr.standard();

    public static final Metric<RenewalCalendar> AVAILABLE_TO_RENEW = new AvailableToRenew();
    public static final Metric<RunRate> GROSS_MRR = ByConvention.gross();
    public static final Metric<RunRate> DISCOUNTED_MRR = ByConvention.discount();
    public static final Metric<RunRate> TRIAL_MRR = ByConvention.onTrial();
    public static final Metric<RunRate> PAST_DUE_MRR = ByConvention.pastDue();
    public static final Metric<Long> TRIAL_STARTS = new TrialStarts();
    public static final Metric<Proportion> TRIAL_CONVERSION = new TrialConversion();

    public static final Metric<Causes> EXPANSION_BY_CAUSE = new ExpansionByCause();
    public static final Metric<RunRate> PRICE_MRR = CauseMrr.price();
    public static final Metric<RunRate> VOLUME_MRR = CauseMrr.volume();
    public static final Metric<RunRate> MIX_MRR = CauseMrr.mix();
    public static final Metric<RunRate> CROSS_SELL_MRR = CauseMrr.crossSell();
    public static final Metric<RunRate> SWITCHED_MRR = CauseMrr.switched();
    public static final Metric<RunRate> MINOR_EXPANSION_MRR = SizedExpansion.minor();
    public static final Metric<RunRate> MAJOR_EXPANSION_MRR = SizedExpansion.major();
    public static final Metric<Ratio> UPSELL_RATE = SellRate.upsoldAccounts();
    public static final Metric<Ratio> UPSELL_RATE_BY_VALUE = SellRate.upsoldMrr();
    public static final Metric<Ratio> CROSS_SELL_RATE = SellRate.crossSoldAccounts();
    public static final Metric<Ratio> CROSS_SELL_RATE_BY_VALUE = SellRate.crossSoldMrr();
    public static final Metric<Ratio> SEAT_GROWTH = new SeatGrowth();

    /** By the tier of products; by another dimension with {@code TierMigration.by(...)}. */
    public static final Metric<Migrations> TIER_MIGRATION = TierMigration.ofProducts();

    public static final Metric<RunRate> NET_EXPANSION = new NetExpansion();
    public static final Metric<Ratio> NET_EXPANSION_RATE = new NetExpansionRate();
    public static final Metric<Ratio> ARR_GROWTH = new Growth();

    /** Of twelve months; of others with {@code Cmgr.over(...)}. */
    public static final Metric<Ratio> CMGR = Cmgr.trailingYear();

    public static final Metric<Ratio> NEW_SHARE = new NewShare();

    /** Of the ten largest; of others with {@code TopShare.of(...)}. */
    public static final Metric<Ratio> TOP_SHARE = TopShare.ofTen();

    public static final Metric<Ratio> CONCENTRATION = new Hhi();

    public static final Metric<RunRate> ARPA = new Arpa();
    public static final Metric<RunRate> ARPU = new Arpu();
    public static final Metric<RunRate> ARPS = new Arps();
    public static final Metric<RunRate> AVERAGE_SALE_PRICE = new Asp();
    public static final Metric<Long> ACTIVE_CUSTOMERS = new ActiveCustomers();
    public static final Metric<Long> LOST_CUSTOMERS = new LostCustomers();
    public static final Metric<Ratio> QUICK_RATIO = new QuickRatio();

    public static final Metric<Ratio> NET_PROMOTER_SCORE = new NetPromoterScore();
    public static final Metric<Proportion> SATISFACTION = new Satisfaction();

    /** By what the answers say themselves; by themes of your own with {@code FeedbackByTheme.of(...)}. */
    public static final Metric<FeedbackThemes> FEEDBACK_BY_THEME = FeedbackByTheme.standard();

    /** Within fourteen days; within others with {@code ClosedLoopRate.within(...)}. */
    public static final Metric<Proportion> CLOSED_LOOP_RATE = ClosedLoopRate.standard();

    /** Of a month: daily over monthly active users. */
    public static final Metric<Ratio> STICKINESS = new Stickiness();

    /** To the first use of anything; to that of what the product is worth with {@code TimeToValue.of("reports")}. */
    public static final Metric<MedianWait> TIME_TO_VALUE = TimeToValue.ofFirstUse();

    /** First use within 30 days; by milestones of your own with {@code OnboardingCompletion.of(...)}. */
    public static final Metric<Ratio> ONBOARDING_COMPLETION = OnboardingCompletion.standard();

    /** The same with {@code OnboardedInTime.of(...)}. */
    public static final Metric<Proportion> ONBOARDED_IN_TIME = OnboardedInTime.standard();

    /** Of every feature that anybody ever used; of those that are available with {@code FeatureAdoption.of(...)}. */
    public static final Metric<Ratio> FEATURE_ADOPTION = FeatureAdoption.standard();

    public static final Metric<Ratio> ACTIVE_DAYS = new ActiveDays();
    public static final Metric<Long> DAILY_ACTIVE_USERS = ActiveUsers.daily();
    public static final Metric<Long> WEEKLY_ACTIVE_USERS = ActiveUsers.weekly();
    public static final Metric<Long> MONTHLY_ACTIVE_USERS = ActiveUsers.monthly();
    public static final Metric<Long> DAILY_ACTIVE_ACCOUNTS = ActiveAccounts.daily();
    public static final Metric<Long> WEEKLY_ACTIVE_ACCOUNTS = ActiveAccounts.weekly();
    public static final Metric<Long> MONTHLY_ACTIVE_ACCOUNTS = ActiveAccounts.monthly();
    public static final Metric<Ratio> FEATURE_DEPTH = new FeatureDepth();
    public static final Metric<Ratio> FEATURE_BREADTH = new FeatureBreadth();

    /** One feature, 2 to 3, 4 and more; by other bands with {@code DepthByBand.of(...)}. */
    public static final Metric<DepthMix> USERS_BY_DEPTH = DepthByBand.standard();

    public static final Metric<Long> TICKETS_OPENED = new TicketVolume();
    public static final Metric<Ratio> TICKETS_PER_CUSTOMER = new TicketsPerCustomer();
    public static final Metric<Long> TICKET_BACKLOG = new TicketBacklog();
    public static final Metric<MedianWait> TIME_TO_RESOLUTION = new ResolutionTime();
    public static final Metric<MedianWait> TIME_TO_FIRST_REPLY = new FirstReplyTime();
    public static final Metric<Proportion> TICKET_REOPEN_RATE = new ReopenRate();

    /** By the status "escalated"; by others with {@code EscalationRate.of(...)}. */
    public static final Metric<Proportion> TICKET_ESCALATION_RATE = EscalationRate.standard();

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
    public static final Metric<Money> RPO = RemainingObligation.asPriced();
    public static final Metric<Money> CURRENT_RPO = RemainingObligation.currentAsPriced();
    public static final Metric<Money> RPO_STRAIGHT_LINE = RemainingObligation.straightLine();
    public static final Metric<Money> CURRENT_RPO_STRAIGHT_LINE = RemainingObligation.currentStraightLine();

    /** How many accounts of each cohort are active at each age; {@code with} a cadence and an age. */
    public static final CohortMetric<Long> ACCOUNT_COHORTS = CohortMetric.accounts();

    public static final CohortMetric<RunRate> MRR_COHORTS = CohortMetric.mrr();
    public static final CohortMetric<Ratio> LOGO_RETENTION_COHORTS = CohortMetric.logoRetention();
    public static final CohortMetric<Ratio> REVENUE_RETENTION_COHORTS = CohortMetric.revenueRetention();

    private Metrics() {}
}
