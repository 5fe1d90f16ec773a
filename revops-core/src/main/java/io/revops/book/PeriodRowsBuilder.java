package io.revops.book;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects periods for {@link PeriodRows}, in any order. Not safe to share between threads; of no use once it has built. */
public final class PeriodRowsBuilder {
    private static final int CROWD = 64;

    /** A quantity that is no whole number without a point, or too large for a long: in {@link #quantities} instead. */
    private static final long ODD_QUANTITY = Long.MIN_VALUE;

    final String source;
    final TextIds subscriptions = new TextIds();
    final TextIds accounts = new TextIds();
    final Kinds kinds = new Kinds();
    final KnownSubscriptions known = new KnownSubscriptions();
    final KeptRows rows = new KeptRows();
    final Map<Integer, BigDecimal> odd = new HashMap<>();
    private final Map<Integer, BigDecimal> quantities = new HashMap<>();
    private final Set<SubscriptionPeriod> conflicts = new HashSet<>();
    private final Map<Integer, Map<Integer, List<Integer>>> crowded = new HashMap<>();
    private final TreeSet<Integer> mixed = new TreeSet<>();
    private final PeriodTokens tokens = new PeriodTokens();
    private final ExpectedRows expected = new ExpectedRows();

    PeriodRowsBuilder(String source) {
        this.source = source;
    }

    /**
     * Adds a period.
     *
     * @param rowNumber names its row in the source, above 0
     */
    public PeriodRows.Fate add(long rowNumber, SubscriptionPeriod period) {
        byte[] sub = utf8(period.subscription().value());
        byte[] account = utf8(period.account().value());
        byte[] plan = period.plan().map(p -> utf8(p.value())).orElse(new byte[0]);
        byte[] all = Arrays.copyOf(sub, sub.length + account.length + plan.length);
        System.arraycopy(account, 0, all, sub.length, account.length);
        System.arraycopy(plan, 0, all, sub.length + account.length, plan.length);
        tokens.in(all)
                .subscription(0, sub.length)
                .account(sub.length, sub.length + account.length)
                .plan(sub.length + account.length, all.length)
                .start(Math.toIntExact(period.start().toEpochDay()))
                .end(period.end().map(e -> Math.toIntExact(e.toEpochDay())).orElse(PeriodRows.OPEN));
        BigDecimal amount = period.monthly().amount();
        long micros = micros(amount);
        BigDecimal quantity = period.quantity();
        long whole = whole(quantity);
        tokens.monthly(micros, period.monthly().currency()).quantity(whole);
        return add(
                rowNumber, tokens, micros == PeriodRows.ODD ? amount : null, whole == ODD_QUANTITY ? quantity : null);
    }

    /**
     * Says which ids the next rows have, so that they can be looked up at once: with a million ids, that takes most of the
     * time. What is added afterwards may be other rows all the same.
     *
     * @param text the bytes that all ids are in
     * @param ids of each row four places: where the id of its subscription begins and ends, and where that of its account does
     * @param count how many rows
     */
    public void expect(byte[] text, int[] ids, int count) {
        if (count < 0 || count > ids.length / ExpectedRows.IDS) {
            throw new IllegalArgumentException("There are " + ids.length + " places, and " + count
                    + " rows have four each. Maybe count rows, not places.");
        }
        expected.find(text, ids, count, this);
    }

