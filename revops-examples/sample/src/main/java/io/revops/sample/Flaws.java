package io.revops.sample;

import io.revops.sample.Deal.Bin;
import io.revops.sample.Deal.Entry;
import io.revops.sample.EventJson.Event;
import io.revops.sample.Life.Line;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are wrong on purpose. Each stands beside the rows of a certain account and is noted with its file and line, so
 * that a reader's report of issues can be compared with the list in the README. None of them is part of the truth.
 */
final class Flaws {
    private static final String OPPORTUNITIES = "salesforce/Opportunity.csv";
    private static final String HISTORY = "salesforce/OpportunityHistory.csv";
    private static final String SUBSCRIPTIONS = "stripe/subscriptions.json";
    private static final String EVENTS = "stripe/events.jsonl";
    private static final int FIRST_INDEX = 50;

    private final List<Flaw> noted = new ArrayList<>();
    private final Map<String, Flaw> eventsToCome = new HashMap<>();
    private final Catalog catalog;
    private final Window window;

    Flaws(Catalog catalog, Window window) {
        this.catalog = catalog;
        this.window = window;
    }

    List<Flaw> noted() {
        return List.copyOf(noted);
    }

    /** Writes the flawed opportunities that stand behind this account's own. */
    void opportunities(Story story, TextFile file) throws IOException {
        Account account = story.account();
        Deal deal = deal(account);
        String crm = account.crmId();
        Object amount = deal.now().amount();
        Object currency = account.currency();
        Object date = deal.now().closeDate();
        switch (account.number()) {
            case 10 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(deal, "0015Y0000zzzzzzAAA", amount, currency, date)),
                        "AccountId 0015Y0000zzzzzzAAA is in no Account.csv",
                        "accounts get deleted or merged, their deals stay");
            case 20 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(
                                deal,
                                crm,
                                amount,
                                currency,
                                Times.date(deal.created().at()).minusDays(12))),
                        "closed twelve days before it was created",
                        "deals are entered after the fact");
            case 30 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(deal, crm, "n/a", currency, date)),
                        "Amount is n/a",
                        "somebody edited the export in a spreadsheet");
            case 40 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(deal, crm, amount, currency, null)),
                        "CloseDate is empty",
                        "an old import left it out");
            case 52 -> {
                if (!story.deals().isEmpty()) {
                    note(
                            OPPORTUNITIES,
                            file.line(CrmRows.opportunity(story.deals().get(0))),
                            "the same row as before (Id " + story.deals().get(0).id() + ")",
                            "exports overlap");
                }
            }
            case 60 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(deal, crm, amount, "XQZ", date)),
                        "CurrencyIsoCode XQZ is no currency",
                        "a typo in a custom currency");
            case 70 ->
                note(
                        OPPORTUNITIES,
                        file.line(row(deal, crm, amount, currency, "2024-02-30")),
                        "CloseDate 2024-02-30 does not exist",
                        "dates are typed by hand");
            default -> {}
        }
    }

    void history(Story story, TextFile file) throws IOException {
        if (story.account().number() == 15) {
            Deal deal = deal(story.account());
            note(
                    HISTORY,
                    file.line(CrmRows.history(deal, 0, "0065Y0000zzzzzzAAA")),
                    "OpportunityId 0065Y0000zzzzzzAAA is in no Opportunity.csv",
                    "the opportunity was purged, its history not");
        }
    }

    void subscriptions(Story story, JsonList file) throws IOException {
        int number = story.account().number();
        if (number == 25) {
            String json = Json.write(subscription(number, 5, "endsFirst"));
            note(
                    SUBSCRIPTIONS,
                    file.add(json),
                    "ended_at is thirty days before start_date",
                    "a migration mixed up two fields");
        } else if (number == 35) {
            String json = Json.write(subscription(number, -4, ""));
            note(SUBSCRIPTIONS, file.add(json), "quantity is -4", "a correction was booked as a subscription");
        }
    }

    void events(Story story, List<Event> events, EventLog log) throws IOException {
        int number = story.account().number();
        if (number == 16 && !events.isEmpty()) {
            Event first = events.get(0);
            toCome(
                    log,
                    new Event(first.at().plusSeconds(3600), number, 90_000, first.json()),
                    "the same event a second time, an hour later",
                    "webhooks are delivered at least once");
        } else if (number == 24 && !events.isEmpty()) {
            Event first = events.get(0);
            String cut = first.json().substring(0, first.json().length() / 3);
            toCome(
                    log,
                    new Event(first.at().plusSeconds(7), number, 90_001, cut),
                    "the line stops in the middle of a value",
                    "the disk was full");
        } else if (number == 33) {
            Instant at = window.start().plusDays(25).atTime(10, 0).toInstant(ZoneOffset.UTC);
            String json = "{\"id\":\"evt_1zzUnknown\",\"object\":\"event\",\"created\":" + at.getEpochSecond()
                    + ",\"type\":\"customer.subscription.updated\",\"data\":{\"object\":"
                    + Json.write(subscription(number, 5, ""))
                            .replace(Id.subscription(number, 9), "sub_1zzUnknown")
                            .replace(Id.customer(number), "cus_zzUnknown")
                    + ",\"previous_attributes\":{\"cancel_at_period_end\":true}}}";
            toCome(
                    log,
                    new Event(at, number, 90_002, json),
                    "of sub_1zzUnknown and cus_zzUnknown, which are in no other file",
                    "a test account shares the webhook");
        }
    }

    /** A link whose customer does not exist, written first. */
    void links(TextFile file) throws IOException {
        note(
                "links.csv",
                file.line("cus_zzNobody," + Id.crmAccount(4)),
                "billing account cus_zzNobody is in no customers.json",
                "the customer was deleted in billing");
    }

    void eventWritten(String sortKey, int line) {
        Flaw flaw = eventsToCome.remove(sortKey);
        if (flaw != null) {
            note(EVENTS, line, flaw.what(), flaw.why());
        }
    }

    private void toCome(EventLog log, Event event, String what, String why) throws IOException {
        log.add(event);
        eventsToCome.put(event.sortKey(), new Flaw(EVENTS, 0, what, why));
    }

    private void note(String file, int line, String what, String why) {
        noted.add(new Flaw(file, line, what, why));
    }

    private static String row(Deal deal, String accountId, Object amount, Object currency, @Nullable Object closeDate) {
        return CrmRows.opportunity(deal, deal.id(), accountId, amount, currency, closeDate);
    }

    private Deal deal(Account account) {
        Instant created = window.start().plusDays(5).atTime(8, 30).toInstant(ZoneOffset.UTC);
        LocalDate closed = window.start().plusDays(20);
        List<Entry> history = List.of(
                new Entry(created, Stage.QUALIFICATION, 9_000, closed),
                new Entry(closed.atTime(15, 0).toInstant(ZoneOffset.UTC), Stage.CLOSED_LOST, 9_000, closed));
        String name = Names.root(account.number()) + " - flawed on purpose";
        return new Deal(account, FIRST_INDEX, Deal.Type.EXPANSION, name, "Outbound", history, Bin.KEPT);
    }

    private Map<String, @Nullable Object> subscription(int number, long quantity, String flaw) {
        Instant start = window.start().plusDays(20).atTime(10, 0).toInstant(ZoneOffset.UTC);
        Life life = new Life(number, 9, start, window);
        life.begin(new Line(catalog.price(Product.TEAM, Currency.USD, 1, Catalog.Edition.FIRST), quantity));
        Map<String, @Nullable Object> json =
                SubscriptionJson.of(life, life.now(), window.endInstant().minusSeconds(1));
        if (flaw.equals("endsFirst")) {
            long ended = start.getEpochSecond() - 30 * 86_400L;
            json.put("status", "canceled");
            json.put("canceled_at", ended);
            json.put("ended_at", ended);
        }
        return json;
    }

    /** One wrong row: where, what, and how such a row comes about. */
    record Flaw(String file, int line, String what, String why) {}
}
