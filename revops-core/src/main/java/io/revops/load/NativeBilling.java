package io.revops.load;

import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Payment;
import io.revops.book.PaymentId;
import io.revops.book.PaymentOutcome;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyAnswerId;
import io.revops.book.SurveyKind;
import io.revops.book.UsageEvent;
import io.revops.book.UsageEventId;
import io.revops.money.ExchangeRate;
import java.util.function.Function;

/** The columns of bills and payments, of what customers do and say, and of exchange rates. */
final class NativeBilling {
    private static final Cell<ProductKind> KIND = Cell.oneOf(ProductKind.class);
    private static final Cell<PaymentOutcome> OUTCOME = Cell.oneOf(PaymentOutcome.class);
    private static final Cell<SurveyKind> SURVEY = Cell.oneOf(SurveyKind.class);
    private static final Cell<PaymentId> PAYMENT = Cell.id(PaymentId::new);
    private static final Cell<UsageEventId> EVENT = Cell.id(UsageEventId::new);
    private static final Cell<SurveyAnswerId> ANSWER = Cell.id(SurveyAnswerId::new);

    private NativeBilling() {}

    static final Form<Invoice.Builder, Invoice> INVOICES = Form.<Invoice.Builder, Invoice>of(
                    row -> Invoice.builder(
                                    Cell.INVOICE.required(row, "invoice_id"),
                                    Cell.ACCOUNT.required(row, "account_id"),
                                    Cell.MOMENT.required(row, "issued"))
                            .source(row.source()),
                    Invoice.Builder::build)
            .needs("invoice_id", Cell.INVOICE, Invoice::id)
            .needs("account_id", Cell.ACCOUNT, Invoice::account)
            .needs("issued", Cell.MOMENT, Invoice::issued)
            .may("number", Cell.TEXT, Invoice::number, Invoice.Builder::number)
            .may("due", Cell.MOMENT, Invoice::due, Invoice.Builder::due)
            .may("paid", Cell.MOMENT, Invoice::paid, Invoice.Builder::paid)
            .may("voided", Cell.MOMENT, Invoice::voided, Invoice.Builder::voided)
            .may("subscription_id", Cell.SUBSCRIPTION, Invoice::subscription, Invoice.Builder::subscription)
            .recorded(Invoice::recorded, Invoice.Builder::recorded);

    static final Form<InvoiceLine.Builder, InvoiceLine> INVOICE_LINES = Form.<InvoiceLine.Builder, InvoiceLine>of(
                    row -> InvoiceLine.builder(
                            Cell.TEXT.required(row, "line_id"), Form.money(row, "amount"), KIND.required(row, "kind")),
                    InvoiceLine.Builder::build)
            .needs("line_id", Cell.TEXT, InvoiceLine::id)
            .needsMoney("amount", InvoiceLine::amount)
            .needs("kind", KIND, InvoiceLine::kind)
            .may("subscription_id", Cell.SUBSCRIPTION, InvoiceLine::subscription, InvoiceLine.Builder::subscription)
            .may("item_id", Cell.TEXT, InvoiceLine::item, InvoiceLine.Builder::item)
            .may("product_id", Cell.PRODUCT, InvoiceLine::product, InvoiceLine.Builder::product)
            .may("quantity", Cell.DECIMAL, InvoiceLine::quantity, InvoiceLine.Builder::quantity)
            .may("service_from", Cell.MOMENT, InvoiceLine::serviceFrom, InvoiceLine.Builder::serviceFrom)
            .may("service_to", Cell.MOMENT, InvoiceLine::serviceTo, InvoiceLine.Builder::serviceTo)
            .may("proration", Cell.oneOf(Proration.class), InvoiceLine::proration, InvoiceLine.Builder::proration)
            .money("discount", "discount_currency", InvoiceLine::discount, InvoiceLine.Builder::discount)
            .money("tax", "tax_currency", InvoiceLine::tax, InvoiceLine.Builder::tax);

    static final Form<Payment.Builder, Payment> PAYMENTS = Form.<Payment.Builder, Payment>of(
                    row -> Payment.builder(
                                    PAYMENT.required(row, "payment_id"),
                                    Cell.ACCOUNT.required(row, "account_id"),
                                    Cell.MOMENT.required(row, "at"),
                                    Form.money(row, "amount"),
                                    OUTCOME.required(row, "outcome"))
                            .source(row.source()),
                    Payment.Builder::build)
            .needs("payment_id", PAYMENT, Payment::id)
            .needs("account_id", Cell.ACCOUNT, Payment::account)
            .needs("at", Cell.MOMENT, Payment::at)
            .needsMoney("amount", Payment::amount)
            .needs("outcome", OUTCOME, Payment::outcome)
            .may("invoice_id", Cell.INVOICE, Payment::invoice, Payment.Builder::invoice)
            .may("reason", Cell.TEXT, Payment::reason, Payment.Builder::reason)
            .recorded(Payment::recorded, Payment.Builder::recorded);

