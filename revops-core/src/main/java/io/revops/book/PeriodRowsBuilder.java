package io.revops.book;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects periods for {@link PeriodRows}, in any order. Not safe to share between threads; of no use once it has built. */
public final class PeriodRowsBuilder {
    private static final int CROWD = 64;

    final String source;
    final TextIds subscriptions = new TextIds();
    final TextIds accounts = new TextIds();
    private final TextIds plans = new TextIds();
    final List<PeriodRows.Kind> kinds = new ArrayList<>();
    private final Map<Currency, Integer> currencies = new HashMap<>();
    private final Map<Long, Integer> kindsByCode = new HashMap<>();
    final Map<Integer, BigDecimal> odd = new HashMap<>();
    private final Map<Integer, BigDecimal> quantities = new HashMap<>();
    private final java.util.Set<Period> conflicts = new java.util.HashSet<>();
    private final Map<Integer, Map<Integer, List<Integer>>> crowded = new HashMap<>();
    private final java.util.TreeSet<Integer> mixed = new java.util.TreeSet<>();
    private final PeriodTokens tokens = new PeriodTokens();
    private @Nullable Currency lastCurrency;
    private int lastPlan = -2;
    private int lastKind;
    int size;
    int[] accountOf = new int[64];
    private int[] latestEnd = new int[64];
    private int[] newest = new int[64];
    int[] subscription = new int[64];
    int[] start = new int[64];
    int[] end = new int[64];
    long[] monthly = new long[64];
    int[] kind = new int[64];
    int[] row = new int[64];
    private int[] older = new int[64];

    PeriodRowsBuilder(String source) {
        this.source = source;
    }

