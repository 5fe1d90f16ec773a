package io.revops.report;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.DealType;
import io.revops.book.Ending;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Four accounts, five deals and two quotas, small enough to be worked by hand.
 *
 * <pre>
 * per month   2024-12  2025-01  2025-02  2025-03
 * Alder           100      100      150      150   expansion in February
 * Birch       166 2/3  166 2/3  166 2/3        -   2,000 a year, ended on 10 March
 * Cedar             -        -       80       50   new in February, contraction in March
 * Dogwood           -       40       40       40   paid 30 until November 2024, back on 20 January
 * total       266 2/3  306 2/3  436 2/3      240
 * </pre>
 */
public final class SmallBook {
    public static final Span SPAN = Span.quarter(2025, 1);

    private SmallBook() {}

    public static RevenueView view() {
        return RevenueView.of(builder().build(), RevenuePolicy.standard(), SPAN);
    }

    public static RevenueBook.Builder builder() {
        return accounts("").add(deals()).add(quotas());
    }

    /** The accounts and what they pay; whatever is given stands behind Alder's name. */
    public static RevenueBook.Builder accounts(String behindAlder) {
        return RevenueBook.builder()
                .add(
                        account("A", "Alder" + behindAlder, "Retail"),
                        account("B", "Birch", "Healthcare"),
                        account("C", "Cedar", "Retail"),
                        account("D", "Dogwood", ""))
                .add(
                        Subscription.builder("sub-a", "A")
                                .items(
                                        item("a1", "2024-06-01", monthly("100", "USD")),
                                        item("a2", "2025-02-01", monthly("150", "USD")))
                                .build(),
                        Subscription.builder("sub-b", "B")
                                .items(item("b1", "2024-09-01", yearly("2000", "USD")))
                                .endings(end("b2", "2025-03-10"))
                                .build(),
                        Subscription.builder("sub-c", "C")
                                .items(
                                        item("c1", "2025-02-15", monthly("80", "USD")),
                                        item("c2", "2025-03-01", monthly("50", "USD")))
                                .build(),
                        Subscription.builder("sub-d1", "D")
                                .items(item("d1", "2024-01-01", monthly("30", "USD")))
                                .endings(end("d2", "2024-11-01"))
                                .build(),
                        Subscription.builder("sub-d2", "D")
                                .items(item("d3", "2025-01-20", monthly("40", "USD")))
                                .build());
    }

    public static Fact[] deals() {
        return new Fact[] {
            deal("won", DealType.NEW, "C", "2025-01-10", 960, "Proposal", "2025-02-28")
                    .changes(closed("Closed Won", "2025-02-10", Outcome.WON))
                    .build(),
            deal("lost", DealType.NEW, "D", "2025-01-15", 500, "Proposal", "2025-03-31")
                    .changes(closed("Closed Lost", "2025-03-05", Outcome.LOST))
                    .build(),
            deal("more seats", DealType.EXPANSION, "A", "2025-02-01", 1200, "Proposal", "2025-05-15")
                    .build(),
            deal("renewal", DealType.RENEWAL, "A", "2025-02-02", 1800, "Negotiation", "2025-08-01")
                    .build(),
            Opportunity.builder("vague", Moment.of(2025, 3, 1))
                    .type(DealType.NEW)
                    .changes(OpportunityChange.builder("vague-1", Moment.of(2025, 3, 1))
                            .stage("Proposal")
                            .build())
                    .build()
        };
    }

    /** A seller's quota and, over it, her manager's, which repeats it. */
    public static Fact[] quotas() {
        return new Fact[] {
            Rep.builder("mia").name("Mia").build(),
            Rep.builder("sue").name("Sue").manager(new RepId("mia")).build(),
            Quota.builder("q-mia", Span.quarter(2025, 2), Money.of(9000, "USD"))
                    .rep(new RepId("mia"))
                    .build(),
            Quota.builder("q-sue", Span.quarter(2025, 2), Money.of(4000, "USD"))
                    .rep(new RepId("sue"))
                    .build()
        };
    }

    public static Account account(String id, String name, String industry) {
        return Account.builder(id).name(name).attribute("industry", industry).build();
    }

    static ItemChange item(String id, String from, Price price) {
        return ItemChange.builder(id, Moment.parse(from), "item")
                .quantity(BigDecimal.ONE)
                .price(price)
                .build();
    }

    static Ending end(String id, String on) {
        return Ending.builder(id, Moment.parse(on)).build();
    }

    static Price monthly(String amount, String currency) {
        return Price.perUnit(Money.of(amount, currency), BillingInterval.MONTHLY);
    }

    static Price yearly(String amount, String currency) {
        return Price.perUnit(Money.of(amount, currency), BillingInterval.YEARLY);
    }

    /** The only table of a report's section with an id. */
    static Table table(Report report, String section, String id) {
        return report.section(section).orElseThrow().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no table " + id + " in " + section + "."));
    }

    /** The rows as they are printed, cells apart by bars. */
    static List<String> printed(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(Cell::printed).collect(Collectors.joining(" | ")))
                .toList();
    }

    /** The exact numbers of a row, without trailing zeros; null where there is none. */
    static List<String> exact(Table table, int row) {
        return table.rows().get(row).stream()
                .map(Cell::exact)
                .map(value -> value == null ? null : value.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static Opportunity.Builder deal(
            String id, DealType type, String account, String created, long amount, String stage, String closing) {
        return Opportunity.builder(id, Moment.parse(created))
                .type(type)
                .account(new AccountId(account))
                .name("Deal " + id)
                .changes(OpportunityChange.builder(id + "-1", Moment.parse(created))
                        .stage(stage)
                        .amount(Money.of(amount, "USD"))
                        .closeDate(LocalDate.parse(closing))
                        .build());
    }

    private static OpportunityChange closed(String stage, String on, Outcome outcome) {
        return OpportunityChange.builder("closed", Moment.parse(on))
                .stage(stage)
                .outcome(outcome)
                .build();
    }
}
