package io.revops.health;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.RevenueBook;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenuePolicy;
import io.revops.metric.SeatBooks;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Small companies told in a line each: who pays what, what they use, ask, answer and owe. */
final class HealthBooks {
    private final SeatBooks seats = SeatBooks.start();
    private int facts;

    private HealthBooks() {}

    static HealthBooks start() {
        return new HealthBooks();
    }

    /** From a day on an account has so many seats at 100 a month each, for terms of a year. */
    HealthBooks pays(String account, String from, int quantity) {
        seats.has(account + "/1", "seats", from, String.valueOf(quantity), "100")
                .term(account + "/1", 12);
        return this;
    }

    HealthBooks seats(Consumer<SeatBooks> more) {
        more.accept(seats);
        return this;
    }

    HealthBooks account(String id, UnaryOperator<Account.Builder> more) {
        return add(more.apply(Account.builder(id)).build());
    }

    /** One use by a user. */
    HealthBooks uses(String account, String day, String meter, String user) {
        return add(UsageEvent.builder(next("use"), account, Moment.parse(day), meter)
                .user(user)
                .build());
    }

    /** So many uses on each of so many days from one on, without a user. */
    HealthBooks uses(String account, String from, int days, int each) {
        for (int d = 0; d < days; d++) {
            for (int i = 0; i < each; i++) {
                add(UsageEvent.builder(
                                next("use"),
                                account,
                                Moment.of(LocalDate.parse(from).plusDays(d)),
                                "login")
                        .build());
            }
        }
        return this;
    }

    HealthBooks ticket(String account, String opened) {
        return add(SupportTicket.builder(next("ticket"), Moment.parse(opened))
                .account(new AccountId(account))
                .build());
    }

    HealthBooks ticket(String account, String opened, String solved) {
        return add(SupportTicket.builder(next("ticket"), Moment.parse(opened))
                .account(new AccountId(account))
                .statuses(StatusChange.builder("s", Moment.parse(solved), "Solved")
                        .build())
                .build());
    }

    HealthBooks answers(String account, String day, SurveyKind kind, String score) {
        return add(SurveyAnswer.builder(next("answer"), Moment.parse(day), kind, new BigDecimal(score))
                .account(new AccountId(account))
                .contact(new ContactId(account + "-person"))
                .build());
    }

    HealthBooks bill(String account, String issued, String due) {
        return add(Invoice.builder(next("bill"), account, Moment.parse(issued))
                .due(Moment.parse(due))
                .build());
    }

    HealthBooks payment(String account, String day, PaymentOutcome outcome) {
        return add(Payment.builder(next("payment"), account, Moment.parse(day), Money.of("100", "USD"), outcome)
                .build());
    }

    HealthBooks call(String account, String day) {
        return add(Activity.builder(next("call"), Moment.parse(day))
                .account(new AccountId(account))
                .kind("call")
                .build());
    }

    HealthBooks person(String id, String account, String role, String created, String left) {
        return add(Contact.builder(id, account)
                .role(role)
                .created(Moment.parse(created))
                .left(left.isEmpty() ? null : Moment.parse(left))
                .build());
    }

    HealthBooks add(Fact fact) {
        seats.add(fact);
        return this;
    }

    RevenueBook book() {
        return seats.book();
    }

    Customers at(String day) {
        return at(book(), day);
    }

    static Customers at(RevenueBook book, String day) {
        return Customers.asOf(book, RevenuePolicy.standard(), LocalDate.parse(day));
    }

    private String next(String kind) {
        facts++;
        return kind + "-" + String.format(java.util.Locale.ROOT, "%05d", facts);
    }
}
