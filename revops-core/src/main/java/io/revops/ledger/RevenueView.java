package io.revops.ledger;

import io.revops.book.RevenueBook;
import io.revops.time.Span;
import java.util.Objects;

/** A book and its ledger over a span: what a metric reads. Cheap to make, and to look at over another span. */
public final class RevenueView {
    private final RevenueBook book;
    private final MrrLedger ledger;
    private final Span span;

    private RevenueView(RevenueBook book, MrrLedger ledger, Span span) {
        this.book = Objects.requireNonNull(book, "book");
        this.ledger = Objects.requireNonNull(ledger, "ledger");
        this.span = Objects.requireNonNull(span, "span");
    }

    /** Builds the ledger of a book under a policy, and looks at it over a span. */
    public static RevenueView of(RevenueBook book, RevenuePolicy policy, Span span) {
        return new RevenueView(book, MrrLedger.of(book, policy), span);
    }

    /** A ledger without its book: metrics of facts that are not in a ledger have nothing to read. */
    public static RevenueView of(MrrLedger ledger, Span span) {
        return new RevenueView(RevenueBook.empty(), ledger, span);
    }

    /** The same book and ledger over another span. */
    public RevenueView during(Span other) {
        return new RevenueView(book, ledger, other);
    }

    public RevenueBook book() {
        return book;
    }

    public MrrLedger ledger() {
        return ledger;
    }

    public Span span() {
        return span;
    }

    public RevenuePolicy policy() {
        return ledger.policy();
    }

    /** Span, policy, and what there is to read. */
    @Override
    public String toString() {
        return "RevenueView: " + span + ", " + policy() + "\n  " + ledger + "\n  " + book;
    }
}
