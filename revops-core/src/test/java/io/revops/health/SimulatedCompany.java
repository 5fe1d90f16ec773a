package io.revops.health;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.SurveyAnswer;
import io.revops.book.SurveyKind;
import io.revops.book.Term;
import io.revops.book.UsageEvent;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;

/**
 * Two years of a company whose customers get into trouble with a known hazard: 3 % a month do; whoever is in trouble uses a third
 * of before, asks more and answers worse, and leaves with 15 % a month, the others with 0.5 %.
 */
final class SimulatedCompany {
    static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int MONTHS = 24;
    private static final String[] METERS = {"login", "export", "report", "api"};

    /** Whether what customers do has to do with whether they leave. */
    enum Link {
        USE_TELLS,
        NOTHING_TELLS
    }

    private final Random random;
    private final Link link;
    private final RevenueBook.Builder book = RevenueBook.builder();
    private int facts;

    private SimulatedCompany(long seed, Link link) {
        random = new Random(seed);
        this.link = link;
    }

    static RevenueBook of(int accounts, long seed, Link link) {
        SimulatedCompany company = new SimulatedCompany(seed, link);
        for (int n = 0; n < accounts; n++) {
            company.live("c" + (1000 + n));
        }
        return company.book.build();
    }

    private void live(String account) {
        int first = random.nextInt(12);
        int seats = 3 + random.nextInt(20);
        double usual = 4 + random.nextInt(20);
        boolean shownTrouble = false;
        boolean trouble = false;
        LocalDate end = null;
        for (int month = first; month < MONTHS && end == null; month++) {
            trouble = trouble || random.nextDouble() < 0.03;
            shownTrouble = link == Link.USE_TELLS ? trouble : shownTrouble || random.nextDouble() < 0.03;
            LocalDate from = START.plusMonths(month);
            if (random.nextDouble() < (trouble ? 0.15 : 0.005) && month > first) {
                end = from.plusDays(random.nextInt(28));
            }
            month(
                    account,
                    from,
                    end == null ? from.plusMonths(1) : end,
                    shownTrouble ? usual / 3 : usual,
                    seats,
                    shownTrouble);
        }
        Subscription.Builder subscription = Subscription.builder(account + "-s", account)
                .term(new Term(12, Term.Renewal.AUTOMATIC, 30))
                .items(ItemChange.builder("i", Moment.of(START.plusMonths(first)), "seats")
                        .product(new ProductId("platform"))
                        .quantity(BigDecimal.valueOf(seats))
                        .price(Price.perUnit(Money.of(40, "USD"), BillingInterval.MONTHLY))
                        .build());
        if (end != null) {
            subscription
                    .cancellations(Cancellation.builder("c", Moment.of(end), Moment.of(end))
                            .build())
                    .endings(Ending.builder("e", Moment.of(end)).build());
        }
        book.add(subscription.build());
        book.add(Account.builder(account)
                .created(Moment.of(START.plusMonths(first)))
                .build());
    }

    private void month(String account, LocalDate from, LocalDate to, double level, int seats, boolean shown) {
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            if (random.nextDouble() < level / 28) {
                book.add(UsageEvent.builder(
                                "u" + facts++, account, Moment.of(day), METERS[random.nextInt(shown ? 2 : 4)])
                        .user(account + "-" + random.nextInt(seats))
                        .build());
            }
        }
        if (random.nextDouble() < (shown ? 0.4 : 0.1)) {
            book.add(SupportTicket.builder("t" + facts++, Moment.of(from.plusDays(5)))
                    .account(new AccountId(account))
                    .build());
        }
        if (random.nextDouble() < 0.1) {
            book.add(SurveyAnswer.builder(
                            "a" + facts++,
                            Moment.of(from.plusDays(9)),
                            SurveyKind.NPS,
                            BigDecimal.valueOf((shown ? 2 : 6) + random.nextInt(5)))
                    .account(new AccountId(account))
                    .build());
        }
    }
}
