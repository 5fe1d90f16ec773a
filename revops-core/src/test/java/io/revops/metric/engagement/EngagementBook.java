package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.SeatBooks;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;

/** Small books told in a line: when an account began, what it used, and what it asked. */
final class EngagementBook {
    private final SeatBooks books = SeatBooks.start();
    private int uses;

    /** From a day on an account pays for a product of its own name. */
    EngagementBook begins(String account, String day) {
        return begins(account, "product", day);
    }

    EngagementBook begins(String account, String product, String day) {
        books.has(account + "/" + product, product, day, "1", "10");
        return this;
    }

    EngagementBook ends(String account, String day) {
        books.ends(account + "/product", day);
        return this;
    }

    /** A use of a meter; of nobody known if the user is empty. */
    EngagementBook uses(String account, String user, String meter, String... days) {
        for (String day : days) {
            books.add(use(account, user, meter, day).build());
        }
        return this;
    }

    EngagementBook usesZero(String account, String user, String meter, String day) {
        books.add(use(account, user, meter, day).quantity(BigDecimal.ZERO).build());
        return this;
    }

    private UsageEvent.Builder use(String account, String user, String meter, String day) {
        return UsageEvent.builder("use-" + uses++, account, Moment.parse(day), meter)
                .user(user.isEmpty() ? null : user);
    }

    /** A ticket, with its statuses by moment: {@code "2025-06-01 open"}. */
    EngagementBook ticket(String id, String account, String opened, String... statuses) {
        books.add(ticket(id, account, Moment.parse(opened), statuses).build());
        return this;
    }

    EngagementBook answered(String id, String account, String opened, String reply, String... statuses) {
        books.add(ticket(id, account, Moment.parse(opened), statuses)
                .firstReply(Moment.parse(reply))
                .build());
        return this;
    }

    private static SupportTicket.Builder ticket(String id, String account, Moment opened, String... statuses) {
        SupportTicket.Builder ticket =
                SupportTicket.builder(id, opened).account(account.isEmpty() ? null : new AccountId(account));
        for (String status : statuses) {
            String[] parts = status.split(" ", 2);
            ticket.statuses(StatusChange.builder(status, Moment.parse(parts[0]), parts[1])
                    .build());
        }
        return ticket;
    }

    EngagementBook add(io.revops.book.Fact fact) {
        books.add(fact);
        return this;
    }

    RevenueView during(String span) {
        return RevenueView.of(books.book(), RevenuePolicy.standard(), Span.parse(span));
    }
}
