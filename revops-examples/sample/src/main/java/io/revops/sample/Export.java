package io.revops.sample;

import io.revops.sample.EventJson.Event;
import io.revops.sample.Truth.State;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The files that grow with the number of accounts; told one story after the other, they keep none. */
final class Export implements Closeable {
    private final Path folder;
    private final Window window;
    private final Flaws flaws;
    private final MonthTotals totals;
    private final JsonList customers;
    private final JsonList subscriptions;
    private final EventLog events;
    private final TextFile accounts;
    private final TextFile opportunities;
    private final TextFile history;
    private final TextFile links;
    private final TextFile states;

    Export(Path folder, Window window, Flaws flaws, MonthTotals totals) throws IOException {
        this.folder = folder;
        this.window = window;
        this.flaws = flaws;
        this.totals = totals;
        customers = JsonList.listObject(folder.resolve("stripe/customers.json"), "/v1/customers");
        subscriptions = JsonList.listObject(folder.resolve("stripe/subscriptions.json"), "/v1/subscriptions");
        events = new EventLog(folder.resolve("stripe/parts"), window);
        accounts = csv("salesforce/Account.csv", CrmRows.ACCOUNT_HEADER);
        opportunities = csv("salesforce/Opportunity.csv", CrmRows.OPPORTUNITY_HEADER);
        history = csv("salesforce/OpportunityHistory.csv", CrmRows.HISTORY_HEADER);
        links = csv("links.csv", "billing_account_id,crm_account_id");
        states = csv("truth/arr_states.csv", "customer_id,subscription_id,from,currency,annual_amount");
        flaws.links(links);
    }

    void customer(Story story) throws IOException {
        Account account = story.account();
        Instant created = story.lives().isEmpty()
                ? window.earliest().atStartOfDay().toInstant(ZoneOffset.UTC)
                : story.lives().get(0).start();
        customers.add(Json.write(CustomerJson.of(account, created)));
        List<Event> told = new ArrayList<>();
        for (Life life : story.lives()) {
            Instant lastSecond = window.endInstant().minusSeconds(1);
            subscriptions.add(Json.write(SubscriptionJson.of(life, life.now(), lastSecond)));
            told.addAll(EventJson.of(life));
            for (State state : Truth.of(life, window)) {
                states.line(Csv.row(
                        account.customerId(),
                        life.id(),
                        state.from(),
                        account.currency(),
                        state.perYear().stripTrailingZeros().toPlainString()));
            }
        }
        for (Event event : told) {
            events.add(event);
        }
        flaws.subscriptions(story, subscriptions);
        flaws.events(story, told, events);
        totals.add(story);
        if (account.link() == Account.Link.LINKS_FILE) {
            links.line(Csv.row(account.customerId(), account.crmId()));
        }
        if (story.isInCrm()) {
            crm(story, "Customer", Times.date(created));
        }
    }

    void prospect(Story story) throws IOException {
        crm(story, "Prospect", window.end());
    }

    private void crm(Story story, String type, LocalDate known) throws IOException {
        LocalDate created = known;
        for (Deal deal : story.deals()) {
            LocalDate day = Times.date(deal.created().at());
            created = day.isBefore(created) ? day : created;
        }
        accounts.line(CrmRows.account(story.account(), type, created.minusDays(3)));
        for (Deal deal : story.deals()) {
            opportunities.line(CrmRows.opportunity(deal));
            for (int row = 0; row < deal.history().size(); row++) {
                history.line(CrmRows.history(deal, row));
            }
        }
        flaws.opportunities(story, opportunities);
        flaws.history(story, history);
    }

    /** Sorts what had to wait for the last account. */
    void finish() throws IOException {
        try (TextFile log = new TextFile(folder.resolve("stripe/events.jsonl"))) {
            events.writeTo(log, flaws::eventWritten);
        }
    }

    @Override
    public void close() throws IOException {
        try (customers;
                subscriptions;
                events;
                accounts;
                opportunities;
                history;
                links) {
            states.close();
        }
    }

    private TextFile csv(String name, String header) throws IOException {
        TextFile file = new TextFile(folder.resolve(name));
        file.line(header);
        return file;
    }
}
