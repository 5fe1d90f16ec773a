package io.revops.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An opportunity with its history; the last entry of the history is how it stands. */
record Deal(Account account, int index, Type type, String name, String source, List<Entry> history, Bin bin) {

    Deal {
        history = List.copyOf(history);
    }

    String id() {
        return Id.opportunity(account.number(), index);
    }

    Entry created() {
        return history.get(0);
    }

    Entry now() {
        return history.get(history.size() - 1);
    }

    /** Why there is something to sell. */
    enum Type {
        NEW_BUSINESS("New Business"),
        EXPANSION("Expansion"),
        RENEWAL("Renewal");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Whether the row lies in the CRM's recycle bin, which exports include on request. */
    enum Bin {
        KEPT,
        DELETED
    }

    /** Stage, yearly amount in whole units of the account's currency, and expected close date, from that instant on. */
    record Entry(Instant at, Stage stage, long amount, LocalDate closeDate) {}
}
