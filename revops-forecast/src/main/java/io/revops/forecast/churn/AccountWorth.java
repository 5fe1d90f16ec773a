package io.revops.forecast.churn;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.Valuation;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an account pays a month as its policy counts, as far as it was known on the as-of date; in the reporting currency, at the rates of
 * the as-of date throughout, so that no exchange rate looks like a movement. {@code NaN} where amounts cannot be told in one currency.
 */
public final class AccountWorth {
    private static final double MICROS_A_YEAR = 12e6;

    private final AccountId account;
    private final Seen seen;

    AccountWorth(AccountId account, Seen seen) {
        this.account = account;
        this.seen = seen;
    }

    /** A month, at the end of the as-of date. */
    public double monthly() {
        return monthlyOn(seen.asOf());
    }

    /** A month, at the end of a day. */
    public double monthlyOn(LocalDate day) {
        Valuation valuation = valuation();
        long micros = 0;
        for (RunRate rate : ledger().states(account, endOf(day)).values()) {
            micros = Math.addExact(micros, inOne(valuation, rate));
        }
        return valuation.problem().isPresent() ? Double.NaN : micros / MICROS_A_YEAR;
    }

    /** By how much a month it grew on the days on which it grew, above 0; its start and its return are no growth. */
    public double expansion(Span within) {
        return moved(within, 1);
    }

    /** By how much a month it shrank on the days on which it shrank, above 0; its end is no contraction. */
    public double contraction(Span within) {
        return moved(within, -1);
    }

    private double moved(Span within, int direction) {
        Valuation valuation = valuation();
        Map<ItemId, Long> now = new HashMap<>();
        long total = 0;
        for (Map.Entry<ItemId, RunRate> state :
                ledger().states(account, within.start(seen.zone())).entrySet()) {
            long micros = inOne(valuation, state.getValue());
            now.put(state.getKey(), micros);
            total += micros;
        }
        List<LedgerChange> changes = ledger().changes(account, within);
        long moved = 0;
        for (int i = 0; i < changes.size(); ) {
            LocalDate day = changes.get(i).at().atZone(seen.zone()).toLocalDate();
            long before = total;
            while (i < changes.size()
                    && changes.get(i).at().atZone(seen.zone()).toLocalDate().equals(day)) {
                long micros = inOne(valuation, changes.get(i).after());
                Long old = now.put(changes.get(i).item(), micros);
                total += micros - (old == null ? 0 : old);
                i++;
            }
            if (before > 0 && total > 0) {
                moved += Math.max(0, direction * (total - before));
            }
        }
        return valuation.problem().isPresent() ? Double.NaN : moved / MICROS_A_YEAR;
    }

    private long inOne(Valuation valuation, RunRate rate) {
        return valuation.value(
                rate.microsPerYear().longValueExact(),
                rate.currency(),
                seen.asOf().plusDays(1));
    }

    /** A new one each time: it remembers a rate that it missed, which is no business of another account. */
    private Valuation valuation() {
        return Valuation.atClosing(ledger(), Span.of(seen.asOf(), seen.asOf().plusDays(1)));
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(seen.zone()).toInstant();
    }

    private MrrLedger ledger() {
        return seen.ledger();
    }
}
