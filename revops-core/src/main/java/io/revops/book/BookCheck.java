package io.revops.book;

import io.revops.money.ExchangeRate;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What does not fit together in a book: facts that name what is not there, and ends before starts. */
final class BookCheck {
    private final Set<FactId> known = new HashSet<>();
    private final List<Issue> found = new ArrayList<>();

    private BookCheck(RevenueBook book) {
        known.addAll(book.aliases().keySet());
        book.facts().forEach(f -> known.add(f.id()));
    }

    static List<Issue> of(RevenueBook book) {
        BookCheck check = new BookCheck(book);
        book.facts().forEach(check::references);
        book.subscriptions().forEach(check::subscription);
        book.opportunities().forEach(check::deal);
        check.rates(book.rates().all());
        book.all(Campaign.class).forEach(c -> check.order(c, "end", c.start(), c.end()));
        book.all(Rep.class).forEach(r -> check.order(r, "end", r.start(), r.end()));
        for (Invoice invoice : book.all(Invoice.class)) {
            invoice.lines().forEach(l -> check.order(invoice, "service_to", l.serviceFrom(), l.serviceTo()));
        }
        return check.found;
    }

    /** The same id and recording with another content, of which one is kept. */
    static Issue conflict(Fact kept, Fact dropped) {
        return Issue.of(
                IssueCode.CONFLICT,
                Severity.WARNING,
                kept,
                "",
                "",
                "It is written twice with the same recording and another content, also at " + dropped.source()
                        + ". Maybe keep one, or write when each was recorded.");
    }

    /** Of two rates of a pair on one day the greater one holds; they are sorted, so that the two stand together. */
    private void rates(List<ExchangeRate> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            ExchangeRate less = sorted.get(i - 1);
            ExchangeRate more = sorted.get(i);
            if (less.date().equals(more.date())
                    && less.base().equals(more.base())
                    && less.quote().equals(more.quote())
                    && less.rate().compareTo(more.rate()) != 0) {
                found.add(new Issue(
                        IssueCode.CONFLICT,
                        Severity.WARNING,
                        Source.NONE,
                        "exchange rate " + more.name(),
                        "rate",
                        less.rate().toPlainString(),
                        "There is also one of " + more.rate().toPlainString()
                                + " on that day, which holds as the greater one. Maybe take one of the two away."));
            }
        }
    }

    private void references(Fact fact) {
        for (FactId named : new HashSet<>(fact.references())) {
            if (!known.contains(named)) {
                found.add(Issue.of(
                        IssueCode.DANGLING_REFERENCE,
                        Severity.WARNING,
                        fact,
                        named.kind(),
                        named.value(),
                        "It names " + ("aeiou".indexOf(named.kind().charAt(0)) >= 0 ? "an " : "a ") + named.kind()
                                + " that is not in the book. Maybe its export is missing or older."));
            }
        }
    }

    private void subscription(Subscription subscription) {
        order(subscription, "end", subscription.begins(), subscription.ends());
        Entries.current(subscription.spells())
                .forEach(s -> order(subscription, s.kind() + " end", Optional.of(s.effective()), s.end()));
        Entries.current(subscription.discounts())
                .forEach(d -> order(subscription, "discount end", Optional.of(d.effective()), d.end()));
    }

    private void deal(Opportunity deal) {
        Optional<Moment> closed = deal.latest().closed();
        if (closed.isPresent()
                && closed.get().date(ZoneOffset.UTC).isBefore(deal.created().date(ZoneOffset.UTC))) {
            found.add(Issue.of(
                    IssueCode.END_BEFORE_START,
                    Severity.WARNING,
                    deal,
                    "closed",
                    closed.get().toString(),
                    "It was closed before it was created on " + deal.created()
                            + ". Maybe one of the two dates is mistyped."));
        }
    }

    private void order(Fact fact, String column, Optional<Moment> start, Optional<Moment> end) {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get(), ZoneOffset.UTC)) {
            found.add(Issue.of(
                    IssueCode.END_BEFORE_START,
                    Severity.WARNING,
                    fact,
                    column,
                    end.get().toString(),
                    "It ends before it starts on " + start.get()
                            + ", and counts for nothing. Maybe the two dates were swapped."));
        }
    }
}
