package io.revops.metric;

import io.revops.book.Dimension;
import io.revops.book.RevenueBook;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is said of a dimension of which nothing has a value: most often its name is mistyped. */
final class UnknownDimension {
    /** How many names are told at most. */
    private static final int MOST = 30;

    private UnknownDimension() {}

    static String in(RevenueBook book, Dimension dimension) {
        if (book.isEmpty()) {
            return "The view has no facts to look in for " + dimension
                    + ". Maybe make it with RevenueView.of(book, ...).";
        }
        SortedSet<String> names = new TreeSet<>();
        if (dimension.subject() == Dimension.Subject.ACCOUNT) {
            book.accounts().forEach(account -> {
                names.addAll(account.attributes().keySet());
                account.changes().forEach(change -> names.add(change.name()));
            });
        } else if (dimension.subject() == Dimension.Subject.DEAL) {
            book.opportunities().forEach(deal -> names.addAll(deal.attributes().keySet()));
        }
        names.remove(dimension.name());
        return "Nothing here has a value of " + dimension + ". Maybe "
                + (names.isEmpty()
                        ? "load facts that have one."
                        : "one of the attributes " + names.stream().limit(MOST).toList() + ".");
    }
}
