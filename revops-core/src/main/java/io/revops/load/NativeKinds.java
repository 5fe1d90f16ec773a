package io.revops.load;

import io.revops.book.Account;
import io.revops.book.AccountMerge;
import io.revops.book.Activity;
import io.revops.book.Campaign;
import io.revops.book.Contact;
import io.revops.book.Entry;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Lead;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityLine;
import io.revops.book.Payment;
import io.revops.book.Product;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.Spend;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.Touch;
import io.revops.book.UsageEvent;
import java.util.List;
import java.util.Optional;

/** Every kind of row of the native form, in the order in which they are written. */
final class NativeKinds {
    private NativeKinds() {}

    static final List<Kind> ALL = List.of(
            new FactKind<>("accounts", Account.class, NativeSubscriptions.ACCOUNTS),
            new PartKind<>(
                    "account_changes",
                    "account_id",
                    Cell.ACCOUNT,
                    Account.class,
                    NativeSubscriptions.ACCOUNT_CHANGES,
                    Account::changes,
                    (account, more) -> account.toBuilder().changes(more).build(),
                    NativeKinds::key),
            new FactKind<>("account_merges", AccountMerge.class, NativeSubscriptions.ACCOUNT_MERGES),
            new FactKind<>("contacts", Contact.class, NativeSales.CONTACTS),
            new FactKind<>("products", Product.class, NativeSubscriptions.PRODUCTS),
            new FactKind<>("subscriptions", Subscription.class, NativeSubscriptions.SUBSCRIPTIONS),
            new PartKind<>(
                    "subscription_items",
                    "subscription_id",
                    Cell.SUBSCRIPTION,
                    Subscription.class,
                    NativeSubscriptions.ITEMS,
                    Subscription::items,
                    (subscription, more) -> subscription.toBuilder().items(more).build(),
                    NativeKinds::key),
            new PartKind<>(
                    "subscription_discounts",
                    "subscription_id",
                    Cell.SUBSCRIPTION,
                    Subscription.class,
                    NativeSubscriptions.DISCOUNTS,
                    Subscription::discounts,
                    (subscription, more) ->
                            subscription.toBuilder().discounts(more).build(),
                    NativeKinds::key),
            new PartKind<>(
                    "subscription_spells",
                    "subscription_id",
                    Cell.SUBSCRIPTION,
                    Subscription.class,
                    NativeSubscriptions.SPELLS,
                    Subscription::spells,
                    (subscription, more) ->
                            subscription.toBuilder().spells(more).build(),
                    NativeKinds::key),
            new PartKind<>(
                    "subscription_cancellations",
                    "subscription_id",
                    Cell.SUBSCRIPTION,
                    Subscription.class,
                    NativeSubscriptions.CANCELLATIONS,
                    Subscription::cancellations,
                    (subscription, more) ->
                            subscription.toBuilder().cancellations(more).build(),
                    NativeKinds::key),
            new PartKind<>(
                    "subscription_endings",
                    "subscription_id",
                    Cell.SUBSCRIPTION,
                    Subscription.class,
                    NativeSubscriptions.ENDINGS,
                    Subscription::endings,
                    (subscription, more) ->
                            subscription.toBuilder().endings(more).build(),
                    NativeKinds::key),
            new FactKind<>("opportunities", Opportunity.class, NativeSales.OPPORTUNITIES),
            new PartKind<>(
                    "opportunity_changes",
                    "opportunity_id",
                    Cell.OPPORTUNITY,
                    Opportunity.class,
                    NativeSales.OPPORTUNITY_CHANGES,
                    Opportunity::changes,
                    (deal, more) -> deal.toBuilder().changes(more).build(),
                    NativeKinds::key),
            new PartKind<>(
                    "opportunity_lines",
                    "opportunity_id",
                    Cell.OPPORTUNITY,
                    Opportunity.class,
                    NativeSales.OPPORTUNITY_LINES,
                    Opportunity::lines,
                    (deal, more) -> deal.toBuilder().lines(more).build(),
                    OpportunityLine::id),
            new FactKind<>("leads", Lead.class, NativeSales.LEADS),
            new PartKind<>(
                    "lead_statuses",
                    "lead_id",
                    Cell.LEAD,
                    Lead.class,
                    NativeSales.STATUSES,
                    Lead::statuses,
                    (lead, more) -> lead.toBuilder().statuses(more).build(),
                    NativeKinds::key),
            new FactKind<>("campaigns", Campaign.class, NativeSales.CAMPAIGNS),
            new FactKind<>("touches", Touch.class, NativeSales.TOUCHES),
            new FactKind<>("activities", Activity.class, NativeSales.ACTIVITIES),
            new FactKind<>("spend", Spend.class, NativeSales.SPEND),
            new FactKind<>("invoices", Invoice.class, NativeBilling.INVOICES),
            new PartKind<>(
                    "invoice_lines",
                    "invoice_id",
                    Cell.INVOICE,
                    Invoice.class,
                    NativeBilling.INVOICE_LINES,
                    Invoice::lines,
                    (invoice, more) -> invoice.toBuilder().lines(more).build(),
                    InvoiceLine::id),
            new FactKind<>("payments", Payment.class, NativeBilling.PAYMENTS),
            new FactKind<>("usage_events", UsageEvent.class, NativeBilling.USAGE_EVENTS),
            new FactKind<>("tickets", SupportTicket.class, NativeBilling.TICKETS),
            new PartKind<>(
                    "ticket_statuses",
                    "ticket_id",
                    Cell.TICKET,
                    SupportTicket.class,
                    NativeSales.STATUSES,
                    SupportTicket::statuses,
                    (ticket, more) -> ticket.toBuilder().statuses(more).build(),
                    NativeKinds::key),
            new FactKind<>("survey_answers", SurveyAnswer.class, NativeBilling.SURVEY_ANSWERS),
            new FactKind<>("reps", Rep.class, NativeSales.REPS),
            new FactKind<>("quotas", Quota.class, NativeSales.QUOTAS),
            new RateKind("exchange_rates", NativeBilling.EXCHANGE_RATES));

    static Optional<Kind> named(String name) {
        return ALL.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /**
     * The kind with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Kind required(String name) {
        return named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no kind of rows in the native form " + Nearest.maybe(name, names())));
    }

    /** The names of all kinds, for a message. */
    static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }

    private static String key(Entry entry) {
        return entry.id() + "\n" + PartKind.recording(entry.recorded());
    }
}