    /**
     * Adds a period.
     *
     * @param rowNumber names its row in the source, above 0
     */
    public PeriodRows.Fate add(long rowNumber, Period period) {
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
        tokens.monthly(micros, period.monthly().currency());
        return add(rowNumber, tokens, micros == PeriodRows.ODD ? amount : null, period.quantity());
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

    private PeriodRows.Fate add(
            long rowNumber, PeriodTokens of, @Nullable BigDecimal amount, @Nullable BigDecimal quantity) {
        int known = subscriptions.size();
        int sub = subscriptions.of(of.text, of.subscriptionStart, of.subscriptionEnd);
        int account = accounts.of(of.text, of.accountStart, of.accountEnd);
        BigDecimal many = quantity == null && of.quantity != 1 ? of.written() : quantity;
        int what = kind(of);
        if (sub == known) {
            wider(sub);
            accountOf[sub] = account;
            newest[sub] = -1;
        } else if (of.start < latestEnd[sub]) {
            if (isThere(sub, account, of, amount, many, what)) {
                return PeriodRows.Fate.DUPLICATE;
            }
            if (accountOf[sub] == account) {
                mixed.add(sub);
            }
        }
        if (accountOf[sub] != account) {
            return conflicts.add(period(sub, account, of, amount, many, what))
                    ? PeriodRows.Fate.OTHER_ACCOUNT
                    : PeriodRows.Fate.DUPLICATE;
        }
        keep(rowNumber, sub, of, amount, many, what);
        return PeriodRows.Fate.ACCEPTED;
    }

    @SuppressWarnings("BigDecimalEquals") // as a book compares: 5 and 5.0 are written differently
    private void keep(
            long rowNumber,
            int sub,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        if (size == subscription.length) {
            int longer = size + (size >> 1) + 16;
            subscription = Arrays.copyOf(subscription, longer);
            start = Arrays.copyOf(start, longer);
            end = Arrays.copyOf(end, longer);
            monthly = Arrays.copyOf(monthly, longer);
            kind = Arrays.copyOf(kind, longer);
            row = Arrays.copyOf(row, longer);
            older = Arrays.copyOf(older, longer);
        }
        subscription[size] = sub;
        start[size] = of.start;
        end[size] = of.end;
        monthly[size] = amount == null ? of.monthly : PeriodRows.ODD;
        kind[size] = what;
        row[size] = Math.toIntExact(rowNumber);
        older[size] = newest[sub];
        if (amount != null) {
            odd.put(size, amount);
        }
        if (quantity != null && !quantity.equals(BigDecimal.ONE)) {
            quantities.put(size, quantity);
        }
        Map<Integer, List<Integer>> byStart = crowded.get(sub);
        if (byStart != null) {
            byStart.computeIfAbsent(of.start, s -> new ArrayList<>(1)).add(size);
        }
        latestEnd[sub] = newest[sub] < 0 ? of.end : Math.max(latestEnd[sub], of.end);
        newest[sub] = size++;
    }

    private void wider(int sub) {
        if (sub == accountOf.length) {
            int longer = sub + (sub >> 1) + 16;
            accountOf = Arrays.copyOf(accountOf, longer);
            latestEnd = Arrays.copyOf(latestEnd, longer);
            newest = Arrays.copyOf(newest, longer);
        }
    }

    int kind(PeriodTokens of) {
        int plan = of.planEnd == of.planStart ? -1 : plans.of(of.text, of.planStart, of.planEnd);
        Currency currency = java.util.Objects.requireNonNull(of.currency, "currency");
        if (currency.equals(lastCurrency) && plan == lastPlan) {
            return lastKind;
        }
        int code = currencies.computeIfAbsent(currency, c -> currencies.size());
        lastCurrency = currency;
        lastPlan = plan;
        lastKind = kindsByCode.computeIfAbsent((long) code << 32 | (plan + 1), c -> {
            kinds.add(new PeriodRows.Kind(currency, plan < 0 ? null : new ProductId(plans.text(plan))));
            return kinds.size() - 1;
        });
        return lastKind;
    }

    /** Whether a row says the same as an earlier one that was kept. */
    private boolean isThere(
            int sub,
            int account,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        if (accountOf[sub] != account) {
            return false;
        }
        Map<Integer, List<Integer>> byStart = crowded.get(sub);
        if (byStart != null) {
            return byStart.getOrDefault(of.start, List.of()).stream()
                    .anyMatch(i -> same(i, of, amount, quantity, what));
        }
        int steps = 0;
        for (int i = newest[sub]; i >= 0; i = older[i]) {
            if (same(i, of, amount, quantity, what)) {
                return true;
            }
            steps++;
        }
        if (steps > CROWD) {
            Map<Integer, List<Integer>> index = new HashMap<>();
            for (int i = newest[sub]; i >= 0; i = older[i]) {
                index.computeIfAbsent(start[i], s -> new ArrayList<>(1)).add(i);
            }
            crowded.put(sub, index);
        }
        return false;
    }

    @SuppressWarnings("BigDecimalEquals") // as a book compares: 5 and 5.0 are written differently
    private boolean same(int i, PeriodTokens of, @Nullable BigDecimal amount, @Nullable BigDecimal quantity, int what) {
        return start[i] == of.start
                && end[i] == of.end
                && kind[i] == what
                && monthly[i] == (amount == null ? of.monthly : PeriodRows.ODD)
                && (amount == null || amount.equals(odd.get(i)))
                && (quantity == null ? BigDecimal.ONE : quantity).equals(quantities.getOrDefault(i, BigDecimal.ONE));
    }

    private Period period(
            int sub,
            int account,
            PeriodTokens of,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal quantity,
            int what) {
        return new Period(
                new SubscriptionId(subscriptions.text(sub)),
                new AccountId(accounts.text(account)),
                LocalDate.ofEpochDay(of.start),
                of.end == PeriodRows.OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(of.end)),
                Money.of(
                        amount == null ? BigDecimal.valueOf(of.monthly, RunRate.SCALE) : amount,
                        kinds.get(what).currency()),
                Optional.ofNullable(kinds.get(what).plan()),
                quantity == null ? BigDecimal.ONE : quantity);
    }

    /** Ends the collection; the builder is of no use afterwards. */
    public PeriodRows build() {
        List<PeriodRows.Overlap> overlaps = new ArrayList<>();
        boolean[] dropped = new boolean[mixed.isEmpty() ? 0 : size];
        for (int sub : mixed) {
            List<Integer> periods = new ArrayList<>();
            for (int i = newest[sub]; i >= 0; i = older[i]) {
                periods.add(i);
            }
            periods.sort(java.util.Comparator.<Integer>comparingInt(i -> start[i])
                    .thenComparingInt(i -> row[i])
                    .thenComparingInt(i -> i));
            int last = -1;
            for (int i : periods) {
                if (last >= 0 && end[last] > start[i]) {
                    dropped[i] = true;
                    overlaps.add(new PeriodRows.Overlap(row[i], row[last], LocalDate.ofEpochDay(start[i])));
                } else {
                    last = i;
                }
            }
        }
        return new PeriodRows(this, overlaps, dropped);
    }
}
