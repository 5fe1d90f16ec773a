package io.revops.metric.engagement;

import io.revops.book.AccountId;
import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Part;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** The customers of a view, as its ledger tells them. */
final class PayingAccounts {
    private PayingAccounts() {}

    /** Who is active at the close, in the order of ids. */
    static Set<AccountId> atClose(RevenueView view) {
        Set<AccountId> customers = new TreeSet<>(Comparator.comparing(AccountId::value));
        AccountLines.counts(view, Cut.whole())
                .lines()
                .filter(line -> line.get(Part.ACTIVE) > 0)
                .forEach(line -> customers.add(view.book().canonical((AccountId) line.subject())));
        return customers;
    }
}
