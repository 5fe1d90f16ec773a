package io.revops.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What all customers together were worth at the end of each month, in US dollars at that month's rate. */
final class MonthTotals {
    private final List<LocalDate> dates;
    private final Rates rates;
    private final List<Map<Currency, BigDecimal>> perYear = new ArrayList<>();
    private final int[] active;

    MonthTotals(Rates rates) {
        this.rates = rates;
        dates = rates.dates();
        dates.forEach(date -> perYear.add(new EnumMap<>(Currency.class)));
        active = new int[dates.size()];
    }

    void add(Story story) {
        for (int month = 0; month < dates.size(); month++) {
            BigDecimal worth = BigDecimal.ZERO;
            for (Life life : story.lives()) {
                worth = worth.add(Truth.worth(
                        life,
                        dates.get(month)
                                .plusDays(1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                                .minusNanos(1)));
            }
            perYear.get(month).merge(story.account().currency(), worth, BigDecimal::add);
            active[month] += worth.signum();
        }
    }

    void writeTo(TextFile file) throws IOException {
        file.line("month_end,active_accounts,arr_USD,arr_EUR,arr_GBP,arr_JPY,mrr_in_usd");
        for (int month = 0; month < dates.size(); month++) {
            BigDecimal dollars = BigDecimal.ZERO;
            for (Currency currency : Currency.values()) {
                dollars = dollars.add(amount(month, currency).multiply(rates.rate(currency, month)));
            }
            file.line(Csv.row(
                    dates.get(month),
                    active[month],
                    plain(month, Currency.USD),
                    plain(month, Currency.EUR),
                    plain(month, Currency.GBP),
                    plain(month, Currency.JPY),
                    dollars.divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_EVEN)));
        }
    }

    private String plain(int month, Currency currency) {
        return amount(month, currency).stripTrailingZeros().toPlainString();
    }

    private BigDecimal amount(int month, Currency currency) {
        return perYear.get(month).getOrDefault(currency, BigDecimal.ZERO);
    }
}
