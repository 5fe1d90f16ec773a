package io.revops.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The files of what a success team knows, in the native form, beside what became of the accounts. */
final class TelemetryFiles implements Closeable {
    final TextFile usage;
    final TextFile tickets;
    final TextFile statuses;
    final TextFile answers;
    final TextFile payments;
    final TextFile contacts;
    final TextFile truth;

    TelemetryFiles(Path folder) throws IOException {
        usage = csv(folder, "success/usage_events.csv", "event_id,account_id,at,meter");
        tickets = csv(folder, "success/tickets.csv", "ticket_id,opened,account_id,priority");
        statuses = csv(folder, "success/ticket_statuses.csv", "ticket_id,effective,status");
        answers = csv(folder, "success/survey_answers.csv", "answer_id,at,kind,score,account_id");
        payments = csv(folder, "success/payments.csv", "payment_id,account_id,at,amount,currency,outcome");
        contacts = csv(folder, "success/contacts.csv", "contact_id,account_id,name,role,created,left");
        truth = csv(folder, "truth/leaving.csv", "customer_id,left_on,cause");
    }

    private static TextFile csv(Path folder, String name, String header) throws IOException {
        TextFile file = new TextFile(folder.resolve(name));
        file.line(header);
        return file;
    }

    @Override
    public void close() throws IOException {
        try (usage;
                tickets;
                statuses;
                answers;
                payments;
                contacts) {
            truth.close();
        }
    }
}
