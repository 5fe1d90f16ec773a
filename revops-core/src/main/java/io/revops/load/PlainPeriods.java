package io.revops.load;

import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.PeriodTokens;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds lines that are written as most are: days as 2025-03-01, amounts and quantities in plain digits, ids without blanks
 * around them. Any other line is left to whoever reads rows cell by cell, and knows what is wrong with it.
 */
final class PlainPeriods {
    private static final int LONGEST_ID = 500;
    private static final int MICRO_DIGITS = 6;
    private static final int MOST_DIGITS = 12;
    private static final int IDS = 4;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** "0000-00-" as a word, the first character lowest. */
    private static final long DAY = 0x2D30_302D_3030_3030L;
    /** Added to a byte, sets its highest bit if it is more than a digit, or where a dash was, more than 0. */
    private static final long NO_DIGIT = 0x7F76_767F_7676_7676L;

    private static final long HIGH = 0x8080_8080_8080_8080L;

    /** What became of a line. */
    enum Fate {
        ADDED,
        /** It is written otherwise, or bad. */
        NOT_PLAIN,
        OTHER_CUSTOMER
    }

    private final Map<Integer, Currency> currencies = new HashMap<>();
    private final PeriodRowsBuilder rows;
    private final PeriodTokens tokens = new PeriodTokens();
    private final int columns;
    private final int subscription;
    private final int account;
    private final int start;
    private final int end;
    private final int amount;
    private final int plan;
    private final int quantity;
    private final int currencyColumn;
    private final @Nullable Currency told;
    private @Nullable Currency currency;
    private int currencyCode;
    private int day;
    private int block;
    private int[] ids = {};
    private long number;
    private long read;
    private long duplicates;

    PlainPeriods(Map<String, Integer> columns, @Nullable Currency told, PeriodRowsBuilder rows) {
        this.rows = rows;
        this.told = told;
        this.columns = columns.size();
        subscription = columns.getOrDefault("subscription_id", -1);
        account = columns.getOrDefault("customer_id", -1);
        start = columns.getOrDefault("start_date", -1);
        end = columns.getOrDefault("end_date", -1);
        amount = columns.getOrDefault("monthly_amount", -1);
        plan = columns.getOrDefault("plan", -1);
        quantity = columns.getOrDefault("quantity", -1);
        currencyColumn = columns.getOrDefault("currency", -1);
        for (Currency each : Currency.getAvailableCurrencies()) {
            String code = each.getCurrencyCode();
            currencies.put(code.charAt(0) << 16 | code.charAt(1) << 8 | code.charAt(2), each);
        }
    }

    long read() {
        return read;
    }

    long duplicates() {
        return duplicates;
    }

    /** Adds the line if it is written plainly. */
    Fate add(PlainLines line) {
        if (line.block() != block) {
            expect(line);
        }
        if (!line.isAscii() || line.count() != columns || !take(line, line.bytes())) {
            return Fate.NOT_PLAIN;
        }
        PeriodRows.Fate fate = rows.add(line.number(), tokens);
        if (fate == PeriodRows.Fate.OTHER_ACCOUNT) {
            return Fate.OTHER_CUSTOMER;
        }
        read++;
        duplicates += fate == PeriodRows.Fate.DUPLICATE ? 1 : 0;
        return Fate.ADDED;
    }

    /** Tells of the ids of all lines that were cut together. */
    private void expect(PlainLines line) {
        block = line.block();
        int last = line.inBlock();
        if (ids.length < last * IDS) {
            ids = new int[last * IDS];
        }
        for (int nth = 0; nth < last; nth++) {
            boolean whole = line.count(nth) == columns;
            ids[nth * IDS] = whole ? line.start(nth, subscription) : 0;
            ids[nth * IDS + 1] = whole ? line.end(nth, subscription) : 0;
            ids[nth * IDS + 2] = whole ? line.start(nth, account) : 0;
            ids[nth * IDS + 3] = whole ? line.end(nth, account) : 0;
        }
        rows.expect(line.bytes(), ids, last);
    }

