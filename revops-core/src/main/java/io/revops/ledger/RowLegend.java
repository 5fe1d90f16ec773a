package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.PeriodRows;
import io.revops.book.ProductId;
import io.revops.time.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of rows of periods: an item is a subscription and a product, a cause is the number of a row and what it did. */
final class RowLegend implements Legend {
    /** A subscription began with the row. */
    static final byte STARTED = 0;
    /** A row of the subscription began. */
    static final byte CHANGED = 1;
    /** A row ended before the next began. */
    static final byte PAUSED = 2;
    /** The last row ended. */
    static final byte ENDED = 3;

    /** What items are called: by the product that they sell, and the currency if the product began in another. */
    static final class Items {
        private final List<ProductId> products = new ArrayList<>();
        private final List<Currency> currencies = new ArrayList<>();
        private final int[] productOf;
        private final int[] currencyOf;
        private final int most;

        Items(PeriodRows rows) {
            productOf = new int[rows.kinds()];
            currencyOf = new int[rows.kinds()];
            Map<Object, Integer> numbers = new HashMap<>();
            for (int kind = 0; kind < productOf.length; kind++) {
                productOf[kind] = rows.plan(kind)
                        .map(p -> number(numbers, products, p) + 1)
                        .orElse(0);
                currencyOf[kind] = number(numbers, currencies, rows.currency(kind));
            }
            most = Math.multiplyExact(products.size() + 1, currencies.size() + 1);
        }

        private static <T> int number(Map<Object, Integer> numbers, List<T> of, T value) {
            return numbers.computeIfAbsent(value, v -> {
                of.add(value);
                return of.size() - 1;
            });
        }

        /** One more than the greatest code. */
        int most() {
            return most;
        }

        /** The product of a kind, from 1; 0 if none is written. */
        int product(int kind) {
            return productOf[kind];
        }

        int currency(int kind) {
            return currencyOf[kind];
        }

        Currency currencyAt(int number) {
            return currencies.get(number);
        }

        /** The code of an item that sells a product. */
        int code(int product) {
            return product * (currencies.size() + 1);
        }

        /** The code of the item beside it, in another currency. */
        int code(int product, int currency) {
            return code(product) + 1 + currency;
        }

        String name(int code) {
            int variant = code % (currencies.size() + 1);
            return variant == 0
                    ? "item"
                    : "item in " + currencies.get(variant - 1).getCurrencyCode();
        }

        @Nullable
        ProductId productAt(int code) {
            int product = code / (currencies.size() + 1);
            return product == 0 ? null : products.get(product - 1);
        }
    }

    private final PeriodRows rows;
    private final Items items;
    private final int[] account;
    private final int[] subscription;
    private final int[] code;
    private final int[] cause;
    private final byte[] did;

    /**
     * @param account of each account, its number among the rows' accounts
     * @param subscription of each item, its number
     * @param code of each item, its code
     * @param cause of each state, the period
     * @param did of each state, what the period did
     */
    RowLegend(PeriodRows rows, Items items, int[] account, int[] subscription, int[] code, int[] cause, byte[] did) {
        this.rows = rows;
        this.items = items;
        this.account = account;
        this.subscription = subscription;
        this.code = code;
        this.cause = cause;
        this.did = did;
    }

    @Override
    public AccountId account(int at) {
        return rows.accountId(account[at]);
    }

    @Override
    public ItemId item(int at) {
        return item(rows, items, subscription[at], code[at]);
    }

    /** The items of a subscription all have the same name. */
    @Override
    public boolean together(int item, int other, boolean byItem) {
        return subscription[item] == subscription[other];
    }

    static ItemId item(PeriodRows rows, Items items, int subscription, int code) {
        return new ItemId(rows.subscriptionId(subscription), items.name(code), items.productAt(code));
    }

    @Override
    public List<Because> because(int row) {
        int period = cause[row];
        return switch (did[row]) {
            case STARTED ->
                List.of(
                        new Because(Clause.STARTED, null),
                        new Because(Clause.ITEM_CHANGED, entry(period, rows.start(period))));
            case CHANGED -> List.of(new Because(Clause.ITEM_CHANGED, entry(period, rows.start(period))));
            case PAUSED -> List.of(new Because(Clause.ITEM_CHANGED, entry(period, rows.end(period))));
            default -> List.of(new Because(Clause.ENDED, entry(period, rows.end(period))));
        };
    }

    private RowEntry entry(int period, int day) {
        return new RowEntry(rows.row(period), Moment.of(LocalDate.ofEpochDay(day)));
    }
}
