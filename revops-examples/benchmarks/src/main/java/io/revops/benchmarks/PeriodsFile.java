package io.revops.benchmarks;

import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.PeriodTokens;
import io.revops.time.Span;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;

/**
 * Subscription periods of a company that grows over 36 months, about four to an account: several subscriptions, upgrades and
 * downgrades where one period adjoins the next, pauses, returns and losses. The same seed gives the same bytes; rows are by
 * start, as a warehouse appends them, so that those of an account are far apart.
 */
final class PeriodsFile {
    static final Span SPAN = Span.parse("2023-01-01/2026-01-01");

    private static final int ID = 18; // characters of an id, its prefix among them
    private static final long SEED = 20_260_101;
    private static final String[] PLANS = {"basic", "team", "pro", "scale", "enterprise"};
    private static final int[] PRICES = {1900, 4900, 9900, 24900, 79900};
    private static final char[] LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int rows;
    private final long[] accountId;
    private final long[] subscriptionId;
    private final int[] start;
    private final int[] end;
    private final int[] cents;
    private final byte[] plan;
    private final int[] quantity;
    private int made;

    private PeriodsFile(int rows) {
        this.rows = rows;
        accountId = new long[rows];
        subscriptionId = new long[rows];
        start = new int[rows];
        end = new int[rows];
        cents = new int[rows];
        plan = new byte[rows];
        quantity = new int[rows];
    }

    /** The file with so many rows, written if it is not there. */
    static Path of(int rows) {
        Path file = Path.of("target", "benchmarks", "periods-" + rows + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20)) {
                new PeriodsFile(rows).write(out);
            }
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same rows in memory, without a file. */
    static PeriodRows inMemory(int rows) {
        PeriodsFile made = new PeriodsFile(rows);
        PeriodRowsBuilder into = PeriodRows.builder("periods");
        PeriodTokens tokens = new PeriodTokens();
        Currency dollars = Currency.getInstance("USD");
        StringBuilder line = new StringBuilder();
        byte[][] plans = Arrays.stream(PLANS)
                .map(p -> p.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        int number = 1;
        for (long next : made.order()) {
            int i = (int) next;
            line.setLength(0);
            made.ids(line, i);
            int ids = line.length();
            byte[] bytes = line.append(PLANS[made.plan[i]]).toString().getBytes(StandardCharsets.US_ASCII);
            tokens.in(bytes)
                    .subscription(0, ID)
                    .account(ID + 1, ids)
                    .plan(ids, ids + plans[made.plan[i]].length)
                    .start(made.start[i])
                    .end(made.end[i])
                    .monthly(made.cents[i] * 10_000L, dollars)
                    .quantity(made.quantity[i]);
            into.add(++number, tokens);
        }
        return into.build();
    }

    private long[] order() {
        while (made < rows) {
            account();
        }
        long[] order = new long[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = (long) start[i] << 32 | i;
        }
        Arrays.sort(order);
        return order;
    }

    private void ids(StringBuilder line, int i) {
        id(line.append("sub_"), subscriptionId[i]);
        id(line.append(",cus_"), accountId[i]);
    }

    private void write(OutputStream out) throws IOException {
        String[] days = new String[(int) SPAN.days() + 400];
        for (int i = 0; i < days.length; i++) {
            days[i] = SPAN.from().plusDays(i).toString();
        }
        int first = (int) SPAN.from().toEpochDay();
        out.write("subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency\n"
                .getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (long next : order()) {
            int i = (int) next;
            line.setLength(0);
            ids(line, i);
            line.append(',').append(days[start[i] - first]).append(',');
            line.append(end[i] == PeriodRows.OPEN ? "" : days[end[i] - first]).append(',');
            line.append(cents[i] / 100).append('.').append(cents[i] % 100 / 10).append(cents[i] % 10);
            line.append(',').append(PLANS[plan[i]]).append(',').append(quantity[i]).append(",USD\n");
            out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Fourteen letters and digits, as billing systems make them. */
    private static void id(StringBuilder line, long from) {
        long mixed = from;
        for (int i = 0; i < 14; i++) {
            mixed = mixed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            line.append(LETTERS[(int) ((mixed >>> 33) % LETTERS.length)]);
        }
    }

    private void account() {
        long account = random.nextLong();
        int subscriptions = 1;
        while (subscriptions < 5 && random.nextInt(100) < 38) {
            subscriptions++;
        }
        int joined = (int) (StrictMath.sqrt(random.nextDouble()) * 35);
        for (int s = 0; s < subscriptions; s++) {
            subscription(account, Math.min(35, joined + (s == 0 ? 0 : random.nextInt(8))));
        }
    }

    private void subscription(long account, int joined) {
        long subscription = random.nextLong();
        int day = random.nextInt(100) < 50 ? 1 : 1 + random.nextInt(28);
        int tier = Math.min(random.nextInt(5), random.nextInt(5));
        int seats = 1 + random.nextInt(12);
        LocalDate from = SPAN.from().plusMonths(joined).withDayOfMonth(day);
        while (made < rows && from.isBefore(SPAN.to())) {
            LocalDate to = from.plusMonths(1 + (int) (-7 * StrictMath.log(1 - random.nextDouble())));
            boolean open = !to.isBefore(SPAN.to());
            accountId[made] = account;
            subscriptionId[made] = subscription;
            start[made] = (int) from.toEpochDay();
            end[made] = open ? PeriodRows.OPEN : (int) to.toEpochDay();
            plan[made] = (byte) tier;
            quantity[made] = seats;
            cents[made] = PRICES[tier] * seats * (100 - random.nextInt(3) * 10) / 100;
            made++;
            int fate = random.nextInt(100);
            if (open || fate >= 84) {
                return;
            }
            from = fate < 12 ? to.plusMonths(1 + random.nextInt(5)) : to;
            tier = Math.max(0, Math.min(4, tier + (random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0)));
            seats = Math.max(1, seats + random.nextInt(7) - 2);
        }
    }
}
