package io.revops.load;

import io.revops.book.Activity;
import io.revops.book.ActivityId;
import io.revops.book.Campaign;
import io.revops.book.Contact;
import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.Lead;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityLine;
import io.revops.book.Outcome;
import io.revops.book.ProductKind;
import io.revops.book.Quota;
import io.revops.book.QuotaId;
import io.revops.book.Rep;
import io.revops.book.Spend;
import io.revops.book.SpendId;
import io.revops.book.StatusChange;
import io.revops.book.Touch;
import io.revops.book.TouchId;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of deals and of what leads to them: people, leads, campaigns, activities, sellers and their quotas. */
final class NativeSales {
    private static final Cell<ForecastCategory> CATEGORY = Cell.oneOf(ForecastCategory.class);
    private static final Cell<Outcome> OUTCOME = Cell.oneOf(Outcome.class);
    private static final Cell<ProductKind> KIND = Cell.oneOf(ProductKind.class);

    private NativeSales() {}

    static final Form<Contact.Builder, Contact> CONTACTS = Form.<Contact.Builder, Contact>of(
                    row -> Contact.builder(
                                    Cell.CONTACT.required(row, "contact_id"), Cell.ACCOUNT.required(row, "account_id"))
                            .source(row.source()),
                    Contact.Builder::build)
            .needs("contact_id", Cell.CONTACT, Contact::id)
            .needs("account_id", Cell.ACCOUNT, Contact::account)
            .may("name", Cell.TEXT, Contact::name, Contact.Builder::name)
            .may("email", Cell.TEXT, Contact::email, Contact.Builder::email)
            .may("role", Cell.TEXT, Contact::role, Contact.Builder::role)
            .may("created", Cell.MOMENT, Contact::created, Contact.Builder::created)
            .may("left", Cell.MOMENT, Contact::left, Contact.Builder::left)
            .may("engagement_score", Cell.DECIMAL, Contact::engagementScore, Contact.Builder::engagementScore)
            .recorded(Contact::recorded, Contact.Builder::recorded);

    private static final Form<OpportunityChange.Builder, OpportunityChange> INLINE =
            changes(row -> OpportunityChange.builder("created", Cell.MOMENT.required(row, "created")));

    static final Form<Opportunity.Builder, Opportunity> OPPORTUNITIES = Form.<Opportunity.Builder, Opportunity>of(
                    row -> Opportunity.builder(
                                    Cell.OPPORTUNITY.required(row, "opportunity_id"),
                                    Cell.MOMENT.required(row, "created"))
                            .source(row.source()),
                    Opportunity.Builder::build)
            .needs("opportunity_id", Cell.OPPORTUNITY, Opportunity::id)
            .needs("created", Cell.MOMENT, Opportunity::created)
            .may("account_id", Cell.ACCOUNT, Opportunity::account, Opportunity.Builder::account)
            .may("name", Cell.TEXT, Opportunity::name, Opportunity.Builder::name)
            .may("type", Cell.oneOf(DealType.class), Opportunity::type, Opportunity.Builder::type)
            .may("campaign_id", Cell.CAMPAIGN, Opportunity::campaign, Opportunity.Builder::campaign)
            .may("lead_source", Cell.TEXT, Opportunity::leadSource, Opportunity.Builder::leadSource)
            .may("subscription_id", Cell.SUBSCRIPTION, Opportunity::subscription, Opportunity.Builder::subscription)
            .shorthand(
                    INLINE.columns().stream()
                            .filter(c -> !List.of("change_id", "effective", "recorded")
                                    .contains(c.name()))
                            .toList(),
                    NativeSales::inline)
            .recorded(Opportunity::recorded, Opportunity.Builder::recorded)
            .attributes(List.of(), Opportunity::attributes, Opportunity.Builder::attribute);

    static final Form<OpportunityChange.Builder, OpportunityChange> OPPORTUNITY_CHANGES = changes(row -> {
        Moment effective = Cell.MOMENT.required(row, "effective");
        return OpportunityChange.builder(NativeSubscriptions.changeId(row, "change@" + effective), effective);
    });

