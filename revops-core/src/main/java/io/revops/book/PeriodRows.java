package io.revops.book;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Subscription periods as columns, without a book: ten million of them fit in a few hundred megabytes. A ledger can be built
 * from them; what needs other facts is then undefined, and causes are named by row.
 *
 * <p>The same rules as of a book of periods: the same row twice counts once, a subscription has one account, and a period
 * that overlaps an earlier one of its subscription, by start and row, is left out. {@link PeriodRowsBuilder#add} says which of these a
 * row met.
 */
public final class PeriodRows {
    /** The end of a period that has not come yet. */
    public static final int OPEN = Integer.MAX_VALUE;

    /** An amount that is finer than a micro-unit or too large for a long: in {@link #odd} instead. */
    static final long ODD = Long.MIN_VALUE;

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

    record Kind(Currency currency, @Nullable ProductId plan) {}

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

    PeriodRows(PeriodRowsBuilder from, List<Overlap> overlaps, BitSet dropped) {
        source = from.source;
        subscriptions = from.subscriptions;
        accounts = from.accounts;
        subscriptions.close();
        accounts.close();
        accountOf = from.known.accounts(subscriptions.size());
        kinds = List.copyOf(from.kinds.all());
        this.overlaps = List.copyOf(overlaps);
        odd = left(from.odd, dropped);
        KeptRows.Columns columns = from.rows.columns(dropped);
        subscription = columns.subscription;
        start = columns.start;
        end = columns.end;
        monthly = columns.monthly;
        kind = columns.kind;
        row = columns.row;
    }

    /** The amounts of the rows that stay, by where they are then. */
    private static Map<Integer, BigDecimal> left(Map<Integer, BigDecimal> amounts, BitSet dropped) {
        Map<Integer, BigDecimal> left = new HashMap<>();
        int seen = 0;
        int gone = 0;
        for (Map.Entry<Integer, BigDecimal> each : new TreeMap<>(amounts).entrySet()) {
            int i = each.getKey();
            gone += dropped.get(seen, i).cardinality();
            seen = i;
            if (!dropped.get(i)) {
                left.put(i - gone, each.getValue());
            }
        }
        return left;
    }

    /**
     * Collects rows.
     *
     * @param source what the rows are from, a file as a rule: a row is named {@code source:row}
     */
    public static PeriodRowsBuilder builder(String source) {
        return new PeriodRowsBuilder(source);
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

    /** Whether its price of a month has no more than six digits behind the point, and so is exact in {@link #micros}. */
    public boolean isExact(int period) {
        return monthly[period] != ODD;
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
}