    /** Adds the period that the tokens say; they may be filled again afterwards. */
    public PeriodRows.Fate add(long rowNumber, PeriodTokens of) {
        return add(rowNumber, of, null, null);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static long micros(BigDecimal amount) {
        if (amount.scale() > RunRate.SCALE) {
            return PeriodRows.ODD;
        }
        BigInteger micros = amount.setScale(RunRate.SCALE).unscaledValue();
        return micros.bitLength() < 63 ? micros.longValueExact() : PeriodRows.ODD;
    }

    private static long whole(BigDecimal quantity) {
        return quantity.scale() == 0 && quantity.unscaledValue().bitLength() < 63
                ? quantity.longValueExact()
                : ODD_QUANTITY;
    }

    /**
     * @param amount what a month costs, if the tokens cannot say it
     * @param quantity how many, if the tokens cannot say it
     */
    private PeriodRows.Fate add(
            long rowNumber, PeriodTokens of, @Nullable BigDecimal amount, @Nullable BigDecimal quantity) {
        int before = subscriptions.size();
        boolean isExpected = of.nth >= 0 && of.nth < expected.rows();
        int likely = isExpected ? expected.subscription(of.nth) : -1;
        int sub = subscriptions.of(likely, of.text, of.subscriptionStart, of.subscriptionEnd);
        likely = isExpected ? expected.account(of.nth) : -1;
        int account = accounts.of(likely, of.text, of.accountStart, of.accountEnd);
        int what = kinds.of(of);
        if (sub == before) {
            known.begin(sub, account);
        } else if (of.start < known.latestEnd(sub)) {
            if (isThere(sub, account, of, amount, quantity, what)) {
                return PeriodRows.Fate.DUPLICATE;
            }
            if (known.account(sub) == account) {
                mixed.add(sub);
            }
        }
        if (known.account(sub) != account) {
            return conflicts.add(period(sub, account, of, amount, quantity, what))
                    ? PeriodRows.Fate.OTHER_ACCOUNT
                    : PeriodRows.Fate.DUPLICATE;
        }
        keep(rowNumber, sub, of, amount, quantity, what);
        return PeriodRows.Fate.ACCEPTED;
    }

    private void keep(
            long rowNumber,
            int sub,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        int at = rows.size();
        rows.add(
                sub,
                of.start,
                of.end,
                amount == null ? of.monthly : PeriodRows.ODD,
                what,
                Math.toIntExact(rowNumber),
                known.newest(sub),
                quantity == null ? of.quantity : ODD_QUANTITY);
        if (amount != null) {
            odd.put(at, amount);
        }
        if (quantity != null) {
            quantities.put(at, quantity);
        }
        if (!crowded.isEmpty()) {
            Map<Integer, List<Integer>> byStart = crowded.get(sub);
            if (byStart != null) {
                byStart.computeIfAbsent(of.start, s -> new ArrayList<>(1)).add(at);
            }
        }
        known.add(sub, at, of.end);
    }

    /** Whether a row says the same as an earlier one that was kept. */
    private boolean isThere(
            int sub,
            int account,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        if (known.account(sub) != account) {
            return false;
        }
        Map<Integer, List<Integer>> byStart = crowded.get(sub);
        if (byStart != null) {
            return byStart.getOrDefault(of.start, List.of()).stream()
                    .anyMatch(i -> same(i, of, amount, quantity, what));
        }
        int steps = 0;
        for (int i = known.newest(sub); i >= 0; i = rows.older(i)) {
            if (same(i, of, amount, quantity, what)) {
                return true;
            }
            steps++;
        }
        if (steps > CROWD) {
            Map<Integer, List<Integer>> index = new HashMap<>();
            for (int i = known.newest(sub); i >= 0; i = rows.older(i)) {
                index.computeIfAbsent(rows.start(i), s -> new ArrayList<>(1)).add(i);
            }
            crowded.put(sub, index);
        }
        return false;
    }

    @SuppressWarnings("BigDecimalEquals") // as a book compares: 5 and 5.0 are written differently
    private boolean same(int i, PeriodTokens of, @Nullable BigDecimal amount, @Nullable BigDecimal quantity, int what) {
        return rows.start(i) == of.start
                && rows.end(i) == of.end
                && rows.kind(i) == what
                && rows.monthly(i) == (amount == null ? of.monthly : PeriodRows.ODD)
                && (amount == null || amount.equals(odd.get(i)))
                && rows.quantity(i) == (quantity == null ? of.quantity : ODD_QUANTITY)
                && (quantity == null || quantity.equals(quantities.get(i)));
    }

    private SubscriptionPeriod period(
            int sub,
            int account,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        return new SubscriptionPeriod(
                new SubscriptionId(subscriptions.text(sub)),
                new AccountId(accounts.text(account)),
                LocalDate.ofEpochDay(of.start),
                of.end == PeriodRows.OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(of.end)),
                Money.of(
                        amount == null ? BigDecimal.valueOf(of.monthly, RunRate.SCALE) : amount,
                        kinds.get(what).currency()),
                Optional.ofNullable(kinds.get(what).plan()),
                quantity == null ? BigDecimal.valueOf(of.quantity) : quantity);
    }

    /** Ends the collection; the builder is of no use afterwards. */
    public PeriodRows build() {
        List<PeriodRows.Overlap> overlaps = new ArrayList<>();
        BitSet dropped = new BitSet();
        for (int sub : mixed) {
            List<Integer> periods = new ArrayList<>();
            for (int i = known.newest(sub); i >= 0; i = rows.older(i)) {
                periods.add(i);
            }
            periods.sort(Comparator.<Integer>comparingInt(rows::start)
                    .thenComparingInt(rows::row)
                    .thenComparingInt(i -> i));
            int last = -1;
            for (int i : periods) {
                if (last >= 0 && rows.end(last) > rows.start(i)) {
                    dropped.set(i);
                    overlaps.add(
                            new PeriodRows.Overlap(rows.row(i), rows.row(last), LocalDate.ofEpochDay(rows.start(i))));
                } else {
                    last = i;
                }
            }
        }
        return new PeriodRows(this, overlaps, dropped);
    }
}
