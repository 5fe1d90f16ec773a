package io.revops.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What happened to one account, or to one segment of it, in one period: in micro-units per year, opening + all movements =
 * closing. The walk reuses one row, so a reader takes what it needs and keeps nothing of the row itself.
 */
public final class MovementRow {
    /** One account is one unit, unless it is said otherwise. */
    private static final int NOT_COUNTED = -1;

    final Moves moves = new Moves();
    int account;
    int period;

    @Nullable
    String segment;

    long opening;
    long closing;
    boolean activeAtOpening;
    boolean activeAtClosing;
    int unitsAtOpening;
    int unitsAtClosing;

    MovementRow() {}

    void start(int ofAccount, int inPeriod, @Nullable String ofSegment) {
        account = ofAccount;
        period = inPeriod;
        segment = ofSegment;
        unitsAtOpening = NOT_COUNTED;
        unitsAtClosing = NOT_COUNTED;
        moves.clear();
    }

    boolean isNothing() {
        return opening == 0 && closing == 0 && !activeAtOpening && !activeAtClosing && moves.isEmpty();
    }

    /** The account, as an index for {@link MrrLedger#account}. */
    public int account() {
        return account;
    }

    /** Which of the periods that were asked for. */
    public int period() {
        return period;
    }

    /** The segment; null where none were asked for. */
    public @Nullable String segment() {
        return segment;
    }

    public long opening() {
        return opening;
    }

    public long closing() {
        return closing;
    }

    /** The sum of the movements of a kind. */
    public long amount(MovementKind kind) {
        return moves.amount(kind);
    }

    /** How many movements of a kind there were. */
    public int count(MovementKind kind) {
        return moves.count(kind);
    }

    /** How many units of the policy's grain were active at the opening: of accounts, 1 or 0. */
    public int unitsAtOpening() {
        return unitsAtOpening != NOT_COUNTED ? unitsAtOpening : activeAtOpening ? 1 : 0;
    }

    /** How many were at the close. */
    public int unitsAtClosing() {
        return unitsAtClosing != NOT_COUNTED ? unitsAtClosing : activeAtClosing ? 1 : 0;
    }

    public boolean activeAtOpening() {
        return activeAtOpening;
    }

    public boolean activeAtClosing() {
        return activeAtClosing;
    }
}