    static final Form<OpportunityLine.Builder, OpportunityLine> OPPORTUNITY_LINES =
            Form.<OpportunityLine.Builder, OpportunityLine>of(
                            row -> OpportunityLine.builder(
                                    Cell.TEXT.required(row, "line_id"),
                                    Form.money(row, "amount"),
                                    KIND.required(row, "kind")),
                            OpportunityLine.Builder::build)
                    .needs("line_id", Cell.TEXT, OpportunityLine::id)
                    .needsMoney("amount", OpportunityLine::amount)
                    .needs("kind", KIND, OpportunityLine::kind)
                    .may("product_id", Cell.PRODUCT, OpportunityLine::product, OpportunityLine.Builder::product)
                    .may("quantity", Cell.DECIMAL, OpportunityLine::quantity, OpportunityLine.Builder::quantity)
                    .may("term_months", Cell.INTEGER, OpportunityLine::termMonths, OpportunityLine.Builder::termMonths)
                    .may(
                            "starts_after_months",
                            Cell.INTEGER,
                            OpportunityLine::startsAfterMonths,
                            OpportunityLine.Builder::startsAfterMonths);

    static final Form<Lead.Builder, Lead> LEADS = Form.<Lead.Builder, Lead>of(
                    row -> Lead.builder(Cell.LEAD.required(row, "lead_id"), Cell.MOMENT.required(row, "created"))
                            .source(row.source()),
                    Lead.Builder::build)
            .needs("lead_id", Cell.LEAD, Lead::id)
            .needs("created", Cell.MOMENT, Lead::created)
            .may("email", Cell.TEXT, Lead::email, Lead.Builder::email)
            .may("company", Cell.TEXT, Lead::company, Lead.Builder::company)
            .may("lead_source", Cell.TEXT, Lead::leadSource, Lead.Builder::leadSource)
            .may("campaign_id", Cell.CAMPAIGN, Lead::campaign, Lead.Builder::campaign)
            .may("owner_id", Cell.REP, Lead::owner, Lead.Builder::owner)
            .may("account_id", Cell.ACCOUNT, Lead::account, Lead.Builder::account)
            .may("contact_id", Cell.CONTACT, Lead::contact, Lead.Builder::contact)
            .may("opportunity_id", Cell.OPPORTUNITY, Lead::opportunity, Lead.Builder::opportunity)
            .recorded(Lead::recorded, Lead.Builder::recorded);

    /** Of leads and of tickets. */
    static final Form<StatusChange.Builder, StatusChange> STATUSES = Form.<StatusChange.Builder, StatusChange>of(
                    row -> {
                        Moment effective = Cell.MOMENT.required(row, "effective");
                        String status = Cell.TEXT.required(row, "status");
                        return StatusChange.builder(
                                Cell.TEXT.read(row, "status_id").orElse(status + "@" + effective), effective, status);
                    },
                    StatusChange.Builder::build)
            .defaulted("status_id", Cell.TEXT, StatusChange::id)
            .needs("effective", Cell.MOMENT, StatusChange::effective)
            .needs("status", Cell.TEXT, StatusChange::status)
            .recorded(StatusChange::recorded, StatusChange.Builder::recorded);

    static final Form<Campaign.Builder, Campaign> CAMPAIGNS = Form.<Campaign.Builder, Campaign>of(
                    row -> Campaign.builder(Cell.CAMPAIGN.required(row, "campaign_id"))
                            .source(row.source()),
                    Campaign.Builder::build)
            .needs("campaign_id", Cell.CAMPAIGN, Campaign::id)
            .may("name", Cell.TEXT, Campaign::name, Campaign.Builder::name)
            .may("channel", Cell.TEXT, Campaign::channel, Campaign.Builder::channel)
            .may("start_date", Cell.MOMENT, Campaign::start, Campaign.Builder::start)
            .may("end_date", Cell.MOMENT, Campaign::end, Campaign.Builder::end)
            .money("budget", "currency", Campaign::budget, Campaign.Builder::budget)
            .recorded(Campaign::recorded, Campaign.Builder::recorded);

