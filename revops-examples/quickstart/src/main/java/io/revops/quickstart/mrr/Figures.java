package io.revops.quickstart.mrr;

import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementTable;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month as it is printed: opening, every movement and closing as decimals, then counts.
 *
 * <p>A twelfth of a yearly value has an exact decimal of at most 8 digits, or none: then it ends in thirds. So balances are
 * rounded, half-even, and a movement is what lies between the rounded balance before and after it, in the order of columns:
 * opening + all movements = closing to the last digit, and one month's closing is the next one's opening. What has an exact
 * decimal is printed as it is; a movement that has none is off by less than one unit of the last digit.
 *
 * @param counts none where figures are parts of a difference, which only amounts have
 */
record Figures(String month, @Nullable String segment, List<BigDecimal> amounts, List<Long> counts) {
    /** Digits of what has no exact decimal; what has one needs fewer. */
    static final int DIGITS = 10;

    /** What is counted, behind the amounts. */
    static final List<String> COUNTS = List.of("active", "new_accounts", "reactivated_accounts", "churned_accounts");

    private static final List<MovementKind> KINDS = List.of(
            MovementKind.NEW,
            MovementKind.REACTIVATION,
            MovementKind.EXPANSION,
            MovementKind.CONTRACTION,
            MovementKind.CHURN,
            MovementKind.FX);
    private static final List<MovementKind> SEGMENT_KINDS = List.of(MovementKind.SEGMENT_IN, MovementKind.SEGMENT_OUT);

    Figures {
        amounts = List.copyOf(amounts);
        counts = List.copyOf(counts);
    }

    /** The names of the amounts; those of segments move value between them too. */
    static List<String> amounts(Columns columns) {
        List<String> names =
                new ArrayList<>(List.of("opening", "new", "reactivation", "expansion", "contraction", "churn", "fx"));
        if (columns == Columns.BY_SEGMENT) {
            names.add("segment_in");
            names.add("segment_out");
        }
        names.add("closing");
        return names;
    }

    /** Whether months are whole, or in segments. */
    enum Columns {
        WHOLE,
        BY_SEGMENT;

        private List<MovementKind> kinds() {
            List<MovementKind> kinds = new ArrayList<>(KINDS);
            if (this == BY_SEGMENT) {
                kinds.addAll(SEGMENT_KINDS);
            }
            return kinds;
        }
    }

    /** Every line of a table, rounded to so many digits where it has more. */
    static List<Figures> of(MonthTable table, Columns columns, int digits) {
        return table.lines().stream()
                .map(line -> of(line, columns.kinds(), digits))
                .toList();
    }

    private static Figures of(MonthTable.Line line, List<MovementKind> kinds, int digits) {
        MovementTable.Row row = line.row();
        Currency currency = row.opening().currency();
        List<BigDecimal> amounts = new ArrayList<>();
        RunRate balance = row.opening();
        BigDecimal before = printed(balance, digits);
        amounts.add(before);
        for (MovementKind kind : kinds) {
            balance = balance.plus(row.amount(kind));
            BigDecimal after = printed(balance, digits);
            amounts.add(normal(after.subtract(before), currency));
            before = after;
        }
        if (!balance.equals(row.closing())) {
            throw new IllegalStateException(
                    "The movements of " + row + " do not add up. Maybe a new kind of them has no column.");
        }
        amounts.add(before);
        return new Figures(
                month(row.period()),
                line.segment(),
                amounts,
                List.of(
                        row.active(),
                        row.count(MovementKind.NEW),
                        row.count(MovementKind.REACTIVATION),
                        row.count(MovementKind.CHURN)));
    }

    /** {@code 2025-01}. */
    static String month(Span month) {
        return month.from().toString().substring(0, "2025-01".length());
    }

    private static BigDecimal printed(RunRate rate, int digits) {
        return rate.perMonth(digits, RoundingMode.HALF_EVEN).amount();
    }

    /** With at least the currency's digits, and no zeros beyond them. */
    static BigDecimal normal(BigDecimal amount, Currency currency) {
        return Money.of(amount, currency).amount();
    }

    /** What another policy says of the same month more than this one, or less; its movements explain it too. */
    Figures to(Figures other, Currency currency) {
        List<BigDecimal> more = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            more.add(normal(other.amounts.get(i).subtract(amounts.get(i)), currency));
        }
        List<Long> moreOften = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            moreOften.add(other.counts.get(i) - counts.get(i));
        }
        return new Figures(month, segment, more, moreOften);
    }
}
