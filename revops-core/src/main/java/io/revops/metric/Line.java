package io.revops.metric;

import io.revops.book.FactId;
import io.revops.ledger.LedgerChange;
import java.util.List;
import java.util.Optional;

/** One line of evidence: a subject, and the parts it brings to a number. A window on the evidence, which holds the values. */
public final class Line {
    private final Evidence evidence;
    private final int row;

    Line(Evidence evidence, int row) {
        this.evidence = evidence;
        this.row = row;
    }

    /** The account, item, deal, representative or quota. */
    public FactId subject() {
        return evidence.subject(row);
    }

    /** What the subject is called; its id if it has no name. */
    public String name() {
        return evidence.name(row);
    }

    /** The segment, where the evidence was cut. */
    public Optional<String> segment() {
        return evidence.segment(row);
    }

    /** What it brings to a part: zero if nothing. */
    public <T> T get(Part<T> part) {
        return evidence.value(row, part);
    }

    /** The changes of the account in the ledger that it rests on, each with the entry and clause that decided. */
    public List<LedgerChange> changes() {
        return evidence.changes(row);
    }

    /** Subject, segment and every part that is not zero. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(evidence.label(row));
        segment().ifPresent(s -> text.append(" in ").append(s));
        for (Part<?> part : evidence.parts()) {
            if (evidence.units(row, part) != 0) {
                text.append(", ").append(part).append(' ').append(get(part));
            }
        }
        return text.toString();
    }
}