    private static final Cell<TouchId> TOUCH = Cell.id(TouchId::new);

    static final Form<Touch.Builder, Touch> TOUCHES = Form.<Touch.Builder, Touch>of(
                    row -> Touch.builder(TOUCH.required(row, "touch_id"), Cell.MOMENT.required(row, "at"))
                            .source(row.source()),
                    Touch.Builder::build)
            .needs("touch_id", TOUCH, Touch::id)
            .needs("at", Cell.MOMENT, Touch::at)
            .may("campaign_id", Cell.CAMPAIGN, Touch::campaign, Touch.Builder::campaign)
            .may("channel", Cell.TEXT, Touch::channel, Touch.Builder::channel)
            .may("lead_id", Cell.LEAD, Touch::lead, Touch.Builder::lead)
            .may("contact_id", Cell.CONTACT, Touch::contact, Touch.Builder::contact)
            .may("account_id", Cell.ACCOUNT, Touch::account, Touch.Builder::account)
            .may("opportunity_id", Cell.OPPORTUNITY, Touch::opportunity, Touch.Builder::opportunity)
            .recorded(Touch::recorded, Touch.Builder::recorded);

    private static final Cell<ActivityId> ACTIVITY = Cell.id(ActivityId::new);

    static final Form<Activity.Builder, Activity> ACTIVITIES = Form.<Activity.Builder, Activity>of(
                    row -> Activity.builder(ACTIVITY.required(row, "activity_id"), Cell.MOMENT.required(row, "at"))
                            .source(row.source()),
                    Activity.Builder::build)
            .needs("activity_id", ACTIVITY, Activity::id)
            .needs("at", Cell.MOMENT, Activity::at)
            .may("kind", Cell.TEXT, Activity::kind, Activity.Builder::kind)
            .may("rep_id", Cell.REP, Activity::rep, Activity.Builder::rep)
            .may("lead_id", Cell.LEAD, Activity::lead, Activity.Builder::lead)
            .may("contact_id", Cell.CONTACT, Activity::contact, Activity.Builder::contact)
            .may("account_id", Cell.ACCOUNT, Activity::account, Activity.Builder::account)
            .may("opportunity_id", Cell.OPPORTUNITY, Activity::opportunity, Activity.Builder::opportunity)
            .may("minutes", Cell.INTEGER, Activity::minutes, Activity.Builder::minutes)
            .recorded(Activity::recorded, Activity.Builder::recorded);

    private static final Cell<SpendId> SPEND_ID = Cell.id(SpendId::new);

    static final Form<Spend.Builder, Spend> SPEND = Form.<Spend.Builder, Spend>of(
                    row -> Spend.builder(SPEND_ID.required(row, "spend_id"), Form.money(row, "amount"), span(row))
                            .source(row.source()),
                    Spend.Builder::build)
            .needs("spend_id", SPEND_ID, Spend::id)
            .needsMoney("amount", Spend::amount)
            .needs("start_date", Cell.DATE, s -> s.span().from())
            .needs("end_date", Cell.DATE, s -> s.span().to())
            .may("department", Cell.TEXT, Spend::department, Spend.Builder::department)
            .may("channel", Cell.TEXT, Spend::channel, Spend.Builder::channel)
            .may("campaign_id", Cell.CAMPAIGN, Spend::campaign, Spend.Builder::campaign)
            .recorded(Spend::recorded, Spend.Builder::recorded);

    static final Form<Rep.Builder, Rep> REPS = Form.<Rep.Builder, Rep>of(
                    row -> Rep.builder(Cell.REP.required(row, "rep_id")).source(row.source()), Rep.Builder::build)
            .needs("rep_id", Cell.REP, Rep::id)
            .may("name", Cell.TEXT, Rep::name, Rep.Builder::name)
            .may("email", Cell.TEXT, Rep::email, Rep.Builder::email)
            .may("manager_id", Cell.REP, Rep::manager, Rep.Builder::manager)
            .may("role", Cell.TEXT, Rep::role, Rep.Builder::role)
            .may("team", Cell.TEXT, Rep::team, Rep.Builder::team)
            .may("region", Cell.TEXT, Rep::region, Rep.Builder::region)
            .may("start_date", Cell.MOMENT, Rep::start, Rep.Builder::start)
            .may("end_date", Cell.MOMENT, Rep::end, Rep.Builder::end)
            .recorded(Rep::recorded, Rep.Builder::recorded);

