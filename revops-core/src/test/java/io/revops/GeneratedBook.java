package io.revops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A book of a thousand accounts over 36 months, made up and always the same, in the native form: what another program can read
 * as well. The rules of {@link java.util.Random} are part of Java's specification, so every machine writes the same bytes.
 */
final class GeneratedBook {
    private static final int ACCOUNTS = 1000;
    private static final int DEALS = 400;
    private static final long SEED = 20_250_101;
    private static final LocalDate FIRST = LocalDate.of(2022, 6, 1);
    private static final LocalDate END = LocalDate.of(2026, 1, 1);
    private static final List<String> INTERVALS = List.of(
            "month",
            "month",
            "month",
            "month",
            "year",
            "year",
            "3 months",
            "6 months",
            "2 years",
            "week",
            "6 weeks",
            "day");

    private final Map<String, List<String>> files = new TreeMap<>();
    private final List<String> signed = new ArrayList<>();
    private final List<String> owners = new ArrayList<>();
    private final Random random = new Random(SEED);
    private int entries;

    private GeneratedBook() {
        header("accounts", "account_id,industry");
        header("subscriptions", "subscription_id,account_id,signed,start_date,term_months,renewal");
        header(
                "subscription_items",
                "subscription_id,effective,change_id,item_id,product_id,quantity,unit_amount,currency,billing_interval");
        header(
                "subscription_discounts",
                "subscription_id,effective,discount_id,duration,percent,amount_off,currency,months,end_date");
        header("subscription_spells", "subscription_id,kind,effective,end_date,spell_id");
        header("subscription_cancellations", "subscription_id,effective,end_date,withdrawn,cancellation_id");
        header("subscription_endings", "subscription_id,end_date,ending_id");
        header("exchange_rates", "date,base,quote,rate");
        header("opportunities", "opportunity_id,created,account_id,type,subscription_id");
        header("opportunity_changes", "opportunity_id,effective,change_id,stage,amount,currency,outcome");
        header("opportunity_lines", "opportunity_id,line_id,amount,currency,kind,term_months,starts_after_months");
        rates();
        for (int i = 0; i < ACCOUNTS; i++) {
            account(String.format(java.util.Locale.ROOT, "a%04d", i));
        }
        for (int i = 0; i < DEALS; i++) {
            deal(String.format(java.util.Locale.ROOT, "d%03d", i));
        }
    }

    /** Writes the book into a folder: the argument. */
    public static void main(String[] args) {
        write(Path.of(args[0]));
    }

