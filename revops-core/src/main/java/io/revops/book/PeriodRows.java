package io.revops.book;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Subscription periods as columns, without a book: ten million of them fit in a few hundred megabytes. A ledger can be built
 * from them; what needs other facts is then undefined, and causes are named by row.
 *
 * <p>The same rules as of a book of periods: the same row twice counts once, a subscription has one account, and a period
 * that overlaps an earlier one of its subscription, by start and row, is left out. {@link Builder#add} says which of these a
 * row met.
 */
public final class PeriodRows {
    /** The end of a period that has not come yet. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** An amount that is finer than a micro-unit or too large for a long: in {@link #odd} instead. */
    private static final long ODD = Long.MIN_VALUE;

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** What became of a row. */
    public enum Fate {
        ACCEPTED,
        /** The same row was there before. */
        DUPLICATE,
        /** An earlier row of the subscription names another account. */
        OTHER_ACCOUNT
    }

    /**
     * A period that was accepted, and then found to overlap another of its subscription: it is left out.
     *
     * @param row its row
     * @param with the row that holds
     */
    public record Overlap(long row, long with, LocalDate start) {}

    private record Kind(Currency currency, @Nullable ProductId plan) {}

    private final String source;
    private final TextIds subscriptions;
    private final TextIds accounts;
    private final int[] accountOf;
    private final List<Kind> kinds;
    private final int[] subscription;
    private final int[] start;
    private final int[] end;
    private final long[] monthly;
    private final int[] kind;
    private final int[] row;
    private final Map<Integer, BigDecimal> odd;
    private final List<Overlap> overlaps;

    private PeriodRows(Builder from, List<Overlap> overlaps, boolean[] dropped) {
        source = from.source;
        subscriptions = from.subscriptions;
        accounts = from.accounts;
        subscriptions.close();
        accounts.close();
        accountOf = Arrays.copyOf(from.accountOf, subscriptions.size());
        kinds = List.copyOf(from.kinds);
        this.overlaps = List.copyOf(overlaps);
        int kept = 0;
        Map<Integer, BigDecimal> exact = new HashMap<>();
        for (int i = 0; i < from.size; i++) {
            if (dropped.length == 0 || !dropped[i]) {
                from.subscription[kept] = from.subscription[i];
                from.start[kept] = from.start[i];
                from.end[kept] = from.end[i];
                from.monthly[kept] = from.monthly[i];
                from.kind[kept] = from.kind[i];
                from.row[kept] = from.row[i];
                BigDecimal amount = from.monthly[i] == ODD ? from.odd.get(i) : null;
                if (amount != null) {
                    exact.put(kept, amount);
                }
                kept++;
            }
        }
        odd = exact;
        subscription = Arrays.copyOf(from.subscription, kept);
        start = Arrays.copyOf(from.start, kept);
        end = Arrays.copyOf(from.end, kept);
        monthly = Arrays.copyOf(from.monthly, kept);
        kind = Arrays.copyOf(from.kind, kept);
        row = Arrays.copyOf(from.row, kept);
    }

    /**
     * Collects rows.
     *
     * @param source what the rows are from, a file as a rule: a row is named {@code source:row}
     */
    public static Builder builder(String source) {
        return new Builder(source);
    }

    /** How many periods there are. */
    public int size() {
        return subscription.length;
    }

    /** How many subscriptions, numbered from 0 in the order in which they first came. */
    public int subscriptions() {
        return accountOf.length;
    }

    /** How many accounts, numbered from 0; one whose every row was left out is among them. */
    public int accounts() {
        return accounts.size();
    }

    /** The periods that were left out because they overlap another, by subscription and start. */
    public List<Overlap> overlaps() {
        return overlaps;
    }

    /** Which subscription a period is of. */
    public int subscription(int period) {
        return subscription[period];
    }

    /** Which account a subscription is of. */
    public int account(int ofSubscription) {
        return accountOf[ofSubscription];
    }

    /** The first day of a period, counted from 1970-01-01. */
    public int start(int period) {
        return start[period];
    }

    /** The day after its last; {@link #OPEN} if it has not come. */
    public int end(int period) {
        return end[period];
    }

    /**
     * What a period is worth per year in millionths of the currency unit, rounded once, half-even; never below 0.
     *
     * @throws ArithmeticException if that does not fit a long
     */
    public long micros(int period) {
        long amount = monthly[period];
        if (amount == ODD) {
            BigDecimal exact = odd.get(period);
            return exact == null || exact.signum() <= 0
                    ? 0
                    : exact.multiply(MONTHS)
                            .setScale(RunRate.SCALE, RoundingMode.HALF_EVEN)
                            .unscaledValue()
                            .longValueExact();
        }
        return amount <= 0 ? 0 : Math.multiplyExact(amount, 12L);
    }

    /** The whole price of a month, as it is written. */
    public Money monthly(int period) {
        BigDecimal exact = odd.get(period);
        return Money.of(
                exact == null ? BigDecimal.valueOf(monthly[period], RunRate.SCALE) : exact, currency(kind[period]));
    }

    /** What kind of thing it sells: a currency and a plan, numbered from 0. */
    public int kind(int period) {
        return kind[period];
    }

    public int kinds() {
        return kinds.size();
    }

    public Currency currency(int ofKind) {
        return kinds.get(ofKind).currency();
    }

    public Optional<ProductId> plan(int ofKind) {
        return Optional.ofNullable(kinds.get(ofKind).plan());
    }

    /** Names the row that a period was written in: {@code periods.csv:17}. */
    public String row(int period) {
        return source + ":" + row[period];
    }

    public AccountId accountId(int account) {
        return new AccountId(accounts.text(account));
    }

    public SubscriptionId subscriptionId(int ofSubscription) {
        return new SubscriptionId(subscriptions.text(ofSubscription));
    }

    /** The accounts in the order of their ids. */
    public int[] accountsInOrder() {
        return accounts.sorted();
    }

    /**
     * How the ids of two subscriptions stand to each other as texts with a character behind each; 0 also if what follows
     * would have to decide.
     */
    public int compareSubscriptions(int one, int other, char behind) {
        return subscriptions.compare(one, other, behind);
    }

    /** How many periods, subscriptions and accounts there are. */
    @Override
    public String toString() {
        return "PeriodRows: " + size() + " periods of " + subscriptions() + " subscriptions and " + accounts()
                + " accounts from " + source;
    }

    /** Collects rows in any order. Not safe to share between threads; gives its columns away when it builds. */
    public static final class Builder {
        private static final int CROWD = 64;

        private final String source;
        private final TextIds subscriptions = new TextIds();
        private final TextIds accounts = new TextIds();
        private final TextIds plans = new TextIds();
        private final List<Kind> kinds = new ArrayList<>();
        private final Map<Currency, Integer> currencies = new HashMap<>();
        private final Map<Long, Integer> kindsByCode = new HashMap<>();
        private final Map<Integer, BigDecimal> odd = new HashMap<>();
        private final Map<Integer, BigDecimal> quantities = new HashMap<>();
        private final java.util.Set<Period> conflicts = new java.util.HashSet<>();
        private final Map<Integer, Map<Integer, List<Integer>>> crowded = new HashMap<>();
        private final java.util.TreeSet<Integer> mixed = new java.util.TreeSet<>();
        private final PeriodTokens tokens = new PeriodTokens();
        private @Nullable Currency lastCurrency;
        private int lastPlan = -2;
        private int lastKind;
        private int size;
        private int[] accountOf = new int[64];
        private int[] latestEnd = new int[64];
        private int[] newest = new int[64];
        private int[] subscription = new int[64];
        private int[] start = new int[64];
        private int[] end = new int[64];
        private long[] monthly = new long[64];
        private int[] kind = new int[64];
        private int[] row = new int[64];
        private int[] older = new int[64];

        private Builder(String source) {
            this.source = source;
        }

        /**
         * Adds a period.
         *
         * @param rowNumber names its row in the source, above 0
         */
        public Fate add(long rowNumber, Period period) {
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
                    .end(period.end()
                            .map(e -> Math.toIntExact(e.toEpochDay()))
                            .orElse(OPEN));
            BigDecimal amount = period.monthly().amount();
            long micros = micros(amount);
            tokens.monthly(micros, period.monthly().currency());
            return add(rowNumber, tokens, micros == ODD ? amount : null, period.quantity());
        }

        /** Adds the period that the tokens say; they may be filled again afterwards. */
        public Fate add(long rowNumber, PeriodTokens of) {
            return add(rowNumber, of, null, null);
        }

        private static byte[] utf8(String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }

        private static long micros(BigDecimal amount) {
            if (amount.scale() > RunRate.SCALE) {
                return ODD;
            }
            BigInteger micros = amount.setScale(RunRate.SCALE).unscaledValue();
            return micros.bitLength() < 63 ? micros.longValueExact() : ODD;
        }

        private Fate add(
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
                    return Fate.DUPLICATE;
                }
                if (accountOf[sub] == account) {
                    mixed.add(sub);
                }
            }
            if (accountOf[sub] != account) {
                return conflicts.add(period(sub, account, of, amount, many, what))
                        ? Fate.OTHER_ACCOUNT
                        : Fate.DUPLICATE;
            }
            keep(rowNumber, sub, of, amount, many, what);
            return Fate.ACCEPTED;
        }

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
            monthly[size] = amount == null ? of.monthly : ODD;
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

        private int kind(PeriodTokens of) {
            int plan = of.planEnd == of.planStart ? -1 : plans.of(of.text, of.planStart, of.planEnd);
            Currency currency = java.util.Objects.requireNonNull(of.currency, "currency");
            if (currency.equals(lastCurrency) && plan == lastPlan) {
                return lastKind;
            }
            int code = currencies.computeIfAbsent(currency, c -> currencies.size());
            lastCurrency = currency;
            lastPlan = plan;
            lastKind = kindsByCode.computeIfAbsent((long) code << 32 | (plan + 1), c -> {
                kinds.add(new Kind(currency, plan < 0 ? null : new ProductId(plans.text(plan))));
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

        private boolean same(
                int i, PeriodTokens of, @Nullable BigDecimal amount, @Nullable BigDecimal quantity, int what) {
            return start[i] == of.start
                    && end[i] == of.end
                    && kind[i] == what
                    && monthly[i] == (amount == null ? of.monthly : ODD)
                    && (amount == null || amount.equals(odd.get(i)))
                    && (quantity == null ? BigDecimal.ONE : quantity)
                            .equals(quantities.getOrDefault(i, BigDecimal.ONE));
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
                    of.end == OPEN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(of.end)),
                    Money.of(
                            amount == null ? BigDecimal.valueOf(of.monthly, RunRate.SCALE) : amount,
                            kinds.get(what).currency()),
                    Optional.ofNullable(kinds.get(what).plan()),
                    quantity == null ? BigDecimal.ONE : quantity);
        }

        /** Ends the collection; the builder is of no use afterwards. */
        public PeriodRows build() {
            List<Overlap> overlaps = new ArrayList<>();
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
                        overlaps.add(new Overlap(row[i], row[last], LocalDate.ofEpochDay(start[i])));
                    } else {
                        last = i;
                    }
                }
            }
            return new PeriodRows(this, overlaps, dropped);
        }
    }
}