    private boolean take(PlainLines line, byte[] bytes) {
        tokens.in(bytes).expected(line.nth());
        if (!isId(bytes, line.start(subscription), line.end(subscription))
                || !isId(bytes, line.start(account), line.end(account))
                || !isDay(bytes, line.start(start), line.end(start))) {
            return false;
        }
        int first = day;
        tokens.subscription(line.start(subscription), line.end(subscription))
                .account(line.start(account), line.end(account))
                .start(first);
        if (line.end(end) > line.start(end)) {
            if (!isDay(bytes, line.start(end), line.end(end)) || day <= first) {
                return false;
            }
            tokens.end(day);
        }
        Currency in = currency(line, bytes);
        if (in == null || !isDecimal(bytes, line.start(amount), line.end(amount))) {
            return false;
        }
        tokens.monthly(number, in);
        if (plan >= 0 && line.end(plan) > line.start(plan)) {
            if (!isId(bytes, line.start(plan), line.end(plan))) {
                return false;
            }
            tokens.plan(line.start(plan), line.end(plan));
        }
        if (quantity >= 0 && line.end(quantity) > line.start(quantity)) {
            if (!isWhole(bytes, line.start(quantity), line.end(quantity)) || number == 0) {
                return false;
            }
            tokens.quantity(number);
        }
        return true;
    }

    private static boolean isId(byte[] bytes, int from, int to) {
        return to > from && to - from <= LONGEST_ID && bytes[from] > ' ' && bytes[to - 1] > ' ';
    }

    private @Nullable Currency currency(PlainLines line, byte[] bytes) {
        if (currencyColumn < 0 || line.end(currencyColumn) == line.start(currencyColumn)) {
            return told;
        }
        int from = line.start(currencyColumn);
        if (line.end(currencyColumn) - from != 3) {
            return null;
        }
        int code = bytes[from] << 16 | bytes[from + 1] << 8 | bytes[from + 2];
        if (code != currencyCode) {
            currency = currencies.get(code);
            currencyCode = code;
        }
        return currency;
    }

    /** Reads a day that is written as 2025-03-01; only such as there are. */
    private boolean isDay(byte[] bytes, int from, int to) {
        if (to - from != 10) {
            return false;
        }
        long digits = (long) WORDS.get(bytes, from) ^ DAY; // each byte a digit, and 0 where a dash is
        if ((((digits + NO_DIGIT) | digits) & HIGH) != 0) {
            return false;
        }
        int year = at(digits, 0) * 1000 + at(digits, 1) * 100 + at(digits, 2) * 10 + at(digits, 3);
        int month = at(digits, 5) * 10 + at(digits, 6);
        int dayOfMonth = two(bytes, from + 8);
        if (year < 1970 || year > 2100 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 28) {
            return year >= 1970 && year <= 2100 && isLate(year, month, dayOfMonth);
        }
        day = epochDay(year, month, dayOfMonth);
        return true;
    }

    private static int at(long word, int place) {
        return (int) (word >>> (8 * place)) & 0xFF;
    }

    private boolean isLate(int year, int month, int dayOfMonth) {
        if (month < 1
                || month > 12
                || dayOfMonth < 1
                || dayOfMonth > java.time.YearMonth.of(year, month).lengthOfMonth()) {
            return false;
        }
        day = epochDay(year, month, dayOfMonth);
        return true;
    }

    /** Two digits; far below 0 if they are none. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
    }

    /** The days since 1970-01-01 of the Gregorian calendar, counted in years that begin in March. */
    private static int epochDay(int year, int month, int dayOfMonth) {
        int y = month > 2 ? year : year - 1;
        int shifted = month > 2 ? month - 3 : month + 9;
        int days = (153 * shifted + 2) / 5 + dayOfMonth - 1;
        return 365 * y + y / 4 - y / 100 + y / 400 + days - 719_468;
    }

    /** Digits, with up to six behind a point and a minus before them, as millionths. */
    private boolean isDecimal(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int at = negative ? from + 1 : from;
        int whole = at;
        long value = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
            if (at - whole >= MOST_DIGITS) {
                return false;
            }
        }
        int digits = 0;
        if (at == whole) {
            return false;
        }
        if (at < to) {
            if (bytes[at] != '.') {
                return false;
            }
            for (at++; at < to && bytes[at] >= '0' && bytes[at] <= '9' && digits < MICRO_DIGITS; at++, digits++) {
                value = value * 10 + bytes[at] - '0';
            }
            if (at < to || digits == 0) {
                return false;
            }
        }
        for (; digits < MICRO_DIGITS; digits++) {
            value *= 10;
        }
        number = negative ? -value : value;
        return true;
    }

    private boolean isWhole(byte[] bytes, int from, int to) {
        if (to - from > MOST_DIGITS) {
            return false;
        }
        long value = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
            value = value * 10 + bytes[at] - '0';
        }
        number = value;
        return true;
    }
}