    /** Writes the files, and returns what identifies them: a hash over their names and bytes. */
    static String write(Path folder) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            Files.createDirectories(folder);
            for (Map.Entry<String, List<String>> file : new GeneratedBook().files.entrySet()) {
                byte[] bytes = (String.join("\n", file.getValue()) + "\n").getBytes(StandardCharsets.UTF_8);
                hash.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                hash.update(bytes);
                Files.write(folder.resolve(file.getKey() + ".csv"), bytes);
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void header(String file, String columns) {
        files.put(file, new ArrayList<>(List.of(columns)));
    }

    private void row(String file, Object... cells) {
        List<String> text = new ArrayList<>();
        for (Object cell : cells) {
            text.add(cell == null ? "" : cell.toString());
        }
        files.get(file).add(String.join(",", text));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String id(String of) {
        return of + entries++;
    }

    /** A day, or an instant in it. */
    private String written(LocalDate day) {
        if (chance(65)) {
            return day.toString();
        }
        int second = random.nextInt(86_400);
        return String.format(
                java.util.Locale.ROOT, "%sT%02d:%02d:%02dZ", day, second / 3600, second / 60 % 60, second % 60);
    }

    private String cents(int least, int most) {
        int cents = between(least, most);
        return String.format(java.util.Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private void rates() {
        int euro = 10_800;
        int pound = 12_600;
        for (LocalDate end = LocalDate.of(2022, 5, 31);
                end.isBefore(END);
                end = end.plusDays(1).plusMonths(1).minusDays(1)) {
            euro += between(-150, 150);
            pound += between(-150, 150);
            row("exchange_rates", end, "EUR", "USD", rate(euro));
            row("exchange_rates", end, "GBP", "USD", rate(pound));
        }
    }

    private static String rate(int tenThousandths) {
        return String.format(java.util.Locale.ROOT, "%d.%04d", tenThousandths / 10_000, tenThousandths % 10_000);
    }

    private void account(String account) {
        row("accounts", account, one(List.of("Retail", "Fintech", "Healthcare")));
        String currency = one(List.of("USD", "USD", "USD", "USD", "USD", "USD", "USD", "EUR", "EUR", "GBP"));
        LocalDate start = FIRST.plusDays(random.nextInt(1250));
        int n = 0;
        LocalDate end = subscription(account, account + "-" + n++, currency, start);
        while (end.isBefore(END.minusDays(20)) && chance(35)) {
            end = subscription(account, account + "-" + n++, currency, end.plusDays(chance(20) ? 0 : between(1, 200)));
        }
        if (chance(20)) {
            LocalDate second = start.plusDays(between(0, 400));
            subscription(
                    account, account + "-" + n, chance(15) ? "USD" : currency, second.isBefore(END) ? second : start);
        }
    }

    /** A subscription, and when it ends; the day after everything if it goes on. */
    private LocalDate subscription(String account, String id, String currency, LocalDate start) {
        String interval = one(INTERVALS);
        boolean even = chance(75);
        String begins = written(start);
        boolean contract = chance(30);
        Integer term = contract && chance(85) ? one(List.of(1, 6, 12, 12, 24, 36)) : null;
        row(
                "subscriptions",
                id,
                account,
                contract ? start.minusDays(between(0, 60)) : null,
                chance(50) ? begins : null,
                term,
                term == null ? null : "on_request");
        if (contract) {
            signed.add(id);
            owners.add(account);
        }
        item(id, begins, "one", currency, interval, false);
        boolean two = chance(35);
        if (two) {
            item(id, begins, "two", currency, even ? interval : one(INTERVALS), true);
        }
        changes(id, start, currency, interval, even, two);
        if (chance(25)) {
            discount(id, begins, start, currency, even);
        }
        if (chance(20)) {
            row("subscription_spells", id, "trial", begins, start.plusDays(one(List.of(7, 14, 30))), id("t"));
        }
        if (chance(16)) {
            LocalDate from = start.plusDays(between(20, 300));
            LocalDate to = from.plusDays(between(1, 90));
            row(
                    "subscription_spells",
                    id,
                    one(List.of("unpaid", "paused", "past_due")),
                    written(from),
                    chance(80) ? to : null,
                    id("s"));
        }
        return ending(id, start);
    }

    private void item(String id, String at, String item, String currency, String interval, boolean free) {
        String amount = free && chance(10) ? "0.00" : cents(100, 30_000);
        row(
                "subscription_items",
                id,
                at,
                id("c"),
                item,
                "p" + between(1, 4),
                between(1, 20),
                amount,
                currency,
                interval);
    }

    private void changes(String id, LocalDate start, String currency, String interval, boolean even, boolean two) {
        LocalDate day = start;
        for (int n = between(0, 4); n > 0; n--) {
            day = chance(15) && day.plusYears(1).isBefore(END) ? day.plusYears(1) : day.plusDays(between(1, 200));
            String at = written(day);
            String item = two && chance(40) ? "two" : "one";
            switch (random.nextInt(even ? 4 : 5)) {
                case 0 -> row("subscription_items", id, at, id("c"), item, null, between(1, 20), null, null, null);
                case 1 ->
                    row(
                            "subscription_items",
                            id,
                            at,
                            id("c"),
                            item,
                            null,
                            null,
                            cents(100, 30_000),
                            currency,
                            item.equals("one") ? interval : even ? interval : "month");
                case 2 -> {
                    row("subscription_items", id, at, id("c"), item, null, between(1, 20), null, null, null);
                    row(
                            "subscription_items",
                            id,
                            at,
                            id("c"),
                            item,
                            "p" + between(1, 4),
                            null,
                            cents(100, 30_000),
                            currency,
                            even ? interval : "month");
                }
                case 3 ->
                    row(
                            "subscription_items",
                            id,
                            at,
                            id("c"),
                            item,
                            null,
                            two && item.equals("two") ? 0 : between(1, 20),
                            null,
                            null,
                            null);
                default ->
                    row(
                            "subscription_items",
                            id,
                            at,
                            id("c"),
                            item,
                            null,
                            null,
                            cents(1_000, 300_000),
                            currency,
                            one(INTERVALS));
            }
        }
    }

    private void discount(String id, String begins, LocalDate start, String currency, boolean even) {
        String at = chance(60) ? begins : written(start.plusDays(between(1, 200)));
        String duration = even ? one(List.of("once", "repeating", "forever")) : "forever";
        Integer months = duration.equals("repeating") ? between(1, 9) : null;
        boolean percent = !even || chance(60);
        row(
                "subscription_discounts",
                id,
                at,
                id("x"),
                duration,
                percent ? between(1, 60) : null,
                percent ? null : cents(100, chance(15) ? 900_000 : 9_000),
                percent ? null : currency,
                months,
                null);
    }

    private LocalDate ending(String id, LocalDate start) {
        LocalDate end = start.plusDays(between(1, 900));
        if (!end.isBefore(END) || chance(35)) {
            return END;
        }
        if (chance(40)) {
            LocalDate asked = end.minusDays(
                    between(0, (int) Math.min(40, java.time.temporal.ChronoUnit.DAYS.between(start, end))));
            boolean withdrawn = chance(25);
            row("subscription_cancellations", id, asked, end, withdrawn ? asked : null, id("k"));
            return withdrawn ? END : end;
        }
        row("subscription_endings", id, written(end), id("e"));
        return end.plusDays(1);
    }

    private void deal(String id) {
        LocalDate created = LocalDate.of(2022, 12, 1).plusDays(random.nextInt(1050));
        int at = random.nextInt(signed.size());
        boolean leads = chance(30);
        row(
                "opportunities",
                id,
                created,
                leads ? owners.get(at) : String.format(java.util.Locale.ROOT, "a%04d", random.nextInt(ACCOUNTS)),
                one(List.of("new", "expansion", "renewal")),
                leads ? signed.get(at) : null);
        boolean amount = chance(85);
        row(
                "opportunity_changes",
                id,
                created,
                id("o"),
                "Open",
                amount ? cents(10_000, 9_000_000) : null,
                amount ? "USD" : null,
                null);
        if (chance(75)) {
            LocalDate closed = created.plusDays(between(0, 120));
            row("opportunity_changes", id, written(closed), id("o"), "Closed", null, null, chance(75) ? "won" : "lost");
            if (chance(6)) {
                row("opportunity_changes", id, closed.plusDays(between(1, 60)), id("o"), "Open", null, null, "open");
            }
        }
        for (int n = chance(25) ? 0 : between(1, 3); n > 0; n--) {
            String kind = one(List.of("recurring", "recurring", "recurring", "one_time", "usage"));
            boolean recurring = kind.equals("recurring");
            Integer term = recurring && chance(92) ? one(List.of(3, 6, 12, 12, 24, 36, 60)) : null;
            row(
                    "opportunity_lines",
                    id,
                    id("l"),
                    cents(10_000, 9_000_000),
                    one(List.of("USD", "USD", "EUR")),
                    kind,
                    term,
                    recurring && chance(30) ? one(List.of(6, 12, 24)) : null);
        }
    }
}
