package io.revops.forecast.revenue;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.forecast.History;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A company told in contracts: who pays how much a year from a day on, for which term, and when an end was written down. */
final class TermBook {
    private final Map<String, Account.Builder> accounts = new LinkedHashMap<>();
    private final Map<String, Subscription.Builder> contracts = new LinkedHashMap<>();

    private TermBook() {}

    static TermBook start() {
        return new TermBook();
    }

    /** {@code acme/1} is a contract of acme. */
    TermBook pays(String contract, String from, long yearly) {
        return pays(contract, from, yearly, from);
    }

    /** Signed on an earlier day, and written down on it. */
    TermBook signs(String contract, String from, long yearly, String signed) {
        of(contract).signed(Moment.parse(signed));
        return pays(contract, from, yearly, signed);
    }

    private TermBook pays(String contract, String from, long yearly, String recorded) {
        ItemChange.Builder change = ItemChange.builder("from " + from, Moment.parse(from), "seats")
                .quantity(BigDecimal.valueOf(yearly == 0 ? 0 : 1))
                .recorded(LocalDate.parse(recorded).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (yearly > 0) {
            change.price(Price.perUnit(Money.of(BigDecimal.valueOf(yearly), "USD"), BillingInterval.YEARLY));
        }
        of(contract).items(change.build());
        return this;
    }

    TermBook term(String contract, int months) {
        of(contract).term(new Term(months, Term.Renewal.AUTOMATIC, 30));
        return this;
    }

    TermBook ends(String contract, String day, String recorded) {
        of(contract)
                .endings(Ending.builder("end", Moment.parse(day))
                        .recorded(Instant.parse(recorded + "T12:00:00Z"))
                        .build());
        return this;
    }

    TermBook segment(String account, String segment) {
        accounts.computeIfAbsent(account, Account::builder).attribute("segment", segment);
        return this;
    }

    private Subscription.Builder of(String contract) {
        String account = contract.substring(0, contract.indexOf('/'));
        accounts.computeIfAbsent(account, Account::builder);
        return contracts.computeIfAbsent(contract, id -> Subscription.builder(id, account));
    }

    RevenueBook book() {
        RevenueBook.Builder book = RevenueBook.builder();
        accounts.values().forEach(a -> book.add(a.build()));
        contracts.values().forEach(c -> book.add(c.build()));
        return book.build();
    }

    /** From the first of a month to the day before another. */
    History history(String from, String to) {
        Span span = Span.of(LocalDate.parse(from), LocalDate.parse(to));
        return History.of(RevenueView.of(book(), RevenuePolicy.standard(), span));
    }

    /**
     * Sixty contracts of a year that began in 2022, five a month: of 40 small ones 30 are renewed in 2023, of 20 large ones 18. No end was
     * known before it came.
     */
    static TermBook sixty() {
        TermBook book = start();
        for (int i = 0; i < 60; i++) {
            boolean large = i % 3 == 0;
            String account = "account-" + (100 + i);
            String day = "-" + (101 + i % 12 + "").substring(1) + "-15";
            book.segment(account, large ? "Enterprise" : "SMB");
            book.pays(account + "/1", "2022" + day, large ? 12_000 : 1200).term(account + "/1", 12);
            int among = large ? i / 3 : i - i / 3 - 1;
            if (large ? among % 10 == 0 : among % 4 == 0) {
                book.ends(account + "/1", "2023" + day, "2023" + day);
            }
        }
        return book;
    }
}