    private static final Cell<QuotaId> QUOTA = Cell.id(QuotaId::new);

    static final Form<Quota.Builder, Quota> QUOTAS = Form.<Quota.Builder, Quota>of(
                    row -> Quota.builder(QUOTA.required(row, "quota_id"), span(row), Form.money(row, "amount"))
                            .source(row.source()),
                    Quota.Builder::build)
            .needs("quota_id", QUOTA, Quota::id)
            .may("rep_id", Cell.REP, Quota::rep, Quota.Builder::rep)
            .may("team", Cell.TEXT, Quota::team, Quota.Builder::team)
            .needs("start_date", Cell.DATE, q -> q.span().from())
            .needs("end_date", Cell.DATE, q -> q.span().to())
            .needsMoney("amount", Quota::amount)
            .money("stretch", "stretch_currency", Quota::stretch, Quota.Builder::stretch)
            .may("confidence", Cell.DECIMAL, Quota::confidence, Quota.Builder::confidence)
            .recorded(Quota::recorded, Quota.Builder::recorded);

    private static Form<OpportunityChange.Builder, OpportunityChange> changes(
            Function<Row, OpportunityChange.Builder> start) {
        return Form.<OpportunityChange.Builder, OpportunityChange>of(start, OpportunityChange.Builder::build)
                .defaulted("change_id", Cell.TEXT, OpportunityChange::id)
                .needs("effective", Cell.MOMENT, OpportunityChange::effective)
                .may("stage", Cell.TEXT, OpportunityChange::stage, OpportunityChange.Builder::stage)
                .money("amount", "currency", OpportunityChange::amount, OpportunityChange.Builder::amount)
                .may("close_date", Cell.DATE, OpportunityChange::closeDate, OpportunityChange.Builder::closeDate)
                .may("category", CATEGORY, OpportunityChange::category, OpportunityChange.Builder::category)
                .may(
                        "probability",
                        Cell.DECIMAL,
                        OpportunityChange::probability,
                        OpportunityChange.Builder::probability)
                .may("outcome", OUTCOME, OpportunityChange::outcome, OpportunityChange.Builder::outcome)
                .may("owner_id", Cell.REP, OpportunityChange::owner, OpportunityChange.Builder::owner)
                .recorded(OpportunityChange::recorded, OpportunityChange.Builder::recorded);
    }

    /** The state of a deal written in its own row: one change when it was created, and another when it was won or lost. */
    private static void inline(Opportunity.Builder deal, Row row) {
        OpportunityChange written = INLINE.read(row);
        Optional<LocalDate> closeDate = written.closeDate();
        boolean closed = written.outcome().orElse(Outcome.OPEN) != Outcome.OPEN && closeDate.isPresent();
        OpportunityChange nothing =
                OpportunityChange.builder("created", written.effective()).build();
        OpportunityChange.Builder first = written.toBuilder().recorded(null);
        if (closed) {
            first.outcome(null).stage(null).category(null).probability(null);
        }
        OpportunityChange opened = first.build();
        if (!opened.equals(nothing)) {
            deal.changes(opened);
        }
        if (closed) {
            deal.changes(OpportunityChange.builder("closed", Moment.of(closeDate.orElseThrow()))
                    .outcome(written.outcome().orElseThrow())
                    .stage(written.stage().orElse(null))
                    .category(written.category().orElse(null))
                    .probability(written.probability().orElse(null))
                    .build());
        }
    }

    private static Span span(Row row) {
        return Span.of(Cell.DATE.required(row, "start_date"), Cell.DATE.required(row, "end_date"));
    }
}
