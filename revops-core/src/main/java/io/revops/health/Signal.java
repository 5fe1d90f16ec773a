package io.revops.health;

import io.revops.book.AccountId;
import io.revops.book.FactId;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened to a customer, with the figures and facts that show it.
 *
 * @param kind what
 * @param meaning whether it endangers or helps
 * @param account to whom
 * @param name what the account is called
 * @param day when; of what is measured, the day at whose end it was
 * @param text in words, with the figures
 * @param facts ids of the facts, the last ones where they are many
 */
public record Signal(
        SignalKind kind,
        Meaning meaning,
        AccountId account,
        String name,
        LocalDate day,
        String text,
        List<FactId> facts) {
    /** Whether a signal endangers what there is, or promises more. */
    public enum Meaning {
        RISK,
        OPPORTUNITY
    }

    public Signal {
        facts = List.copyOf(facts);
    }

    static Signal of(
            SignalKind kind,
            Meaning meaning,
            Customer customer,
            LocalDate day,
            String text,
            List<? extends FactId> facts) {
        return new Signal(kind, meaning, customer.id(), customer.name(), day, text, List.copyOf(facts));
    }

    /** {@code 2025-06-30 RISK USAGE_DROP Acme: 3 logins in a week, 20 in the median of 12 weeks before (z -6.2)}. */
    @Override
    public String toString() {
        return day + " " + meaning + " " + kind + " " + name + ": " + text;
    }
}
