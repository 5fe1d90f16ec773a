package io.revops.sample;

import io.revops.sample.ChurnAccount.Left;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a simulated company's customers in the native form. What belongs to a period is spread over its days. */
final class ChurnExport implements Closeable {
    private static final List<String> METERS =
            List.of("reports", "alerts", "exports", "api-calls", "dashboards", "imports");
    private static final double USES = 3;

    private final ChurnWorld world;
    private final long seed;
    private final TextFile accounts;
    private final TextFile subscriptions;
    private final TextFile items;
    private final TextFile endings;
    private final TextFile usage;
    private final TextFile tickets;
    private final TextFile statuses;
    private final TextFile answers;
    private final TextFile payments;
    private final TextFile contacts;

    private ChurnExport(ChurnCompany company, Path folder) throws IOException {
        world = company.world();
        seed = company.seed();
        accounts = csv(folder, "accounts", "account_id,name,segment,created");
        subscriptions = csv(folder, "subscriptions", "subscription_id,account_id,start_date");
        items = csv(
                folder,
                "subscription_items",
                "subscription_id,effective,item_id,quantity,unit_amount,currency,billing_interval");
        endings = csv(folder, "subscription_endings", "subscription_id,end_date,cause");
        usage = csv(folder, "usage_events", "event_id,account_id,at,meter,quantity,user");
        tickets = csv(folder, "tickets", "ticket_id,opened,account_id,priority");
        statuses = csv(folder, "ticket_statuses", "ticket_id,effective,status");
        answers = csv(folder, "survey_answers", "answer_id,at,kind,score,account_id");
        payments = csv(folder, "payments", "payment_id,account_id,at,amount,currency,outcome");
        contacts = csv(folder, "contacts", "contact_id,account_id,name,role,created,left");
    }

    static void write(ChurnCompany company, Path folder) throws IOException {
        try (ChurnExport export = new ChurnExport(company, folder)) {
            for (ChurnAccount account : company.accounts()) {
                export.account(account);
            }
        }
    }

    private void account(ChurnAccount account) throws IOException {
        Draw draw = Draw.quick(seed, Draw.Purpose.CHURN_ROWS, account.number());
        LocalDate first = world.first(account.periods().get(0).number());
        String subscription = "sub-" + (account.number() + 1);
        accounts.line(Csv.row(account.id(), account.name(), account.segment(), first));
        subscriptions.line(Csv.row(subscription, account.id(), first));
        items.line(Csv.row(subscription, first, "seats", account.seats(), ChurnAccount.SEAT_PRICE, "USD", "month"));
        if (account.left().isPresent()) {
            Left left = account.left().get();
            if (left.on().isBefore(world.end())) {
                endings.line(
                        Csv.row(subscription, left.on(), left.cause().name().toLowerCase(Locale.ROOT)));
            }
        }
        for (ChurnPeriod period : account.periods()) {
            usage(account, period, draw);
            tickets(account, period, draw);
            payments(account, period);
            if (period.asked()) {
                answers.line(Csv.row(
                        id(account, period, "n", 0),
                        day(period, draw),
                        "nps",
                        period.count(ChurnDriver.ANSWER),
                        account.id()));
            }
        }
        contacts(account, first, draw);
    }

    /** Every active user logs in at least once; the other logins are dealt out among them. */
    private void usage(ChurnAccount account, ChurnPeriod period, Draw draw) throws IOException {
        int[] logins = new int[period.count(ChurnDriver.USERS)];
        for (int i = 0; i < period.count(ChurnDriver.LOGINS); i++) {
            logins[i < logins.length ? i : draw.between(0, logins.length - 1)]++;
        }
        for (int user = 0; user < logins.length; user++) {
            usage.line(Csv.row(
                    id(account, period, "u", user),
                    account.id(),
                    day(period, draw),
                    "logins",
                    logins[user],
                    "user-" + (user + 1)));
        }
        for (int feature = 0; feature < ChurnLife.FEATURES; feature++) {
            int times = 1 + draw.poisson(USES, StrictMath.exp(-USES));
            LocalDate day = day(period, draw);
            if ((period.features() & 1 << feature) != 0) {
                usage.line(Csv.row(
                        id(account, period, "f", feature), account.id(), day, METERS.get(feature), times, null));
            }
        }
    }

    private void tickets(ChurnAccount account, ChurnPeriod period, Draw draw) throws IOException {
        for (int i = 0; i < period.count(ChurnDriver.TICKETS); i++) {
            String id = id(account, period, "t", i);
            LocalDate opened = day(period, draw);
            LocalDate solved = opened.plusDays(StrictMath.round(1 + 4 * draw.exponential()));
            tickets.line(Csv.row(id, opened, account.id(), draw.chance(0.2) ? "high" : "normal"));
            statuses.line(Csv.row(id, opened, "open"));
            if (solved.isBefore(world.end())) {
                statuses.line(Csv.row(id, solved, "solved"));
            }
        }
    }

    /** Due on the first day of the period; tried again every third day. */
    private void payments(ChurnAccount account, ChurnPeriod period) throws IOException {
        int failures = period.count(ChurnDriver.FAILURES);
        for (int i = 0; i <= failures; i++) {
            payments.line(Csv.row(
                    id(account, period, "p", i),
                    account.id(),
                    world.first(period.number()).plusDays(3L * i),
                    account.seats() * ChurnAccount.SEAT_PRICE,
                    "USD",
                    i < failures ? "failed" : "succeeded"));
        }
    }

    private void contacts(ChurnAccount account, LocalDate first, Draw draw) throws IOException {
        LocalDate since = first;
        int number = 0;
        for (ChurnPeriod period : account.periods()) {
            if (period.championLeft()) {
                contact(account, number++, since, day(period, draw));
                since = world.first(period.number() + ChurnLife.WITHOUT_CHAMPION);
            }
        }
        LocalDate gone =
                account.left().map(Left::on).filter(world.end()::isAfter).orElse(world.end());
        if (since.isBefore(gone)) {
            contact(account, number, since, null);
        }
    }

    private void contact(ChurnAccount account, int number, LocalDate since, @Nullable LocalDate left)
            throws IOException {
        contacts.line(Csv.row(
                "con-" + (account.number() + 1) + "-" + (number + 1),
                account.id(),
                Names.person((account.number() * 3 + number) % 5_000),
                "champion",
                since,
                left));
    }

    private LocalDate day(ChurnPeriod period, Draw draw) {
        return world.first(period.number()).plusDays(draw.between(0, ChurnWorld.DAYS - 1));
    }

    private static String id(ChurnAccount account, ChurnPeriod period, String kind, int number) {
        return kind + (account.number() + 1) + "-" + period.number() + "-" + number;
    }

    private static TextFile csv(Path folder, String name, String header) throws IOException {
        TextFile file = new TextFile(folder.resolve(name + ".csv"));
        file.line(header);
        return file;
    }

    @Override
    public void close() throws IOException {
        try (accounts;
                subscriptions;
                items;
                endings;
                usage;
                tickets;
                statuses;
                answers;
                payments) {
            contacts.close();
        }
    }
}
