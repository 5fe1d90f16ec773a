package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.book.UsageEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stream of uses in the order of account ids, read account by account, and never back. */
final class Usages {
    private final RevenueBook book;
    private final Iterator<UsageEvent> events;
    private final Predicate<AccountId> isKnown;
    private @Nullable UsageEvent next;
    private @Nullable AccountId account;
    private long place;
    private long unknown;

    Usages(RevenueBook book, Iterator<UsageEvent> events, Predicate<AccountId> isKnown) {
        this.book = book;
        this.events = events;
        this.isKnown = isKnown;
        advance();
    }

    private void advance() {
        if (!events.hasNext()) {
            next = null;
            return;
        }
        UsageEvent event = events.next();
        place++;
        AccountId before = account;
        AccountId of = before != null && event.account().equals(before) ? before : book.canonical(event.account());
        if (before != null && of.value().compareTo(before.value()) < 0) {
            throw new IllegalArgumentException(
                    "Use number " + place + " of the stream (" + event.id() + ", " + event.at()
                            + ") is of the account (" + of + "), and comes after those of (" + before
                            + "). Maybe sort the stream by account id as text, as String.compareTo does: by UTF-16 code units.");
        }
        next = event;
        account = of;
    }

    /** The uses of an account, which comes after all that were asked for before. */
    List<UsageEvent> of(AccountId wanted) {
        List<UsageEvent> found = new ArrayList<>();
        UsageEvent event = next;
        AccountId at = account;
        while (event != null && at != null && at.value().compareTo(wanted.value()) <= 0) {
            if (at.equals(wanted)) {
                found.add(event);
            } else {
                unknown += isKnown.test(at) ? 0 : 1;
            }
            advance();
            event = next;
            at = account;
        }
        return found;
    }

    /** Reads to the end, so that an order that is broken after the last account is told as well. */
    void finish() {
        UsageEvent event = next;
        while (event != null) {
            unknown += account != null && isKnown.test(account) ? 0 : 1;
            advance();
            event = next;
        }
    }

    /** How many uses were of accounts that the book does not have. */
    long unknown() {
        return unknown;
    }
}
