package io.revops.metric.recurring;

import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.List;
import java.util.Optional;

/**
 * From which tier accounts went to which: one entry for each pair of tiers in which there was an account, by the names of
 * both. Staying is an entry too.
 *
 * @param moves in the order of their names
 */
public record Migrations(List<Move> moves) {
    /**
     * The accounts that went one way.
     *
     * @param from where they were at the opening
     * @param to where they are at the close
     * @param accounts how many
     * @param opening what they were worth at the opening
     * @param closing what they are worth at the close
     */
    public record Move(String from, String to, long accounts, RunRate opening, RunRate closing) {
        /** {@code basic to pro: 2 accounts, USD 100.00 to USD 150.00 a month}. */
        @Override
        public String toString() {
            return from + " to " + to + ": " + accounts + (accounts == 1 ? " account, " : " accounts, ")
                    + Unit.MONEY_PER_MONTH.print(opening) + " to " + Unit.MONEY_PER_MONTH.print(closing) + " a month";
        }
    }

    public Migrations {
        moves = List.copyOf(moves);
    }

    /** The accounts that went from one tier to another, or stayed; empty if there were none. */
    public Optional<Move> of(String from, String to) {
        return moves.stream()
                .filter(m -> m.from().equals(from) && m.to().equals(to))
                .findFirst();
    }

    /** How many accounts changed their tier. */
    public long moved() {
        return moves.stream()
                .filter(m -> !m.from().equals(m.to()))
                .mapToLong(Move::accounts)
                .sum();
    }

    /** How many accounts changed, and every entry. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(moved()).append(" moved");
        moves.forEach(m -> text.append("; ").append(m));
        return text.toString();
    }
}
