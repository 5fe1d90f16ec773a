package io.revops.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Finance's two files: exchange rates, and the quotas of each seller for each quarter and the two to come. */
final class Finance {
    private static final int QUARTERS_AHEAD = 2;

    private Finance() {}

    static void rates(Rates rates, TextFile file) throws IOException {
        file.line("date,base,quote,rate");
        List<LocalDate> dates = rates.dates();
        for (int month = 0; month < dates.size(); month++) {
            for (Currency currency : List.of(Currency.EUR, Currency.GBP, Currency.JPY)) {
                file.line(Csv.row(
                        dates.get(month),
                        currency,
                        "USD",
                        rates.rate(currency, month).toPlainString()));
            }
        }
    }

    static void quotas(Window window, int accounts, TextFile file) throws IOException {
        file.line("quota_id,rep_id,start_date,end_date,amount,currency");
        int quarters = window.months() / 3 + QUARTERS_AHEAD;
        for (Rep rep : Rep.all()) {
            boolean sells = rep.title() == Rep.Title.SELLER && rep.employment() == Rep.Employment.ACTIVE;
            for (int quarter = 0; sells && quarter < quarters; quarter++) {
                LocalDate start = window.start().plusMonths(quarter * 3L);
                String id = "Q-" + start.getYear() + "-" + (start.getMonthValue() + 2) / 3 + "-" + rep.number();
                file.line(Csv.row(id, rep.id(), start, start.plusMonths(3), amount(rep, quarter, accounts), "USD"));
            }
        }
    }

    /** A fifth more each year, strongest in the last quarter, larger where the market is. */
    private static long amount(Rep rep, int quarter, int accounts) {
        double market = rep.manager() == 1 ? 1.5 : rep.manager() == 2 ? 1.0 : 0.6;
        double season = quarter % 4 == 3 ? 1.25 : quarter % 4 == 2 ? 0.9 : 1;
        int years = quarter / 4;
        double growth = 1 + 0.2 * years;
        return StrictMath.round(30_000 * market * season * growth * accounts / 200 / 1000) * 1000;
    }
}