    static final Form<UsageEvent.Builder, UsageEvent> USAGE_EVENTS = Form.<UsageEvent.Builder, UsageEvent>of(
                    row -> UsageEvent.builder(
                                    EVENT.required(row, "event_id"),
                                    Cell.ACCOUNT.required(row, "account_id"),
                                    Cell.MOMENT.required(row, "at"),
                                    Cell.TEXT.required(row, "meter"))
                            .source(row.source()),
                    UsageEvent.Builder::build)
            .needs("event_id", EVENT, UsageEvent::id)
            .needs("account_id", Cell.ACCOUNT, UsageEvent::account)
            .needs("at", Cell.MOMENT, UsageEvent::at)
            .needs("meter", Cell.TEXT, UsageEvent::meter)
            .may("quantity", Cell.DECIMAL, UsageEvent::quantity, UsageEvent.Builder::quantity)
            .may("user", Cell.TEXT, UsageEvent::user, UsageEvent.Builder::user)
            .may("product_id", Cell.PRODUCT, UsageEvent::product, UsageEvent.Builder::product)
            .may("subscription_id", Cell.SUBSCRIPTION, UsageEvent::subscription, UsageEvent.Builder::subscription)
            .recorded(UsageEvent::recorded, UsageEvent.Builder::recorded);

    static final Form<SupportTicket.Builder, SupportTicket> TICKETS = Form.<SupportTicket.Builder, SupportTicket>of(
                    row -> SupportTicket.builder(
                                    Cell.TICKET.required(row, "ticket_id"), Cell.MOMENT.required(row, "opened"))
                            .source(row.source()),
                    SupportTicket.Builder::build)
            .needs("ticket_id", Cell.TICKET, SupportTicket::id)
            .needs("opened", Cell.MOMENT, SupportTicket::opened)
            .may("account_id", Cell.ACCOUNT, SupportTicket::account, SupportTicket.Builder::account)
            .may("contact_id", Cell.CONTACT, SupportTicket::contact, SupportTicket.Builder::contact)
            .may("priority", Cell.TEXT, SupportTicket::priority, SupportTicket.Builder::priority)
            .may("channel", Cell.TEXT, SupportTicket::channel, SupportTicket.Builder::channel)
            .may("assignee", Cell.TEXT, SupportTicket::assignee, SupportTicket.Builder::assignee)
            .may("first_reply", Cell.MOMENT, SupportTicket::firstReply, SupportTicket.Builder::firstReply)
            .recorded(SupportTicket::recorded, SupportTicket.Builder::recorded);

    static final Form<SurveyAnswer.Builder, SurveyAnswer> SURVEY_ANSWERS = Form.<SurveyAnswer.Builder, SurveyAnswer>of(
                    row -> SurveyAnswer.builder(
                                    ANSWER.required(row, "answer_id"),
                                    Cell.MOMENT.required(row, "at"),
                                    SURVEY.required(row, "kind"),
                                    Cell.DECIMAL.required(row, "score"))
                            .source(row.source()),
                    SurveyAnswer.Builder::build)
            .needs("answer_id", ANSWER, SurveyAnswer::id)
            .needs("at", Cell.MOMENT, SurveyAnswer::at)
            .needs("kind", SURVEY, SurveyAnswer::kind)
            .needs("score", Cell.DECIMAL, SurveyAnswer::score)
            .may("account_id", Cell.ACCOUNT, SurveyAnswer::account, SurveyAnswer.Builder::account)
            .may("contact_id", Cell.CONTACT, SurveyAnswer::contact, SurveyAnswer.Builder::contact)
            .may("comment", Cell.TEXT, SurveyAnswer::comment, SurveyAnswer.Builder::comment)
            .recorded(SurveyAnswer::recorded, SurveyAnswer.Builder::recorded);

    static final Form<ExchangeRate, ExchangeRate> EXCHANGE_RATES = Form.<ExchangeRate, ExchangeRate>of(
                    row -> new ExchangeRate(
                            Cell.DATE.required(row, "date"),
                            Cell.CURRENCY.required(row, "base"),
                            Cell.CURRENCY.required(row, "quote"),
                            Cell.DECIMAL.required(row, "rate")),
                    Function.identity())
            .needs("date", Cell.DATE, ExchangeRate::date)
            .needs("base", Cell.CURRENCY, ExchangeRate::base)
            .needs("quote", Cell.CURRENCY, ExchangeRate::quote)
            .needs("rate", Cell.DECIMAL, ExchangeRate::rate);
}
